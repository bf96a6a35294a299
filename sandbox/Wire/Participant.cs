namespace Amity.Sandbox.Wire;

/// <summary>Somebody on the stage of a room.</summary>
internal sealed record Participant(string Type, string UserId, string UserInternalId);
