using System.Runtime.CompilerServices;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Amity;

/// <summary>
/// Reads JSON without a schema into plain values: string, long, double, <see cref="AmityNumber"/>, bool, null, dictionary or list.
/// </summary>
internal sealed class FreeValueConverter : JsonConverter
{
    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => true;

    public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        // Where an object belongs, anything else stays unread: Newtonsoft then keeps it among the additional properties.
        objectType == typeof(object) || reader.TokenType == JsonToken.StartObject ? Read(reader) : null;

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();

    internal static object? Plain(object? value) => value switch
    {
        JToken token => Read(ReaderOf(token), advance: true),
        System.Numerics.BigInteger big => AmityNumber.Read(big.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        double number => NumberConverter.Finite(number),
        _ => value,
    };

    // The depth was limited when the text was read; this reader's own limit of 64 would undo a higher one.
    private static JsonReader ReaderOf(JToken token)
    {
        var reader = token.CreateReader();
        reader.MaxDepth = null;
        return reader;
    }

    private static object? Read(JsonReader reader, bool advance = false)
    {
        if (advance)
        {
            reader.Read();
        }

        if (reader.Depth > ResponseReader.DepthOfAnyStack)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
        }

        switch (reader.TokenType)
        {
            case JsonToken.StartObject:
                var fields = new Dictionary<string, object?>(StringComparer.Ordinal);
                while (reader.Read() && reader.TokenType == JsonToken.PropertyName)
                {
                    var name = (string)reader.Value!;
                    fields[name] = Read(reader, advance: true);
                }

                return fields;
            case JsonToken.StartArray:
                var items = new List<object?>();
                while (reader.Read() && reader.TokenType != JsonToken.EndArray)
                {
                    items.Add(Read(reader));
                }

                return items;
            default:
                return Plain(reader.Value);
        }
    }
}
