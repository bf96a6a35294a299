namespace Amity.Sandbox.Wire;

/// <summary>The body that bans viewers or lifts their bans.</summary>
internal sealed record ViewerIdsBody(IReadOnlyList<string> UserIds);
