using Newtonsoft.Json;

namespace Amity;

// The one room that a single-room operation is about.
public sealed partial class RoomResult
{
    /// <summary>The room that the operation is about; an answer without it fails the call with <see cref="AmityMissingRoomException"/>.</summary>
    [JsonIgnore]
    public Room Room => Rooms.FirstOrDefault(room => room is not null) ?? throw new InvalidOperationException("This result holds no room.");

    internal override void OnRead()
    {
        Sideload.Attach(Rooms, RoomChildrens, Users, Files);
    }

    internal override AmityApiException? FailureOf(AmityRequest request, int statusCode) =>
        Rooms.All(room => room is null) ? new AmityMissingRoomException(request, statusCode) : null;
}
