using System.Net.Http.Json;
using System.Text.Json;
using Amity.Bench.HandWritten;
using Amity.Bench.Server;

namespace Amity.Bench.Peers;

/// <summary>What a careful user writes by hand: HttpClient and the System.Text.Json source generator.</summary>
internal sealed class HandWrittenPeer(Uri address) : IPeer
{
    private readonly HttpClient _http = PeerConnection.Open(address);

    public string Name => "HttpClient, System.Text.Json source generator";

    public int Decode(byte[] page) => Count(JsonSerializer.Deserialize(page, HandWrittenJson.Default.ViewerBanPage)!);

    public async Task<int> PageAsync(string roomId) =>
        Count((await _http.GetFromJsonAsync($"{PeerConnection.BansPath(roomId)}?limit={BanPageSource.PageSize}", HandWrittenJson.Default.ViewerBanPage))!);

    public async Task<bool> DeleteAsync(string roomId)
    {
        using var response = await _http.DeleteAsync(PeerConnection.RoomPath(roomId));
        return (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync(HandWrittenJson.Default.OperationResult))!.Success == true;
    }

    public async Task<bool> BanAsync(string roomId, string userId)
    {
        var body = new HandWritten.ViewerIdsRequest { UserIds = [userId] };
        using var response = await _http.PostAsJsonAsync(PeerConnection.BansPath(roomId), body, HandWrittenJson.Default.ViewerIdsRequest);
        return (await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync(HandWrittenJson.Default.OperationResult))!.Success == true;
    }

    public void Dispose() => _http.Dispose();

    private static int Count(HandWritten.ViewerBanPage page) => page.RoomBannedUsers!.Count + page.Users!.Count;
}
