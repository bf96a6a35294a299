using System.Collections.Concurrent;

namespace Amity;

/// <summary>A call whose response has a field that is true when it succeeded: the service can respond 200 and say there that it did not.</summary>
internal sealed class ConfirmationCall(AmityRequest request, string field, AmityClientOptions options, Action<AmityCall>? observer)
    : AmityCall<object?>(request, observer)
{
    private static readonly object Confirmed = true;
    private static readonly object Denied = false;

    // One for each field that the spec names, so that no call has to make its own.
    private static readonly ConcurrentDictionary<string, ResponseReader.Item<object?>> Readers = new(StringComparer.Ordinal);

    internal override object? Read(ReceivedResponse response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccess)
        {
            ThrowUnlessDone(response);
            return null;
        }

        return response.SaysEmpty || AmityJson.Read(Request, BodyOf(response), Readers.GetOrAdd(field, ReaderOf), options, cancellationToken) == Confirmed
            ? null
            : throw new AmityApiException(Request, response.StatusCode, "the response does not say that it succeeded");
    }

    private static ResponseReader.Item<object?> ReaderOf(string field) =>
        (ref ResponseReader reader) => reader.IsTrue(field) is { } isTrue ? isTrue ? Confirmed : Denied : null;
}
