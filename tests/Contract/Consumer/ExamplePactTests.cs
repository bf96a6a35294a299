using Amity.Tests.Unit;

namespace Amity.Tests.Contract.Consumer;

/// <summary>Every operation once, with what the spec gives as its example.</summary>
[Order(1)]
internal sealed class ExamplePactTests : PactTest
{
    private static readonly HashSet<string> Credentials =
        new(["Authorization", "x-admin-token", "x-api-key", "x-server-key"], StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Operations => Spec.Operations.Keys;

    [TestCaseSource(nameof(Operations))]
    public async Task Operation_ExampleOfTheSpec_IsSentAndRead(string operationId)
    {
        var arguments = SpecExamples.FirstPageArguments(operationId);
        var response = ExampleResponse.Of(operationId);
        response.AddTo(Upon(operationId, PactInteraction.ExampleOf(operationId)).WithExample(SpecRequest.Of(operationId, arguments)).WillRespond());
        object? result = null;

        await VerifyAsync(async client => result = await OperationCall.InvokeAsync(client, operationId, arguments));

        response.MissingIn(result).Should().BeEmpty();
        SentHeaders.Where(header => Credentials.Contains(header.Key)).Should().BeEquivalentTo(ProofOf(operationId));
    }

    // The pact takes any credential, as each provider has its own.
    private static Dictionary<string, string> ProofOf(string operationId) => Spec.ShapeOf(operationId).Proof switch
    {
        "" => [],
        OperationShape.Token => new() { [OperationShape.Token] = $"Bearer {PactValues.AdminToken}" },
        var header => new() { [header] = header == "x-api-key" ? PactValues.ApiKey : PactValues.ServerKey },
    };
}
