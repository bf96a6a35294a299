namespace Amity.Sandbox.Wire;

/// <summary>Where to read on in a list; empty when there is nowhere to go.</summary>
internal sealed record Paging(string? Next = null, string? Prev = null);
