namespace Amity;

/// <summary>
/// What the requests of one batch showed so far. When all of them are rejected alike, the reason is hardly the ids: splitting down to
/// each of them would only multiply the requests, so that it ends the run. As soon as one id is accepted, it is the ids.
/// </summary>
internal sealed class BulkBatch
{
    private const int MostRequestsWithoutSuccess = 16;

    private AmityApiException? _rejection;
    private int _rejections;
    private bool _isAboutIds;

    /// <summary>
    /// The rejection that all requests met, once there were enough of them; null before, and when the ids are the reason.
    /// </summary>
    internal AmityApiException? Error => !_isAboutIds && _rejections >= MostRequestsWithoutSuccess ? _rejection : null;

    /// <summary>Whether the rejection that was just met is that of the whole batch.</summary>
    internal bool IsFirst => _rejections == 1;

    internal void Accepted() => _isAboutIds = true;

    internal void Rejected(AmityApiException rejection)
    {
        _rejections++;
        _isAboutIds |= _rejection is { } earlier && !IsAlike(earlier, rejection);
        _rejection ??= rejection;
    }

    private static bool IsAlike(AmityApiException one, AmityApiException other) =>
        one.StatusCode == other.StatusCode && one.ErrorCode == other.ErrorCode && one.ServiceMessage == other.ServiceMessage;
}
