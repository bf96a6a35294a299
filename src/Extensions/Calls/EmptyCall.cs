namespace Amity;

/// <summary>A call whose response only says that it succeeded.</summary>
internal sealed class EmptyCall(AmityRequest request, Action<AmityCall>? observer) : AmityCall<object?>(request, observer)
{
    internal override object? Read(ReceivedResponse response, CancellationToken cancellationToken)
    {
        if (response.IsSuccess)
        {
            // A page with status 200 is that of a proxy or a portal, which kept the request from the service.
            return response.IsWebPage ? throw Malformed("the body is a web page") : null;
        }

        ThrowUnlessDone(response);
        return null;
    }
}
