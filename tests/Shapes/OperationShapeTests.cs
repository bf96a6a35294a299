using System.Reflection;
using NSwag;

namespace Amity.Tests.Shapes;

/// <summary>Operations that the library treats differently have different shapes, and a few stand for all kinds, however many there are.</summary>
internal sealed class OperationShapeTests
{
    private static readonly List<OpenApiOperationDescription> All = [.. Read().Operations];

    [TestCase("getWithCredential", RequestParts.None, "none", "read", "Authorization")]
    [TestCase("getWithNothing", RequestParts.None, "none", "read", "")]
    [TestCase("postWithApiKey", RequestParts.None, "none", "safe", "x-api-key")]
    [TestCase("postWithServerKey", RequestParts.None, "none", "safe", "x-server-key")]
    [TestCase("getById", RequestParts.Path, "none", "read", "Authorization")]
    [TestCase("findByScalars", RequestParts.Query, "none", "read", "Authorization")]
    [TestCase("findByLists", RequestParts.QueryList, "none", "read", "Authorization")]
    [TestCase("findByObjects", RequestParts.QueryObject, "none", "read", "Authorization")]
    [TestCase("findByTargets", RequestParts.QueryObject, "none", "read", "Authorization")]
    [TestCase("listByJoinedIds", RequestParts.QueryList | RequestParts.Batch, "response: object", "read", "Authorization")]
    [TestCase("putWithHeaders", RequestParts.Header, "none", "safe", "Authorization")]
    [TestCase("createMessage", RequestParts.Json, "response: object", "unless-sent", "Authorization")]
    [TestCase("removeRole", RequestParts.JsonOfDelete, "none", "safe", "Authorization")]
    [TestCase("uploadFile", RequestParts.Form, "response: object", "safe", "Authorization")]
    [TestCase("deleteEmpty", RequestParts.Path, "none", "done after retry", "Authorization")]
    [TestCase("confirm", RequestParts.None, "confirmation", "safe", "Authorization")]
    [TestCase("getParty", RequestParts.None, "one", "read", "Authorization")]
    [TestCase("listParties", RequestParts.None, "all", "read", "Authorization")]
    [TestCase("listPage", RequestParts.Query, "page", "read", "Authorization")]
    [TestCase("listWrapped", RequestParts.None, "wrapped response: list", "read", "Authorization")]
    [TestCase("listTexts", RequestParts.None, "response: list", "read", "Authorization")]
    [TestCase("getMap", RequestParts.None, "response: map", "read", "Authorization")]
    [TestCase("getValue", RequestParts.None, "response: value", "read", "Authorization")]
    [TestCase("getPlainText", RequestParts.None, "response: text", "safe", "Authorization")]
    [TestCase("locate", RequestParts.None, "response: location", "read", "Authorization")]
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
