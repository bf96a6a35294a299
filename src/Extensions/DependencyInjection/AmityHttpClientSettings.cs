#if NET
using System.Net;
#endif
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Amity;

/// <summary>What the application sets on the client's <see cref="HttpClient"/> by <c>ConfigureHttpClient</c>; rejects what the client would not follow.</summary>
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
        return Rejected(http).Select(item => $"ConfigureHttpClient of the connections '{registration.HandlerName}' sets {item.Name}: {item.Instead}.").ToArray();
    }

    private IEnumerable<(string Name, string Instead)> Rejected(HttpClient http)
    {
        if (http.BaseAddress is not null)
        {
            yield return (nameof(http.BaseAddress), $"set {registration.KeyOf(nameof(AmityNetworkOptions.BaseAddress))} instead");
        }

        if (http.Timeout != Timeout.InfiniteTimeSpan)
        {
            yield return (nameof(http.Timeout), $"set {ClientKey(nameof(AmityClientOptions.AttemptTimeout))} or {ClientKey(nameof(AmityClientOptions.Timeout))} instead");
        }

        if (http.MaxResponseContentBufferSize != int.MaxValue)
        {
            yield return (nameof(http.MaxResponseContentBufferSize), $"set {ClientKey(nameof(AmityClientOptions.MaxAnswerBytes))} instead");
        }

#if NET
        const string Instead = "set the version of each request in a message handler instead";
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
            yield return ($"the header {header}", $"set {registration.KeyOf(nameof(AmityNetworkOptions.Token))} or {registration.KeyOf(nameof(AmityNetworkOptions.AdminToken))} instead");
        }
    }

    private string ClientKey(string option) => registration.KeyOf($"{nameof(AmityNetworkOptions.Client)}:{option}");
}
