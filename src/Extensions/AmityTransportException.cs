namespace Amity;

/// <summary>No usable answer: none came, or a 2xx whose body is cut, empty or not JSON. Whether the service acted is not known.</summary>
public sealed class AmityTransportException : AmityException
{
    internal AmityTransportException(AmityRequest request, string reason, Exception? innerException = null)
        : base($"{request.Operation} got no usable answer: {reason.TrimEnd('.')}. {request.Method} {request.Path}", innerException)
    {
        Operation = request.Operation;
    }

    /// <summary>The operation's id in the spec, such as <c>banViewers</c>.</summary>
    public string Operation { get; }
}
