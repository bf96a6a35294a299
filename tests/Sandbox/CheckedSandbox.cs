using System.Collections.Concurrent;

namespace Amity.Tests.Sandbox;

/// <summary>A sandbox whose every response is held against the spec: a field that the spec lacks fails the test.</summary>
internal sealed class CheckedSandbox : IAsyncDisposable
{
    private readonly ConcurrentQueue<SandboxExchange> _exchanges;

    private CheckedSandbox(AmitySandbox sandbox, ConcurrentQueue<SandboxExchange> exchanges)
    {
        Sandbox = sandbox;
        _exchanges = exchanges;
    }

    public AmitySandbox Sandbox { get; }

    /// <summary>Every request with its response so far, in order.</summary>
    public IReadOnlyList<SandboxExchange> Exchanges => [.. _exchanges];

    public static async Task<CheckedSandbox> StartAsync(Action<AmitySandboxOptions>? configure = null)
    {
        var exchanges = new ConcurrentQueue<SandboxExchange>();
        var options = new AmitySandboxOptions();
        configure?.Invoke(options);
        options.Observer = exchanges.Enqueue;
        return new CheckedSandbox(await AmitySandbox.StartAsync(options), exchanges);
    }

    /// <summary>Stops the sandbox and fails when one of its responses does not fit the spec.</summary>
    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        _exchanges.SelectMany(Violations).Distinct().Should().BeEmpty("every response of the sandbox fits the spec");
    }

    private static IEnumerable<string> Violations(SandboxExchange exchange)
    {
        if (exchange.Path == "/openapi/amity.json")
        {
            return [];
        }

        // Addresses outside the spec have no declared response.
        var violations = exchange.OperationId is null
            ? SchemaCheck.Validate("ApiError", exchange.ResponseBody ?? "")
            : SchemaCheck.ValidateResponse(exchange.OperationId, exchange.Status, exchange.ResponseBody);
        return violations.Select(violation => $"{exchange.Method} {exchange.OperationId ?? exchange.Path} {exchange.Status}: {violation}");
    }
}
