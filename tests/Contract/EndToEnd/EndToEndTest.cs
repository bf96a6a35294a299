namespace Amity.Tests.Contract.EndToEnd;

/// <summary>The library against a sandbox with the demo room.</summary>
internal abstract class EndToEndTest
{
    private CheckedSandbox _checked = null!;

    protected AmitySandbox Sandbox => _checked.Sandbox;

    protected AmityClient Client { get; private set; } = null!;

    protected SandboxRoom Room { get; private set; } = null!;

    protected IReadOnlyList<SandboxExchange> Observed => _checked.Exchanges;

    [SetUp]
    public async Task StartAsync()
    {
        _checked = await CheckedSandbox.StartAsync(Configure);
        Client = new AmityClient(Sandbox.Address, AmityCredential.Bearer(Sandbox.AdminToken));
        Room = Sandbox.AddDemoRoom();
    }

    [TearDown]
    public async Task StopAsync()
    {
        Client.Dispose();
        await _checked.DisposeAsync();
    }

    protected virtual void Configure(AmitySandboxOptions options)
    {
    }
}
