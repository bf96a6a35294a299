using Amity.Sandbox;

namespace Amity.Tests.Chaos;

/// <summary>What one run did and whether it held.</summary>
internal sealed record ChaosReport(
    int Seed,
    int Moderators,
    TimeSpan Load,
    TimeSpan Whole,
    RunResults Results,
    IReadOnlyDictionary<SandboxFault, long> Faults,
    RateLimitCheck RateLimit,
    int Tokens,
    int Compared)
{
    private const int Shown = 20;

    internal Verdict Verdict => Results.Verdict;

    internal void Print(TextWriter output)
    {
        output.WriteLine($"""

            seed {Seed}: {Moderators} moderators, {Load.TotalSeconds:0.0} s of load, {Whole.TotalSeconds:0.0} s in all
              operations    {Results.Operations.Total}: {Results.Operations}
              outcomes      {Results.Outcomes}
              bulk ids      {Results.BulkItems}
              enumerations  {Results.Enumerations}
              requests      {RateLimit.Sent}, of them retries {Results.Retries.Total}; slowest way to the receiver {RateLimit.SlowestWay.TotalMilliseconds:0} ms
              machine       at worst {RateLimit.WorstDelay.TotalMilliseconds:0} ms late
                            what exceeds the limit's own margin of {RateLimitCheck.OwnMargin.TotalMilliseconds:0} ms is taken off the windows judged at the sender
              tokens        {Tokens} made
              faults        {Faults.Values.Sum()}: {string.Join(", ", Faults.OrderBy(fault => fault.Key).Select(fault => $"{fault.Key} {fault.Value}"))}
            """);
        foreach (var line in RateLimit.Lines)
        {
            output.WriteLine($"  rate limit    {line}");
        }

        output.WriteLine(Verdict.Count == 0
            ? $"  verdict       as reported: {Compared} comparisons, no difference"
            : $"  verdict       {Verdict.Count} DIFFERENCES in {Compared} comparisons");
        foreach (var difference in Verdict.Differences.Take(Shown))
        {
            output.WriteLine($"    {difference}");
        }
    }
}
