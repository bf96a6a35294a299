using System.Globalization;
using Newtonsoft.Json;

namespace Amity.Core.Json;

/// <summary>Reads only true and false; a text or a number where a boolean belongs counts as absent, never as success.</summary>
internal sealed class StrictBooleanConverter : JsonConverter<bool?>
{
    // An object or list stays unread here: Newtonsoft then keeps it among the additional properties, as it does with a text or a number.
    public override bool? ReadJson(JsonReader reader, Type objectType, bool? existingValue, bool hasExistingValue, JsonSerializer serializer) => reader.Value as bool?;

    public override void WriteJson(JsonWriter writer, bool? value, JsonSerializer serializer) => writer.WriteValue(value);
}

/// <summary>Writes a date without a time of day: <c>2026-03-06</c>.</summary>
internal sealed class DateConverter : JsonConverter<DateTime?>
{
    internal const string Format = "yyyy-MM-dd";

    public override DateTime? ReadJson(JsonReader reader, Type objectType, DateTime? existingValue, bool hasExistingValue, JsonSerializer serializer) => reader.Value switch
    {
        null => null,
        DateTimeOffset instant => instant.UtcDateTime.Date,
        DateTime date => date.Date,
        var text => TryParse(Convert.ToString(text, CultureInfo.InvariantCulture)!, out var date)
            ? date
            : throw new JsonSerializationException($"'{text}' is not an ISO 8601 date."),
    };

    public override void WriteJson(JsonWriter writer, DateTime? value, JsonSerializer serializer) => writer.WriteValue(WireText.Of(value));

    /// <summary>Reads a date, also one that comes as an instant.</summary>
    internal static bool TryParse(string text, out DateTime date)
    {
        if (DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
        {
            return true;
        }

        var isInstant = InstantText.TryParse(text, out var instant);
        date = instant.UtcDateTime.Date;
        return isInstant;
    }
}

/// <summary>Writes an instant as the service does: UTC with <c>Z</c>, milliseconds, and finer digits only where there are any.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset?>
{
    public override DateTimeOffset? ReadJson(JsonReader reader, Type objectType, DateTimeOffset? existingValue, bool hasExistingValue, JsonSerializer serializer) => reader.Value switch
    {
        null => null,
        DateTimeOffset instant => instant,
        DateTime instant => new DateTimeOffset(instant.ToUniversalTime()),
        var text => Parse(Convert.ToString(text, CultureInfo.InvariantCulture)!),
    };

    public override void WriteJson(JsonWriter writer, DateTimeOffset? value, JsonSerializer serializer) =>
        writer.WriteValue(value is { } instant ? InstantText.Format(instant) : null);

    private static DateTimeOffset Parse(string text) =>
        InstantText.TryParse(text, out var instant)
            ? instant
            : throw new JsonSerializationException($"'{text}' is not an ISO 8601 instant.");
}

/// <summary>Writes a whole number without a fraction: 123, not 123.0.</summary>
internal sealed class NumberConverter : JsonConverter<double?>
{
    public override double? ReadJson(JsonReader reader, Type objectType, double? existingValue, bool hasExistingValue, JsonSerializer serializer) => reader.Value switch
    {
        null => null,
        double number => Finite(number),
        var value => Parse(Convert.ToString(value, CultureInfo.InvariantCulture)!),
    };

    public override void WriteJson(JsonWriter writer, double? value, JsonSerializer serializer)
    {
        if (value is { } number)
        {
            writer.WriteRawValue(Format(number));
        }
        else
        {
            writer.WriteNull();
        }
    }

    internal static string Format(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>JSON has numbers beyond every double, but no infinity to write them back as.</summary>
    internal static double Finite(double number) => Math.Max(double.MinValue, Math.Min(double.MaxValue, number));

    // As a text, because a number beyond 64 bits comes as one that Convert cannot turn into a double, and its own conversion cuts off instead of rounding.
    internal static double Parse(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? Finite(number)
            : throw new JsonSerializationException($"'{text}' is not a number.");
}
