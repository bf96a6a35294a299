namespace Amity;

/// <summary>A call whose response is one text, as it is or as a JSON string.</summary>
internal sealed class TextCall(AmityRequest request, AmityClientOptions options, Action<AmityCall>? observer) : AmityCall<string>(request, observer)
{
    internal override string Read(AmityAnswer answer, CancellationToken cancellationToken)
    {
        if (!answer.IsSuccess)
        {
            throw answer.Refusal(Request);
        }

        var body = BodyOf(answer);
        if (answer.IsJson)
        {
            return AmityJson.Read(Request, body, static (ref AnswerReader reader) => reader.Text(), options, cancellationToken);
        }

        return body.IsEmpty ? throw Malformed("the body is empty")
            : answer.IsWebPage ? throw Malformed("the body is a web page")
            : Utf8Text.TryRead(Utf8Text.WithoutMark(body), out var text) ? text
            : throw Malformed("the body is not UTF-8");
    }
}
