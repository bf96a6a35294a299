namespace Amity.Tests.Contract;

/// <summary>The provider states of the pact, in the words that stand in it.</summary>
internal static class States
{
    public const string Caller = "a caller with a token";
    public const string CallerAtTheLimit = "a caller who has used up the rate limit";

    public const string Room = "a room";
    public const string RoomWithPeople = "a room with a host and a co-host on stage";
    public const string LiveRoom = "a room on the air";
    public const string RoomWithChild = "a room with a child room";
    public const string RoomWithThumbnail = "a room with a thumbnail";
    public const string RecordedRoom = "a room with a recording";
    public const string CoHostRoom = "a room for co-hosts";
    public const string DirectRoom = "a room for direct streaming";
    public const string NoRoom = "no room with this id";
    public const string RoomWithBans = "a room with banned viewers";
    public const string RoomWithFewBans = "a room whose banned viewers fit into one page";
    public const string RoomWithMoreBans = "a room with more banned viewers than a page holds";
    public const string RoomWithNextBans = "a room whose second page of banned viewers is asked for";
    public const string UserWhoCannotBeBanned = "a user who cannot be banned";

    public const string LiveCoHostRooms = "more live rooms for co-hosts than a page holds";
    public const string NextLiveCoHostRooms = "live rooms for co-hosts whose second page is asked for";

    public const string Image = "an uploaded image";
    public const string UsedNonce = "a watch-time nonce that was used before";
}
