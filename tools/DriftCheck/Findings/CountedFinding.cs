namespace Amity.DriftCheck.Findings;

/// <summary>A finding and how often it was met.</summary>
internal sealed record CountedFinding(Finding Finding, int Count);
