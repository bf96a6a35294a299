namespace Amity.Tests.Generation.CSharp;

/// <summary>Two things with one name in C#, or a name that C# does not take, are rejected with what to do.</summary>
public sealed class GeneratedNameTests
{
    private const string Name = "AMITY109";

    [TestCase("room: ▸{type: string, example: a}", "Room, field room: its C# name would be 'Room'")]
    [TestCase("room-id: ▸{type: string, example: a}", "Room, field room-id: its C# name would be 'RoomId'")]
    [TestCase("_: ▸{type: string, example: a}", "Room, field _: its C# name would be ''")]
    [TestCase("validate: ▸{type: string, example: a}", "Room, field validate: its C# name would be 'Validate'")]
    [TestCase("reference-equals: ▸{type: string, example: a}", "Room, field reference-equals: its C# name would be 'ReferenceEquals'")]
    [TestCase("kind: ▸{type: string, example: a, x-name: class}", "Room, field kind: its C# name would be 'class'")]
    [TestCase("kind: ▸{type: string, example: a, x-name: a b}", "Room, field kind: its C# name would be 'a b'")]
    public void Field_OfATakenName_IsRejected(string field, string message)
    {
        using var spec = new SmallSpec().Add("fields of Room", field);

        spec.ShouldHaveOneProblem(Name, message, "give it another by x-name.");
    }

    [Test]
    public void Field_OfATakenName_MayHaveAnother()
    {
        using var spec = new SmallSpec().Add("fields of Room", "room: {type: string, example: a, x-name: RoomName}");

        spec.PlanOf("Room")["fields"]!.AsArray()[^1]!["name"]!.GetValue<string>().Should().Be("RoomName");
    }

    [Test]
    public void Field_ThatHidesTheTypeOfAnother_IsRejected()
    {
        using var spec = new SmallSpec()
            .Add("fields of Room", "paging: ▸{type: string, example: a}\nplaces: {type: array, items: {$ref: '#/components/schemas/Paging'}}");

        spec.ShouldHaveOneProblem(
            Name, "Room, field paging: its C# name hides the type Paging of another field: give it another by x-name, or the type another.");
    }

    [TestCase("[idle, live, ▸LIVE]", "the value 'LIVE' would be named 'Live'")]
    [TestCase("[idle, live, ▸'!']", "the value '!' would be named ''")]
    [TestCase("[idle, live, ▸value]", "the value 'value' would be named 'Value'")]
    [TestCase("[idle, live, ▸room-status]", "the value 'room-status' would be named 'RoomStatus'")]
    public void EnumValue_OfATakenName_IsRejected(string values, string message)
    {
        using var spec = new SmallSpec().Replace("[idle, live]", values);

        spec.ShouldHaveOneProblem(Name, $"RoomStatus: {message}", "name all values by x-enumNames.");
    }

    [Test]
    public void Enum_WithoutValues_IsRejected()
    {
        using var spec = new SmallSpec().Replace("type: string\n      enum: [idle, live]", "▸type: string\n      enum: []");

        spec.ShouldHaveOneProblem("AMITY108", "RoomStatus: an enum without values is not supported.");
    }

    [Test]
    public void EnumValues_WithNames_AreNamedSo()
    {
        using var spec = new SmallSpec().Replace("enum: [idle, live]", "enum: [live, LIVE]\n      x-enumNames: [Live, LiveNow]");

        spec.PlanOf("RoomStatus")["members"]!.AsArray().Select(member => (string?)member!["name"]).Should().Equal("Live", "LiveNow");
    }

    [Test]
    public void EnumNames_NotOneForEachValue_AreRejected()
    {
        using var spec = new SmallSpec().Replace("enum: [idle, live]", "enum: [idle, live]\n      ▸x-enumNames: [Idle]");

        spec.ShouldHaveOneProblem(Name, "RoomStatus: x-enumNames has 1 names for 2 values.");
    }

    [TestCase("room_id", "the parameter room_id would be the argument 'roomId'")]
    [TestCase("request", "the request body would be the argument 'request'")]
    [TestCase("options", "the parameter options would be the argument 'options'")]
    [TestCase("cancellation-token", "the parameter cancellation-token would be the argument 'cancellationToken'")]
    [TestCase("'!'", "the parameter ! would be the argument ''")]
    public void Argument_OfATakenName_IsRejected(string parameter, string message)
    {
        using var spec = new SmallSpec().Add(
            "parameters of updateRoom", $"- {{name: {parameter}, in: query, required: true, description: More., schema: {{type: string, example: a}}}}");

        spec.Problems().Should().ContainSingle().Which.Should()
            .Contain($"error {Name}: updateRoom: {message}").And.EndWith("give it another name by x-name.");
    }

    [TestCase("options")]
    [TestCase("roomId")]
    public void Body_OfATakenName_IsRejected(string name)
    {
        using var spec = new SmallSpec().Replace("requestBody:\n", $"requestBody:\n        x-name: {name}\n");

        spec.Problems().Should().ContainSingle().Which.Should()
            .Contain($"error {Name}: updateRoom: the request body would be the argument '{name}'").And.EndWith("give it another name by x-name.");
    }

