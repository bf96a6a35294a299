namespace Amity.Core.Http;

/// <summary>A call whose response the caller reads.</summary>
internal sealed class RawCall(AmityRequest request) : AmityCall<AmityResponse>(request)
{
    internal override AmityResponse Read(ReceivedResponse response, AmityClientOptions options, CancellationToken cancellationToken) => response.StatusCode < 400
        ? new AmityResponse(response.StatusCode, response.Body.ToArray(), response.MediaType, response.Headers) { MaxJsonDepth = options.MaxJsonDepth }
        : throw response.Rejection(Request.Name);
}
