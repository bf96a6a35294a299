using Amity.Rooms;

namespace Amity.Tests.Chaos;

/// <summary>Bans and lifts bans in a room of the moderator's own, and enumerates them.</summary>
internal sealed class BanWork
{
    private const int PoolSize = 400;
    private const int PageSize = 50;

    private readonly string _moderator;
    private readonly CallRunner _calls;
    private readonly ExpectedState _expected;
    private readonly RunResults _results;
    private readonly List<string> _pool = [];
    private int _made;
    private int _staffMade;

    internal BanWork(string moderator, CallRunner calls, ExpectedState expected, RunResults results)
    {
        _moderator = moderator;
        _calls = calls;
        _expected = expected;
        _results = results;
        Refill();
        Staff = NewStaff();
    }

    /// <summary>Somebody who can be banned at one moment and not at the next, which is up to others.</summary>
    internal string Staff { get; private set; }

    internal async Task BulkAsync(bool ban, Decision decision, CancellationToken run)
    {
        var ids = Pick(decision.Size, decision);
        var result = await BulkOnceAsync(ban, ids, decision.CancelAfter, run);
        if (decision.RunsRemaining && result is { Remaining.Count: > 0 } && !run.IsCancellationRequested)
        {
            await BulkOnceAsync(ban, result.Remaining, cancelAfter: null, run);
        }
    }

    internal async Task<BulkResult?> BulkOnceAsync(bool ban, IReadOnlyList<string> ids, TimeSpan? cancelAfter, CancellationToken run)
    {
        var ended = await _calls.MakeAsync(ban ? "bulk ban" : "bulk unban", cancelAfter, run, (rooms, cancellation) => ban
            ? rooms.BulkBanViewersAsync(_expected.BanRoom, ids, cancellationToken: cancellation)
            : rooms.BulkUnbanViewersAsync(_expected.BanRoom, ids, cancellationToken: cancellation));
        var result = ended.Response ?? (ended.Failure as BulkCanceledException)?.Result;
        if (result is null)
        {
            _results.Verdict.Add($"a bulk call ended without a result: {ended.Failure}");
            ids.ToList().ForEach(id => StateOf(id).Note(ban, ReportedOutcome.Perhaps));
        }
        else
        {
            Note(result, ban, ids, cancelled: ended.Failure is BulkCanceledException);
        }

        RetireIf(ended.MayArriveLate, ids);
        return result;
    }

    internal async Task BanAsync(bool ban, Decision decision, CancellationToken run)
    {
        var ids = Pick(Math.Min(decision.Size, 3), decision);
        var request = new ViewerIdsRequest { UserIds = ids };
        var ended = await _calls.MakeAsync(ban ? "ban" : "unban", decision.CancelAfter, run, (rooms, cancellation) => ban
            ? rooms.BanViewersAsync(_expected.BanRoom, request, cancellation)
            : rooms.UnbanViewersAsync(_expected.BanRoom, request, cancellation));
        ids.ForEach(id => StateOf(id).Note(ban, ended.Reported));
        RetireIf(ended.MayArriveLate, ids);
    }

    internal async Task EnumerateAsync(Decision decision, CancellationToken run)
    {
        var start = DateTimeOffset.UtcNow;
        var seen = new List<string>();
        string? token = null;
        for (var attempt = 0; attempt < 4; attempt++)
        {
            var ended = await _calls.MakeAsync("enumeration", decision.CancelAfter, run, async (rooms, cancellation) =>
            {
                await foreach (var page in rooms.ListViewerBansAsync(_expected.BanRoom, new() { PageSize = PageSize }, cancellation).AsPages(token))
                {
                    seen.AddRange(page.Items.Select(ban => ban.UserId is { Length: > 0 } id ? id : "nobody"));
                }

                return seen;
            });
            if (ended.Reported == ReportedOutcome.Done)
            {
                Check(seen, start);
                return;
            }

            if (ended.Failure is not AmityException failure)
            {
                break;
            }

            token = failure.ContinuationToken;
            _results.Enumerations.Add("resumed");
        }

        _results.Enumerations.Add("given up");
    }

