using Amity.Sandbox;

namespace Amity.Tests.Chaos;

/// <summary>What one run did and whether it held.</summary>
internal sealed record Report(int Seed, int Moderators, TimeSpan Load, TimeSpan Whole, Notes Notes, IReadOnlyDictionary<SandboxFault, long> Faults, RateLimitWatch RateLimit, int Tokens, int Compared)
{
    private const int Shown = 20;

    internal Verdict Verdict => Notes.Verdict;

    internal void Print(TextWriter output)
    {
        output.WriteLine($"""

            seed {Seed}: {Moderators} moderators, {Load.TotalSeconds:0.0} s of load, {Whole.TotalSeconds:0.0} s in all
              operations  {Notes.Operations.Total}: {Notes.Operations}
              outcomes    {Notes.Outcomes}
              bulk ids    {Notes.BulkItems}
              enumerations       {Notes.Enumerations}
              requests    {RateLimit.Sent}, of them retries {Notes.Retries.Total}; slowest way to the receiver {RateLimit.SlowestWay.TotalMilliseconds:0} ms
              machine     at worst {RateLimit.Stall.TotalMilliseconds:0} ms late; what is beyond the limit's own margin of {RateLimitWatch.OwnMargin.TotalMilliseconds:0} ms is taken off the windows judged at the sender
              tokens      {Tokens} made
              faults      {Faults.Values.Sum()}: {string.Join(", ", Faults.OrderBy(fault => fault.Key).Select(fault => $"{fault.Key} {fault.Value}"))}
            """);
        foreach (var line in RateLimit.Lines)
        {
            output.WriteLine($"  rate limit        {line}");
        }

        output.WriteLine($"  verdict     {(Verdict.Count == 0 ? $"as reported: {Compared} comparisons, no difference" : $"{Verdict.Count} DIFFERENCES in {Compared} comparisons")}");
        foreach (var difference in Verdict.Differences.Take(Shown))
        {
            output.WriteLine($"    {difference}");
        }
    }
}
