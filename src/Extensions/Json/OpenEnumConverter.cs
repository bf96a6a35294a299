using System.Globalization;
using Newtonsoft.Json;

namespace Amity;

/// <summary>Lets Newtonsoft.Json read and write the wire form of an open set.</summary>
internal sealed class OpenEnumConverter<T> : JsonConverter
    where T : struct, IOpenEnum<T>
{
    public override bool CanConvert(Type objectType) => objectType == typeof(T) || objectType == typeof(T?);

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.Null)
        {
            return objectType == typeof(T) ? default(T) : null;
        }

        return reader.Value is { } value
            ? default(T).Create(Convert.ToString(value, CultureInfo.InvariantCulture)!)
            : throw new JsonSerializationException($"A {typeof(T).Name} is a text, not {reader.TokenType}.");
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
        writer.WriteValue(value is T { Value.Length: > 0 } known ? known.Value : null);
}
