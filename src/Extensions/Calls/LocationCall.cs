namespace Amity;

/// <summary>A call that is answered by a redirect, whose target is given and not followed.</summary>
internal sealed class LocationCall(AmityRequest request, Uri address) : AmityCall<Uri>(request)
{
    internal override Uri Read(AmityAnswer answer)
    {
        if (answer.IsRedirect && answer.Location is { } location && Uri.TryCreate(address, location, out var target))
        {
            return target;
        }

        throw answer.IsSuccess ? new AmityApiException(Request, answer.StatusCode, "the answer names no location") : answer.Refusal(Request);
    }
}
