namespace Amity;

/// <summary>A call whose response is a JSON object.</summary>
internal sealed class ModelCall<T>(AmityRequest request, ResponseReader.Item<T?> read, AmityClientOptions options, Action<AmityCall>? observer)
    : AmityCall<T>(request, observer)
    where T : AmityModel, new()
{
    internal override T Read(ReceivedResponse response, CancellationToken cancellationToken)
    {
        if (!response.IsSuccess)
        {
            var rejection = response.Rejection(Request);
            return IsDoneByEarlierAttempt(rejection) ? Confirmed(out _) : throw rejection;
        }

        if (response.SaysEmpty && Confirmed(out var isWhole) is var empty && isWhole)
        {
            return empty;
        }

        var model = AmityJson.Read(Request, BodyOf(response), read, options, cancellationToken);
        return model.FailureOf(Request, response.StatusCode) is { } failure ? throw failure : model;
    }

    private static T Confirmed(out bool isWhole)
    {
        var empty = new T();
        isWhole = empty.Confirm();
        return empty;
    }
}
