using Amity.Sandbox;

namespace Amity.Tests.Chaos;

/// <summary>Holds the sandbox's state against what was reported to a moderator.</summary>
internal sealed class Comparison(AmitySandbox sandbox, Verdict verdict, string moment)
{
    internal int Compared { get; private set; }

    /// <summary>Nothing may be in a state that was not reported to its caller.</summary>
    internal void Possible(CallersLedger ledger) => Compare(ledger, (fact, actual) => fact.CanBe(actual));

    /// <summary>After everything left was run again, all is as wanted, other than what the service rejected.</summary>
    internal void AsWanted(CallersLedger ledger) => Compare(ledger, (fact, actual) => fact.CanBe(actual) && !fact.IsPending && (fact.IsRejected || fact.Wanted == actual));

    internal void Created(CallersLedger ledger, ILookup<string, string> rooms)
    {
        foreach (var creation in ledger.Created)
        {
            Compared++;
            string[] ids = [.. rooms[creation.Title]];
            var fits = creation.Reported switch
            {
                Reported.Done => ids.Length == 1 && ids[0] == creation.RoomId,
                Reported.Perhaps => ids.Length <= 1,
                _ => ids.Length == 0,
            };
            verdict.Require(fits, $"{moment}: {creation.Title} was reported as {creation.Reported} and exists {ids.Length} times");
        }
    }

    private void Compare(CallersLedger ledger, Func<Fact, bool, bool> fits)
    {
        var banned = sandbox.BannedViewers(ledger.BanRoom).ToHashSet(StringComparer.Ordinal);
        Each("banned", ledger.Banned, banned.Contains, fits);
        banned.ExceptWith(ledger.Banned.Keys);
        verdict.Require(banned.Count == 0, $"{moment}: banned though nobody asked: {string.Join(", ", banned)}");

        var stage = sandbox.FindRoom(ledger.StageRoom)!.Participants.Select(participant => participant.UserId).ToHashSet(StringComparer.Ordinal);
        Each("removed", ledger.Removed, id => !stage.Contains(id), fits);
        Each("stopped", ledger.Stopped, id => sandbox.FindRoom(id)!.Status != "live", fits);
        Each("deleted", ledger.Deleted, id => sandbox.FindRoom(id)!.IsDeleted, fits);
    }

    private void Each(string what, Dictionary<string, Fact> facts, Func<string, bool> actual, Func<Fact, bool, bool> fits)
    {
        foreach (var fact in facts.Values)
        {
            Compared++;
            verdict.Require(
                fits(fact, actual(fact.Id)),
                $"{moment}: {fact.Id} is {(actual(fact.Id) ? null : "not ")}{what}; wanted {fact.Wanted}, which by reports can be {(fact.CanBe(true) ? what : null)} {(fact.CanBe(false) ? "not " + what : null)}{(fact.IsPending ? ", still open" : null)}");
        }
    }
}
