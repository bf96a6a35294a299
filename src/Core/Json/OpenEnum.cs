using System.ComponentModel;
using System.Globalization;
using Newtonsoft.Json;

namespace Amity.Core.Json;

/// <summary>What reads values of one open set.</summary>
internal interface IOpenEnum<T> : IAmityOpenEnum
    where T : struct
{
    T Create(string value);

    /// <summary>Reads a value without making a text of one that this version names.</summary>
    T? Read(ref ResponseReader reader);
}

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

/// <summary>Makes values of an open set of texts: for configuration, and for Newtonsoft.Json where they are the keys of a dictionary.</summary>
internal sealed class OpenEnumTypeConverter<T> : TypeConverter
    where T : struct, IOpenEnum<T>
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? default(T).Create(text) : base.ConvertFrom(context, culture, value);
}
