using System.Globalization;
using Newtonsoft.Json;

namespace Amity;

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
        writer.WriteValue(value is { } instant ? Format(instant) : null);

    internal static string Format(DateTimeOffset instant)
    {
        var wholeMilliseconds = instant.Ticks % TimeSpan.TicksPerMillisecond == 0;
        var format = wholeMilliseconds ? "yyyy-MM-dd'T'HH:mm:ss.fff'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";
        return instant.UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
    }

    private static DateTimeOffset Parse(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : throw new JsonSerializationException($"'{text}' is not an ISO 8601 instant.");
}
