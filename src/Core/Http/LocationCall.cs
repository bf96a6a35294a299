namespace Amity.Core.Http;

/// <summary>A call whose response is a redirect, whose target is given and not followed.</summary>
internal sealed class LocationCall(AmityRequest request) : AmityCall<Uri>(request)
{
    internal override Uri Read(ReceivedResponse response, AmityClientOptions options, CancellationToken cancellationToken)
    {
        if (response.StatusCode is not (301 or 302 or 303 or 307 or 308))
        {
            throw response.IsSuccess ? NoLocation(response, "the response names no location") : response.Rejection(Request.Name);
        }

        return response.Location is { } location && Uri.TryCreate(Address, location, out var target) && target.Scheme is "http" or "https"
            ? target
            : throw NoLocation(response, "the response names no location of scheme http or https");
    }

    private AmityApiException NoLocation(ReceivedResponse response, string reason) => new(Request.Name, response.StatusCode, reason);
}
