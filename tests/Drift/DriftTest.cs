using Amity.DriftCheck;
using Amity.DriftCheck.Contract;

namespace Amity.Tests.Drift;

/// <summary>A sandbox with a rich room, a folder, and the program to run against both.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal abstract class DriftTest
{
    private const string TokenVariable = "DRIFT_TEST_TOKEN";

    private static readonly DocumentedApi Operations = DocumentedApi.LoadAsync().GetAwaiter().GetResult();

    protected AmitySandbox Sandbox { get; private set; } = null!;

    protected SandboxRoom Room { get; private set; } = null!;

    protected DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("amity-drift-");

    protected List<SandboxExchange> Exchanges { get; } = [];

    [SetUp]
    public async Task StartAsync()
    {
        Sandbox = await AmitySandbox.StartAsync(new AmitySandboxOptions { Observer = Observe, AdminToken = "very-secret-admin-token" });
        Room = Sandbox.AddDemoRoom(viewerBans: 5);
        Sandbox.AddModerationLabel(Room.RoomId, "violence");
        Room = Sandbox.FindRoom(Room.RoomId)!;
    }

    [TearDown]
    public async Task StopAsync()
    {
        await Sandbox.DisposeAsync();
        Folder.Delete(recursive: true);
    }

    /// <summary>Checks the sandbox, with its report as JSON.</summary>
    protected Task<CheckOutcome> CheckAsync(params IEnumerable<string> more) =>
        RunAsync([.. Target, "--output", "json", .. more]);

    /// <summary>Checks a provider at another address with the sandbox's room and token.</summary>
    protected Task<CheckOutcome> CheckAtAsync(string address, params IEnumerable<string> more) =>
        RunAsync(["--url", address, "--room", Room.RoomId, "--token-env", TokenVariable, "--output", "json", .. more]);

    /// <summary>Checks a provider that is the sandbox but for the responses to one operation.</summary>
    protected async Task<CheckOutcome> CheckChangedAsync(string operation, Action<RelayedResponse> change, params IReadOnlyList<string> more)
    {
        await using var relay = await Relay.StartAsync(Sandbox.Address, (request, response) =>
        {
            if (OperationOf(request) == operation)
            {
                change(response);
            }
        });
        return await CheckAtAsync(relay.Address, more);
    }

    protected static string? OperationOf(HttpRequestMessage request) =>
        Operations.Find(request.Method.Method, request.RequestUri!.AbsolutePath)?.Id;

    /// <summary>Checks the sandbox, with its report for people.</summary>
    protected Task<CheckOutcome> CheckTableAsync() => RunAsync(Target);

    /// <summary>The options that name the sandbox, its room and its token.</summary>
    protected IReadOnlyList<string> Target => ["--url", Sandbox.Address.AbsoluteUri, "--room", Room.RoomId, "--token-env", TokenVariable];

    protected Task<CheckOutcome> RunAsync(params IReadOnlyList<string> args) => RunWithTokenAsync(Sandbox.AdminToken, args);

    protected static async Task<CheckOutcome> RunWithTokenAsync(string? token, params IReadOnlyList<string> args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await DriftCommand.RunAsync(args, output, error, name => name == TokenVariable ? token : null);
        return new CheckOutcome(exitCode, output.ToString(), error.ToString());
    }

    protected string PathOf(string name) => Path.Combine(Folder.FullName, name);

    private void Observe(SandboxExchange exchange)
    {
        lock (Exchanges)
        {
            Exchanges.Add(exchange);
        }
    }
}
