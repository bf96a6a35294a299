namespace Amity.Tests.Generation.Checks;

/// <summary>A keyword that the build does not know, or whose value it cannot read, is rejected where it stands, and never ignored.</summary>
public sealed class KeywordTests
{
    private const string UnknownKeyword = "AMITY105";
    private const string Unsupported = "AMITY108";
    private const string WrongKind = "AMITY110";
    private const string Parameter = "name: type, in: query, description: A type.";

    [TestCase("service", "▸wbhooks: {}", "The document")]
    [TestCase("paths", "/zoo:\n  ▸gett: {}", "/zoo")]
    [TestCase("keywords of listRooms", "▸sumary: Lists rooms.", "listRooms")]
    [TestCase("keywords of listRooms", "▸x-retry: safe", "listRooms")]
    [TestCase("parameters of listRooms", $"- {{{Parameter}, ▸requird: true, schema: {{type: string, example: a}}}}", "listRooms, parameter type")]
    [TestCase("parameters of listRooms", $"- {{{Parameter}, schema: {{type: string, example: a, ▸maxLenght: 5}}}}", "listRooms, parameter type")]
    [TestCase("keywords of Room", "▸requierd: [roomId]", "Room")]
    [TestCase("keywords of Room", "▸x-name: Chamber", "Room")]
    [TestCase("fields of Room", "size: {type: integer, ▸fromat: int32}", "Room, field size")]
    [TestCase("fields of Room", "tags: {type: array, items: {type: string, example: a, ▸maxLenght: 5}}", "Room, field tags")]
    [TestCase("fields of Room", "tags: {type: object, additionalProperties: {type: string, example: a, ▸maxLenght: 5}}", "Room, field tags")]
    [TestCase("fields of Room", "parent: {$ref: '#/components/schemas/Room', ▸example: {}}", "Room, field parent")]
    public void Keyword_Misspelt_IsRejected(string comment, string lines, string where)
    {
        using var spec = new SmallSpec().Add(comment, lines);
        var keyword = lines[(lines.IndexOf('▸', StringComparison.Ordinal) + 1)..].Split(':')[0];

        spec.ShouldHaveOneProblem(UnknownKeyword, $"{where}: '{keyword}' is not a keyword here");
    }

    [TestCase("title: Rooms", "title: Rooms\n  ▸verison: 2", "info")]
    [TestCase("{type: http, scheme: bearer}", "{type: http, scheme: bearer, ▸shceme: bearer}", "bearer")]
    [TestCase("- url: https://api.example.com", "- url: https://api.example.com\n    ▸desciption: Everywhere.", "servers")]
    [TestCase("description: Rooms.", "description: Rooms.\n    ▸externalDocs: {}", "tags")]
    [TestCase("description: What to change.", "description: What to change.\n        ▸requried: true", "updateRoom, request body")]
    [TestCase("description: A page.", "description: A page.\n          ▸header: {}", "listRooms, response 200")]
    [TestCase("description: A page.", "description: A page.\n          headers: {Link: {▸exmaple: /rooms}}", "response 200, header Link")]
    [TestCase("description: There is no such room.", "description: There is no such room.\n      ▸contnet: {}", "NotFound")]
    [TestCase("description: The most rooms to read.", "description: The most rooms to read.\n      ▸exmaple: 5", "Limit")]
    [TestCase("{schema: {$ref: '#/components/schemas/ApiError'}}", "{▸shcema: {$ref: '#/components/schemas/ApiError'}}", "NotFound")]
    [TestCase("components:\n  securitySchemes:", "components:\n  ▸requestBodies: {}\n  securitySchemes:", "components")]
    public void Keyword_MisspeltBesideOthers_IsRejected(string text, string replacement, string where)
    {
        using var spec = new SmallSpec().Replace(text, replacement);

        spec.ShouldHaveOneProblem(UnknownKeyword, $"{where}: '", "' is not a keyword here that this build knows.");
    }

