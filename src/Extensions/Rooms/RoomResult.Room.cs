using Newtonsoft.Json;

namespace Amity;

// The one room that a single-room operation is about.
public sealed partial class RoomResult
{
    /// <summary>
    /// The room that the operation is about; a response without it fails the call with <see cref="AmityMissingRoomException"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">
    /// There is no room, as <see cref="Rooms"/> is empty: stop and remove return such a result when the response to a retry, 404, says that
    /// the attempt before it was done.
    /// </exception>
    [JsonIgnore]
    [System.Text.Json.Serialization.JsonIgnore]
    public Room Room => Rooms.FirstOrDefault(room => room is not null)
        ?? throw new InvalidOperationException("This result has no room: the service confirmed the call on a retry, without it. GetRoomAsync reads it.");

    internal override void OnRead()
    {
        Sideload.Attach(Rooms, RoomChildrens, Users, Files);
    }

    internal override AmityApiException? FailureOf(AmityRequest request, int statusCode) =>
        Rooms.All(room => room is null) ? new AmityMissingRoomException(request, statusCode) : null;
}
