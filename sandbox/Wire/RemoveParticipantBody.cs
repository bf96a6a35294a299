namespace Amity.Sandbox.Wire;

/// <summary>The body that takes a participant out of a room.</summary>
internal sealed record RemoveParticipantBody(string ParticipantUserId);
