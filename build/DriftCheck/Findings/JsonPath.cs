using System.Text.RegularExpressions;

namespace Amity.DriftCheck.Findings;

/// <summary>Paths in JSON, the same for every entry of a list.</summary>
internal static partial class JsonPath
{
    public static string Of(string? path) => Places().Replace(path ?? "", "[]").TrimStart('#', '/').Replace('/', '.');

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Places();
}
