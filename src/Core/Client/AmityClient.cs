using System.Runtime.CompilerServices;
using Amity.Core.Http;

namespace Amity;

/// <summary>The entry to the social.plus API: one per network, safe to share between threads, made once and kept.</summary>
/// <example>
/// <code>
/// using var client = new AmityClient(AmityRegion.Eu, AmityCredential.Bearer(token));
/// await foreach (var ban in client.Rooms.ListViewerBansAsync("room-id")) Console.WriteLine(ban.User?.DisplayName);
/// </code>
/// </example>
public partial class AmityClient : IDisposable
{
    private readonly AmityTransport? _transport;
    private readonly AmityConnections? _ownConnections;

    /// <summary>Makes a client for a region.</summary>
    /// <param name="region">The region that the network lives in.</param>
    /// <param name="credential">Who calls; <see cref="AmityCredential.None"/> where the keys of the options are enough.</param>
    /// <param name="options">Further settings, read once.</param>
    /// <exception cref="ArgumentException">The handler of the options follows redirects.</exception>
    public AmityClient(AmityRegion region, AmityCredential credential, AmityClientOptions? options = null)
        : this((region ?? throw new ArgumentNullException(nameof(region))).BaseAddress, credential, options)
    {
    }

    /// <summary>Makes a client for an address, such as a sandbox or a proxy.</summary>
    /// <param name="baseAddress">An absolute http or https address without query; paths of the API are appended to it.</param>
    /// <param name="credential">Who calls; <see cref="AmityCredential.None"/> where the keys of the options are enough.</param>
    /// <param name="options">Further settings, read once.</param>
    /// <exception cref="ArgumentException">The address is not usable, or the handler of the options follows redirects.</exception>
    public AmityClient(Uri baseAddress, AmityCredential credential, AmityClientOptions? options = null)
    {
        var settings = (options ?? new AmityClientOptions()).Checked();
        CheckAddress(baseAddress, settings);
        _ownConnections = AmityConnections.Open(settings);
        _transport = new AmityTransport(_ownConnections, baseAddress, credential ?? throw new ArgumentNullException(nameof(credential)), settings);
    }

    /// <summary>Makes a client without a connection, for a fake that overrides the members that it needs; all others throw.</summary>
    protected AmityClient()
    {
    }

    private AmityClient(AmityTransport transport) => _transport = transport;

    /// <summary>The transport that every operation goes through.</summary>
    internal AmityTransport Transport => Connected();

    /// <summary>What the requests are sent with; null for a client that shares another's.</summary>
    internal HttpClient? Connections => _ownConnections?.Http;

    /// <summary>Gives a client that calls as someone else over the same connections; disposing it leaves them open.</summary>
    /// <param name="credential">Who calls.</param>
    public virtual AmityClient WithCredential(AmityCredential credential) =>
        new(Connected().WithCredential(credential ?? throw new ArgumentNullException(nameof(credential))));

    /// <summary>
    /// Gives a client with changed settings, for the calls that need them, over the same connections, credential and rate limits;
    /// disposing it leaves the connections open.
    /// </summary>
    /// <param name="change">
    /// Changes a copy of the client's settings. <see cref="AmityClientOptions.Handler"/>, <see cref="AmityClientOptions.AllowInsecureHttp"/>
    /// and <see cref="AmityClientOptions.TimeProvider"/> belong to what is shared, and stay.
    /// </param>
    /// <exception cref="ArgumentException">An option is one that stays, or has a value that no client can work with.</exception>
#pragma warning disable CA1716 // Visual Basic writes [With].
    public virtual AmityClient With(Action<AmityClientOptions> change)
#pragma warning restore CA1716
    {
        var transport = Connected();
        return new(transport.With(transport.Options.With(change ?? throw new ArgumentNullException(nameof(change)))));
    }

    /// <summary>Closes the connections that this client made.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections that this client made; a client made for another credential or other settings has none.</summary>
    /// <param name="disposing">Whether it is called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _ownConnections?.Dispose();
        }
    }

    private AmityTransport Connected([CallerMemberName] string member = "") => _transport ?? throw AmityTransport.NotConnected(nameof(AmityClient), member);

    /// <summary>Rejects an address that no credential may be sent to.</summary>
    internal static void CheckAddress(Uri baseAddress, AmityClientOptions options)
    {
        if (baseAddress is null)
        {
            throw new ArgumentNullException(nameof(baseAddress));
        }

        if (!baseAddress.IsAbsoluteUri || baseAddress.Scheme is not ("http" or "https")
            || baseAddress.Query.Length > 0 || baseAddress.Fragment.Length > 0 || baseAddress.UserInfo.Length > 0)
        {
            throw new ArgumentException("The base address must be an absolute http or https address without user, query or fragment.", nameof(baseAddress));
        }

        if (baseAddress.Scheme == "http" && !baseAddress.IsLoopback && !options.AllowInsecureHttp)
        {
            throw new ArgumentException($"{baseAddress} is plain http, where anybody on the way can read the credential: use https, or set {nameof(AmityClientOptions)}.{nameof(AmityClientOptions.AllowInsecureHttp)}.", nameof(baseAddress));
        }
    }
}
