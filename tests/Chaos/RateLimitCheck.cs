using System.Diagnostics;

namespace Amity.Tests.Chaos;

/// <summary>Whether every team kept its rate limit, where requests leave and where they come in.</summary>
internal sealed class RateLimitWatch
{
    /// <summary>The client keeps to a window that is this much longer, so that this much lateness at the sender goes unseen.</summary>
    internal static readonly TimeSpan OwnMargin = TimeSpan.FromMilliseconds(100);

    private readonly List<string> _lines = [];

    internal RateLimitWatch(IReadOnlyList<Team> teams, WireLog log, Verdict verdict, TimeSpan stall)
    {
        Stall = stall;
        var allowance = stall > OwnMargin ? stall - OwnMargin : TimeSpan.Zero;
        var byTeam = log.Requests.ToLookup(request => request.Team);
        foreach (var group in teams.GroupBy(team => (team.Limit, team.Window)))
        {
            var (limit, window) = group.Key;
            var sender = group.Select(team => Check(byTeam[team], request => request.SentAt, limit, window)).ToArray();
            var receiver = group.Select(team => Check(byTeam[team].Where(request => request.Arrivals > 0), request => request.ArrivedAt, limit, window)).ToArray();
            var rateLimit = $"{limit} per {window.TotalSeconds:0.#} s";
            verdict.Require(
                sender.All(check => check.Shortest is null || check.Shortest >= window - allowance),
                $"the rate limit of {rateLimit} was not kept at the sender: {limit + 1} requests within {sender.Min(check => check.Shortest)}");
            verdict.Require(
                receiver.All(check => check.Worst <= limit),
                $"the rate limit of {rateLimit} was not kept at the receiver: {limit + 1} requests within {receiver.Min(check => check.Shortest)}");
            _lines.Add($"{rateLimit}, {group.Count()} credentials: worst window {sender.Max(check => check.Worst)} at the sender, {receiver.Max(check => check.Worst)} at the receiver; "
                + $"{limit + 1} requests took at least {Text(sender)} at the sender, {Text(receiver)} at the receiver");
        }

        Sent = log.Requests.Count;
        SlowestWay = log.Requests.Where(request => request.Arrivals > 0).Select(request => Stopwatch.GetElapsedTime(request.SentAt, request.ArrivedAt)).DefaultIfEmpty().Max();

        // A request that came twice for one send would be a repeat that neither the retry rules nor MayHaveSucceeded know of.
        foreach (var repeated in log.Requests.Where(request => request.Arrivals > 1))
        {
            verdict.Add($"a {repeated.Method} that was sent once came in {repeated.Arrivals} times");
        }

        verdict.Require(Sent == 0 || log.Requests.Any(request => request.Arrivals > 0), "no arrival was noted: the watch at the receiver does not work");
    }

    /// <summary>How late the machine was at worst.</summary>
    internal TimeSpan Stall { get; }

    internal int Sent { get; }

    internal TimeSpan SlowestWay { get; }

    internal IReadOnlyList<string> Lines => _lines;

    private static RateLimitCheck Check(IEnumerable<SendRecord> requests, Func<SendRecord, long> time, int limit, TimeSpan window) =>
        RateLimitCheck.Of(requests.Select(time), limit, window);

    private static string Text(IEnumerable<RateLimitCheck> checks) => checks.Min(check => check.Shortest) is { } time ? $"{time.TotalSeconds:0.000} s" : "no time";
}
