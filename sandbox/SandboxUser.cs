namespace Amity.Sandbox;

/// <summary>A user of the sandbox.</summary>
/// <param name="UserId">The id that calls take.</param>
/// <param name="InternalId">The internal id, 24 hexadecimal digits.</param>
/// <param name="DisplayName">The name to show, null when there is none.</param>
/// <param name="CanBeBanned">Whether a ban of this user is accepted.</param>
public sealed record SandboxUser(string UserId, string InternalId, string? DisplayName, bool CanBeBanned);
