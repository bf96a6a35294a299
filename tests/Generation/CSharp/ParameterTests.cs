namespace Amity.Tests.Generation.CSharp;

/// <summary>A parameter that the generator cannot send is rejected by name where it stands, and never left out.</summary>
public sealed class ParameterTests
{
    private const string Unsupported = "AMITY108";

    [TestCase("Authorization")]
    [TestCase("content-type")]
    [TestCase("Cookie")]
    [TestCase("X-Admin-Token")]
    [TestCase("x-api-key")]
    [TestCase("X-Server-Key")]
    [TestCase("user-agent")]
    public void Header_ThatTheClientWrites_IsRejected(string name)
    {
        using var spec = new SmallSpec().Add(
            "parameters of listRooms", $"- ▸{{name: {name}, in: header, description: More., schema: {{type: string, example: a}}}}");

        spec.ShouldHaveOneProblem(Unsupported, $"listRooms, parameter {name}: the client writes this header itself; leave it out.");
    }

    [TestCase("content-md5")]
    [TestCase("Expires")]
    public void Header_OfABody_IsRejected(string name)
    {
        using var spec = new SmallSpec().Add(
            "parameters of listRooms", $"- ▸{{name: {name}, in: header, description: More., schema: {{type: string, example: a}}}}");

        spec.ShouldHaveOneProblem(Unsupported, $"listRooms, parameter {name}: this header is that of a body, and is no argument; leave it out.");
    }

    [TestCase("true", "Guard.Text(status.Value, 1, int.MaxValue, nameof(status));")]
    [TestCase("false")]
    public void Enum_OfTheQuery_IsNotEmptyWhereItIsRequired(string required, params string[] checks)
    {
        using var spec = new SmallSpec().Add(
            "parameters of listRooms",
            $"- {{name: status, in: query, required: {required}, description: A status., schema: {{$ref: '#/components/schemas/RoomStatus'}}}}");

        spec.PlanOf("get", "/rooms")["checks"]!.AsArray().Select(check => (string?)check).Should().Equal(checks);
    }

    [TestCase("header", "'x trace'")]
    [TestCase("header", "'x[trace]'")]
    [TestCase("header", "größe")]
    [TestCase("cookie", "a;b")]
    public void Name_ThatNoHeaderHas_IsRejected(string location, string name)
    {
        using var spec = new SmallSpec().Add(
            "parameters of listRooms", $"- ▸{{name: {name}, x-name: more, in: {location}, description: More., schema: {{type: string, example: a}}}}");

        spec.ShouldHaveOneProblem("AMITY109", $"listRooms, parameter {name.Trim('\'')}: a {location} cannot have this name.");
    }

    [TestCase("in: header, schema: {type: array, items: {type: string, example: a}}", "IReadOnlyList<string> in header, without a style")]
    [TestCase("in: cookie, schema: {type: array, items: {type: string, example: a}}", "IReadOnlyList<string> in cookie, without a style")]
    [TestCase("in: query, schema: {type: string, format: binary}", "AmityUpload in query, without a style")]
    [TestCase("in: query, schema: {type: object}", "IDictionary<string, object?> in query, without a style")]
    [TestCase("in: query, style: spaceDelimited, schema: {type: array, items: {type: string, example: a}}", "in query, style spaceDelimited")]
    [TestCase("in: query, style: deepObject, schema: {type: string, example: a}", "string in query, style deepObject")]
    [TestCase("in: header, style: form, schema: {type: string, example: a}", "string in header, style form")]
    [TestCase("in: cookie, style: simple, schema: {type: string, example: a}", "string in cookie, style simple")]
    [TestCase("in: qery, schema: {type: string, example: a}", "string in qery, without a style")]
    public void Parameter_NotSupported_IsRejected(string parameter, string message)
    {
        using var spec = new SmallSpec().Add("parameters of listRooms", $"- ▸{{name: more, description: More., {parameter}}}");

        spec.ShouldHaveOneProblem(Unsupported, "listRooms, parameter more: ", $"{message}, is not supported.");
    }

