namespace Amity;

/// <summary>A call whose response is a redirect, whose target is given and not followed.</summary>
internal sealed class LocationCall(AmityRequest request, Uri address, Action<AmityCall>? observer) : AmityCall<Uri>(request, observer)
{
    internal override Uri Read(AmityAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.StatusCode is not (301 or 302 or 303 or 307 or 308))
        {
            throw answer.IsSuccess ? NoLocation(answer, "the response names no location") : answer.Refusal(Request);
        }

        return answer.Location is { } location && Uri.TryCreate(address, location, out var target) && target.Scheme is "http" or "https"
            ? target
            : throw NoLocation(answer, "the response names no location of scheme http or https");
    }

    private AmityApiException NoLocation(AmityAnswer answer, string reason) => new(Request, answer.StatusCode, reason);
}
