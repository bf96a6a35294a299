using System.Globalization;

namespace Amity;

/// <summary>A value as it stands in a path, a query, a header or a form: the same whatever the culture.</summary>
internal static class WireText
{
    internal static string? Of(object? value) => value switch
    {
        null => null,
        string text => text,
        IOpenEnum known => known.Value,
        bool flag => flag ? "true" : "false",
        double number => NumberConverter.Format(number),
        DateTimeOffset instant => InstantText.Format(instant),
        DateTime date => date.ToString(DateConverter.Format, CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
