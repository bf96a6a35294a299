namespace Amity.Tests.Generation.CSharp;

/// <summary>A schema that the generator cannot make is rejected by name where it stands, and never made wrongly.</summary>
public sealed class SchemaTests
{
    private const string Unsupported = "AMITY108";

    [TestCase("size: ▸{type: integer, format: int16}", "type integer with format int16")]
    [TestCase("size: ▸{type: number, format: decimal}", "type number with format decimal")]
    [TestCase("size: ▸{type: string, example: a, format: email}", "type string with format email")]
    [TestCase("file: ▸{type: string, format: binary}", "format binary is supported in multipart/form-data only")]
    [TestCase("walls: ▸{type: array}", "an array without items")]
    [TestCase("walls: ▸{type: array, items: {type: array, items: {type: string, example: a}}}", "a list of lists or maps")]
    [TestCase("walls: ▸{type: array, items: {type: object, additionalProperties: {type: string, example: a}}}", "a list of lists or maps")]
    [TestCase("walls: ▸{type: object, additionalProperties: {type: array, items: {type: string, example: a}}}", "a map of lists, maps or files")]
    [TestCase("walls: ▸{type: object, additionalProperties: {type: object}}", "a map of lists, maps or files")]
    public void Field_NotSupported_IsRejected(string field, string construct)
    {
        using var spec = new SmallSpec().Add("fields of Room", field);

        spec.ShouldHaveOneProblem(Unsupported, $"Room, field {field.Split(':')[0]}: {construct}");
    }

    [Test]
    public void Construct_UsedTwice_IsRejectedOnce()
    {
        using var spec = new SmallSpec()
            .Add("schemas", "Walls: ▸{type: array, items: {type: array, items: {type: string, example: a}}}")
            .Add("fields of Room", "walls: {$ref: '#/components/schemas/Walls'}\nceilings: {$ref: '#/components/schemas/Walls'}");

        spec.ShouldHaveOneProblem(Unsupported, "a list of lists or maps is not supported.");
    }

    [Test]
    public void List_OfItself_IsRejected()
    {
        using var spec = new SmallSpec()
            .Add("schemas", "Walls: ▸{type: array, items: {$ref: '#/components/schemas/Walls'}}")
            .Add("fields of Room", "walls: {$ref: '#/components/schemas/Walls'}");

        spec.ShouldHaveOneProblem(Unsupported, "Walls, a list or map of itself, is not supported.");
    }

    [Test]
    public void Object_OfItself_IsSupported()
    {
        using var spec = new SmallSpec().Add("fields of Room", "rooms: {type: array, items: {$ref: '#/components/schemas/Room'}}");

        spec.Problems().Should().BeEmpty();
    }

    [Test]
    public void Object_OfFieldsAndAMap_IsRejected()
    {
        using var spec = new SmallSpec().Replace("{page: rooms}", "response")
            .Add("keywords of Room", "additionalProperties: {type: string, example: a}")
            .Replace("Room:\n      type", "Room:\n      ▸type");

        spec.ShouldHaveOneProblem(Unsupported, "an object with both properties and typed additionalProperties is not supported.");
    }

    [Test]
    public void RequiredField_NotAmongTheFields_IsRejected()
    {
        using var spec = new SmallSpec().Add("keywords of Room", "required: [roomId, ▸titel]");

        spec.ShouldHaveOneProblem("AMITY106", "Room: the required field titel is not among the properties.");
    }

    [TestCase("fields of RoomChange", "", "RoomChange", false)]
    [TestCase("fields of RoomChange", "required: [tags]", "RoomChange", true)]
    [TestCase("fields of Room", "", "Room", true)]
    public void List_ReadsAsEmpty_WhereAResponseBringsItOrARequestNeedsIt(string place, string required, string schema, bool isNeverNull)
    {
        using var spec = new SmallSpec().Add(place, "tags: {type: array, items: {type: string, example: a}}")
            .Replace("description: The fields to change.", $"description: The fields to change.\n      {required}");

        var field = spec.PlanOf(schema)["fields"]!.AsArray()[^1]!;

        ((bool)field["list"]!, (string?)field["stored"]).Should().Be((isNeverNull, isNeverNull ? "_tags" : "Tags"));
    }

    [Test]
    public void List_OfWhatIsSentAndRead_ReadsAsEmpty()
    {
        using var spec = new SmallSpec().Add("fields of RoomChange", "tags: {type: array, items: {type: string, example: a}}")
            .Add("fields of Room", "lastChange: {$ref: '#/components/schemas/RoomChange'}");

        spec.PlanOf("RoomChange")["fields"]!.AsArray()[^1]!["list"]!.GetValue<bool>().Should().BeTrue();
    }

    [TestCase("minimum: ▸1.5", "minimum is '1.5'")]
    [TestCase("maximum: ▸1e3", "maximum is '1e3'")]
    public void Limit_OfAnInteger_IsAnInteger(string limit, string message)
    {
        using var spec = new SmallSpec().Add("fields of RoomChange", $"size: {{type: integer, {limit}}}");

        spec.ShouldHaveOneProblem(Unsupported, $"RoomChange, field size: {message}, and an integer's limit is an integer.");
    }
}
