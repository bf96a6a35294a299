using System.Xml.Linq;

namespace Amity.Spec.CSharp;

/// <summary>The documentation of a property: the spec's sentence, that of its type, or one made of name and type.</summary>
internal static class PropertyDoc
{
    /// <summary>What a request does to the thing that its fields describe.</summary>
    private static readonly string[] Verbs = ["add", "change", "create", "edit", "send", "set", "update"];

    /// <param name="owner">The object that has the property.</param>
    /// <param name="name">Its name in C#.</param>
    /// <param name="description">What the spec says of it, or of its type; null where it says nothing.</param>
    /// <param name="kind">What it is.</param>
    // Not by inheritdoc: a property named like its type would inherit from itself.
    public static string Of(string owner, string name, string? description, CSharpKind kind)
    {
        var text = description ?? Sentence(OwnerIn(CSharpName.Words(owner).Split(' ')), CSharpName.Words(name).Split(' '), kind);
        return new XElement("summary", text.Trim().ReplaceLineEndings(" ")).ToString();
    }

    /// <summary>The fields of <c>CreateRoomRequest</c> are those of a room, and so are the ones of <c>RoomV3</c>.</summary>
    private static string OwnerIn(string[] words) => words.Where(word => !IsVersion(word)).ToArray() switch
    {
        [var verb, .. { Length: > 0 } thing, "request"] when Verbs.Contains(verb) => Text(thing),
        [] => Text(words),
        var unversioned => Text(unversioned),
    };

    private static bool IsVersion(string word) => word is ['v', >= '1' and <= '9'];

    private static string Sentence(string owner, string[] words, CSharpKind kind) => (kind, words) switch
    {
        (CSharpKind.Flag, ["is", .. var state]) => $"Whether the {owner} is {Text(state)}.",
        (CSharpKind.Flag, ["can" or "has" or "needs" or "requires", _, ..]) => $"Whether the {owner} {Text(words)}.",
        (CSharpKind.Flag, [var done]) when IsParticiple(done) => $"Whether the {owner} is {done}.",
        (CSharpKind.Flag, [.. var thing, var done]) when IsParticiple(done) => $"Whether {Text(thing)} is {done}.",
        (CSharpKind.Flag, _) => $"Whether \"{Text(words)}\" holds for the {owner}.",

        (CSharpKind.Instant, [var done, "at"]) when IsParticiple(done) => $"When the {owner} was {done}, in UTC.",
        (CSharpKind.Instant, ["last", var done, "at"]) when IsParticiple(done) => $"When the {owner} was last {done}, in UTC.",
        (CSharpKind.Instant, [.., "at"]) => $"The time \"{Text(words)}\" of the {owner}, in UTC.",
        (CSharpKind.Instant, _) => $"The {Text(words)} of the {owner}, in UTC.",

        (CSharpKind.Text, [.. { Length: > 0 } thing, "internal" or "public", "id"]) => $"The {words[^2]} id of the {Text(thing)}.",
        (CSharpKind.Text, ["internal" or "public", "id"]) => $"The {Text(words)} of the {owner}.",
        (CSharpKind.Text, [.. { Length: > 0 } thing, "id"]) => $"The id of the {Text(thing)}.",
        (CSharpKind.Text, [.. { Length: > 0 } thing, "url"]) => $"The address of the {Text(thing)}.",
        (CSharpKind.Text, ["url"]) => $"The address of the {owner}.",
        (CSharpKind.Text, [var done, "by"]) when IsParticiple(done) => $"Who {done} the {owner}.",

        (CSharpKind.Whole or CSharpKind.Number, [.. { Length: > 0 } thing, "seconds" or "minutes" or "hours"]) =>
            $"The {Text(thing)} of the {owner}, in {words[^1]}.",

        (_, ["my", .. { Length: > 0 } thing]) => $"The caller's own {Text(thing)}.",
        (_, [.., "by" or "from" or "to"]) => $"The value \"{Text(words)}\" of the {owner}.",
        _ => $"The {Text(words)} of the {owner}.",
    };

    private static bool IsParticiple(string word) =>
        word is "seen" or "sent" || (word.EndsWith("ed", StringComparison.Ordinal) && !word.EndsWith("eed", StringComparison.Ordinal));

    private static string Text(string[] words) => string.Join(' ', words);
}
