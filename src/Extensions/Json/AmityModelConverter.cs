using Newtonsoft.Json;

namespace Amity;

/// <summary>Reads a model so that text in unknown fields stays text, whatever the serializer's date settings.</summary>
internal sealed class AmityModelConverter : JsonConverter
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
        serializer.Populate(reader, model);
        reader.DateParseHandling = dates;
        model.MakePlain();
        model.OnRead();
        return model;
    }

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) => throw new NotSupportedException();
}
