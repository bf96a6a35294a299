using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Amity.Core.Json;

/// <summary>A value as it stands in a path, a query, a header or a form: the same whatever the culture.</summary>
internal static class WireText
{
    /// <summary>Whether a value without a schema has such a text; a DateTime would lose its time of day.</summary>
    internal static bool Has(object? value) => value switch
    {
        DateTime => false,
        JsonElement element => element.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Undefined),
        _ => value is null or string or bool or IFormattable or IAmityOpenEnum or JsonValue,
    };

    internal static string? Of(object? value) => value switch
    {
        null => null,
        string text => text,
        IAmityOpenEnum known => known.Value,
        bool flag => flag ? "true" : "false",
        double number => NumberConverter.Format(number),
        DateTimeOffset instant => InstantText.Format(instant),
        DateTime date => date.ToString(DateConverter.Format, CultureInfo.InvariantCulture),
        JsonElement { ValueKind: JsonValueKind.String } text => text.GetString(),
        JsonElement { ValueKind: JsonValueKind.Null } => null,
        JsonElement { ValueKind: JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number } plain => plain.GetRawText(),
        JsonValue plain => Of(FreeValue.Read(RequestWriter.Write(plain))),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
