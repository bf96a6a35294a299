namespace Amity.DriftCheck.Findings;

/// <summary>Something worth knowing that no contract rules out: a header, the host of a redirect.</summary>
internal sealed record Note(string Operation, string Name, string Value);
