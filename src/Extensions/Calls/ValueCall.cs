namespace Amity;

/// <summary>A call whose response is JSON, but no object of the spec: a list, a map, or a value without a schema.</summary>
internal sealed class ValueCall<T>(AmityRequest request, ResponseReader.Item<T?> read, AmityClientOptions options, Action<AmityCall>? observer)
    : AmityCall<T>(request, observer)
    where T : class
{
    internal override T Read(ReceivedResponse response, CancellationToken cancellationToken) => response.IsSuccess
        ? AmityJson.Read(Request, BodyOf(response), read, options, cancellationToken)
        : throw response.Rejection(Request);
}
