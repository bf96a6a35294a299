using Amity.DriftCheck.Observing;

namespace Amity.DriftCheck;

/// <summary>What to check, and what to do with the outcome.</summary>
internal sealed record CheckOptions
{
    public ServiceAddress? Url { get; init; }

    public string? Room { get; init; }

    public required string TokenVariable { get; init; }

    public bool Write { get; init; }

    public string? SaveFolder { get; init; }

    public string? HarFile { get; init; }

    public bool AsJson { get; init; }
}
