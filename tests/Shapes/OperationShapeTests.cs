using System.Reflection;
using NSwag;

namespace Amity.Tests.Shapes;

/// <summary>Operations that the library treats differently have different shapes, and a few stand for all kinds, however many there are.</summary>
internal sealed class OperationShapeTests
{
    private static readonly List<OpenApiOperationDescription> All = [.. Read().Operations];

    [TestCase("getWithCredential", RequestParts.None, "none", "read", "credential")]
    [TestCase("getWithNothing", RequestParts.None, "none", "read", "nothing")]
    [TestCase("postWithApiKey", RequestParts.None, "none", "safe", "x-api-key")]
    [TestCase("postWithServerKey", RequestParts.None, "none", "safe", "x-server-key")]
    [TestCase("getById", RequestParts.Path, "none", "read", "credential")]
    [TestCase("findByScalars", RequestParts.Query, "none", "read", "credential")]
    [TestCase("findByLists", RequestParts.QueryList, "none", "read", "credential")]
    [TestCase("findByObjects", RequestParts.QueryObject, "none", "read", "credential")]
    [TestCase("findByTargets", RequestParts.QueryObject, "none", "read", "credential")]
    [TestCase("listByJoinedIds", RequestParts.QueryList | RequestParts.Batch, "response: object", "read", "credential")]
    [TestCase("putWithHeaders", RequestParts.Header, "none", "safe", "credential")]
    [TestCase("createMessage", RequestParts.Json, "response: object", "unless-sent", "credential")]
    [TestCase("removeRole", RequestParts.JsonOfDelete, "none", "safe", "credential")]
    [TestCase("uploadFile", RequestParts.Form, "response: object", "safe", "credential")]
    [TestCase("deleteEmpty", RequestParts.Path, "none", "done after retry", "credential")]
    [TestCase("confirm", RequestParts.None, "confirmation", "safe", "credential")]
    [TestCase("getParty", RequestParts.None, "one", "read", "credential")]
    [TestCase("listParties", RequestParts.None, "all", "read", "credential")]
    [TestCase("listPage", RequestParts.Query, "page", "read", "credential")]
    [TestCase("listWrapped", RequestParts.None, "wrapped response: list", "read", "credential")]
    [TestCase("listTexts", RequestParts.None, "response: list", "read", "credential")]
    [TestCase("getMap", RequestParts.None, "response: map", "read", "credential")]
    [TestCase("getValue", RequestParts.None, "response: value", "read", "credential")]
    [TestCase("getPlainText", RequestParts.None, "response: text", "safe", "credential")]
    [TestCase("locate", RequestParts.None, "response: location", "read", "credential")]
    public void Shape_OfAnOperation_IsWhatItsSpecSays(string operationId, object request, string result, string repeat, string proof) =>
        OperationShape.Of(All.Single(operation => operation.Operation.OperationId == operationId))
            .Should().Be(new OperationShape((RequestParts)request, result, repeat, proof));

    [Test]
    public void Choice_OfASpec_HasEveryKindOfIt() =>
        KindsOf(OperationShape.Choose(All)).Should().BeEquivalentTo(KindsOf(All)).And.Contain(Enum.GetNames<RequestParts>());

    [Test]
    public void Choice_OfManyMoreOperationsOfTheSameKinds_IsTheSame()
    {
        var choice = OperationShape.Choose(All).ToList();

        OperationShape.Choose(Enumerable.Repeat(All, 28).SelectMany(operations => operations)).Should().Equal(choice);
        choice.Count.Should().BeLessThanOrEqualTo(KindsOf(All).Count);
    }

    [Test]
    public void Choice_WithoutTheOperationsOfAKind_LacksItAlone()
    {
        var without = OperationShape.Choose(All.Where(operation => !OperationShape.Of(operation).Request.HasFlag(RequestParts.Form)));

        KindsOf(without).Append($"{RequestParts.Form}").Should().BeEquivalentTo(KindsOf(All));
    }

    private static List<string> KindsOf(IEnumerable<OpenApiOperationDescription> operations) =>
        [.. operations.SelectMany(operation => OperationShape.Of(operation).Kinds).Distinct()];

    private static OpenApiDocument Read()
    {
        var metadata = typeof(OperationShapeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>();
        return OpenApiDocument.FromFileAsync(metadata.Single(entry => entry.Key == "ShapesSpec").Value!).GetAwaiter().GetResult();
    }
}
