using Amity.Sandbox;

namespace Amity.Tests.Chaos;

/// <summary>Compares the sandbox's state with what was reported to a moderator.</summary>
internal sealed class StateCheck(AmitySandbox sandbox, Verdict verdict, string moment)
{
    internal int Compared { get; private set; }

    /// <summary>Nothing may be in a state that was not reported to its caller.</summary>
    internal void Possible(ExpectedState expected) => Compare(expected, (state, actual) => state.CanBe(actual));

    /// <summary>After everything left was run again, all is as wanted, other than what the service rejected.</summary>
    internal void AsWanted(ExpectedState expected) => Compare(
        expected,
        (state, actual) => state.CanBe(actual) && !state.IsPending && (state.IsRejected || state.Wanted == actual));

    internal void Created(ExpectedState expected, ILookup<string, string> rooms)
    {
        foreach (var creation in expected.Created)
        {
            Compared++;
            string[] ids = [.. rooms[creation.Title]];
            var fits = creation.Reported switch
            {
                ReportedOutcome.Done => ids.Length == 1 && ids[0] == creation.RoomId,
                ReportedOutcome.Perhaps => ids.Length <= 1,
                _ => ids.Length == 0,
            };
            verdict.Require(fits, $"{moment}: {creation.Title} was reported as {creation.Reported} and exists {ids.Length} times");
        }
    }

    private void Compare(ExpectedState expected, Func<PossibleState, bool, bool> fits)
    {
        var banned = sandbox.BannedViewers(expected.BanRoom).ToHashSet(StringComparer.Ordinal);
        Each("banned", expected.Banned, banned.Contains, fits);
        banned.ExceptWith(expected.Banned.Keys);
        verdict.Require(banned.Count == 0, $"{moment}: banned though nobody asked: {string.Join(", ", banned)}");

        var participants = sandbox.FindRoom(expected.ParticipantRoom)!.Participants.Select(participant => participant.UserId).ToHashSet(StringComparer.Ordinal);
        Each("removed", expected.Removed, id => !participants.Contains(id), fits);
        Each("stopped", expected.Stopped, id => sandbox.FindRoom(id)!.Status != "live", fits);
        Each("deleted", expected.Deleted, id => sandbox.FindRoom(id)!.IsDeleted, fits);
    }

    private void Each(string what, Dictionary<string, PossibleState> states, Func<string, bool> actual, Func<PossibleState, bool, bool> fits)
    {
        foreach (var state in states.Values)
        {
            Compared++;
            verdict.Require(
                fits(state, actual(state.Id)),
                $"{moment}: {state.Id} is {(actual(state.Id) ? null : "not ")}{what}; wanted {state.Wanted}, which by reports can be "
                    + $"{(state.CanBe(true) ? what : null)} {(state.CanBe(false) ? $"not {what}" : null)}{(state.IsPending ? ", still open" : null)}");
        }
    }
}
