using System.Net.Http.Headers;

namespace Amity.Bench.Peers;

/// <summary>The HttpClient of the peers, with the headers that ours sends too, so that all requests are alike.</summary>
internal static class PeerConnection
{
    internal const string Token = "benchmark-token";

    internal static HttpClient Open(Uri address)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Bench", "1.0"));
        return http;
    }

    internal static string BansPath(string roomId) => $"api/v1/rooms/{Uri.EscapeDataString(roomId)}/viewer-bans";

    internal static string RoomPath(string roomId) => $"api/v1/rooms/{Uri.EscapeDataString(roomId)}";
}