    [TestCase("keywords of listRooms", "x-wrapped: ▸yes", "listRooms: x-wrapped is true or false.")]
    [TestCase("keywords of listRooms", "x-done-after-retry: ▸404", "listRooms: x-done-after-retry is a list of numbers.")]
    [TestCase("keywords of listRooms", "description: ▸404", "listRooms: description is a text.")]
    [TestCase("fields of Room", "tags: {type: array, maxItems: ▸'5', items: {}}", "Room, field tags: maxItems is a whole number from 0.")]
    [TestCase("fields of Room", "name: {type: string, example: a, maxLength: ▸many}", "Room, field name: maxLength is a whole number from 0.")]
    [TestCase("fields of Room", "name: {type: string, example: a, minLength: ▸-1}", "Room, field name: minLength is a whole number from 0.")]
    [TestCase("fields of Room", "size: {type: integer, minimum: ▸none}", "Room, field size: minimum is a number within 64 bits.")]
    [TestCase("fields of Room", "size: {type: number, maximum: ▸1e300}", "Room, field size: maximum is a number within 64 bits.")]
    [TestCase("fields of Room", "size: {type: number, minimum: ▸-9999999999999999999}", "Room, field size: minimum is a number within 64 bits.")]
    [TestCase("fields of Room", "kind: {type: string, description: A kind., enum: ▸[small, 5]}", "Room, field kind: enum is a list of texts.")]
    [TestCase("fields of Room", "data: {type: object, additionalProperties: ▸any}", "additionalProperties is an object, true or false.")]
    [TestCase("fields of Room", "data: ▸[type, string]", "Room, field data: an object is expected here.")]
    [TestCase("keywords of Room", "required: ▸roomId", "Room: required is a list of texts.")]
    [TestCase(
        "parameters of listRooms",
        $"- {{{Parameter}, required: ▸True, schema: {{type: string, example: a}}}}",
        "parameter type: required is true or false.")]
    [TestCase("paths", "/zoo:\n  get: ▸nothing", "/zoo: get is an object.")]
    public void Value_OfAnotherKind_IsRejected(string comment, string lines, string message)
    {
        using var spec = new SmallSpec().Add(comment, lines);

        spec.ShouldHaveOneProblem(WrongKind, message);
    }

    [TestCase("paths: ▸[]\n", "'paths' is an object.")]
    [TestCase("paths: {/zoo: ▸[]}\n", "'/zoo' is an object.")]
    [TestCase("components: {schemas: ▸[]}\n", "'schemas' is an object.")]
    [TestCase("tags: ▸Zoo\n", "'tags' is a list of objects.")]
    [TestCase("tags: ▸[Zoo]\n", "'tags' is a list of objects.")]
    public void Part_WithAValueOfAnotherKind_IsRejected(string text, string message)
    {
        using var spec = new SmallSpec().Part("zoo/parts.yaml", text);

        spec.ShouldHaveOneProblem(WrongKind, message);
    }

    [TestCase("oneOf: [{type: string, example: a}]", "write one object with all known fields")]
    [TestCase("anyOf: [{type: string, example: a}]", "write one object with all known fields")]
    [TestCase("discriminator: {propertyName: kind}", "write one object with all known fields")]
    [TestCase("not: {type: string, example: a}", "describe the limit in words")]
    [TestCase("pattern: ^a", "leave it to the service")]
    [TestCase("multipleOf: 5", "leave it to the service")]
    [TestCase("uniqueItems: true", "leave it to the service")]
    [TestCase("readOnly: true", "leave it out of what is sent")]
    [TestCase("writeOnly: true", "leave it out of what is received")]
    [TestCase("deprecated: true", "say it in the description")]
    public void Keyword_NotSupported_IsRejectedWithAdvice(string keyword, string advice)
    {
        using var spec = new SmallSpec().Add("fields of Room", $"data: {{type: string, example: a, ▸{keyword}}}");

        spec.ShouldHaveOneProblem(Unsupported, $"Room, field data: {keyword.Split(':')[0]} is not supported: ", advice);
    }

