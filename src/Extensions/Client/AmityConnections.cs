using System.Net;
using System.Net.Http.Headers;

namespace Amity;

/// <summary>Opens the connections of a client, with automatic redirects off.</summary>
internal static class AmityConnections
{
    internal static HttpClient Open(AmityClientOptions options)
    {
        if (options.Handler is not { } handler)
        {
            return Over(NewHandler(), dispose: true);
        }

        if (FollowsRedirects(handler))
        {
            throw new ArgumentException("The handler follows redirects, which could carry the credential to another host: set AllowAutoRedirect to false.", nameof(options));
        }

        return Over(handler, dispose: false);
    }

    // The call's own timeouts hold while a body is read, too, which HttpClient's does not.
    private static HttpClient Over(HttpMessageHandler handler, bool dispose)
    {
        var http = new HttpClient(handler, dispose) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Amity", LibraryVersion.Text));
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue(AmityJson.MediaType));
        return http;
    }

#if NET
    // Without cookies: they are one credential's, and the connections are shared by many. A pooled connection that lives for ever
    // would never see a change of DNS.
    internal static SocketsHttpHandler NewHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    internal static bool FollowsRedirects(HttpMessageHandler? handler) => handler switch
    {
        SocketsHttpHandler sockets => sockets.AllowAutoRedirect,
        HttpClientHandler client => client.AllowAutoRedirect,
        DelegatingHandler outer => FollowsRedirects(outer.InnerHandler),
        _ => false,
    };
#else
    // Without cookies: they are one credential's, and the connections are shared by many. .NET Framework allows two connections unless told.
    internal static HttpClientHandler NewHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        MaxConnectionsPerServer = int.MaxValue,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
    };

    // By name: SocketsHttpHandler is not part of .NET Standard, yet callers on .NET pass it to this build.
    internal static bool FollowsRedirects(HttpMessageHandler? handler) => handler is DelegatingHandler outer
        ? FollowsRedirects(outer.InnerHandler)
        : handler?.GetType().GetProperty("AllowAutoRedirect")?.GetValue(handler) is true;
#endif
}
