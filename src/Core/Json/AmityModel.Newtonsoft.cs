using Amity.Core.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Amity;

// The additional properties as Newtonsoft.Json takes them: it knows no JsonElement.
[JsonObject(ItemNullValueHandling = NullValueHandling.Ignore)]
[JsonConverter(typeof(NewtonsoftConverter))]
public abstract partial class AmityModel
{
    private Dictionary<string, JToken?>? _tokensRead;

    // Made anew for each writer, so that two threads may write the same model.
    [JsonExtensionData]
#pragma warning disable IDE0051 // Newtonsoft.Json finds it by its attribute.
    private IDictionary<string, JToken?> Tokens =>
        _tokensRead ?? Unnamed.ToDictionary(kept => kept.Key, kept => (JToken?)FreeValueConverter.Token(kept.Value), StringComparer.Ordinal);
#pragma warning restore IDE0051

    private void Populate(JsonReader reader, JsonSerializer serializer)
    {
        _tokensRead = new(StringComparer.Ordinal);
        serializer.Populate(reader, this);
        foreach (var field in _tokensRead)
        {
            AdditionalProperties[field.Key] = FreeValueConverter.Read(field.Value);
        }

        _tokensRead = null;
        OnRead();
    }

    /// <summary>Reads a model so that text in unknown fields stays text, whatever the serializer's date settings.</summary>
    private sealed class NewtonsoftConverter : JsonConverter
    {
        public override bool CanWrite => false;

        public override bool CanConvert(Type objectType) => typeof(AmityModel).IsAssignableFrom(objectType);

        public override object? ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer)
        {
            if (reader.TokenType == JsonToken.Null)
            {
                return null;
            }

            var model = (AmityModel)(existingValue ?? serializer.ContractResolver.ResolveContract(objectType).DefaultCreator!());
            var dates = reader.DateParseHandling;
            reader.DateParseHandling = DateParseHandling.None;
            try
            {
                model.Populate(reader, serializer);
            }
            finally
            {
                reader.DateParseHandling = dates;
            }

            return model;
        }

        public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();
    }
}
