namespace Amity.Sandbox.Wire;

/// <summary>The outcome of a call that has nothing else to tell.</summary>
internal sealed record SuccessResponse(bool Success);
