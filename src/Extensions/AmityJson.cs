using System.Net.Http.Headers;
using System.Text;
using Newtonsoft.Json;

namespace Amity;

/// <summary>Reads and writes the bodies of the service.</summary>
internal static class AmityJson
{
    internal const string MediaType = "application/json";

    private const int ErrorDepth = 64;

    // Not the process-wide defaults of JsonConvert: another part of the application may have changed those.
    // No MaxDepth: a serializer that has one, even null, sets it on the reader in place of the reader's own.
    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings { DateParseHandling = DateParseHandling.None });

    internal static HttpContent Content(AmityModel body)
    {
        var text = new StringWriter();
        Serializer.Serialize(text, body);
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text.ToString()));
        content.Headers.ContentType = new MediaTypeHeaderValue(MediaType);
        return content;
    }

    internal static T Read<T>(AmityRequest request, byte[] body, int maxDepth)
        where T : AmityModel
    {
        using var reader = ReaderOf(body, maxDepth);
        try
        {
            return Read<T>(reader) ?? throw new AmityTransportException(request, AmityTransportFailure.Malformed, "the body is empty");
        }
        catch (JsonException exception) when (IsTooDeep(exception))
        {
            throw new AmityTransportException(request, AmityTransportFailure.TooLarge, $"the JSON is nested deeper than {maxDepth} ({nameof(AmityClientOptions)}.{nameof(AmityClientOptions.MaxJsonDepth)})");
        }
        catch (Exception exception) when (exception is JsonException or FormatException or OverflowException or InvalidCastException)
        {
            // Neither the reader's words nor its exception: both quote the body, which may hold a secret.
            throw new AmityTransportException(request, AmityTransportFailure.Malformed, $"the body is not the JSON of a {typeof(T).Name} from line {reader.LineNumber}, position {reader.LinePosition} on");
        }
    }

    /// <summary>Reads an error body; null when it is anything else, such as a proxy's HTML page.</summary>
    internal static ApiError? ReadError(byte[] body)
    {
        try
        {
            using var reader = ReaderOf(body, ErrorDepth);
            return Read<ApiError>(reader);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or OverflowException or InvalidCastException)
        {
            return null;
        }
    }

    internal static string Text(byte[] body) => Encoding.UTF8.GetString(body);

    // The reader tells this only by its words, for an unknown field inside another exception; its depth is also that of any other mistake there.
    private static bool IsTooDeep(Exception? exception) =>
        exception is not null && (exception.Message.StartsWith("The reader's MaxDepth", StringComparison.Ordinal) || IsTooDeep(exception.InnerException));

    private static JsonTextReader ReaderOf(byte[] body, int maxDepth) => new(new StreamReader(new MemoryStream(body), Encoding.UTF8)) { MaxDepth = maxDepth };

    private static T? Read<T>(JsonTextReader reader)
        where T : AmityModel
    {
        var model = Serializer.Deserialize<T>(reader);
        return model is not null && reader.Read() ? throw new JsonReaderException("There is text after the end of the JSON.") : model;
    }
}
