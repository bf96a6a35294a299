namespace Amity.Core.Http;

/// <summary>
/// Asks <see cref="IHttpMessageHandlerFactory"/> for the connections of each request, so that a client that lives as long as the
/// application does not keep the same ones, and with them an old DNS record, as long.
/// </summary>
internal sealed class AmityFactoryHandler(IHttpMessageHandlerFactory handlers, string name) : HttpMessageHandler
{
    private HttpMessageHandler? _current;

    /// <summary>The connections of the newest request; null before the first one.</summary>
    internal HttpMessageHandler? Current => Volatile.Read(ref _current);

    internal static string Rejection(string name) =>
        $"The primary handler of the connections '{name}' follows redirects, which could carry the credential to another host: set AllowAutoRedirect to false.";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var handler = handlers.CreateHandler(name);
        Volatile.Write(ref _current, handler);
        // Before each request: what follows redirects may have been put in since the last one.
        if (AmityConnections.FollowsRedirects(handler))
        {
            throw new InvalidOperationException(Rejection(name));
        }

        // The factory disposes of its handlers itself, when nobody uses them any more.
        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        return await invoker.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
