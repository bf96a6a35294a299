using System.Net;
using System.Net.Http.Headers;
using Amity.Core.Cancellation;
using Amity.Core.Json;
using Amity.Core.Telemetry;

namespace Amity.Core.Http;

/// <summary>The connections of a client, shared by all clients that it makes for other credentials.</summary>
internal sealed class AmityConnections : IDisposable
{
    private const string FollowsRedirectsMessage =
        "The handler follows redirects, which could carry the credential to another host: set AllowAutoRedirect to false.";

    private readonly HttpClient _http;
    private readonly HttpMessageHandler? _callersHandler;
    private volatile bool _isDisposed;

    private AmityConnections(HttpMessageHandler handler, bool isOwn)
    {
        _callersHandler = isOwn ? null : handler;

        // The call's own timeouts hold while a body is read, too, which HttpClient's does not.
        _http = new HttpClient(handler, disposeHandler: isOwn) { Timeout = Timeout.InfiniteTimeSpan };
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Amity", AmityInstruments.Version));
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue(AmityJson.MediaType));
    }

    internal HttpClient Http => _http;

    internal bool IsDisposed => _isDisposed;

    /// <summary>Whether requests go through the library's own handler alone.</summary>
    internal bool HasOwnHandler => _callersHandler is null;

    /// <summary>Whether the handler ends with its token: the library's own does, but for .NET Framework's while it reads.</summary>
    internal bool EndsWithItsToken => HasOwnHandler && !RequestContent.IsRejectedOnReads;

    /// <summary>
    /// Whether a request whose content was never asked for never left: true of .NET's handlers, not of what a caller may put in their
    /// place.
    /// </summary>
    internal bool ShowsWriting => !RequestContent.IsRejectedOnReads && (HasOwnHandler || EndsInNetsHandler(_callersHandler));

    internal static AmityConnections Open(AmityClientOptions options)
    {
        if (FollowsRedirects(options.Handler))
        {
            throw new ArgumentException(FollowsRedirectsMessage, nameof(options));
        }

        return options.Handler is { } handler
            ? new AmityConnections(handler, isOwn: false)
            : new AmityConnections(NewHandler(), isOwn: true);
    }

    /// <summary>Sends a request; its response's body is still to be read.</summary>
    /// <exception cref="InvalidOperationException">The caller's handler has come to follow redirects; nothing was sent.</exception>
    internal Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        if (_callersHandler is null)
        {
            return _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }

        // Each time: an inner handler may have been put in by the last request.
        if (FollowsRedirects(_callersHandler))
        {
            throw new InvalidOperationException(FollowsRedirectsMessage);
        }

        var response = _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return response.IsCompleted ? response : CallersCode.WaitAsync(response, cancellationToken);
    }

    public void Dispose()
    {
        _isDisposed = true;
        _http.Dispose();
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
        Proxy = new ProxyBeyondLoopback(HttpClient.DefaultProxy),
    };

    internal static bool FollowsRedirects(HttpMessageHandler? handler) => handler switch
    {
        SocketsHttpHandler sockets => sockets.AllowAutoRedirect,
        HttpClientHandler client => client.AllowAutoRedirect,
        DelegatingHandler outer => FollowsRedirects(outer.InnerHandler),
        _ => false,
    };
#else
    // Without cookies: they are one credential's, and the connections are shared by many. .NET Framework allows two connections by default.
    internal static HttpClientHandler NewHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        MaxConnectionsPerServer = int.MaxValue,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
        Proxy = new ProxyBeyondLoopback(WebRequest.DefaultWebProxy),
    };

    // By name: SocketsHttpHandler is not part of .NET Standard, yet callers on .NET pass it to this build.
    internal static bool FollowsRedirects(HttpMessageHandler? handler) => handler is DelegatingHandler outer
        ? FollowsRedirects(outer.InnerHandler)
        : handler?.GetType().GetProperty("AllowAutoRedirect")?.GetValue(handler) is true;
#endif

    // By name: SocketsHttpHandler is not part of .NET Standard.
    private static bool EndsInNetsHandler(HttpMessageHandler? handler) => handler switch
    {
        HttpClientHandler => true,
        DelegatingHandler outer => EndsInNetsHandler(outer.InnerHandler),
        AmityFactoryHandler factory => EndsInNetsHandler(factory.Current),
        _ => handler?.GetType().FullName == "System.Net.Http.SocketsHttpHandler",
    };

    /// <summary>
    /// The system's proxy for every address but this machine's own: plain http is allowed for loopback because it does not leave the machine.
    /// </summary>
    private sealed class ProxyBeyondLoopback(IWebProxy? proxy) : IWebProxy
    {
        public ICredentials? Credentials
        {
            get => proxy?.Credentials;
            set => throw new NotSupportedException();
        }

        public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : proxy!.GetProxy(destination);

        public bool IsBypassed(Uri host) => proxy is null || host.IsLoopback || proxy.IsBypassed(host);
    }
}
