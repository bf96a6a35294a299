using System.Text.RegularExpressions;

namespace Amity.DriftCheck.Findings;

/// <summary>Tells names that a programmer gave from keys that are data, such as a user's address.</summary>
internal static partial class FieldName
{
    public static bool IsHarmless(string name) => Name().IsMatch(name);

    [GeneratedRegex(@"^(?=.{1,40}\z)[A-Za-z_]+(\d{1,2}[A-Za-z_]*)?\z")]
    private static partial Regex Name();
}
