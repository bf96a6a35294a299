using System.Text.Json;

namespace Amity.Tests.Docs.Snippets;

/// <summary>The code of docs/raw-requests.md; each region is one block.</summary>
internal static class RawRequestsSnippets
{
    public static async Task<JsonElement> ReadAsync(AmityClient client, string userId)
    {
        #region Read
        var response = await client.SendAsync(HttpMethod.Get, $"/api/v3/users/{Uri.EscapeDataString(userId)}?limit=10");
        var user = response.ReadJson().GetProperty("users")[0];
        #endregion
        return user;
    }

    public static async Task WriteAsync(AmityClient client, string userId, CancellationToken cancellationToken)
    {
        #region Write
        var body = new Dictionary<string, object?> { ["userId"] = userId, ["displayName"] = "Ann" };
        await client.SendAsync(HttpMethod.Post, "/api/v3/users", body, cancellationToken);
        #endregion
    }

    public static async Task OnceAsync(AmityClient client, string userId, CancellationToken cancellationToken)
    {
        #region Once
        using var once = client.With(options => (options.MaxRetries, options.Timeout) = (0, TimeSpan.FromSeconds(10)));
        await once.SendAsync(HttpMethod.Delete, $"/api/v3/users/{Uri.EscapeDataString(userId)}", cancellationToken: cancellationToken);
        #endregion
    }
}
