#if NET
using System.Net;
#endif
using Amity.Core.Authentication;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Amity.Core.Hosting;

/// <summary>
/// What the application sets on the client's <see cref="HttpClient"/> by <c>ConfigureHttpClient</c>; rejects what the client would
/// not follow.
/// </summary>
internal sealed class AmityHttpClientSettings(AmityRegistration registration, IOptionsMonitor<HttpClientFactoryOptions> factory)
{
    internal void Apply(HttpClient http)
    {
        foreach (var set in factory.Get(registration.HandlerName).HttpClientActions)
        {
            set(http);
        }
    }

    internal IEnumerable<string> Failures()
    {
        using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        Apply(http);
        var place = $"ConfigureHttpClient of the connections '{registration.HandlerName}'";
        return Rejected(http).Select(item => $"{place} sets {item.Name}: set {item.Instead} instead.").ToArray();
    }

    private IEnumerable<(string Name, string Instead)> Rejected(HttpClient http)
    {
        if (http.BaseAddress is not null)
        {
            yield return (nameof(http.BaseAddress), Key(nameof(AmityNetworkOptions.BaseAddress)));
        }

        if (http.Timeout != Timeout.InfiniteTimeSpan)
        {
            var attempt = registration.ClientKeyOf(nameof(AmityClientOptions.AttemptTimeout));
            yield return (nameof(http.Timeout), $"{attempt} or {registration.ClientKeyOf(nameof(AmityClientOptions.Timeout))}");
        }

        if (http.MaxResponseContentBufferSize != int.MaxValue)
        {
            yield return (nameof(http.MaxResponseContentBufferSize), registration.ClientKeyOf(nameof(AmityClientOptions.MaxResponseBytes)));
        }

#if NET
        const string Instead = "the version of each request in a message handler";
        if (http.DefaultRequestVersion != HttpVersion.Version11)
        {
            yield return (nameof(http.DefaultRequestVersion), Instead);
        }

        if (http.DefaultVersionPolicy != HttpVersionPolicy.RequestVersionOrLower)
        {
            yield return (nameof(http.DefaultVersionPolicy), Instead);
        }
#endif

        foreach (var header in AmityCredential.Headers.Where(http.DefaultRequestHeaders.Contains))
        {
            var token = Key(nameof(AmityNetworkOptions.Token));
            yield return ($"the header {header}", $"{token} or {Key(nameof(AmityNetworkOptions.AdminToken))}");
        }

        foreach (var header in AmityKeys.Headers.Where(http.DefaultRequestHeaders.Contains))
        {
            yield return ($"the header {header}", $"{Key(nameof(AmityNetworkOptions.ApiKey))} or {Key(nameof(AmityNetworkOptions.ServerKey))}");
        }
    }

    private string Key(string option) => registration.KeyOf(option);
}
