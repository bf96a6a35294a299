using Amity.Bench.HandWritten;
using Amity.Bench.Server;
using Refit;

namespace Amity.Bench.Peers;

/// <summary>Refit with its source generator, over the same models and the same System.Text.Json context as <see cref="HandWrittenPeer"/>.</summary>
internal sealed class RefitPeer : IPeer
{
    private readonly HttpClient _http;
    private readonly SystemTextJsonContentSerializer _serializer = new(HandWrittenJson.Default.Options);
    private readonly IRefitRoomsApi _api;

    internal RefitPeer(Uri address)
    {
        _http = PeerConnection.Open(address);
        _api = RestService.For<IRefitRoomsApi>(_http, new RefitSettings(_serializer));
    }

    public string Name => "Refit, source generators";

    /// <summary>Refit decodes contents only; over bytes in memory it is done at once.</summary>
    public int Decode(byte[] page)
    {
        using var content = new ByteArrayContent(page);
        return Count(_serializer.FromHttpContentAsync<HandWritten.ViewerBanPage>(content).GetAwaiter().GetResult()!);
    }

    public async Task<int> PageAsync(string roomId) => Count(await _api.ListViewerBansAsync(roomId, BanPageSource.PageSize));

    public async Task<bool> DeleteAsync(string roomId) => (await _api.DeleteRoomAsync(roomId)).Success == true;

    public async Task<bool> BanAsync(string roomId, string userId) =>
        (await _api.BanViewersAsync(roomId, new HandWritten.ViewerIdsRequest { UserIds = [userId] })).Success == true;

    public void Dispose() => _http.Dispose();

    private static int Count(HandWritten.ViewerBanPage page) => page.RoomBannedUsers!.Count + page.Users!.Count;
}
