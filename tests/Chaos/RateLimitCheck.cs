using System.Diagnostics;

namespace Amity.Tests.Chaos;

/// <summary>Whether every credential kept its rate limit, where requests leave and where they come in.</summary>
internal sealed class RateLimitCheck
{
    /// <summary>The client keeps to a window that is this much longer, so that this much lateness at the sender goes unseen.</summary>
    internal static readonly TimeSpan OwnMargin = TimeSpan.FromMilliseconds(100);

    private readonly List<string> _lines = [];

    internal RateLimitCheck(IReadOnlyList<SharedCredential> credentials, RequestLog log, Verdict verdict, TimeSpan worstDelay)
    {
        WorstDelay = worstDelay;
        var allowance = worstDelay > OwnMargin ? worstDelay - OwnMargin : TimeSpan.Zero;
        var byCredential = log.Requests.ToLookup(request => request.Credential);
        foreach (var group in credentials.GroupBy(credential => (credential.Limit, credential.Window)))
        {
            var (limit, window) = group.Key;
            var sender = group.Select(credential => Check(byCredential[credential], request => request.SentAt, limit, window)).ToArray();
            var receiver = group.Select(credential => Check(
                byCredential[credential].Where(request => request.Arrivals > 0), request => request.ArrivedAt, limit, window)).ToArray();
            var rateLimit = $"{limit} per {window.TotalSeconds:0.#} s";
            verdict.Require(
                sender.All(check => check.Shortest is null || check.Shortest >= window - allowance),
                $"the rate limit of {rateLimit} was not kept at the sender: {limit + 1} requests within {sender.Min(check => check.Shortest)}");
            verdict.Require(
                receiver.All(check => check.Worst <= limit),
                $"the rate limit of {rateLimit} was not kept at the receiver: {limit + 1} requests within {receiver.Min(check => check.Shortest)}");
            _lines.Add($"{rateLimit}, {group.Count()} credentials: "
                + $"worst window {sender.Max(check => check.Worst)} at the sender, {receiver.Max(check => check.Worst)} at the receiver; "
                + $"{limit + 1} requests took at least {Text(sender)} at the sender, {Text(receiver)} at the receiver");
        }

        Sent = log.Requests.Count;
        SlowestWay = log.Requests.Where(request => request.Arrivals > 0)
            .Select(request => Stopwatch.GetElapsedTime(request.SentAt, request.ArrivedAt))
            .DefaultIfEmpty()
            .Max();

        // A request that came twice for one send would be a repeat that neither the retry rules nor MayHaveSucceeded know of.
        foreach (var repeated in log.Requests.Where(request => request.Arrivals > 1))
        {
            verdict.Add($"a {repeated.Method} that was sent once came in {repeated.Arrivals} times");
        }

        verdict.Require(Sent == 0 || log.Requests.Any(request => request.Arrivals > 0), "no arrival was noted: the watch at the receiver does not work");
    }

    /// <summary>How late the machine was at worst.</summary>
    internal TimeSpan WorstDelay { get; }

    internal int Sent { get; }

    internal TimeSpan SlowestWay { get; }

    internal IReadOnlyList<string> Lines => _lines;

    private static RequestSpacing Check(IEnumerable<SentRequest> requests, Func<SentRequest, long> time, int limit, TimeSpan window) =>
        RequestSpacing.Of(requests.Select(time), limit, window);

    private static string Text(IEnumerable<RequestSpacing> checks) =>
        checks.Min(check => check.Shortest) is { } time ? $"{time.TotalSeconds:0.000} s" : "no time";
}
