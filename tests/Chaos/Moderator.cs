using Amity.Sandbox;

namespace Amity.Tests.Chaos;

/// <summary>One of many who work at the same time, each on ids of its own, so that what was reported to it fixes what must be found.</summary>
internal sealed class Moderator
{
    private readonly Random _random;
    private readonly BanWork _bans;
    private readonly RoomWork _rooms;

    internal Moderator(int number, int seed, SharedCredential credential, AmitySandbox sandbox, RunResults results)
    {
        Name = $"m{number}";
        _random = new Random(unchecked((seed * 1009) + number));
        Expected = new ExpectedState(Name);
        sandbox.AddRoom(room => room.RoomId = Expected.BanRoom);
        sandbox.AddRoom(room => room.RoomId = Expected.ParticipantRoom);
        var calls = new CallRunner(credential, results);
        _bans = new BanWork(Name, calls, Expected, results);
        _rooms = new RoomWork(Name, sandbox, calls, Expected);
    }

    internal string Name { get; }

    internal ExpectedState Expected { get; }

    internal string Staff => _bans.Staff;

    /// <summary>What it is at, to name who hangs.</summary>
    internal string At { get; private set; } = "nothing";

    internal async Task WorkAsync(CancellationToken run)
    {
        while (!run.IsCancellationRequested)
        {
            var decision = Decision.Draw(_random);
            At = decision.ToString();
            await (decision.Work switch
            {
                Work.BulkBan => _bans.BulkAsync(ban: true, decision, run),
                Work.BulkUnban => _bans.BulkAsync(ban: false, decision, run),
                Work.Ban => _bans.BanAsync(ban: true, decision, run),
                Work.Unban => _bans.BanAsync(ban: false, decision, run),
                Work.Enumeration => _bans.EnumerateAsync(decision, run),
                Work.Remove => _rooms.RemoveAsync(decision, run),
                Work.Stop => _rooms.StopAsync(decision, run),
                Work.Delete => _rooms.DeleteAsync(decision, run),
                _ => _rooms.CreateAsync(decision, run),
            });
        }
    }

    internal async Task SettleAsync(CancellationToken run)
    {
        At = "settling";
        await _bans.SettleAsync(run);
        await _rooms.SettleAsync(run);
    }
}
