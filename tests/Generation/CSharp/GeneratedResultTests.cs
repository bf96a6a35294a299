namespace Amity.Tests.Generation.CSharp;

/// <summary>What an operation returns is what its x-result says, or x-result is rejected where it stands.</summary>
public sealed class GeneratedResultTests
{
    private const string Unsupported = "AMITY108";

    private const string Rejection = "x-result is none for a response without a body, response for the response as it comes, or names a field";

    private const string Nothing = "'204': {description: Nothing.}";
    private const string Elsewhere = "'302': {description: Elsewhere.}";
    private const string Text = "'200': {description: A text., content: {text/plain: {schema: {type: string, example: a}}}}";
    private const string Texts = "'200': {description: Texts., content: {application/json: {schema: {type: array, items: {type: string, example: a}}}}}";
    private const string Page = "'200': {description: A page., content: {application/json: {schema: {$ref: '#/components/schemas/RoomPage'}}}}";
    private const string Outcome =
        "'200': {description: Done., content: {application/json: {schema: {type: object, properties: {ok: {type: boolean}, at: {type: string, example: a}}}}}}";

    [TestCase("none", Nothing, "Task", "EmptyCall")]
    [TestCase("response", Elsewhere, "Task<Uri>", "LocationCall")]
    [TestCase("response", Text, "Task<string>", "TextCall")]
    [TestCase("response", Texts, "Task<IReadOnlyList<string>>", "ValueCall<IReadOnlyList<string>>")]
    [TestCase("response", Page, "Task<RoomPage>", "ResponseCall<RoomPage>")]
    [TestCase("{confirmation: ok}", Outcome, "Task", "ConfirmationCall")]
    [TestCase("{one: rooms}", Page, "Task<Room>", "OneCall<RoomPage, Room>")]
    [TestCase("{one: rooms}\n      x-done-after-retry: [404]", Page, "Task<Room?>", "OneOrNoneCall<RoomPage, Room>")]
    [TestCase("{all: rooms}", Page, "Task<IReadOnlyList<Room>>", "AllCall<RoomPage, Room>")]
    public void Result_OfEachKind_IsPlanned(string result, string response, string returns, string call)
    {
        using var spec = WithResult(result, response);

        var plan = spec.PlanOf("put", "/rooms/{roomId}");

        (plan["returns"]!.GetValue<string>(), plan["reads"]!.GetValue<string>()).Should().Be((returns, call));
    }

    [TestCase("none", Nothing, null)]
    [TestCase("{confirmation: ok}", Outcome, null)]
    [TestCase("response", Elsewhere, "The address that the service redirects to; it is not followed.")]
    [TestCase("response", Texts, "Texts.")]
    [TestCase("{all: rooms}", Page, "The list; empty when the response has none.")]
    [TestCase("{one: rooms}", Page, "The <see cref=\"Room\" />.")]
    [TestCase(
        "{one: rooms}\n      x-done-after-retry: [404]",
        Page,
        "The <see cref=\"Room\" />, or null when an earlier attempt had done it and the response to the retry does not show it.")]
    public void Result_OfEachKind_IsDocumented(string result, string response, string? doc)
    {
        using var spec = WithResult(result, response);

        ((string?)spec.PlanOf("put", "/rooms/{roomId}")["result"]).Should().Be(doc);
    }

    [Test]
    public void Entity_IsDocumentedWithTheResponseThatItCameIn()
    {
        using var spec = WithResult("{one: rooms}", Page).Add("keywords of Room", "x-ids: [roomId]");

        ((string?)spec.PlanOf("put", "/rooms/{roomId}")["result"]).Should()
            .Be("The <see cref=\"Room\" />; its <see cref=\"Room.Included\" /> is the <see cref=\"RoomPage\" /> that it came in.");
    }

    [Test]
    public void Page_OfAList_IsEnumeratedFromItsToken()
    {
        using var spec = new SmallSpec();

        var plan = spec.PlanOf("get", "/rooms");

        plan["returns"]!.GetValue<string>().Should().Be("AsyncPages<Room>");
        plan["read"]!.GetValue<string>().Should().Be(", RoomPage.Read, static page => page.Rooms, static page => page.Paging?.Next");
        plan["token"]!.GetValue<string>().Should().Be("\"token\", options?.ContinuationToken");
        plan["lines"]!.AsArray().Select(line => (string?)line).Should()
            .Equal("call.Query(\"limit\", options?.PageSize);");
        spec.PlanOf("RoomPage")["page"]!["test"]!.GetValue<string>().Should().Be("IsPage(\"rooms\", _rooms, Paging)");
    }

