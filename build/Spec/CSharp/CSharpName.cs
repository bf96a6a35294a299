using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Amity.Spec.Parts;

namespace Amity.Spec.CSharp;

/// <summary>C# names and words made of the wire's names.</summary>
internal static partial class CSharpName
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default",
        "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto",
        "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out",
        "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc",
        "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using",
        "virtual", "void", "volatile", "while",
    };

    /// <summary><c>message-id</c> becomes MessageId, <c>MUTE_CHANNEL</c> MuteChannel, <c>options[limit]</c> OptionsLimit.</summary>
    public static string Pascal(string wire)
    {
        var name = new StringBuilder();
        foreach (var part in NotAWord().Split(wire).Where(part => part.Length > 0))
        {
            var rest = part.Any(char.IsAsciiLetterLower) ? part[1..] : part[1..].ToLowerInvariant();
            name.Append(char.ToUpperInvariant(part[0])).Append(rest);
        }

        return name.Length > 0 && char.IsAsciiDigit(name[0]) ? "_" + name : name.ToString();
    }

    /// <summary>As <see cref="Pascal"/>, with a small first letter.</summary>
    public static string Camel(string wire)
    {
        var name = Pascal(wire);
        return name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>The class that has the operations of a tag.</summary>
    public static string ClientOf(string? tag) => Pascal(tag ?? string.Empty) + "Client";

    /// <summary>The property of a field: the name that the spec gives it, or else the wire's.</summary>
    public static string OfField(string wire, SpecMap field) => field.Text("x-name") ?? Pascal(wire);

    /// <summary>The name as it can stand in code, where a keyword needs a mark.</summary>
    public static string Escaped(string name) => Keywords.Contains(name) ? "@" + name : name;

    /// <summary>Whether it can name a type or one of its members.</summary>
    public static bool IsValid(string name) => Identifier().IsMatch(name) && !Keywords.Contains(name);

    /// <summary>Whether it can name an argument, a keyword by its mark.</summary>
    public static bool IsValidArgument(string name) => Identifier().IsMatch(name);

    /// <summary><c>thumbnailFileId</c> becomes thumbnail file id.</summary>
    public static string Words(string wire) => string.Join(' ', Word().Matches(Pascal(wire)).Select(word => word.Value.ToLowerInvariant()));

    /// <summary>A text as it stands inside a C# string.</summary>
    public static string Literal(string text) => JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text);

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotAWord();

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]*$")]
    private static partial Regex Identifier();

    [GeneratedRegex("([A-Z]+(?![a-z])|[A-Z]?[a-z]+)[0-9]*|[0-9]+")]
    private static partial Regex Word();
}
