namespace Amity;

/// <summary>A call whose response the caller reads.</summary>
internal sealed class RawCall(AmityRequest request, AmityClientOptions options, Action<AmityCall>? observer)
    : AmityCall<AmityResponse>(request, observer)
{
    internal override AmityResponse Read(ReceivedResponse response, CancellationToken cancellationToken) => response.StatusCode < 400
        ? new AmityResponse(response.StatusCode, response.Body.ToArray(), response.MediaType, response.Headers) { MaxJsonDepth = options.MaxJsonDepth }
        : throw response.Rejection(Request);
}
