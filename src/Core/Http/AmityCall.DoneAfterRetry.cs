namespace Amity.Core.Http;

// Rejections that mean, after an attempt whose outcome is unknown, that this attempt did it.
internal abstract partial class AmityCall
{
    /// <summary>Throws a rejection, unless it means that an earlier attempt of this call, whose outcome nobody saw, did it.</summary>
    private protected void ThrowUnlessDone(ReceivedResponse response)
    {
        var rejection = response.Rejection(Request.Name);
        var isDone = _outcomeUnknown
            && (Request.DoneAfterRetry.Contains(rejection.StatusCode) || Request.DoneAfterRetry.Contains(rejection.ErrorCode?.Value ?? 0));
        if (!isDone)
        {
            throw rejection;
        }
    }
}
