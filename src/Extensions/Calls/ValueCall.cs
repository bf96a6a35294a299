namespace Amity;

/// <summary>A call whose response is JSON, but no object of the spec: a list, a map, or a value without a schema.</summary>
internal sealed class ValueCall<T>(AmityRequest request, AnswerReader.Item<T?> read, AmityClientOptions options, Action<AmityCall>? observer)
    : AmityCall<T>(request, observer)
    where T : class
{
    internal override T Read(AmityAnswer answer, CancellationToken cancellationToken) => answer.IsSuccess
        ? AmityJson.Read(Request, BodyOf(answer), read, options, cancellationToken)
        : throw answer.Refusal(Request);
}
