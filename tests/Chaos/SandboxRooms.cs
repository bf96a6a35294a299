using System.Net.Http.Headers;
using System.Text.Json;
using Amity.Sandbox;

namespace Amity.Tests.Chaos;

/// <summary>What the sandbox holds, read without the library.</summary>
internal static class SandboxRooms
{
    /// <summary>The ids of all rooms by their titles.</summary>
    internal static async Task<ILookup<string, string>> ByTitleAsync(AmitySandbox sandbox)
    {
        using var http = new HttpClient { BaseAddress = sandbox.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", sandbox.AdminToken);
        var rooms = new List<(string Title, string Id)>();
        string? token = null;
        do
        {
            var next = token is null ? "" : $"&options[token]={Uri.EscapeDataString(token)}";
            var json = await http.GetStringAsync(new Uri($"api/v1/rooms?options[limit]=100{next}", UriKind.Relative));
            var page = JsonDocument.Parse(json).RootElement;
            rooms.AddRange(page.GetProperty("rooms").EnumerateArray()
                .Select(room => (room.GetProperty("title").GetString()!, room.GetProperty("roomId").GetString()!)));
            token = page.GetProperty("paging").TryGetProperty("next", out var following) ? following.GetString() : null;
        }
        while (token is not null);
        return rooms.ToLookup(room => room.Title, room => room.Id, StringComparer.Ordinal);
    }
}
