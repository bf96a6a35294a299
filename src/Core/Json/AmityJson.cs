using System.Text.Json;
using Amity.Core.Errors;
using Amity.Core.Telemetry;

namespace Amity.Core.Json;

/// <summary>Reads and writes the bodies of the service.</summary>
internal static class AmityJson
{
    internal const string MediaType = "application/json";

    internal static T Read<T>(
        RequestName request, ReadOnlySpan<byte> body, ResponseReader.Item<T?> read, AmityClientOptions options, CancellationToken cancellationToken)
        where T : class
    {
        var reader = ReaderOf(body, options.MaxJsonDepth, options.MaxJsonValues, cancellationToken);
        try
        {
            var result = Read(ref reader, read);
            if (reader.MissingIds > 0)
            {
                AmityLog.MissingIds(AmityLog.Of(options), request.Operation, reader.MissingIds);
            }

            return result ?? throw Failure(AmityTransportFailure.Malformed, typeof(AmityModel).IsAssignableFrom(typeof(T)) ? $"the body is not the JSON of a {typeof(T).Name}" : "the body is not JSON of the spec's shape");
        }
        catch (JsonException) when (reader.HasTooManyValues)
        {
            throw TooLarge($"the JSON has more than {options.MaxJsonValues} values", nameof(AmityClientOptions.MaxJsonValues));
        }
        catch (JsonException) when (reader.Depth >= options.MaxJsonDepth)
        {
            throw TooLarge($"the JSON is nested deeper than {options.MaxJsonDepth}", nameof(AmityClientOptions.MaxJsonDepth));
        }
        catch (InsufficientExecutionStackException)
        {
            throw TooLarge("the JSON is nested deeper than this thread's stack reaches", nameof(AmityClientOptions.MaxJsonDepth));
        }
        catch (JsonException exception)
        {
            // Neither the reader's words nor its exception: both can quote the body, which may hold a secret.
            var reason = body.IsEmpty ? "the body is empty" : $"the body is not JSON from line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1} on";
            throw Failure(AmityTransportFailure.Malformed, reason);
        }
        finally
        {
            TextCache.OfThread.Clear();
        }

        AmityTransportException Failure(AmityTransportFailure kind, string reason) => new(request, kind, reason);

        AmityTransportException TooLarge(string reason, string option) =>
            Failure(AmityTransportFailure.TooLarge, $"{reason} ({nameof(AmityClientOptions)}.{option})");
    }

    /// <summary>Reads a body that may be anything; null when it is not JSON.</summary>
    internal static T? TryRead<T>(ReadOnlySpan<byte> body, ResponseReader.Item<T?> read, int maxDepth, int maxValues)
        where T : class
    {
        var reader = ReaderOf(body, maxDepth, maxValues, CancellationToken.None);
        try
        {
            return Read(ref reader, read);
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

    private static ResponseReader ReaderOf(ReadOnlySpan<byte> body, int maxDepth, int maxValues, CancellationToken cancellationToken) =>
        new(Utf8Text.WithoutMark(body), maxDepth, maxValues, TextCache.OfThread, cancellationToken);

    private static T? Read<T>(ref ResponseReader reader, ResponseReader.Item<T?> read)
        where T : class
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
