using Amity.Sandbox.Contract;
using Amity.Sandbox.Documents;
using Amity.Sandbox.Operations;
using Amity.Sandbox.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Amity.Sandbox;

/// <summary>A provider of the social.plus API that runs in this process, on a loopback address, with its state in memory.</summary>
public sealed partial class AmitySandbox : IAsyncDisposable
{
    /// <summary>The user id that the admin token stands for.</summary>
    public const string AdminUserId = "admin";

    private readonly WebApplication _app;
    private readonly SandboxState _state;
    private readonly Credentials _credentials;
    private readonly ServiceContract _contract;
    private readonly OperationScripts _scripts;
    private readonly OperationHandlers _handlers;
    private readonly UserRateLimits _rateLimits;
    private readonly RequestCounter _requests;

    private AmitySandbox(WebApplication app)
    {
        _app = app;
        _state = app.Services.GetRequiredService<SandboxState>();
        _credentials = app.Services.GetRequiredService<Credentials>();
        _contract = app.Services.GetRequiredService<ServiceContract>();
        _scripts = app.Services.GetRequiredService<OperationScripts>();
        _handlers = app.Services.GetRequiredService<OperationHandlers>();
        _rateLimits = app.Services.GetRequiredService<UserRateLimits>();
        _requests = app.Services.GetRequiredService<RequestCounter>();
        Documents = new SandboxDocuments(_contract, _handlers, _state);
        Faults = app.Services.GetRequiredService<SandboxFaults>();
        Drift = app.Services.GetRequiredService<SandboxDrifts>();
        Address = new Uri(app.Urls.Single() + "/");
    }

    /// <summary>The base address for clients, such as http://127.0.0.1:40123/.</summary>
    public Uri Address { get; }

    /// <summary>What goes wrong on purpose; nothing by default.</summary>
    public SandboxFaults Faults { get; }

    /// <summary>How responses differ from the contract on purpose; not at all by default.</summary>
    public SandboxDrifts Drift { get; }

    /// <summary>The entities that the sandbox holds.</summary>
    public SandboxDocuments Documents { get; }

    /// <summary>
    /// The ids of the operations that keep state by themselves; all others respond from <see cref="Documents"/>, a script or the
    /// contract's examples.
    /// </summary>
    public IReadOnlyCollection<string> StatefulOperations => [.. _handlers.OperationIds];

    /// <summary>How many requests came in since the start.</summary>
    public long RequestCount => _requests.Count;

    /// <summary>The present by the sandbox's clock, in milliseconds as responses show it.</summary>
    public DateTimeOffset Now => _state.Now;

    /// <summary>Starts a sandbox, which takes requests as soon as the call returns.</summary>
    /// <exception cref="ArgumentException">An option has a value that no sandbox can run with.</exception>
    public static Task<AmitySandbox> StartAsync(AmitySandboxOptions? options = null, CancellationToken cancellationToken = default) =>
        StartAsync(options ?? new AmitySandboxOptions(), ServiceContract.Instance, cancellationToken);

    internal static async Task<AmitySandbox> StartAsync(AmitySandboxOptions options, ServiceContract contract, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.Port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Port, ushort.MaxValue);
        ArgumentNullException.ThrowIfNull(options.TimeProvider);
        if (options.AdminToken is not null)
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(options.AdminToken);
        }

        var app = SandboxHost.Build(options, contract);
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

    /// <summary>
    /// Lets an operation respond with what a script says, in place of anything that the sandbox would do, until <see cref="Reset"/>. Credentials,
    /// the rate limit and the contract's limits come first. Scripts run one at a time while nothing else can use the sandbox: a script may use it
    /// itself, but must not wait for another thread that does.
    /// </summary>
    /// <exception cref="ArgumentException">The contract has no such operation.</exception>
    public void Respond(string operationId, Func<SandboxRequest, SandboxResponse> script)
    {
        ArgumentNullException.ThrowIfNull(operationId);
        ArgumentNullException.ThrowIfNull(script);
        if (_contract.Find(operationId) is null)
        {
            throw new ArgumentException($"The contract has no operation {operationId}.", nameof(operationId));
        }

        _scripts.Set(operationId, call =>
        {
            try
            {
                return script(new SandboxRequest(call)) is { } response ? response.ToReply(call) : ScriptMistake.Make(call, "it returned null");
            }
            catch (Exception exception)
            {
                return ScriptMistake.Make(call, $"{exception.GetType().Name}: {exception.Message}");
            }
        });
    }

    /// <summary>Forgets all entities, scripts, nonces, rate limits, faults and drift; tokens stay valid, and the settings of faults stay.</summary>
    public void Reset()
    {
        _state.Run(_state.Clear);
        _scripts.Clear();
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
