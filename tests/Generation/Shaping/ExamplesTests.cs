using System.Text.Json.Nodes;

namespace Amity.Tests.Generation.Shaping;

/// <summary>Every parameter, request and success of the contract has an example, written or made of those of its fields.</summary>
public sealed class ExamplesTests
{
    [TestCase("a: {type: string, example: big}", "\"big\"")]
    [TestCase("a: {type: string, enum: [big, small]}", "\"big\"")]
    [TestCase("a: {type: string, enum: [big, small], default: small}", "\"small\"")]
    [TestCase("a: {type: string, enum: [big, small], default: small, example: big}", "\"big\"")]
    [TestCase("a: {type: string, format: date-time}", "\"2026-03-06T18:00:00.000Z\"")]
    [TestCase("a: {type: string, format: date}", "\"2026-03-06\"")]
    [TestCase("a: {type: boolean}", "true")]
    [TestCase("a: {type: boolean, default: false}", "false")]
    [TestCase("a: {type: integer}", "1")]
    [TestCase("a: {type: integer, minimum: 20, maximum: 50}", "20")]
    [TestCase("a: {type: integer, minimum: 20, exclusiveMinimum: true}", "21")]
    [TestCase("a: {type: integer, maximum: 0}", "0")]
    [TestCase("a: {type: number, minimum: 0, exclusiveMinimum: true, maximum: 1, exclusiveMaximum: true}", "0.5")]
    [TestCase("a: {type: array, items: {type: string, example: big}}", "[\"big\"]")]
    [TestCase("a: {type: array, minItems: 2, items: {type: integer}}", "[1,1]")]
    [TestCase("a: {type: object}", "{}")]
    [TestCase("a: {type: object, additionalProperties: {type: integer}}", "{\"key\":1}")]
    [TestCase("a: {type: object, properties: {b: {type: integer}, c: {type: boolean}}}", "{\"b\":1,\"c\":true}")]
    [TestCase("a: {$ref: '#/components/schemas/RoomStatus'}", "\"idle\"")]
    public void Field_HasTheValueThatItsSchemaGives(string field, string value)
    {
        using var spec = new SmallSpec().Add("fields of RoomChange", field);

        ExampleOf(Update(spec)["requestBody"]!)["a"]!.ToJsonString().Should().Be(value);
    }

    [Test]
    public void Object_HasTheFieldsOfAllItsParts()
    {
        using var spec = new SmallSpec()
            .Add("schemas", "Suite: {description: A., allOf: [{$ref: '#/components/schemas/Room'}, {type: object, properties: {beds: {type: integer}}}]}")
            .Add("fields of RoomChange", "a: {$ref: '#/components/schemas/Suite'}");

        ExampleOf(Update(spec)["requestBody"]!)["a"]!.ToJsonString().Should().Be("""{"roomId":"a","status":"idle","beds":1}""");
    }

    [Test]
    public void Object_IsNeverInsideOfItself()
    {
        using var spec = new SmallSpec()
            .Add("fields of Room", "parent: {$ref: '#/components/schemas/Room'}\nchildren: {type: array, items: {$ref: '#/components/schemas/Room'}}");

        ExampleOf(Update(spec)["responses"]!["200"]!).ToJsonString().Should().Be("""{"roomId":"a","status":"idle","children":[]}""");
    }

    [Test]
    public void Example_ThatIsWritten_IsKept()
    {
        using var spec = new SmallSpec().Replace(
            "{schema: {$ref: '#/components/schemas/RoomChange'}}", "{schema: {$ref: '#/components/schemas/RoomChange'}, example: {title: b}}");

        ExampleOf(Update(spec)["requestBody"]!).ToJsonString().Should().Be("""{"title":"b"}""");
    }

    [Test]
    public void Parameter_HasTheExampleOfItsSchema()
    {
        using var spec = new SmallSpec();

        Update(spec)["parameters"]![0]!["example"]!.GetValue<string>().Should().Be("a");
        JsonNode.Parse(spec.Contract())!["components"]!["parameters"]!["Limit"]!["example"]!.GetValue<int>().Should().Be(1);
    }

    [Test]
    public void Text_OfAResponse_HasTheExampleOfItsSchema()
    {
        using var spec = new SmallSpec().Replace(
            "{application/json: {schema: {$ref: '#/components/schemas/Room'}}}}", "{text/plain: {schema: {type: string, example: a}}}}");

        Update(spec)["responses"]!["200"]!["content"]!["text/plain"]!["example"]!.GetValue<string>().Should().Be("a");
    }

    private static JsonNode Update(SmallSpec spec) => JsonNode.Parse(spec.Contract())!["paths"]!["/rooms/{roomId}"]!["put"]!;

    private static JsonNode ExampleOf(JsonNode body) => body["content"]!["application/json"]!["example"]!;
}