    [TestCase("event", "@event")]
    [TestCase("message-id", "messageId")]
    [TestCase("options[limit]", "optionsLimit")]
    [TestCase("X-API-KEY", "xApiKey")]
    public void Argument_IsNamedAfterItsParameter(string parameter, string argument)
    {
        using var spec = new SmallSpec().Add(
            "parameters of updateRoom", $"- {{name: '{parameter}', in: query, required: true, description: More., schema: {{type: string, example: a}}}}");

        var arguments = spec.PlanOf("put", "/rooms/{roomId}")["args"]!.AsArray();

        arguments.Select(planned => (string?)planned!["declaration"]).Should().Contain($"string {argument}");
    }

    [TestCase("roomSize")]
    [TestCase("room-size")]
    [TestCase("3DRoom")]
    public void Schema_ThatNamesNoType_IsRejected(string name)
    {
        using var spec = new SmallSpec()
            .Add("schemas", $"{name}: {{▸type: object, description: A size., properties: {{a: {{type: string, example: a}}}}}}")
            .Add("fields of Room", $"size: {{$ref: '#/components/schemas/{name}'}}");

        spec.Problems().Should().ContainSingle().Which.Should().Contain($"error {Name}: {name}: a schema has the name of its C# type");
    }

    [TestCase("RoomsClient")]
    [TestCase("ListRoomsOptions")]
    [TestCase("Rooms")]
    [TestCase("BulkResult")]
    [TestCase("ROOM")]
    public void Schema_OfATakenName_IsRejected(string name)
    {
        using var spec = new SmallSpec()
            .Add("schemas", $"{name}: {{type: object, description: A size., properties: {{a: {{type: string, example: a}}}}}}")
            .Add("fields of Room", $"size: {{$ref: '#/components/schemas/{name}'}}");

        spec.Problems().Should().ContainSingle().Which.Should().Contain($"error {Name}: {name}: another type has this name");
    }

    [TestCase("Range", "System")]
    [TestCase("Action", "System")]
    [TestCase("List", "System.Collections.Generic")]
    [TestCase("File", "System.IO")]
    [TestCase("Enumerable", "System.Linq")]
    [TestCase("HttpContent", "System.Net.Http")]
    [TestCase("Timer", "System.Threading")]
    [TestCase("Task", "System.Threading.Tasks")]
    public void Schema_OfANameThatApplicationsImport_IsRejected(string name, string imported)
    {
        using var spec = new SmallSpec()
            .Add("schemas", $"{name}: {{type: object, description: A size., properties: {{a: {{type: string, example: a}}}}}}")
            .Add("fields of Room", $"size: {{$ref: '#/components/schemas/{name}'}}");

        spec.Problems().Should().ContainSingle().Which.Should()
            .EndWith($"error {Name}: {name}: {imported}, which every application may import, has a type of this name: give this one another.");
    }

    [Test]
    public void Client_OfANameThatApplicationsImport_IsRejected()
    {
        using var spec = new SmallSpec().Part("zoo/parts.yaml", "tags: [▸{name: Http, description: Animals.}]\n");

        spec.ShouldHaveOneProblem(Name, "HttpClient: System.Net.Http, which every application may import, has a type of this name");
    }

    [Test]
    public void Options_OfANameThatApplicationsImport_AreRejected()
    {
        using var spec = new SmallSpec().Replace("operationId: listRooms", "operationId: stringSplit").Replace("    get:", "    ▸get:");

        spec.ShouldHaveOneProblem(Name, "StringSplitOptions: System, which every application may import, has a type of this name");
    }

    [TestCase("rooms")]
    [TestCase("'Rooms!'")]
    public void Tags_OfOneClient_AreRejected(string tag)
    {
        using var spec = new SmallSpec().Part("zoo/parts.yaml", $"tags: [▸{{name: {tag}, description: Rooms.}}]\n");

        spec.ShouldHaveOneProblem("AMITY102", $"The client of the tag '{tag.Trim('\'')}', RoomsClient, is also in openapi/rooms/paths.yaml, line 2.");
    }

    [TestCase("'!'")]
    [TestCase("''")]
    public void Tag_ThatNamesNoClient_IsRejected(string tag)
    {
        using var spec = new SmallSpec().Part("zoo/parts.yaml", $"tags: [▸{{name: {tag}, description: Animals.}}]\n");

        spec.ShouldHaveOneProblem(Name, $"The tag {tag} cannot be the name of a client.");
    }

    [Test]
    public void List_WithAName_IsNoType()
    {
        using var spec = new SmallSpec()
            .Add("schemas", "room-names: {type: array, maxItems: 3, items: {type: string, example: a}}")
            .Add("fields of Room", "names: {$ref: '#/components/schemas/room-names'}");

        spec.PlanOf("Room")["fields"]!.AsArray()[^1]!["clr"]!.GetValue<string>().Should().Be("IReadOnlyList<string>");
        spec.ForNSwag()["components"]!["schemas"]!.AsObject().Should().NotContainKey("room-names");
    }
}
