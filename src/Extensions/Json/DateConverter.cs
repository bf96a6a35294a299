using System.Globalization;
using Newtonsoft.Json;

namespace Amity;

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
