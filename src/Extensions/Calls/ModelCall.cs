namespace Amity;

/// <summary>A call whose response is a JSON object.</summary>
internal sealed class ModelCall<T>(AmityRequest request, AnswerReader.Item<T?> read, AmityClientOptions options, Action<AmityCall>? observer)
    : AmityCall<T>(request, observer)
    where T : AmityModel, new()
{
    internal override T Read(AmityAnswer answer, CancellationToken cancellationToken)
    {
        if (!answer.IsSuccess)
        {
            var rejection = answer.Refusal(Request);
            return IsDoneByEarlierAttempt(rejection) ? Confirmed(out _) : throw rejection;
        }

        if (answer.SaysEmpty && Confirmed(out var isWhole) is var empty && isWhole)
        {
            return empty;
        }

        var model = AmityJson.Read(Request, BodyOf(answer), read, options, cancellationToken);
        return model.FailureOf(Request, answer.StatusCode) is { } failure ? throw failure : model;
    }

    private static T Confirmed(out bool isWhole)
    {
        var empty = new T();
        isWhole = empty.Confirm();
        return empty;
    }
}

/// <summary>A call whose response is JSON, but no object of the spec: a list, a map, or a value without a schema.</summary>
internal sealed class ValueCall<T>(AmityRequest request, AnswerReader.Item<T?> read, AmityClientOptions options, Action<AmityCall>? observer)
    : AmityCall<T>(request, observer)
    where T : class
{
    internal override T Read(AmityAnswer answer, CancellationToken cancellationToken) => answer.IsSuccess
        ? AmityJson.Read(Request, BodyOf(answer), read, options, cancellationToken)
        : throw answer.Refusal(Request);
}

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

/// <summary>A call whose response only says that it succeeded.</summary>
internal sealed class EmptyCall(AmityRequest request, Action<AmityCall>? observer) : AmityCall<object?>(request, observer)
{
    internal override object? Read(AmityAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.IsSuccess)
        {
            // A page with status 200 is that of a proxy or a portal, which kept the request from the service.
            return answer.IsWebPage ? throw Malformed("the body is a web page") : null;
        }

        var rejection = answer.Refusal(Request);
        return IsDoneByEarlierAttempt(rejection) ? null : throw rejection;
    }
}
