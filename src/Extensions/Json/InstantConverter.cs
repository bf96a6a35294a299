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
        writer.WriteValue(value is { } instant ? InstantText.Format(instant) : null);

    private static DateTimeOffset Parse(string text) =>
        InstantText.TryParse(text, out var instant)
            ? instant
            : throw new JsonSerializationException($"'{text}' is not an ISO 8601 instant.");
}
