using Amity.Sandbox.Contract;
using Amity.Sandbox.Pipeline;
using Amity.Sandbox.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Amity.Sandbox;

/// <summary>A provider of the social.plus Room API that runs in this process, on a loopback address, with its state in memory.</summary>
public sealed partial class AmitySandbox : IAsyncDisposable
{
    /// <summary>The user id that the admin token stands for.</summary>
    public const string AdminUserId = "admin";

    private readonly WebApplication _app;
    private readonly SandboxState _state;
    private readonly TokenRegistry _tokens;
    private readonly UserRateLimits _rateLimits;
    private readonly RequestCounter _requests;

    private AmitySandbox(WebApplication app)
    {
        _app = app;
        _state = app.Services.GetRequiredService<SandboxState>();
        _tokens = app.Services.GetRequiredService<TokenRegistry>();
        _rateLimits = app.Services.GetRequiredService<UserRateLimits>();
        _requests = app.Services.GetRequiredService<RequestCounter>();
        Faults = app.Services.GetRequiredService<SandboxFaults>();
        Drift = app.Services.GetRequiredService<SandboxDrifts>();
        Address = new Uri(app.Urls.Single() + "/");
    }

    /// <summary>The base address for clients, such as http://127.0.0.1:40123/.</summary>
    public Uri Address { get; }

    /// <summary>A token that may do everything, as Bearer or in the header x-admin-token.</summary>
    public string AdminToken => _tokens.AdminToken;

    /// <summary>What goes wrong on purpose; nothing by default.</summary>
    public SandboxFaults Faults { get; }

    /// <summary>How responses differ from the contract on purpose; not at all by default.</summary>
    public SandboxDrifts Drift { get; }

    /// <summary>How many requests came in since the start.</summary>
    public long RequestCount => _requests.Count;

    /// <summary>The present by the sandbox's clock, in milliseconds as responses show it.</summary>
    public DateTimeOffset Now => _state.Now;

    /// <summary>Starts a sandbox, which takes requests as soon as the call returns.</summary>
    /// <exception cref="ArgumentException">An option has a value that no sandbox can run with.</exception>
    public static async Task<AmitySandbox> StartAsync(AmitySandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new AmitySandboxOptions();
        ArgumentOutOfRangeException.ThrowIfNegative(options.Port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Port, ushort.MaxValue);
        ArgumentNullException.ThrowIfNull(options.TimeProvider);
        if (options.AdminToken is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(options.AdminToken);
        }

        var app = SandboxHost.Build(options, await ContractRules.LoadAsync());
        try
        {
            await app.StartAsync(cancellationToken);
            return new AmitySandbox(app);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Forgets rooms, users, files, bans, nonces, rate limits, faults and drift; tokens stay valid, and the settings of faults stay.</summary>
    public void Reset()
    {
        lock (_state.Gate)
        {
            _state.Clear();
        }

        _rateLimits.Clear();
        Faults.Clear();
        Drift.Clear();
    }

    /// <summary>Stops at once; requests under way are cut off.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
