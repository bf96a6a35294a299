using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Amity.Tests.Contract.Provider;

/// <summary>Sends single requests to a provider, without the library; redirects are not followed.</summary>
/// <param name="address">The provider's address; a path in it is the base path of every request.</param>
internal sealed class ProviderClient(Uri address) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        UseCookies = false,
        // Plain http is allowed for this machine because it does not leave it.
        UseProxy = !address.IsLoopback,
    })
    {
        Timeout = Timeout,
    };

    /// <summary>How long a provider may take for a response.</summary>
    public static TimeSpan Timeout { get; } = TimeSpan.FromSeconds(20);

    /// <summary>Sends a GET.</summary>
    /// <param name="target">The path, which begins with a slash, and the query.</param>
    /// <param name="token">The token to send; null for none.</param>
    public async Task<ProviderResponse> GetAsync(string target, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, AddressOf(target));
        return await SendAsync(request, token);
    }

    /// <summary>Sends a request on.</summary>
    public async Task<ProviderResponse> SendAsync(HttpRequest received)
    {
        var target = received.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        using var request = new HttpRequestMessage(new HttpMethod(received.Method), AddressOf(target));
        if (received.ContentType is not null)
        {
            request.Content = new StreamContent(received.Body);
        }

        foreach (var (name, values) in received.Headers)
        {
            // The host is the provider's, not the one that the request came to.
            if (name != "Host" && !request.Headers.TryAddWithoutValidation(name, [.. values]))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, [.. values]);
            }
        }

        return await SendAsync(request);
    }

    /// <summary>Sends a request that is addressed with <see cref="AddressOf"/>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="token">The token to send in place of the request's own; null leaves it as it is.</param>
    public async Task<ProviderResponse> SendAsync(HttpRequestMessage request, string? token = null)
    {
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        try
        {
            using var response = await _http.SendAsync(request);
            _ = Uri.TryCreate(request.RequestUri, response.Headers.Location, out var location);
            return new ProviderResponse(
                (int)response.StatusCode,
                response.Content.Headers.ContentType?.MediaType,
                location?.AbsoluteUri,
                await response.Content.ReadAsByteArrayAsync());
        }
        catch (TaskCanceledException)
        {
            return ProviderResponse.Missing($"no response within {Timeout.TotalSeconds} seconds");
        }
        catch (HttpRequestException exception)
        {
            // The exception's own message can quote what came from the provider.
            return ProviderResponse.Missing($"no response ({exception.HttpRequestError})");
        }
        catch (InvalidDataException)
        {
            return ProviderResponse.Missing("a response whose compression is broken");
        }
    }

    public Uri AddressOf(string target) => new(address.GetLeftPart(UriPartial.Path).TrimEnd('/') + target);

    public void Dispose() => _http.Dispose();
}
