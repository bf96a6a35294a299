namespace Amity.Sandbox.Pipeline;

/// <summary>Whoever wants to see each request with its response.</summary>
internal sealed record ExchangeObserver(Action<SandboxExchange>? Observe);
