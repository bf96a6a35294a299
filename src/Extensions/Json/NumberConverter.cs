using System.Globalization;
using Newtonsoft.Json;

namespace Amity;

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
