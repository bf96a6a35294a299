namespace Amity;

/// <summary>A call whose answer is JSON.</summary>
internal sealed class ModelCall<T>(AmityRequest request, AnswerReader.Item<T?> read, int maxDepth) : AmityCall<T>(request)
    where T : AmityModel
{
    internal override T Read(AmityAnswer answer)
    {
        if (!answer.IsSuccess)
        {
            throw answer.Refusal(Request);
        }

        var model = AmityJson.Read(Request, answer.Body, read, maxDepth);
        return model.FailureOf(Request, answer.StatusCode) is { } failure ? throw failure : model;
    }
}
