using System.Text.RegularExpressions;
using Amity.DriftCheck.Contract;

namespace Amity.DriftCheck.Findings;

/// <summary>Paths in JSON, the same for every entry of a list.</summary>
internal static partial class JsonPath
{
    public static string Of(string? path) => Places().Replace(path ?? "", "[]").TrimStart('#', '/').Replace('/', '.');

    /// <summary>The path of a field that nobody knows: a name that is none, such as an address, is somebody's data.</summary>
    public static string OfUnknown(string? path, string? name)
    {
        if (name is null || path is null || Identifier.Is(name))
        {
            return Of(path);
        }

        var parent = path.EndsWith(name, StringComparison.Ordinal) ? path[..^name.Length] : "";
        return $"{Of(parent)}(a name of {CodePoints.Count(name)} characters)";
    }

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Places();
}
