namespace Amity.Sandbox.Wire;

/// <summary>What is needed to broadcast into a room.</summary>
internal sealed record BroadcastCredentials(
    string? DirectStreamUrl = null,
    string? CoHostToken = null,
    string? CoHostUrl = null);
