using Newtonsoft.Json;

namespace Amity;

/// <summary>Reads only true and false; a text or a number where a boolean belongs counts as absent, never as success.</summary>
internal sealed class BooleanConverter : JsonConverter<bool?>
{
    // An object or list stays unread here: Newtonsoft then keeps it among the additional properties, as it does with a text or a number.
    public override bool? ReadJson(JsonReader reader, Type objectType, bool? existingValue, bool hasExistingValue, JsonSerializer serializer) => reader.Value as bool?;

    public override void WriteJson(JsonWriter writer, bool? value, JsonSerializer serializer) => writer.WriteValue(value);
}