    [TestCase("schema: {$ref: '#/components/schemas/RoomChange'}", "RoomChange in query, without a style")]
    [TestCase("style: form, schema: {$ref: '#/components/schemas/RoomChange'}", "RoomChange in query, style form")]
    [TestCase("schema: {type: array, items: {$ref: '#/components/schemas/RoomChange'}}", "IReadOnlyList<RoomChange> in query, without a style")]
    public void ObjectInTheQuery_WithoutItsStyle_IsRejectedWithAdvice(string parameter, string message)
    {
        using var spec = new SmallSpec().Add("parameters of listRooms", $"- ▸{{name: more, in: query, description: More., {parameter}}}");

        spec.ShouldHaveOneProblem(Unsupported, $"listRooms, parameter more: {message}, is not supported: write style: deepObject.");
    }

    [TestCase("schema: {$ref: '#/components/schemas/RoomChange'}", "RoomChange in path, without a style")]
    [TestCase("schema: {type: array, items: {type: string, example: a}}", "IReadOnlyList<string> in path, without a style")]
    [TestCase("style: matrix, schema: {type: string, example: a}", "string in path, style matrix")]
    public void PathParameter_NotSupported_IsRejected(string parameter, string message)
    {
        using var spec = new SmallSpec().Replace("/rooms/{roomId}:", "/rooms/{roomId}/{part}:")
            .Add("parameters of updateRoom", $"- ▸{{in: path, required: true, name: part, description: A part., {parameter}}}");

        spec.ShouldHaveOneProblem(Unsupported, $"updateRoom, parameter part: {message}, is not supported.");
    }

    [Test]
    public void ObjectsInTheQuery_OfNamesWithBraces_AreSentUnderThem()
    {
        using var spec = new SmallSpec()
            .Add("parameters of listRooms", "- {name: 'a{b}', x-name: more, in: query, style: deepObject, description: More., schema: "
                + "{type: array, items: {type: object, properties: {'c{d}': {type: string, example: a}}}}}")
            .Add("parameters of updateRoom", "- {name: 'a{i}', x-name: more, in: query, style: deepObject, description: More., schema: "
                + "{type: object, properties: {'c{d}': {type: string, example: a}}}}");

        spec.PlanOf("get", "/rooms")["lines"]!.AsArray().Select(line => (string?)line).Should()
            .Contain("    call.Query($\"a{{b}}[{i}][c{{d}}]\", (options?.More ?? [])[i].CD);");
        spec.PlanOf("put", "/rooms/{roomId}")["lines"]!.AsArray().Select(line => (string?)line).Should()
            .Contain("call.Query(\"a{i}[c{d}]\", options?.More?.CD);");
    }

    [Test]
    public void PathParameter_NamedLikeOneOfTheQuery_StandsInThePath()
    {
        using var spec = new SmallSpec().Replace(
            "- {name: roomId, in: path",
            "- {name: roomId, in: query, x-name: sameRoomId, description: Once more., schema: {type: string, example: a}}\n        - {name: roomId, in: path");

        spec.PlanOf("put", "/rooms/{roomId}")["call"]!.GetValue<string>().Should().EndWith("$\"/rooms/{roomId}\")");
    }

    [Test]
    public void ObjectInTheQuery_WithAnObjectInIt_IsRejected()
    {
        using var spec = new SmallSpec()
            .Add("parameters of listRooms", "- {$ref: '#/components/parameters/Filter'}")
            .Add("parameters", "Filter:\n  name: filter\n  in: query\n  style: deepObject\n  schema: {$ref: '#/components/schemas/Filter'}")
            .Add("schemas", "Filter: {type: object, description: A filter., properties: {▸room: {$ref: '#/components/schemas/RoomChange'}}}");

        spec.ShouldHaveOneProblem(Unsupported, "listRooms, parameter filter, field room: RoomChange inside of an object in the query");
    }
}
