using System.Text.Json;
using Amity.Bench.Server;
using Amity.Bench.StockSystemTextJson;

namespace Amity.Bench.Peers;

/// <summary>NSwag's own templates with System.Text.Json, generated from the same spec.</summary>
internal sealed class StockSystemTextJsonPeer(Uri address) : IPeer
{
    private readonly HttpClient _http = PeerConnection.Open(address);
    private readonly JsonSerializerOptions _options = new();

    public string Name => "stock NSwag, System.Text.Json";

    private StockClient Client => field ??= new StockClient(_http);

    public int Decode(byte[] page) => Count(JsonSerializer.Deserialize<StockSystemTextJson.ViewerBanPage>(page, _options)!);

    public async Task<int> PageAsync(string roomId) => Count(await Client.ListViewerBansAsync(roomId, BanPageSource.PageSize, token: null));

    public async Task<bool> DeleteAsync(string roomId) => (await Client.DeleteRoomAsync(roomId)).Success;

    public async Task<bool> BanAsync(string roomId, string userId) =>
        (await Client.BanViewersAsync(roomId, new StockSystemTextJson.ViewerIdsRequest { UserIds = [userId] })).Success;

    public void Dispose() => _http.Dispose();

    private static int Count(StockSystemTextJson.ViewerBanPage page) => page.RoomBannedUsers.Count + page.Users.Count;
}
