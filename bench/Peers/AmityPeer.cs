using Amity.Bench.Server;
using Amity.Core.Errors;
using Amity.Core.Json;
using Amity.Rooms;

namespace Amity.Bench.Peers;

/// <summary>
/// This library. Decoding calls the very method that the transport calls, which is internal: measuring it through a client over a
/// handler in memory and taking a floor away again would make the figure the difference of two noisy ones, and hide what the
/// peers' decoders are not spared either.
/// </summary>
internal sealed class AmityPeer(Uri address) : IPeer
{
    private static readonly RequestName Request = new("listViewerBans", HttpMethod.Get, "/api/v1/rooms");
    private static readonly AmityClientOptions Options = new();

    private readonly AmityClient _client = Client(address);

    public string Name => "Amity";

    /// <summary>A client without a rate limit, as all rows want it but one.</summary>
    internal static AmityClient Client(Uri address, Action<AmityClientOptions>? change = null)
    {
        var options = new AmityClientOptions { RateLimiting = false };
        change?.Invoke(options);
        return new AmityClient(address, AmityCredential.Bearer(PeerConnection.Token), options);
    }

    public int Decode(byte[] page) => Count(AmityJson.Read(Request, page, ViewerBanPage.Read, Options, CancellationToken.None));

    public async Task<int> PageAsync(string roomId)
    {
        var page = await _client.Rooms.ListViewerBansAsync(roomId, new() { PageSize = BanPageSource.PageSize }).GetPageAsync();
        return Count((ViewerBanPage)page.Included!);
    }

    // What is not confirmed throws.
    public async Task<bool> DeleteAsync(string roomId)
    {
        await _client.Rooms.DeleteRoomAsync(roomId);
        return true;
    }

    public async Task<bool> BanAsync(string roomId, string userId)
    {
        await _client.Rooms.BanViewersAsync(roomId, new() { UserIds = [userId] });
        return true;
    }

    public void Dispose() => _client.Dispose();

    private static int Count(ViewerBanPage page) => page.RoomBannedUsers.Count + page.Users.Count;
}
