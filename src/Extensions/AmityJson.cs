using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json;

namespace Amity;

/// <summary>Reads and writes the bodies of the service.</summary>
internal static class AmityJson
{
    internal const string MediaType = "application/json";

    // Not the process-wide defaults of JsonConvert: another part of the application may have changed those.
    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings { DateParseHandling = DateParseHandling.None });

    internal static HttpContent Content(AmityModel body)
    {
        var text = new StringWriter();
        Serializer.Serialize(text, body);
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text.ToString()));
        content.Headers.ContentType = new MediaTypeHeaderValue(MediaType);
        return content;
    }

    internal static T Read<T>(AmityRequest request, byte[] body)
        where T : AmityModel
    {
        try
        {
            return Read<T>(body) ?? throw new AmityTransportException(request, "the body is empty");
        }
        catch (JsonException exception)
        {
            throw new AmityTransportException(request, $"the body is not the JSON of a {typeof(T).Name}: {exception.Message}", exception);
        }
    }

    /// <summary>Reads an error body; null when it is anything else, such as a proxy's HTML page.</summary>
    internal static ApiError? ReadError(byte[] body)
    {
        try
        {
            return Read<ApiError>(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal static string Text(byte[] body) => Encoding.UTF8.GetString(body);

    private static T? Read<T>(byte[] body)
        where T : AmityModel
    {
        using var reader = new JsonTextReader(new StreamReader(new MemoryStream(body), Encoding.UTF8));
        var model = Serializer.Deserialize<T>(reader);
        return model is not null && reader.Read() ? throw new JsonReaderException("There is text after the end of the JSON.") : model;
    }
}
