using System.Net.Http.Headers;
using System.Text.Json;

namespace Amity;

/// <summary>Reads and writes the bodies of the service.</summary>
internal static class AmityJson
{
    internal const string MediaType = "application/json";

    private const int ErrorDepth = 64;

    internal static HttpContent Content(byte[] json) => new ByteArrayContent(json) { Headers = { ContentType = new MediaTypeHeaderValue(MediaType) } };

    internal static T Read<T>(AmityRequest request, ReadOnlySpan<byte> body, AnswerReader.Item<T?> read, int maxDepth)
        where T : AmityModel
    {
        var reader = ReaderOf(body, maxDepth);
        try
        {
            return Read(ref reader, read) ?? throw new AmityTransportException(request, AmityTransportFailure.Malformed, $"the body is not the JSON of a {typeof(T).Name}");
        }
        catch (JsonException) when (reader.Depth >= maxDepth)
        {
            throw new AmityTransportException(request, AmityTransportFailure.TooLarge, $"the JSON is nested deeper than {maxDepth} ({nameof(AmityClientOptions)}.{nameof(AmityClientOptions.MaxJsonDepth)})");
        }
        catch (JsonException exception)
        {
            // Neither the reader's words nor its exception: both can quote the body, which may hold a secret.
            var reason = body.IsEmpty ? "the body is empty" : $"the body is not JSON from line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1} on";
            throw new AmityTransportException(request, AmityTransportFailure.Malformed, reason);
        }
        finally
        {
            TextCache.OfThread.Clear();
        }
    }

    /// <summary>Reads an error body; null when it is anything else, such as a proxy's HTML page.</summary>
    internal static ApiError? ReadError(ReadOnlySpan<byte> body)
    {
        var reader = ReaderOf(body, ErrorDepth);
        try
        {
            return Read(ref reader, ApiError.Read);
        }
        catch (JsonException)
        {
            return null;
        }
        finally
        {
            TextCache.OfThread.Clear();
        }
    }

    private static AnswerReader ReaderOf(ReadOnlySpan<byte> body, int maxDepth)
    {
        // A byte order mark is no part of JSON, but some proxies add one.
        var mark = "\uFEFF"u8;
        return new AnswerReader(body.StartsWith(mark) ? body.Slice(mark.Length) : body, maxDepth, TextCache.OfThread);
    }

    private static T? Read<T>(ref AnswerReader reader, AnswerReader.Item<T?> read)
        where T : AmityModel
    {
        if (!reader.Begin())
        {
            return null;
        }

        var model = read(ref reader);
        reader.End();
        return model;
    }
}