    [Test]
    public void Page_WithNamesOfItsOwn_IsReadByThem()
    {
        using var spec = new SmallSpec()
            .Replace("rooms: {type: array,", "rooms: {x-name: Found, type: array,")
            .Replace("paging: {$ref: '#/components/schemas/Paging'}", "paging: {$ref: '#/components/schemas/Paging', x-name: Position}")
            .Replace("next: {type: string, example: a}", "next: {type: string, example: a, x-name: After}");

        spec.PlanOf("get", "/rooms")["read"]!.GetValue<string>().Should()
            .Be(", RoomPage.Read, static page => page.Found, static page => page.Position?.After");
        spec.PlanOf("RoomPage")["page"]!["test"]!.GetValue<string>().Should().Be("IsPage(\"rooms\", _found, Position)");
    }

    [TestCase("none", Page)]
    [TestCase("none", Elsewhere)]
    [TestCase("response", Nothing)]
    [TestCase("all", Page)]
    [TestCase("{}", Page)]
    [TestCase("{one: rooms, all: rooms}", Page)]
    [TestCase("{list: rooms}", Page)]
    [TestCase("{one: [rooms]}", Page)]
    [TestCase("{one: roms}", Page)]
    [TestCase("{one: paging}", Page)]
    [TestCase("{one: rooms}", Texts)]
    [TestCase("{one: rooms}", Nothing)]
    [TestCase("{one: names}", Page)]
    [TestCase("{all: names}", Page)]
    [TestCase("{page: names}", Page)]
    [TestCase("{confirmation: at}", Outcome)]
    [TestCase("{confirmation: done}", Outcome)]
    [TestCase("{confirmation: ok}", Nothing)]
    [TestCase("{confirmation: ok}", Texts)]
    [TestCase("{page: rooms}", Outcome)]
    public void Result_NotOfTheResponse_IsRejected(string result, string response)
    {
        using var spec = WithResult(result, response, mark: "▸")
            .Replace("paging: {$ref", "names: {type: array, items: {type: string, example: a}}\n        paging: {$ref");

        spec.ShouldHaveOneProblem(Unsupported, "updateRoom: " + Rejection);
    }

    [TestCase("        paging: {$ref", "        pages: {$ref")]
    [TestCase("next: {type: string, example: a}", "previous: {type: string, example: a}")]
    [TestCase("next: {type: string, example: a}", "next: {type: integer}")]
    [TestCase("{$ref: '#/components/schemas/Paging'}", "{type: object, x-name: Position}\n        more: {$ref: '#/components/schemas/Paging'}")]
    public void Page_WithoutTheTokenOfTheNext_IsRejected(string text, string replacement)
    {
        using var spec = new SmallSpec().Replace(text, replacement).Replace("x-result: {page", "▸x-result: {page");

        spec.ShouldHaveOneProblem(Unsupported, "listRooms: " + Rejection, "{page: a list of objects} beside an object paging with the text next.");
    }

    [TestCase("Where to start., schema: {type: string, example: a, format: token}", "Where to start., schema: {type: string, example: a}")]
    [TestCase("{name: token, in: query,", "{name: token, in: query, required: true,")]
    [TestCase("{name: token, in: query,", "{name: token, in: header,")]
    [TestCase(
        "# parameters of listRooms",
        "- {name: before, in: query, x-name: before, description: Where to end., schema: {type: string, example: a, format: token}}")]
    [TestCase(
        "- {name: token, in: query, description: Where to start., schema: {type: string, example: a, format: token}}",
        "- {name: where, in: query, required: true, style: deepObject, description: Where., schema: {type: object, "
        + "properties: {token: {type: string, example: a, format: token}}}}")]
    public void Page_NotAskedForByOneOptionalToken_IsRejected(string text, string replacement)
    {
        using var spec = new SmallSpec().Replace(text, replacement).Replace("x-result: {page", "▸x-result: {page");

        spec.ShouldHaveOneProblem(Unsupported, "listRooms: a page is asked for by one optional parameter of the query with format token");
    }

    [Test]
    public void Pages_OfTwoListsInOneObject_AreRejected()
    {
        using var spec = new SmallSpec()
            .Replace("paging: {$ref", "guests: {type: array, items: {$ref: '#/components/schemas/Room'}}\n        paging: {$ref")
            .Add("paths", $$$"""
                /guests:
                  get:
                    operationId: listGuests
                    tags: [Rooms]
                    x-repeat: safe
                    ▸x-result: {page: guests}
                    summary: Reads guests.
                    parameters: [{name: token, in: query, description: Where to start., schema: {type: string, example: a, format: token}}]
                    responses:
                      {{{Page}}}
                """);

        spec.ShouldHaveOneProblem(Unsupported, "listGuests: RoomPage is a page of rooms elsewhere: give this response another schema.");
    }

    [Test]
    public void Object_OfWhichOnlyAFieldIsRead_IsNotGenerated()
    {
        using var spec = WithResult("{confirmation: ok}", Outcome);

        spec.ForNSwag()["components"]!["schemas"]!.AsObject().Should().NotContainKey("UpdateRoomResponse");
    }

    private static SmallSpec WithResult(string result, string response, string mark = "") => new SmallSpec()
        .Replace("x-result: response", $"{mark}x-result: {result}")
        .Add("responses of updateRoom", response)
        .Replace("'200': {description: The room.", "'409': {description: The room.");
}
