using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Amity.Tests.Faults;

/// <summary>A sandbox with the example room, a client that does not wait, and another host that nobody may visit.</summary>
internal sealed class SandboxFixture : IAsyncDisposable
{
    /// <summary>How often the client repeats, besides the first time.</summary>
    public const int Retries = 2;

    private const int ResponseLimit = 64 * 1024;

    private readonly ConcurrentQueue<SandboxExchange> _exchanges;
    private readonly List<IDisposable> _opened = [];

    private SandboxFixture(AmitySandbox sandbox, PromptClock clock, ConcurrentQueue<SandboxExchange> exchanges)
    {
        Sandbox = sandbox;
        Clock = clock;
        _exchanges = exchanges;
        RoomId = sandbox.AddExamples().RoomId;
        sandbox.Faults.Latency = PromptClock.Endless;
        sandbox.Faults.OversizedBytes = 4 * ResponseLimit;
        sandbox.Faults.RedirectAddress = Elsewhere.Address;
    }

    public AmitySandbox Sandbox { get; }

    public PromptClock Clock { get; }

    public SilentHost Elsewhere { get; } = new();

    public string RoomId { get; }

    public SandboxRoom Room => Sandbox.FindRoom(RoomId)!;

    public IReadOnlyList<string> BannedViewers => Sandbox.BannedViewers(RoomId);

    public static async Task<SandboxFixture> OpenAsync()
    {
        var clock = new PromptClock();
        var exchanges = new ConcurrentQueue<SandboxExchange>();
        var sandbox = await AmitySandbox.StartAsync(
            new AmitySandboxOptions { TimeProvider = clock, Observer = exchanges.Enqueue, RespondFromExamples = true });
        return new SandboxFixture(sandbox, clock, exchanges);
    }

    public AmityClient ClientOf(AmityCredential credential, Action<AmityClientOptions>? configure = null)
    {
        var options = new AmityClientOptions
        {
            ApiKey = Sandbox.ApiKey,
            ServerKey = Sandbox.ServerKey,
            MaxRetries = Retries,
            MaxResponseBytes = ResponseLimit,
            AttemptTimeout = PromptClock.AttemptTimeout,
            Timeout = TimeSpan.FromHours(1),
            TimeProvider = Clock,
        };
        configure?.Invoke(options);
        return Opened(new AmityClient(Sandbox.Address, credential, options));
    }

    public AmityClient AdminClient(Action<AmityClientOptions>? configure = null) =>
        ClientOf(AmityCredential.Bearer(Sandbox.AdminToken, RateLimit()), configure);

    public AmityRateLimit RateLimit() => Opened(new AmityRateLimit(timeProvider: Clock));

    /// <summary>A handler that ends as many attempts as responses stall.</summary>
    public StalledBodyHandler EndStalledAttempts(int stalls) => Opened(new StalledBodyHandler(Clock, stalls));

    /// <summary>How often the sandbox carried an operation out, whatever the client saw of it.</summary>
    public int Successes(string operationId) =>
        _exchanges.Count(exchange => exchange.OperationId == operationId && exchange.Status == Spec.SuccessOf(operationId));

    /// <summary>How many rooms there are beside the example room and its child, read without the library.</summary>
    public async Task<int> CountNewRoomsAsync()
    {
        using var http = new HttpClient { BaseAddress = Sandbox.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Sandbox.AdminToken);
        return JsonNode.Parse(await http.GetStringAsync("api/v1/rooms"))!["rooms"]!.AsArray().Count - 2;
    }

    public async ValueTask DisposeAsync()
    {
        _opened.Reverse();
        _opened.ForEach(opened => opened.Dispose());
        await Sandbox.DisposeAsync();
        Elsewhere.Dispose();
    }

    private T Opened<T>(T opened)
        where T : IDisposable
    {
        _opened.Add(opened);
        return opened;
    }
}
