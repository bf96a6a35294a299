namespace Amity.Sandbox.Wire;

/// <summary>The particulars of an error, one text each.</summary>
internal sealed record ErrorData(IReadOnlyList<string> Detail);