    /// <summary>Runs what is left until the service has responded for every id.</summary>
    internal async Task SettleAsync(CancellationToken run)
    {
        foreach (var ban in new[] { true, false })
        {
            string[] left = [.. _expected.Banned.Values.Where(state => state.IsPending && state.Wanted == ban).Select(state => state.Id)];
            IReadOnlyList<string> remaining = left;
            for (var round = 0; remaining.Count > 0 && round < 3; round++)
            {
                remaining = (await BulkOnceAsync(ban, remaining, cancelAfter: null, run))?.Remaining ?? remaining;
            }
        }
    }

    private PossibleState StateOf(string id) => ExpectedState.Of(_expected.Banned, id);

    private void Note(BulkResult result, bool ban, IReadOnlyList<string> ids, bool cancelled)
    {
        _results.Verdict.Require(result.Items.Select(item => item.Id).SequenceEqual(ids), "a bulk result does not hold the ids it was given");
        if (result.Error is not null)
        {
            _calls.Judge("bulk", result.Error, cancelled);
        }

        foreach (var item in result.Items)
        {
            _results.BulkItems.Add(item.Outcome.ToString());
            if (item.Error is not null)
            {
                _calls.Judge("bulk item", item.Error, cancelled);
            }

            StateOf(item.Id).Note(ban, item.Outcome switch
            {
                BulkOutcome.Done => ReportedOutcome.Done,
                BulkOutcome.Rejected when item.Error is AmityException { MayHaveSucceeded: false } => ReportedOutcome.Rejected,
                BulkOutcome.NotSent => ReportedOutcome.NotDone,
                _ => ReportedOutcome.Perhaps,
            });
        }
    }

    private void Check(List<string> seen, DateTimeOffset start)
    {
        _results.Enumerations.Add("complete");
        var distinct = seen.ToHashSet(StringComparer.Ordinal);
        _results.Verdict.Require(distinct.Count == seen.Count, $"an enumeration of {_expected.BanRoom} shows somebody twice");
        foreach (var stranger in distinct.Where(id => !_expected.Banned.TryGetValue(id, out var state) || state.IsSurely(false)))
        {
            _results.Verdict.Add($"an enumeration of {_expected.BanRoom} shows {stranger}, who is not banned");
        }

        var missing = _expected.Banned.Values.Count(state => state.IsSurely(true) && !distinct.Contains(state.Id));
        if (missing > 0)
        {
            _expected.Doubts.Add(new ExpectedState.DoubtfulEnumeration(_expected.BanRoom, start, DateTimeOffset.UtcNow, missing));
        }
    }

    private List<string> Pick(int count, Decision decision)
    {
        var first = (int)(decision.Start * _pool.Count);
        var ids = Enumerable.Range(first, Math.Min(count, _pool.Count)).Select(i => _pool[i % _pool.Count]).ToList();
        if (decision.WithStaff)
        {
            ids.Insert(first % ids.Count, Staff);
        }

        return ids;
    }

    // A request that may arrive late could undo a later change, as with any service: such an id rests until the end.
    private void RetireIf(bool mayArriveLate, IEnumerable<string> ids)
    {
        if (mayArriveLate)
        {
            var retired = ids.ToHashSet(StringComparer.Ordinal);
            _pool.RemoveAll(retired.Contains);
            Refill();
            Staff = retired.Contains(Staff) ? NewStaff() : Staff;
        }
    }

    private void Refill()
    {
        while (_pool.Count < PoolSize)
        {
            _pool.Add($"{_moderator}-viewer-{++_made}");
        }
    }

    private string NewStaff() => $"{_moderator}-staff-{++_staffMade}";
}
