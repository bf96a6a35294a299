using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Amity.Bench.Server;

namespace Amity.Bench.Peers;

/// <summary>What nobody can go below: scanning the tokens of a page without keeping any, and a call whose response is read but not decoded.</summary>
internal sealed class FloorPeer(Uri address) : IPeer
{
    private readonly HttpClient _http = PeerConnection.Open(address);
    private readonly byte[] _buffer = new byte[16 * 1024];

    public string Name => "floor (token scan; HttpClient without decoding)";

    public int Decode(byte[] page)
    {
        var reader = new Utf8JsonReader(page);
        var items = 0;
        while (reader.Read())
        {
            // Bans and users are the objects that lists of the page hold, and so is its one room.
            items += reader.TokenType == JsonTokenType.StartObject && reader.CurrentDepth == 2 ? 1 : 0;
        }

        return items - 1;
    }

    public async Task<int> PageAsync(string roomId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{PeerConnection.BansPath(roomId)}?limit={BanPageSource.PageSize}");
        return await SizeAsync(request) > 40_000 ? 2 * BanPageSource.PageSize : 0;
    }

    public async Task<bool> DeleteAsync(string roomId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, PeerConnection.RoomPath(roomId));
        return await SizeAsync(request) > 0;
    }

    public async Task<bool> BanAsync(string roomId, string userId)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, PeerConnection.BansPath(roomId));
        var body = Encoding.UTF8.GetBytes($"{{\"userIds\":[\"{userId}\"]}}");
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return await SizeAsync(request) > 0;
    }

    public void Dispose() => _http.Dispose();

    private async Task<int> SizeAsync(HttpRequestMessage request)
    {
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
        var size = 0;
        for (var count = await body.ReadAsync(_buffer); count > 0; count = await body.ReadAsync(_buffer))
        {
            size += count;
        }

        return size;
    }
}
