namespace Amity;

/// <summary>A call whose response is one text, as it is or as a JSON string.</summary>
internal sealed class TextCall(AmityRequest request, AmityClientOptions options, Action<AmityCall>? observer) : AmityCall<string>(request, observer)
{
    internal override string Read(ReceivedResponse response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccess)
        {
            throw response.Rejection(Request);
        }

        var body = BodyOf(response);
        if (response.IsJson)
        {
            return AmityJson.Read(Request, body, static (ref ResponseReader reader) => reader.Text(), options, cancellationToken);
        }

        return body.IsEmpty ? throw Malformed("the body is empty")
            : response.IsWebPage ? throw Malformed("the body is a web page")
            : Utf8Text.TryRead(Utf8Text.WithoutMark(body), out var text) ? text
            : throw Malformed("the body is not UTF-8");
    }
}
