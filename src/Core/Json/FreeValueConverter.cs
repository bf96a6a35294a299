using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Amity.Core.Json;

/// <summary>Lets Newtonsoft.Json read and write values without a schema as the client does.</summary>
internal sealed class FreeValueConverter : JsonConverter
{
    public override bool CanConvert(Type objectType) => true;

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, Newtonsoft.Json.JsonSerializer serializer) =>
        objectType == typeof(object) ? Read(JToken.ReadFrom(reader))
            : reader.TokenType == JsonToken.StartObject ? Fields(JObject.Load(reader))
            // Where an object belongs, anything else stays unread: Newtonsoft then keeps it among the additional properties.
            : null;

    public override void WriteJson(JsonWriter writer, object? value, Newtonsoft.Json.JsonSerializer serializer) => Write(RequestWriter.Write(value), writer);

    internal static object? Read(JToken? token) => FreeValue.Read(RequestWriter.Write(token));

    internal static JToken Token(object? value)
    {
        using var writer = new JTokenWriter();
        Write(RequestWriter.Write(value), writer);
        return writer.Token!;
    }

    private static Dictionary<string, object?> Fields(JObject value) =>
        value.Properties().ToDictionary(field => field.Name, field => Read(field.Value), StringComparer.Ordinal);

    private static void Write(byte[] json, JsonWriter writer)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = RequestWriter.DeepestValue });
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
                case JsonTokenType.PropertyName:
                    writer.WritePropertyName(reader.GetString()!);
                    break;
                case JsonTokenType.Number when reader.TryGetInt64(out var whole):
                    writer.WriteValue(whole);
                    break;
                case JsonTokenType.Number:
                    // Newtonsoft.Json has no type that holds any number exactly.
                    writer.WriteRawValue(Utf8Text.Decode(reader.ValueSpan));
                    break;
                case JsonTokenType.String:
                    writer.WriteValue(reader.GetString());
                    break;
                case JsonTokenType.Null:
                    writer.WriteNull();
                    break;
                default:
                    writer.WriteValue(reader.GetBoolean());
                    break;
            }
        }
    }
}
