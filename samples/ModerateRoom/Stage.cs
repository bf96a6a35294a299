using Amity;
using Amity.Sandbox;

namespace ModerateRoom;

/// <summary>Where the evening takes place: the sandbox with a demo room, or the real service.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly AmitySandbox? _sandbox;

    private Stage(string name, AmityClient client, string roomId, bool mayWrite, AmitySandbox? sandbox = null)
    {
        Name = name;
        Client = client;
        RoomId = roomId;
        MayWrite = mayWrite;
        _sandbox = sandbox;
    }

    public string Name { get; }

    public AmityClient Client { get; }

    public string RoomId { get; }

    public bool MayWrite { get; }

    public static async Task<Stage> OnSandboxAsync()
    {
        var sandbox = await AmitySandbox.StartAsync();
        var room = sandbox.AddDemoRoom();
        var client = new AmityClient(sandbox.Address, AmityCredential.Bearer(sandbox.AdminToken));
        return new Stage($"Sandbox at {sandbox.Address}", client, room.RoomId, mayWrite: true, sandbox);
    }

    public static Stage OnService(Settings settings)
    {
        var region = AmityRegion.Parse(settings.Region);
        var client = new AmityClient(region, AmityCredential.Bearer(settings.Token!));
        return new Stage($"Region {region}", client, settings.RoomId!, settings.Yes);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (_sandbox is not null)
        {
            await _sandbox.DisposeAsync();
        }
    }
}
