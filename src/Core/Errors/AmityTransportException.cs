using Amity.Core.Errors;

namespace Amity;

/// <summary>No usable response: none came, or a 2xx whose body is cut, empty, not JSON or too large.</summary>
public sealed class AmityTransportException : AmityException
{
    internal AmityTransportException(RequestName request, AmityTransportFailure failure, string reason, Exception? innerException = null)
        : base(
            request.Operation,
            $"{request.Operation} got no usable response ({failure}): {reason.TrimEnd('.')}. {request}",
            innerException)
    {
        Failure = failure;
    }

    /// <summary>What happened on the wire.</summary>
    public AmityTransportFailure Failure { get; }

    /// <summary>The status by which a proxy rejected the connection; null for any other failure, and when the proxy named none.</summary>
    public int? ProxyStatusCode { get; internal init; }
}
