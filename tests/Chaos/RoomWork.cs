using Amity.Rooms;
using Amity.Sandbox;

namespace Amity.Tests.Chaos;

/// <summary>Removes participants, stops, deletes and creates rooms; each of them is touched by one moderator only.</summary>
internal sealed class RoomDesk(string moderator, AmitySandbox sandbox, Calls calls, CallersLedger ledger)
{
    private int _made;

    internal Task RemoveAsync(Decision decision, CancellationToken run)
    {
        var participant = Retry(ledger.Removed, decision) ?? NewId("guest");
        if (!ledger.Removed.ContainsKey(participant))
        {
            sandbox.AddParticipant(ledger.StageRoom, participant);
        }

        return RemoveAsync(participant, decision.CancelAfter, run);
    }

    internal Task StopAsync(Decision decision, CancellationToken run) =>
        StopAsync(Retry(ledger.Stopped, decision) ?? AddRoom("live"), decision.CancelAfter, run);

    internal Task DeleteAsync(Decision decision, CancellationToken run) =>
        DeleteAsync(Retry(ledger.Deleted, decision) ?? AddRoom("idle"), decision.CancelAfter, run);

    internal async Task CreateAsync(Decision decision, CancellationToken run)
    {
        var title = NewId("created");
        var ended = await calls.MakeAsync("create", decision.CancelAfter, run, (rooms, cancellation) =>
            rooms.CreateRoomAsync(new CreateRoomRequest { Title = title, Type = RoomType.DirectStreaming }, cancellation));
        ledger.Created.Add(new CallersLedger.Creation(title, ended.Reported, ended.Response?.RoomId));
    }

    /// <summary>Makes the calls again that were not reported as done.</summary>
    internal async Task SettleAsync(CancellationToken run)
    {
        foreach (var (facts, call) in new (Dictionary<string, Fact>, Func<string, TimeSpan?, CancellationToken, Task>)[]
        {
            (ledger.Removed, RemoveAsync),
            (ledger.Stopped, StopAsync),
            (ledger.Deleted, DeleteAsync),
        })
        {
            foreach (var id in facts.Values.Where(fact => fact.IsPending).Select(fact => fact.Id).ToArray())
            {
                await call(id, null, run);
            }
        }
    }

    private async Task RemoveAsync(string participant, TimeSpan? cancelAfter, CancellationToken run) =>
        Note(ledger.Removed, participant, await calls.MakeAsync("remove", cancelAfter, run, (rooms, cancellation) =>
            rooms.RemoveParticipantAsync(ledger.StageRoom, new RemoveParticipantRequest { ParticipantUserId = participant }, cancellation)));

    private async Task StopAsync(string room, TimeSpan? cancelAfter, CancellationToken run) =>
        Note(ledger.Stopped, room, await calls.MakeAsync("stop", cancelAfter, run, (rooms, cancellation) => rooms.StopRoomAsync(room, cancellation)));

    private async Task DeleteAsync(string room, TimeSpan? cancelAfter, CancellationToken run) =>
        Note(ledger.Deleted, room, await calls.MakeAsync("delete", cancelAfter, run, (rooms, cancellation) => rooms.DeleteRoomAsync(room, cancellation)));

    private static void Note<T>(Dictionary<string, Fact> facts, string id, Calls.Ended<T> ended)
        where T : class?
    {
        var fact = CallersLedger.Of(facts, id);
        fact.Note(wanted: true, ended.Reported);
        if (ended.Failure is AmityApiException { Category: AmityErrorCategory.NotFound or AmityErrorCategory.InvalidRequest })
        {
            // Nobody is there to be removed, or no room to be stopped or deleted.
            fact.NothingToDo();
        }
    }

    /// <summary>Half of the time, what a call before left open.</summary>
    private static string? Retry(Dictionary<string, Fact> facts, Decision decision) =>
        decision.RunsRemaining ? facts.Values.FirstOrDefault(fact => fact.IsPending)?.Id : null;

    private string AddRoom(string status) => sandbox.AddRoom(room =>
    {
        room.RoomId = NewId("room");
        room.Status = status;
    }).RoomId;

    private string NewId(string kind) => $"{moderator}-{kind}-{++_made}";
}
