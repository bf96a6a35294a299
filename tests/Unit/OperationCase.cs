namespace Amity.Tests.Unit;

/// <summary>One call of one operation, and what it has to put on the wire.</summary>
public sealed record OperationCase(string OperationId, Func<AmityClient, Task> Call, string Method, string Target, string? Body = null)
{
    /// <summary>The call of every operation that this build tests with the spec's examples, and the request that they make.</summary>
    public static IReadOnlyList<OperationCase> All { get; } = [.. TestedBuild.Operations.Select(Example)];

    /// <summary>Calls of operations of every kind.</summary>
    public static IReadOnlyList<OperationCase> OfEachKind { get; } =
        [.. OperationShape.Choose(Spec.Operations.Values).Select(operation => Example(operation.Operation.OperationId))];

    /// <summary>What the spec says of sending it again.</summary>
    public string RepeatRule => RepeatRuleOf(OperationId);

    internal static string RepeatRuleOf(string operationId) => (string)Spec.Operations[operationId].Operation.ExtensionData!["x-repeat"]!;

    public override string ToString() => OperationId;

    private static OperationCase Example(string operationId)
    {
        var request = SpecRequest.Full(operationId);
        return new(operationId, client => OperationCall.Start(client, operationId, OperationCall.Examples(operationId)), request.Method, request.Target, request.Body);
    }
}
