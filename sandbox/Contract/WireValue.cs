using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace Amity.Sandbox.Contract;

/// <summary>Values that came as texts, as the JSON that their schema can judge.</summary>
internal static class WireValue
{
    /// <summary>The text as its type says, or as a string, which the schema of another type then rejects.</summary>
    public static string ToJson(string? text, ContractSchema? schema) => schema?.Type switch
    {
        "integer" or "number" when IsNumber(text) => text!,
        "boolean" when text is "true" or "false" => text,
        _ => Quote(text ?? ""),
    };

    /// <summary>What came once or several times under one name; null when it did not come.</summary>
    public static string? ToJson(StringValues values, ContractSchema? schema) => values.Count switch
    {
        0 => null,
        1 when schema?.Type != "array" => ToJson(values[0], schema),
        // What is no list but was given twice becomes one, which its schema then rejects.
        _ => $"[{string.Join(',', values.Select(value => ToJson(value, schema?.Items)))}]",
    };

    public static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static bool IsNumber(string? text) =>
        text is [_, ..] && (text[0] == '-' || char.IsAsciiDigit(text[0])) && StrictJson.FindFault(Encoding.UTF8.GetBytes(text)) is null;
}
