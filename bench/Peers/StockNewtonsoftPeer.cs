using Amity.Bench.Server;
using Amity.Bench.StockNewtonsoft;
using Newtonsoft.Json;

namespace Amity.Bench.Peers;

/// <summary>NSwag's own templates with Newtonsoft.Json, generated from the same spec.</summary>
internal sealed class StockNewtonsoftPeer(Uri address) : IPeer
{
    private readonly HttpClient _http = PeerConnection.Open(address);
    private readonly JsonSerializerSettings _settings = new();

    public string Name => "stock NSwag, Newtonsoft";

    private StockClient Client => field ??= new StockClient(_http);

    /// <summary>The lines of the generated ReadObjectResponseAsync.</summary>
    public int Decode(byte[] page)
    {
        using var text = new StreamReader(new MemoryStream(page));
        using var json = new JsonTextReader(text);
        return Count(JsonSerializer.Create(_settings).Deserialize<StockNewtonsoft.ViewerBanPage>(json)!);
    }

    public async Task<int> PageAsync(string roomId) => Count(await Client.ListViewerBansAsync(roomId, BanPageSource.PageSize, token: null));

    public async Task<bool> DeleteAsync(string roomId) => (await Client.DeleteRoomAsync(roomId)).Success;

    public async Task<bool> BanAsync(string roomId, string userId) =>
        (await Client.BanViewersAsync(roomId, new StockNewtonsoft.ViewerIdsRequest { UserIds = [userId] })).Success;

    public void Dispose() => _http.Dispose();

    private static int Count(StockNewtonsoft.ViewerBanPage page) => page.RoomBannedUsers.Count + page.Users.Count;
}
