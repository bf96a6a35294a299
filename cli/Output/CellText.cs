using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Amity.Cli.Output;

/// <summary>A value as the text of one cell.</summary>
internal static class CellText
{
    public static string Of(object? value) => value switch
    {
        null => string.Empty,
        bool truth => truth ? "true" : "false",
        DateTimeOffset instant => Instant(instant),
        string text => text,
        IEnumerable<string?> texts => string.Join(' ', texts),
        // Whatever has parts is JSON here, too: any other text of it would be ambiguous.
        IEnumerable or JsonElement => JsonValue.ToText(value),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    /// <summary>An instant as the service writes it.</summary>
    public static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>A value for people: instants without seconds, nothing as a dash.</summary>
    public static string ForPeople(object? value) => value switch
    {
        DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture),
        _ => Of(value) is { Length: > 0 } text ? text : "-",
    };
}
