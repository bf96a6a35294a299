using System.Security;
using Amity.Spec.Parts;

namespace Amity.Spec.CSharp;

/// <summary>The documentation of a property: the spec's sentence, that of its type, or one made of name and type.</summary>
internal static class PropertyDoc
{
    /// <param name="owner">The object that has the property.</param>
    /// <param name="wire">Its name in JSON.</param>
    /// <param name="property">What the spec says of it there.</param>
    /// <param name="target">What a reference there points to; the property itself when it is none.</param>
    /// <param name="type">Its type.</param>
    // Not by inheritdoc: a property named like its type would inherit from itself.
    public static string Of(string owner, string wire, SpecMap property, SpecMap target, CSharpType type) =>
        Summary(property.Text("description") ?? target.Text("description") ?? FromName(CSharpName.Words(owner), property.Text("x-name") ?? wire, type));

    private static string Summary(string text) => $"<summary>{SecurityElement.Escape(text.Trim()).Replace("&apos;", "'", StringComparison.Ordinal).Replace("&quot;", "\"", StringComparison.Ordinal)}</summary>";

    private static string FromName(string owner, string name, CSharpType type)
    {
        var words = CSharpName.Words(name);
        var (first, rest, last) = (words.Split(' ')[0], words[(words.IndexOf(' ', StringComparison.Ordinal) + 1)..], words.Split(' ')[^1]);
        var before = words.Contains(' ', StringComparison.Ordinal) ? words[..words.LastIndexOf(' ')] : words;
        return type.Kind switch
        {
            CSharpKind.Flag when first is "is" => $"Whether the {owner} is {rest}.",
            CSharpKind.Flag when first is "has" or "can" => $"Whether the {owner} {words}.",
            CSharpKind.Flag when last.EndsWith("ed", StringComparison.Ordinal) && before != words => $"Whether {before} is {last}.",
            CSharpKind.Flag => $"The switch \"{words}\" of the {owner}.",
            CSharpKind.Instant when last == "at" && before.EndsWith("ed", StringComparison.Ordinal) => $"When the {owner} was {before}, in UTC.",
            CSharpKind.Instant => $"The instant \"{words}\" of the {owner}, in UTC.",
            CSharpKind.Text when last == "id" && before != words => $"The id of the {before}.",
            CSharpKind.Text when last == "url" && before != words => $"The address of the {before}.",
            CSharpKind.List when last == "ids" => $"The ids of the {before}s.",
            CSharpKind.Whole or CSharpKind.Number when last == "count" && before != words => $"How many {before}s there are.",
            _ => $"The {words} of the {owner}.",
        };
    }
}
