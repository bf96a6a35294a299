namespace Amity.Tests.Chaos;

/// <summary>What all moderators of a run note together.</summary>
internal sealed class RunResults
{
    internal Verdict Verdict { get; } = new();

    internal Tally Operations { get; } = new();

    internal Tally Outcomes { get; } = new();

    internal Tally BulkItems { get; } = new();

    internal Tally Retries { get; } = new();

    internal Tally Enumerations { get; } = new();
}
