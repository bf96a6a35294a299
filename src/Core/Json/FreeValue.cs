using System.Text.Json;

namespace Amity.Core.Json;

/// <summary>JSON without a schema: read as a <see cref="JsonElement"/> whose texts can all be read and written again.</summary>
internal static class FreeValue
{
    /// <summary>A value; null for null.</summary>
    /// <param name="json">Valid JSON, but for the bytes of its texts.</param>
    /// <param name="options">How deep it may be nested.</param>
    internal static object? Read(ReadOnlySpan<byte> json, JsonReaderOptions options)
    {
        var reader = new Utf8JsonReader(MayBeUnreadable(json) ? Readable(json, options) : json, options);
        var element = JsonElement.ParseValue(ref reader);
        return element.ValueKind == JsonValueKind.Null ? null : element;
    }

    /// <summary>What was written by the <see cref="RequestWriter"/>; null for null.</summary>
    internal static object? Read(ReadOnlySpan<byte> written) => Read(written, new JsonReaderOptions { MaxDepth = RequestWriter.DeepestValue });

    // Only an escaped surrogate can be half of a pair.
    private static bool MayBeUnreadable(ReadOnlySpan<byte> json) =>
        json.IndexOf("\\ud"u8) >= 0 || json.IndexOf("\\uD"u8) >= 0 || !Utf8Text.IsValid(json);

    /// <summary>
    /// The same JSON with null for a text whose bytes are invalid, without a field whose name is, and with the replacement character for
    /// half of a surrogate pair: a <see cref="JsonElement"/> with any of these throws when it is written.
    /// </summary>
    private static byte[] Readable(ReadOnlySpan<byte> json, JsonReaderOptions options)
    {
        using var stream = new MemoryStream();
        using var writer = new Utf8JsonWriter(stream, RequestWriter.Options);
        var reader = new Utf8JsonReader(json, options);
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    writer.WriteStartObject();
                    break;
                case JsonTokenType.EndObject:
                    writer.WriteEndObject();
                    break;
                case JsonTokenType.StartArray:
                    writer.WriteStartArray();
                    break;
                case JsonTokenType.EndArray:
                    writer.WriteEndArray();
                    break;
                case JsonTokenType.PropertyName when Utf8Text.Read(in reader) is { } name:
                    writer.WritePropertyName(name);
                    break;
                case JsonTokenType.PropertyName:
                    reader.Skip();
                    break;
                case JsonTokenType.String:
                    writer.WriteStringValue(Utf8Text.Read(in reader));
                    break;
                default:
                    writer.WriteRawValue(reader.ValueSpan);
                    break;
            }
        }

        writer.Flush();
        return stream.ToArray();
    }
}
