namespace Amity.Tests.Generation.CSharp;

/// <summary>What a caller may leave out is a property of the operation's options.</summary>
public sealed class OptionsTests
{
    private const string Unsupported = "AMITY108";
    private const string Name = "AMITY109";

    [TestCase("in: query, schema: {type: boolean}", "bool? More", "call.Query(\"more\", options?.More);")]
    [TestCase("in: query, schema: {$ref: '#/components/schemas/RoomStatus'}", "RoomStatus? More", "call.Query(\"more\", options?.More);")]
    [TestCase("in: query, schema: {type: array, items: {type: string, example: a}}", "IReadOnlyList<string>? More", "call.Query(\"more\", options?.More);")]
    [TestCase("in: header, schema: {type: string, example: a}", "string? More", "call.Header(\"more\", options?.More);")]
    [TestCase("in: cookie, schema: {type: string, example: a}", "string? More", "call.Cookie(\"more\", options?.More);")]
    [TestCase("in: query, x-name: other, schema: {type: integer}", "long? Other", "call.Query(\"more\", options?.Other);")]
    public void Parameter_Optional_IsAnOption(string parameter, string member, string line)
    {
        using var spec = new SmallSpec().Add("parameters of updateRoom", $"- {{name: more, description: More., {parameter}}}");

        var plan = spec.PlanOf("put", "/rooms/{roomId}");

        plan["args"]!.AsArray().Select(argument => (string?)argument!["name"]).Should().Equal("roomId", "request");
        plan["options"]!["name"]!.GetValue<string>().Should().Be("UpdateRoomOptions");
        plan["options"]!["file"]!.GetValue<string>().Should().Be("Rooms/UpdateRoomOptions.g.cs");
        plan["options"]!["members"]!.AsArray().Select(option => (string?)option!["declaration"]).Should().Equal(member);
        plan["lines"]!.AsArray().Select(sent => (string?)sent).Should().Contain(line);
    }

    [Test]
    public void Operation_WithoutOptionalParameters_HasNoOptions()
    {
        using var spec = new SmallSpec();

        spec.PlanOf("put", "/rooms/{roomId}")["options"].Should().BeNull();
    }

    [TestCase("schema: {type: string, example: a, maxLength: 5}", "Guard.Text(More, 0, 5, $\"{argument}.{nameof(More)}\");")]
    [TestCase("schema: {type: integer, minimum: 1}", "Guard.Range(More, 1, long.MaxValue, $\"{argument}.{nameof(More)}\");")]
    public void Option_WithALimit_IsChecked(string schema, string check)
    {
        using var spec = new SmallSpec().Add("parameters of listRooms", $"- {{name: more, in: query, description: More., {schema}}}");

        spec.PlanOf("get", "/rooms")["options"]!["checks"]!.AsArray().Select(line => (string?)line).Should().Contain(check);
    }

    [Test]
    public void Body_Optional_StandsBesideTheOptions()
    {
        using var spec = new SmallSpec()
            .Add("parameters of updateRoom", "- {name: more, in: query, description: More., schema: {type: boolean}}")
            .Replace("description: What to change.\n        required: true", "description: What to change.");

        var plan = spec.PlanOf("put", "/rooms/{roomId}");

        plan["args"]!.AsArray().Select(argument => (string?)argument!["declaration"]).Should().Equal("string roomId", "RoomChange? request = null");
        plan["options"]!["members"]!.AsArray().Should().ContainSingle();
    }

    [Test]
    public void ObjectThatSaysWhereAPageStarts_Optional_BecomesOptions()
    {
        using var spec = new SmallSpec()
            .Replace("- {name: token, in: query, description: Where to start., schema: {type: string, example: a, format: token}}",
                "- {name: options, in: query, style: deepObject, description: Where., schema: {$ref: '#/components/schemas/PageOptions'}}")
            .Replace("    - $ref: '#/components/parameters/Limit'\n", "")
            .Part("zoo/parts.yaml", """
                components:
                  schemas:
                    PageOptions:
                      type: object
                      description: Where a page starts.
                      properties:
                        limit: {type: integer, format: int32, description: How many., minimum: 1}
                        token: {$ref: '#/components/schemas/Position', description: Where.}
                        kinds: {type: array, description: Kinds., items: {$ref: '#/components/schemas/Kind'}}
                    Position: {type: string, example: a, format: token}
                    Kind: {type: string, description: A kind., enum: [big]}
                """)
            .Part("common/responses.yaml", """
                components:
                  responses:
                    NotFound: {description: There is no such room.}
                """);

        var plan = spec.PlanOf("get", "/rooms");

        plan["options"]!["members"]!.AsArray().Select(option => (string?)option!["declaration"]).Should()
            .Equal("int? PageSize", "string? ContinuationToken", "IReadOnlyList<Kind>? Kinds");
        plan["lines"]!.AsArray().Select(line => (string?)line).Should().Equal(
            "call.Query(\"options[limit]\", options?.PageSize);",
            "call.Query(\"options[kinds][]\", options?.Kinds);");
        plan["token"]!.GetValue<string>().Should().Be("\"options[token]\", options?.ContinuationToken");
        var schemas = spec.ForNSwag()["components"]!["schemas"]!.AsObject();
        schemas.Should().NotContainKey("PageOptions").And.NotContainKey("Position").And.ContainKey("Kind");
    }

    [Test]
    public void Limit_OfAPageInBrackets_IsItsSize()
    {
        using var spec = new SmallSpec().Replace("name: limit", "name: options[limit]");

        spec.PlanOf("get", "/rooms")["options"]!["members"]!.AsArray()[0]!["name"]!.GetValue<string>().Should().Be("PageSize");
    }

    [Test]
    public void Limit_OfWhatIsNoPage_IsALimit()
    {
        using var spec = new SmallSpec().Replace("{page: rooms}", "{all: rooms}");

        spec.PlanOf("get", "/rooms")["options"]!["members"]!.AsArray()[0]!["name"]!.GetValue<string>().Should().Be("Limit");
    }

    [TestCase("page-size", "the parameter page-size would be the option 'PageSize'")]
    [TestCase("continuationToken", "the parameter continuationToken would be the option 'ContinuationToken'")]
    [TestCase("validate", "the parameter validate would be the option 'Validate'")]
    [TestCase("listRoomsOptions", "the parameter listRoomsOptions would be the option 'ListRoomsOptions'")]
    [TestCase("'!'", "the parameter ! would be the option ''")]
    public void Option_OfATakenName_IsRejected(string parameter, string message)
    {
        using var spec = new SmallSpec().Add(
            "parameters of listRooms", $"- {{name: {parameter}, in: query, description: More., schema: {{type: string, example: a}}}}");

        spec.Problems().Should().ContainSingle().Which.Should()
            .Contain($"error {Name}: listRooms: {message}, which C# does not take or which is taken: give it another name by x-name.");
    }

    [Test]
    public void Batch_OfAnOption_IsRejected()
    {
        using var spec = new SmallSpec().Replace("{page: rooms}", "{all: rooms}").Add("keywords of listRooms", "▸x-batch: ids")
            .Add("parameters of listRooms", "- {name: ids, in: query, description: Ids., schema: {type: array, items: {type: string, example: a}}}");

        spec.ShouldHaveOneProblem(Unsupported, "listRooms: x-batch names a required list of ids");
    }
}
