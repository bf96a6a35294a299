using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Amity.Tests.Contract.Provider;

/// <summary>Reads a provider's answers as they are, without the library.</summary>
internal sealed class ProviderReader : IDisposable
{
    private readonly HttpClient _http;

    public ProviderReader(Uri address, string token)
    {
        _http = new HttpClient { BaseAddress = address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>The body of an answer, null when it is an error or not JSON.</summary>
    public async Task<JsonNode?> ReadAsync(string target)
    {
        using var answer = await _http.GetAsync(new Uri(target, UriKind.Relative));
        try
        {
            return answer.IsSuccessStatusCode ? JsonNode.Parse(await answer.Content.ReadAsStringAsync()) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Dispose() => _http.Dispose();
}
