namespace Amity.Sandbox.Wire;

/// <summary>The outcome of a watch-time report.</summary>
internal sealed record WatchTimeResponse(bool Ok);
