using Amity.Rooms;
using Amity.Sandbox;

namespace Amity.Tests.Chaos;

/// <summary>Removes participants, stops, deletes and creates rooms; each of them is touched by one moderator only.</summary>
internal sealed class RoomWork(string moderator, AmitySandbox sandbox, CallRunner calls, ExpectedState expected)
{
    private int _made;

    internal Task RemoveAsync(Decision decision, CancellationToken run)
    {
        var participant = Retry(expected.Removed, decision) ?? NewId("guest");
        if (!expected.Removed.ContainsKey(participant))
        {
            sandbox.AddParticipant(expected.ParticipantRoom, participant);
        }

        return RemoveAsync(participant, decision.CancelAfter, run);
    }

    internal Task StopAsync(Decision decision, CancellationToken run) =>
        StopAsync(Retry(expected.Stopped, decision) ?? AddRoom("live"), decision.CancelAfter, run);

    internal Task DeleteAsync(Decision decision, CancellationToken run) =>
        DeleteAsync(Retry(expected.Deleted, decision) ?? AddRoom("idle"), decision.CancelAfter, run);

    internal async Task CreateAsync(Decision decision, CancellationToken run)
    {
        var title = NewId("created");
        var ended = await calls.MakeAsync("create", decision.CancelAfter, run, (rooms, cancellation) =>
            rooms.CreateRoomAsync(new CreateRoomRequest { Title = title, Type = RoomType.DirectStreaming }, cancellation));
        expected.Created.Add(new ExpectedState.Creation(title, ended.Reported, ended.Response?.RoomId));
    }

    /// <summary>Makes the calls again that were not reported as done.</summary>
    internal async Task SettleAsync(CancellationToken run)
    {
        foreach (var (states, call) in new (Dictionary<string, PossibleState>, Func<string, TimeSpan?, CancellationToken, Task>)[]
        {
            (expected.Removed, RemoveAsync),
            (expected.Stopped, StopAsync),
            (expected.Deleted, DeleteAsync),
        })
        {
            foreach (var id in states.Values.Where(state => state.IsPending).Select(state => state.Id).ToArray())
            {
                await call(id, null, run);
            }
        }
    }

    private async Task RemoveAsync(string participant, TimeSpan? cancelAfter, CancellationToken run) =>
        Note(expected.Removed, participant, await calls.MakeAsync("remove", cancelAfter, run, (rooms, cancellation) =>
            rooms.RemoveParticipantAsync(expected.ParticipantRoom, new RemoveParticipantRequest { ParticipantUserId = participant }, cancellation)));

    private async Task StopAsync(string room, TimeSpan? cancelAfter, CancellationToken run) =>
        Note(expected.Stopped, room, await calls.MakeAsync("stop", cancelAfter, run, (rooms, cancellation) => rooms.StopRoomAsync(room, cancellation)));

    private async Task DeleteAsync(string room, TimeSpan? cancelAfter, CancellationToken run) =>
        Note(expected.Deleted, room, await calls.MakeAsync("delete", cancelAfter, run, (rooms, cancellation) => rooms.DeleteRoomAsync(room, cancellation)));

    private static void Note<T>(Dictionary<string, PossibleState> states, string id, CallRunner.CallResult<T> ended)
        where T : class?
    {
        var state = ExpectedState.Of(states, id);
        state.Note(wanted: true, ended.Reported);
        if (ended.Failure is AmityApiException { Category: AmityErrorCategory.NotFound or AmityErrorCategory.InvalidRequest })
        {
            // Nobody is there to be removed, or no room to be stopped or deleted.
            state.NothingToDo();
        }
    }

    /// <summary>Half of the time, what a call before left open.</summary>
    private static string? Retry(Dictionary<string, PossibleState> states, Decision decision) =>
        decision.RunsRemaining ? states.Values.FirstOrDefault(state => state.IsPending)?.Id : null;

    private string AddRoom(string status) => sandbox.AddRoom(room =>
    {
        room.RoomId = NewId("room");
        room.Status = status;
    }).RoomId;

    private string NewId(string kind) => $"{moderator}-{kind}-{++_made}";
}
