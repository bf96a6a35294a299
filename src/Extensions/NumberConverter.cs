using System.Globalization;
using Newtonsoft.Json;

namespace Amity;

/// <summary>Writes a whole number without a fraction: 123, not 123.0.</summary>
internal sealed class NumberConverter : JsonConverter<double?>
{
    public override double? ReadJson(JsonReader reader, Type objectType, double? existingValue, bool hasExistingValue, JsonSerializer serializer) => reader switch
    {
        { TokenType: JsonToken.Null } => null,
        { Value: { } value } => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        _ => throw new JsonSerializationException($"A number was expected, not {reader.TokenType}."),
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
}