    [TestCase("parameters of listRooms", $"- {{{Parameter}, schema: {{▸oneOf: [{{type: string, example: a}}]}}}}", "listRooms, parameter type")]
    [TestCase(
        "parameters of listRooms",
        $"- {{{Parameter}, schema: {{type: array, items: {{▸oneOf: [{{type: string, example: a}}]}}}}}}",
        "listRooms, parameter type")]
    [TestCase(
        "responses of updateRoom",
        "'201': {description: A room., content: {application/json: {schema: {▸oneOf: [{$ref: '#/components/schemas/Room'}]}}}}",
        "updateRoom, response 201")]
    [TestCase("schemas", "Size: {description: A size., ▸oneOf: [{type: string, example: a}]}", "Size")]
    public void OneOf_Anywhere_IsRejectedWithAdvice(string comment, string lines, string where)
    {
        using var spec = new SmallSpec().Add(comment, lines);

        spec.Problems().Should().Contain(
            $"{spec.Place}: error {Unsupported}: {where}: oneOf is not supported: write one object with all known fields, or no type for any value.");
    }

    [Test]
    public void Nullable_BesideAReference_IsRejectedWithAdvice()
    {
        using var spec = new SmallSpec().Add("fields of Room", "parent: {$ref: '#/components/schemas/Room', ▸nullable: true}");

        spec.ShouldHaveOneProblem(Unsupported, "Room, field parent: nullable is not supported: leave it out");
    }

    [Test]
    public void Parameters_OfAPath_AreRejectedWithAdvice()
    {
        using var spec = new SmallSpec().Add("methods of rooms", "▸parameters: []");

        spec.ShouldHaveOneProblem(Unsupported, "/rooms: parameters is not supported: write them with each operation of the path.");
    }

    [TestCase("▸minLength: 5, type: integer", "minLength is not supported with type integer.")]
    [TestCase("▸enum: [a], type: integer, description: A number.", "enum is not supported with type integer.")]
    [TestCase("▸exclusiveMinimum: true, type: string, example: a", "exclusiveMinimum is not supported with type string.")]
    [TestCase("▸maxItems: 5, type: string, example: a", "maxItems is not supported with type string.")]
    [TestCase("▸items: {type: string, example: a}, type: object", "items is not supported with type object.")]
    [TestCase("▸format: int32, type: boolean", "format is not supported with type boolean.")]
    [TestCase("▸maxLength: 5", "maxLength is not supported without a type.")]
    [TestCase("type: ▸strng", "type strng is not supported.")]
    public void Keyword_OfAnotherType_IsRejected(string keywords, string message)
    {
        using var spec = new SmallSpec().Add("fields of Room", $"data: {{{keywords}}}");

        spec.ShouldHaveOneProblem(Unsupported, "Room, field data: " + message);
    }

    [TestCase("▸exclusiveMinimum: true, maximum: 5", "exclusiveMinimum says nothing without minimum.")]
    [TestCase("▸exclusiveMaximum: true, minimum: 5", "exclusiveMaximum says nothing without maximum.")]
    public void ExclusiveLimit_WithoutTheLimit_IsRejected(string limits, string message)
    {
        using var spec = new SmallSpec().Add("fields of RoomChange", $"size: {{type: number, {limits}}}");

        spec.ShouldHaveOneProblem("AMITY106", $"RoomChange, field size: {message}");
    }

    [Test]
    public void Component_ThatOnlyRefersToAnother_IsRejected()
    {
        using var spec = new SmallSpec()
            .Add("schemas", "Chamber: {▸$ref: '#/components/schemas/Room'}")
            .Add("fields of Room", "a: {$ref: '#/components/schemas/Chamber'}");

        spec.ShouldHaveOneProblem(Unsupported, "Chamber: another name for a component is not supported.");
    }

    [TestCase("default")]
    [TestCase("example")]
    [TestCase("headers")]
    [TestCase("$ref")]
    [TestCase("properties")]
    [TestCase("allOf")]
    public void Field_NamedLikeAKeyword_IsAField(string name)
    {
        using var spec = new SmallSpec()
            .Add("fields of Room", $"{name}: {{$ref: '#/components/schemas/Extra', x-name: Extra}}")
            .Add("schemas", "Extra: {type: object, description: More., properties: {a: {type: string, example: a}}}");

        spec.PlanOf("Extra")["lengths"].Should().NotBeNull("it is read from a response");
    }
}
