namespace Amity.Sandbox.Wire;

/// <summary>The outcome of a call that returns nothing else.</summary>
internal sealed record SuccessResponse(bool Success);
