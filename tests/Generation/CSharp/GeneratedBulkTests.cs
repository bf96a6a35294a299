namespace Amity.Tests.Generation.CSharp;

/// <summary>x-bulk makes a method for any number of ids, or is rejected where it stands.</summary>
public sealed class GeneratedBulkTests
{
    private const string Unsupported = "AMITY108";
    private const string Name = "AMITY109";
    private const string Ids = "{type: array, minItems: 1, maxItems: 100, items: {type: string, example: a, format: id, maxLength: 50}}";

    [Test]
    public void Bulk_OfIds_IsPlanned()
    {
        using var spec = WithBulk($"userIds: {Ids}");

        var bulk = spec.PlanOf("put", "/rooms/{roomId}")["bulk"]!;

        bulk["method"]!.GetValue<string>().Should().Be("BulkUpdateRoomAsync");
        bulk["args"]!.AsArray().Select(argument => (string?)argument!["declaration"]).Should().Equal("string roomId");
        bulk["argument"]!.GetValue<string>().Should().Be("userIds");
        (bulk["most"]!.GetValue<string>(), bulk["longest"]!.GetValue<string>()).Should().Be(("100", "50"));
        (bulk["call"]!.GetValue<string>(), bulk["body"]!.GetValue<string>()).Should().Be(("UpdateRoomCall", "new RoomChange { UserIds = batch }"));
    }

    [TestCase(", maxLength: 50", "50")]
    [TestCase("", null)]
    public void Limit_OfAnId_IsThatOfTheSpec(string limit, string? documented)
    {
        using var spec = WithBulk("userIds: " + Ids.Replace(", maxLength: 50", limit, StringComparison.Ordinal));

        ((string?)spec.PlanOf("put", "/rooms/{roomId}")["bulk"]!["limit"]).Should().Be(documented);
    }

    [TestCase("x-name: Guests, ", "guests", "Guests")]
    [TestCase("x-name: Event, ", "@event", "Event")]
    public void Bulk_OfAFieldWithAName_IsNamedSo(string given, string argument, string property)
    {
        using var spec = WithBulk("userIds: " + Ids.Insert(1, given));

        var bulk = spec.PlanOf("put", "/rooms/{roomId}")["bulk"]!;

        bulk["argument"]!.GetValue<string>().Should().Be(argument);
        bulk["body"]!.GetValue<string>().Should().Contain($"{{ {property} = batch }}");
    }

    [TestCase("ids", $"userIds: {Ids}")]
    [TestCase("userIds", $"userIds: {Ids}\nreason: {{type: string, example: a}}")]
    [TestCase("userIds", "userIds: {type: array, items: {type: string, example: a, format: id}}")]
    [TestCase("userIds", "userIds: {type: array, maxItems: 0, items: {type: string, example: a, format: id}}")]
    [TestCase("userIds", "userIds: {type: array, maxItems: 5, items: {type: string, example: a}}")]
    [TestCase("userIds", "userIds: {type: string, example: a}")]
    public void Bulk_OfAnythingButTheIdsOfTheRequest_IsRejected(string bulk, string fields)
    {
        using var spec = WithBulk(fields, $"▸x-bulk: {bulk}");

        spec.ShouldHaveOneProblem(
            Unsupported, "updateRoom: x-bulk names the only field of the request, a list of ids with maxItems, of an operation whose result is no page.");
    }

    [Test]
    public void Bulk_WithoutABody_IsRejected()
    {
        using var spec = new SmallSpec().Replace("{page: rooms}", "response").Add("keywords of listRooms", "▸x-bulk: ids");

        spec.ShouldHaveOneProblem(Unsupported, "listRooms: x-bulk names the only field of the request");
    }

    [Test]
    public void Bulk_OfPages_IsRejected()
    {
        using var spec = WithBulk($"userIds: {Ids}", "▸x-bulk: userIds")
            .Replace("x-result: response", "x-result: {page: rooms}")
            .Replace("'200': {description: The room., content: {application/json: {schema: {$ref: '#/components/schemas/Room'}}}}",
                "'200': {description: A page., content: {application/json: {schema: {$ref: '#/components/schemas/RoomPage'}}}}")
            .Add("parameters of updateRoom", "- {name: token, in: query, description: Where to start., schema: {type: string, example: a, format: token}}");

        spec.ShouldHaveOneProblem(Unsupported, "of an operation whose result is no page.");
    }

    [TestCase("x-name: Batch, ", "batch")]
    [TestCase("x-name: Transport, ", "transport")]
    [TestCase("x-name: Options, ", "options")]
    [TestCase("x-name: RoomId, ", "roomId")]
    public void Argument_OfATakenName_IsRejected(string given, string argument)
    {
        using var spec = WithBulk("userIds: " + Ids.Insert(1, given), "▸x-bulk: userIds");

        spec.ShouldHaveOneProblem(Name, $"updateRoom: the argument '{argument}' of BulkUpdateRoomAsync is taken: give it another name by x-name.");
    }

    [Test]
    public void Method_OfATakenName_IsRejected()
    {
        using var spec = WithBulk($"userIds: {Ids}", "▸x-bulk: userIds").Replace("operationId: listRooms", "operationId: bulkUpdateRoom");

        spec.ShouldHaveOneProblem(Name, "updateRoom: another operation is called BulkUpdateRoom already.");
    }

    private static SmallSpec WithBulk(string fields, string bulk = "x-bulk: userIds") => new SmallSpec()
        .Add("keywords of updateRoom", bulk).Replace("title: {type: string, example: a, maxLength: 1000}", fields.Replace("\n", "\n        "));
}
