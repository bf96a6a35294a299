namespace Amity.Tests.Generation.CSharp;

/// <summary>What x-batch, x-wrapped, x-internal, x-secret, security and x-done-after-retry ask for is there, or they are rejected where they stand.</summary>
public sealed class ExtensionTests
{
    private const string Unsupported = "AMITY108";
    private const string Ids =
        "- {name: ids, in: query, required: true, description: Ids., schema: {type: array, maxItems: 100, items: {type: string, example: a, format: id}}}";

    [TestCase("x-internal: false", "public")]
    [TestCase("x-internal: true", "internal")]
    public void Internal_Object_IsOfTheLibraryAlone(string keyword, string access)
    {
        using var spec = new SmallSpec().Add("keywords of Room", keyword);

        spec.PlanOf("Room")["access"]!.GetValue<string>().Should().Be(access);
    }

    [Test]
    public void Secret_OfAText_IsWrittenAsOne()
    {
        using var spec = new SmallSpec().Add("fields of Room", "streamKey: {type: string, example: a, x-secret: true}");

        spec.PlanOf("Room")["writes"]!.AsArray().Select(line => line!.GetValue<string>()).Should()
            .Contain("writer.Secret(\"streamKey\"u8, StreamKey);");
    }

    [Test]
    public void Secret_OfAnythingButAText_IsRejected()
    {
        using var spec = new SmallSpec().Add("fields of Room", "streamKey: ▸{type: integer, x-secret: true}");

        spec.ShouldHaveOneProblem(Unsupported, "Room, field streamKey: x-secret is supported for a string only.");
    }

    [Test]
    public void Secret_ThatIsAResponseOfNoText_IsRejected()
    {
        using var spec = new SmallSpec().Replace(
            "{schema: {$ref: '#/components/schemas/Room'}}}}", "{schema: ▸{type: array, items: {type: integer}, x-secret: true}}}}");

        spec.ShouldHaveOneProblem(Unsupported, "updateRoom, response 200: x-secret is supported for a string only.");
    }

    [TestCase("tags: {type: array, items: {type: string, example: a, ▸x-secret: true}}")]
    [TestCase("labels: {type: object, additionalProperties: {type: string, example: a, ▸x-secret: true}}")]
    public void Secret_ThatIsNoFieldAndNoResponse_IsRejected(string field)
    {
        using var spec = new SmallSpec().Add("fields of Room", field);

        spec.ShouldHaveOneProblem("AMITY105", "'x-secret' is not a keyword here");
    }

    [TestCase("keywords of listRooms", "parameters of listRooms", "listRooms")]
    [TestCase("keywords of updateRoom", "parameters of updateRoom", "updateRoom")]
    [TestCase("keywords of listRooms", "parameters of updateRoom", "listRooms")]
    public void Batch_OfAnythingButTheIdsOfAGetThatIsNoPage_IsRejected(string keywords, string parameters, string operation)
    {
        using var spec = new SmallSpec().Add(keywords, "▸x-batch: ids").Add(parameters, Ids);

        spec.ShouldHaveOneProblem(
            Unsupported, $"{operation}: x-batch names a required list of ids in the query of a GET whose response is an object.");
    }

    [TestCase("required: true, ", "")]
    [TestCase("type: string, example: a, format: id", "type: integer")]
    public void Batch_OfAnotherArgument_IsRejected(string text, string replacement)
    {
        using var spec = new SmallSpec().Replace("{page: rooms}", "{all: rooms}")
            .Add("keywords of listRooms", "▸x-batch: ids")
            .Add("parameters of listRooms", Ids.Replace(text, replacement, StringComparison.Ordinal));

        spec.ShouldHaveOneProblem(Unsupported, "listRooms: x-batch names a required list of ids");
    }

    [TestCase("response")]
    [TestCase("{all: rooms}")]
    public void Batch_OfIds_IsPlanned(string result)
    {
        using var spec = new SmallSpec().Replace("{page: rooms}", result).Add("keywords of listRooms", "x-batch: ids").Add("parameters of listRooms", Ids);

        spec.PlanOf("get", "/rooms")["batch"]!.GetValue<string>().Should().Be("\"ids\", ids, 100, nameof(ids)");
        spec.PlanOf("RoomPage")["appends"]!.AsArray().Should().ContainSingle();
    }

    [TestCase("", "1")]
    [TestCase("minItems: 0, ", "1")]
    [TestCase("minItems: 2, ", "2")]
    public void Batch_OfNoIds_IsChecked(string least, string checkedLeast)
    {
        using var spec = new SmallSpec().Replace("{page: rooms}", "response")
            .Add("keywords of listRooms", "x-batch: ids")
            .Add("parameters of listRooms", Ids.Replace("maxItems", least + "maxItems", StringComparison.Ordinal));

        spec.PlanOf("get", "/rooms")["checks"]!.AsArray().Select(check => (string?)check).Should()
            .Contain($"Guard.Ids(ids, {checkedLeast}, int.MaxValue, int.MaxValue, nameof(ids));");
    }

    [TestCase("response", "'302': {description: Elsewhere.}")]
    [TestCase("none", "'204': {description: Nothing.}")]
    public void Wrapped_WithoutABody_IsRejected(string result, string response)
    {
        using var spec = new SmallSpec()
            .Replace("x-result: response", $"x-result: {result}")
            .Add("keywords of updateRoom", "▸x-wrapped: true")
            .Add("responses of updateRoom", response)
            .Replace("'200': {description: The room.", "'409': {description: The room.");

        spec.ShouldHaveOneProblem(Unsupported, "updateRoom: x-wrapped is supported where the response has a body.");
    }

    [Test]
    public void Wrapped_LikeItsWrapper_IsRejected()
    {
        using var spec = new SmallSpec().Add("keywords of updateRoom", "▸x-wrapped: true").Add("fields of Room", "data: {type: string, example: a}");

        spec.ShouldHaveOneProblem(Unsupported, "updateRoom: Room has the fields status and data itself, and cannot be told from its wrapper");
    }

    [TestCase("[▸40]")]
    [TestCase("[404, ▸4.5]")]
    public void DoneAfterRetry_OfNoStatus_IsRejected(string codes)
    {
        using var spec = new SmallSpec().Add("keywords of updateRoom", $"x-done-after-retry: {codes}")
            .Replace("x-result: response", "x-result: {confirmation: ok}").Add("fields of Room", "ok: {type: boolean}");

        spec.ShouldHaveOneProblem(Unsupported, "updateRoom: x-done-after-retry lists statuses such as 404, or codes such as 400316.");
    }

    [TestCase("[404]", "response")]
    [TestCase("[]", "response")]
    public void DoneAfterRetry_OfAResponseThatHasToBeThere_IsRejected(string codes, string result)
    {
        using var spec = new SmallSpec().Add("keywords of updateRoom", $"▸x-done-after-retry: {codes}")
            .Replace("x-result: response", $"x-result: {result}");

        spec.ShouldHaveOneProblem(Unsupported, "updateRoom: x-done-after-retry is supported where the result is none, a confirmation or one.");
    }
}
