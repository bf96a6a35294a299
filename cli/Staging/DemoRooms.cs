using Amity.Sandbox;

namespace Amity.Cli.Staging;

/// <summary>What a sandbox of this program holds; the ids are known, so that examples can name them.</summary>
internal static class DemoRooms
{
    public const string Names = "kitchen, garden and studio";
    public const int Bans = 2500;

    public static void Add(AmitySandbox sandbox, int bans)
    {
        sandbox.AddRoom(room => (room.RoomId, room.Title, room.CreatedAt) = ("studio", "Sunday matinee", sandbox.Now.AddDays(-1)));
        sandbox.AddRoom(room => (room.RoomId, room.Title, room.Status, room.CreatedBy, room.CreatedAt) =
            ("garden", "Roses after rain", "ended", "host-1", sandbox.Now.AddDays(-2)));
        sandbox.AddRecording("garden", "recording-1");
        sandbox.AddDemoRoom(bans, "kitchen");
    }
}
