namespace Amity;

/// <summary>The service answered a call about one room with success, but without the room; a change asked for may have been made.</summary>
public sealed class AmityMissingRoomException : AmityApiException
{
    internal AmityMissingRoomException(AmityRequest request, int statusCode)
        : base(request, statusCode, "the answer holds no room")
    {
    }
}
