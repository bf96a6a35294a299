namespace Amity;

/// <summary>A call whose response is a redirect, whose target is given and not followed.</summary>
internal sealed class LocationCall(AmityRequest request, Uri address, Action<AmityCall>? observer) : AmityCall<Uri>(request, observer)
{
    internal override Uri Read(ReceivedResponse response, CancellationToken cancellationToken)
    {
        if (response.StatusCode is not (301 or 302 or 303 or 307 or 308))
        {
            throw response.IsSuccess ? NoLocation(response, "the response names no location") : response.Rejection(Request);
        }

        return response.Location is { } location && Uri.TryCreate(address, location, out var target) && target.Scheme is "http" or "https"
            ? target
            : throw NoLocation(response, "the response names no location of scheme http or https");
    }

    private AmityApiException NoLocation(ReceivedResponse response, string reason) => new(Request, response.StatusCode, reason);
}
