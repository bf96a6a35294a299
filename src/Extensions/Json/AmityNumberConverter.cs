using Newtonsoft.Json;

namespace Amity;

/// <summary>Writes a number as the text that it was.</summary>
internal sealed class AmityNumberConverter : JsonConverter<AmityNumber>
{
    public override bool CanRead => false;

    public override AmityNumber ReadJson(JsonReader reader, Type objectType, AmityNumber? existingValue, bool hasExistingValue, JsonSerializer serializer) =>
        throw new NotSupportedException();

    public override void WriteJson(JsonWriter writer, AmityNumber? value, JsonSerializer serializer) => writer.WriteRawValue(value!.Text);
}
