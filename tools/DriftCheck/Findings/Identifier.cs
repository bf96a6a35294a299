using System.Text.RegularExpressions;

namespace Amity.DriftCheck.Findings;

/// <summary>Distinguishes names and enum values, which a programmer gave, from data, such as a user's address.</summary>
internal static partial class Identifier
{
    public static bool Is(string text) => Name().IsMatch(text);

    [GeneratedRegex(@"^(?=.{1,40}\z)[A-Za-z_][A-Za-z_:-]*(\d{1,2}[A-Za-z_:-]*)?\z")]
    private static partial Regex Name();
}
