using Amity.Cli.Settings;
using Amity.Cli.Terminals;
using Amity.Rooms;
using Amity.Sandbox;

namespace Amity.Cli;

/// <summary>What a command calls: the service, or a sandbox of its own.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly AmityClient _client;
    private readonly AmitySandbox? _sandbox;

    private Service(Connection connection, AmityClientOptions options, AmitySandbox? sandbox)
    {
        _client = new AmityClient(connection.Address, connection.Credential, options);
        _sandbox = sandbox;
        Concurrency = options.BulkConcurrency;
    }

    /// <summary>How many calls a run over many ids has under way at once.</summary>
    public int Concurrency { get; }

    public RoomsClient Rooms => _client.Rooms;

    public static Service Open(Connection connection, AmityClientOptions options) => new(connection, options, sandbox: null);

    public static async Task<(Service Service, Connection Connection)> OpenSandboxAsync(AmityClientOptions options, CancellationToken cancellationToken)
    {
        var sandbox = await AmitySandbox.StartAsync(new AmitySandboxOptions { RespondFromExamples = true }, cancellationToken);
        DemoRooms.Add(sandbox, DemoRooms.Bans);
        var credential = AmityCredential.Bearer(sandbox.AdminToken);
        var connection = new Connection(sandbox.Address, "the sandbox", credential, "the sandbox", new SecretMask(sandbox.AdminToken));
        return (new Service(connection, options, sandbox), connection);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }
    }
}
