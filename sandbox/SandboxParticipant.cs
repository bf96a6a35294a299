namespace Amity.Sandbox;

/// <summary>Somebody on the stage of a room.</summary>
/// <param name="UserId">The id that calls take.</param>
/// <param name="Type">The part played: host or coHost.</param>
public sealed record SandboxParticipant(string UserId, string Type);
