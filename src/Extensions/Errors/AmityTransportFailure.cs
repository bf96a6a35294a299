namespace Amity;

/// <summary>Why there was no usable answer.</summary>
public enum AmityTransportFailure
{
    /// <summary>No connection could be made: refused or unreachable. The request was not sent.</summary>
    Unreachable,

    /// <summary>The host's name could not be resolved. The request was not sent.</summary>
    NameResolution,

    /// <summary>No trusted TLS connection could be made. The request was not sent.</summary>
    Tls,

    /// <summary>The connection broke while the request was sent or its answer read.</summary>
    Reset,

    /// <summary>No full answer came in time.</summary>
    Timeout,

    /// <summary>An answer with a 2xx status whose body is empty, not JSON, or not of the spec's shape.</summary>
    Malformed,

    /// <summary>The answer is larger than <see cref="AmityClientOptions.MaxAnswerBytes"/>, or nested deeper than <see cref="AmityClientOptions.MaxJsonDepth"/>.</summary>
    TooLarge,
}
