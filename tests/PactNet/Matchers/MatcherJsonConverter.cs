using System.Text.Json;
using System.Text.Json.Serialization;

namespace PactNet.Matchers;

internal sealed class MatcherJsonConverter : JsonConverter<IMatcher>
{
    public override bool CanConvert(Type typeToConvert) => typeof(IMatcher).IsAssignableFrom(typeToConvert);

    public override IMatcher Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A matcher can only be written.");

    public override void Write(Utf8JsonWriter writer, IMatcher value, JsonSerializerOptions options)
    {
        var matcher = (Matcher)value;
        writer.WriteStartObject();
        writer.WriteString("pact:matcher:type", matcher.Type);
        writer.WritePropertyName("value");
        JsonSerializer.Serialize<object?>(writer, (object?)matcher.Value, options);
        if (matcher.Argument is { } argument)
        {
            writer.WritePropertyName(argument);
            JsonSerializer.Serialize(writer, matcher.ArgumentValue, options);
        }

        writer.WriteEndObject();
    }
}
