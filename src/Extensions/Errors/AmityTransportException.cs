namespace Amity;

/// <summary>No usable response: none came, or a 2xx whose body is cut, empty, not JSON or too large.</summary>
public sealed class AmityTransportException : AmityException
{
    internal AmityTransportException(AmityRequest request, AmityTransportFailure kind, string reason, Exception? innerException = null)
        : base($"{request.Operation} got no usable response ({kind}): {reason.TrimEnd('.')}. {request.Method} {request.Path}", innerException)
    {
        Operation = request.Operation;
        Kind = kind;
    }

    /// <summary>The operation's id in the spec, such as <c>banViewers</c>.</summary>
    public string Operation { get; }

    /// <summary>What happened on the wire.</summary>
    public AmityTransportFailure Kind { get; }

    /// <summary>The status by which a proxy rejected the connection; null for any other failure, and when the proxy named none.</summary>
    public int? ProxyStatusCode { get; internal init; }
}
