namespace Amity;

/// <summary>A call whose response is JSON.</summary>
internal sealed class ModelCall<T>(AmityRequest request, AnswerReader.Item<T?> read, AmityClientOptions options, Action<AmityCall>? observer)
    : AmityCall<T>(request, observer)
    where T : AmityModel, new()
{
    internal override T Read(AmityAnswer answer, CancellationToken cancellationToken)
    {
        if (!answer.IsSuccess)
        {
            throw answer.Refusal(Request);
        }

        if (answer.SaysEmpty)
        {
            var empty = new T();
            if (empty.Confirm())
            {
                return empty;
            }
        }

        var model = AmityJson.Read(Request, answer.Body, read, options, cancellationToken);
        return model.FailureOf(Request, answer.StatusCode) is { } failure ? throw failure : model;
    }
}
