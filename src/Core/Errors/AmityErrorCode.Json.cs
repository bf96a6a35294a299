using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Amity;

public readonly partial struct AmityErrorCode
{
    private sealed class NewtonsoftConverter : Newtonsoft.Json.JsonConverter
    {
        public override bool CanConvert(Type objectType) => objectType == typeof(AmityErrorCode) || objectType == typeof(AmityErrorCode?);

        public override object? ReadJson(Newtonsoft.Json.JsonReader reader, Type objectType, object? existingValue, Newtonsoft.Json.JsonSerializer serializer) =>
            reader.Value is null && objectType == typeof(AmityErrorCode?)
                ? null
                : new AmityErrorCode(Convert.ToInt32(reader.Value, CultureInfo.InvariantCulture));

        public override void WriteJson(Newtonsoft.Json.JsonWriter writer, object? value, Newtonsoft.Json.JsonSerializer serializer) =>
            writer.WriteValue(((AmityErrorCode?)value)?.Value);
    }
}

/// <summary>Writes and reads an <see cref="AmityErrorCode"/> as its number; public for the source generator of System.Text.Json.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AmityErrorCodeConverter : JsonConverter<AmityErrorCode>
{
    /// <inheritdoc />
    public override AmityErrorCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt32());

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, AmityErrorCode value, JsonSerializerOptions options) =>
        (writer ?? throw new ArgumentNullException(nameof(writer))).WriteNumberValue(value.Value);
}
