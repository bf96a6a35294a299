namespace Amity;

/// <summary>The service responded to a call about one room with success, but without the room; a change asked for may have been made.</summary>
public sealed class AmityMissingRoomException : AmityApiException
{
    internal AmityMissingRoomException(AmityRequest request, int statusCode)
        : base(request, statusCode, "the response holds no room")
    {
    }
}
