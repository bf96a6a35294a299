using Amity.Tests.Unit;
using Newtonsoft.Json.Linq;

namespace Amity.Tests.Contract.Consumer;

/// <summary>Each id in a path can be one that does not exist.</summary>
[Order(1)]
internal sealed class NotFoundPactTests : PactTest
{
    /// <summary>Each operation that declares 404, with each id in its path.</summary>
    public static IEnumerable<object[]> Ids => Spec.Operations
        .Where(operation => operation.Value.Operation.Responses.ContainsKey("404"))
        .SelectMany(operation => operation.Value.Operation.Parameters
            .Where(parameter => parameter.Kind == NSwag.OpenApiParameterKind.Path && parameter.ActualSchema.Format == "id")
            .Select(parameter => new object[] { operation.Key, parameter.Name }));

    [TestCaseSource(nameof(Ids))]
    public async Task Operation_UnknownId_ThrowsNotFound(string operationId, string parameter)
    {
        var arguments = new JObject(SpecExamples.LeastArguments(operationId));
        arguments[SpecArgument.Of(operationId).Single(argument => argument.Parameter.Name == parameter).Name] = PactValues.Unknown;
        Upon(operationId, $"{operationId} with an unknown {parameter}").WithExample(SpecRequest.Of(operationId, arguments))
            .WillRespond().WithError(404, 400400);

        var rejection = await RejectionAsync(client => OperationCall.Start(client, operationId, arguments));

        rejection.StatusCode.Should().Be(404);
        (rejection.ErrorCode?.Value).Should().Be(400400);
    }
}
