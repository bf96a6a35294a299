namespace Amity;

/// <summary>Why there was no usable response.</summary>
public enum AmityTransportFailure
{
    /// <summary>No connection could be made: rejected, unreachable, or not made in time. The request was not sent.</summary>
    Unreachable,

    /// <summary>The host's name could not be resolved. The request was not sent.</summary>
    NameResolution,

    /// <summary>No trusted TLS connection could be made. The request was not sent.</summary>
    Tls,

    /// <summary>
    /// A proxy rejected the connection; <see cref="AmityTransportException.ProxyStatusCode"/> is its status. The request was not sent.
    /// </summary>
    ProxyRejected,

    /// <summary>The connection broke while the request was sent or its response read.</summary>
    Reset,

    /// <summary>No full response came in time.</summary>
    Timeout,

    /// <summary>A response with a 2xx status whose body is empty, not JSON, or not of the spec's shape.</summary>
    Malformed,

    /// <summary>
    /// The response is larger than <see cref="AmityClientOptions.MaxResponseBytes"/>, has more values than
    /// <see cref="AmityClientOptions.MaxJsonValues"/>, is nested deeper than <see cref="AmityClientOptions.MaxJsonDepth"/>, or has larger
    /// headers than the handler allows.
    /// </summary>
    TooLarge,

    /// <summary>What came back is not an HTTP response.</summary>
    InvalidHttp,

    /// <summary>The handler followed a redirect: the response came from another address than the one that was asked.</summary>
    Redirected,

    /// <summary>The client was disposed during the call.</summary>
    Disposed,
}
