using Amity.Sandbox.Pipeline;
using Amity.Sandbox.Wire;

namespace Amity.Sandbox.State;

/// <summary>Everything the sandbox remembers; whoever reads or changes it holds the gate.</summary>
internal sealed class SandboxState
{
    private readonly TimeProvider _time;
    private readonly Dictionary<string, RoomBans> _bans = new(StringComparer.Ordinal);

    public SandboxState(TimeProvider time)
    {
        _time = time;
        Ids = new IdSource(time);
        NetworkId = Ids.Next();
        Users = new UserDirectory(this);
    }

    public Lock Gate { get; } = new();

    public IdSource Ids { get; }

    public string NetworkId { get; }

    public UserDirectory Users { get; }

    public RoomStore Rooms { get; } = new();

    public Dictionary<string, StoredFile> Files { get; } = new(StringComparer.Ordinal);

    public HashSet<string> UsedNonces { get; } = new(StringComparer.Ordinal);

    /// <summary>The present instant, cut to the milliseconds that responses can show.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = _time.GetUtcNow();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        }
    }

    public RoomBans BansOf(string roomId)
    {
        if (!_bans.TryGetValue(roomId, out var bans))
        {
            _bans[roomId] = bans = new RoomBans();
        }

        return bans;
    }

    /// <summary>The room a call names; a deleted room reads as unknown.</summary>
    public Room RequireRoom(string roomId) =>
        Rooms.Find(roomId) is { IsDeleted: false } room ? room : throw Reject.NotFound("Room");

    public void RequireFile(string? fileId)
    {
        if (fileId is not null && !Files.ContainsKey(fileId))
        {
            throw Reject.NotFound("File");
        }
    }

    public void Clear()
    {
        Users.Clear();
        Rooms.Clear();
        Files.Clear();
        UsedNonces.Clear();
        _bans.Clear();
    }
}
