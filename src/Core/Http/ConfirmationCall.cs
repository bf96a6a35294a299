using System.Collections.Concurrent;
using Amity.Core.Json;

namespace Amity.Core.Http;

/// <summary>A call whose response only says that it succeeded.</summary>
internal sealed class EmptyCall(AmityRequest request) : AmityCall<object?>(request)
{
    internal override object? Read(ReceivedResponse response, AmityClientOptions options, CancellationToken cancellationToken)
    {
        if (response.IsSuccess)
        {
            // A page with status 200 is that of a proxy or a portal, which kept the request from the service.
            return response.IsWebPage ? throw Malformed("the body is a web page") : null;
        }

        ThrowUnlessDone(response);
        return null;
    }
}

/// <summary>A call whose response has a field that is true when it succeeded: the service can respond 200 and say there that it did not.</summary>
internal sealed class ConfirmationCall(AmityRequest request, string field) : AmityCall<object?>(request)
{
    private static readonly object Confirmed = true;
    private static readonly object Denied = false;

    // One for each field that the spec names, so that no call has to make its own.
    private static readonly ConcurrentDictionary<string, ResponseReader.Item<object?>> Readers = new(StringComparer.Ordinal);

    internal override object? Read(ReceivedResponse response, AmityClientOptions options, CancellationToken cancellationToken)
    {
        if (!response.IsSuccess)
        {
            ThrowUnlessDone(response);
            return null;
        }

        return response.SaysEmpty || AmityJson.Read(Request.Name, BodyOf(response), Readers.GetOrAdd(field, ReaderOf), options, cancellationToken) == Confirmed
            ? null
            : throw new AmityApiException(Request.Name, response.StatusCode, "the response does not say that it succeeded");
    }

    private static ResponseReader.Item<object?> ReaderOf(string field) =>
        (ref ResponseReader reader) => reader.IsTrue(field) is { } isTrue ? isTrue ? Confirmed : Denied : null;
}
