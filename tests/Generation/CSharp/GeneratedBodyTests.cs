namespace Amity.Tests.Generation.CSharp;

/// <summary>A body that the generator cannot write or read is rejected by name where it stands.</summary>
public sealed class GeneratedBodyTests
{
    private const string Unsupported = "AMITY108";
    private const string Change = "{schema: {$ref: '#/components/schemas/RoomChange'}}";
    private const string Room = "{schema: {$ref: '#/components/schemas/Room'}}";
    private const string File = "{type: string, format: binary}";

    [TestCase("application/json: {}", "one content is supported")]
    [TestCase($"text/plain: {Change}", "one content is supported")]
    [TestCase($"application/json: {Change}, multipart/form-data: {Change}", "one content is supported")]
    [TestCase("application/json: {schema: {type: string, example: a}}", "string as application/json")]
    [TestCase($"application/json: {{schema: {File}}}", "AmityUpload as application/json")]
    [TestCase($"application/json: {{schema: {{type: array, items: {File}}}}}", "IReadOnlyList<AmityUpload> as application/json")]
    [TestCase("multipart/form-data: {schema: {type: array, items: {type: string, example: a}}}", "IReadOnlyList<string> as multipart/form-data")]
    [TestCase("application/json: {schema: {type: array, items: {type: string, format: date}}}", "IReadOnlyList<DateTime> as application/json")]
    [TestCase(
        "application/json: {schema: {type: object, additionalProperties: {type: string, format: date}}}",
        "IDictionary<string, DateTime> as application/json")]
    public void RequestBody_NotSupported_IsRejected(string content, string message)
    {
        using var spec = new SmallSpec()
            .Replace("description: What to change.", "▸description: What to change.")
            .Replace($"content: {{application/json: {Change}}}", $"content: {{{content}}}")
            .Add("fields of Room", "lastChange: {$ref: '#/components/schemas/RoomChange'}");

        spec.ShouldHaveOneProblem(Unsupported, $"updateRoom, request body: {message}");
    }

    [TestCase($"text/plain: {Room}", "Room as text/plain")]
    [TestCase("text/html: {schema: {type: string, example: a}}", "string as text/html")]
    [TestCase("application/json: {schema: {type: boolean}}", "bool as application/json")]
    [TestCase($"application/json: {{schema: {File}}}", "AmityUpload as application/json")]
    [TestCase($"application/json: {{schema: {{type: array, items: {File}}}}}", "IReadOnlyList<AmityUpload> as application/json")]
    [TestCase($"application/json: {Room}, text/plain: {{schema: {{type: string, example: a}}}}", "Room as application/json, text/plain")]
    public void Response_NotSupported_IsRejected(string content, string message)
    {
        using var spec = new SmallSpec().Replace(
            $"'200': {{description: The room., content: {{application/json: {Room}}}}}",
            $"▸'200': {{description: The room., content: {{{content}}}}}");

        spec.ShouldHaveOneProblem(Unsupported, $"updateRoom, response 200: {message} is not supported.");
    }

    [Test]
    public void Part_OfAMapOfDates_IsRejected()
    {
        using var spec = new SmallSpec()
            .Replace($"content: {{application/json: {Change}}}", $"content: {{multipart/form-data: {Change}}}")
            .Add("fields of RoomChange", "days: ▸{type: object, additionalProperties: {type: string, format: date}}");

        spec.ShouldHaveOneProblem(Unsupported, "RoomChange, field days: a map of dates is not supported in multipart/form-data.");
    }

    [Test]
    public void Response_WithoutASchema_IsRejected()
    {
        using var spec = new SmallSpec().Replace(
            $"'200': {{description: The room., content: {{application/json: {Room}}}}}",
            "▸'200': {description: The room., content: {application/json: {}}}");

        spec.ShouldHaveOneProblem("AMITY106", "updateRoom, response 200: schema is missing; one that is empty stands for any value.");
    }

    [TestCase("'204': {description: Nothing.}")]
    [TestCase("'201': {description: A text., content: {application/json: {schema: {type: string, example: a}}}}")]
    [TestCase("'302': {description: Elsewhere.}")]
    public void Successes_OfTwoShapes_AreRejected(string response)
    {
        using var spec = new SmallSpec().Replace("    put:", "    ▸put:").Add("responses of updateRoom", response);

        spec.ShouldHaveOneProblem(Unsupported, "updateRoom: an operation has one success, or several of the same shape, and this one has 2.");
    }

    [Test]
    public void Successes_OfOneShape_AreOne()
    {
        using var spec = new SmallSpec().Add(
            "responses of updateRoom", $"'201': {{description: A room., content: {{application/json: {Room}}}}}");

        spec.PlanOf("put", "/rooms/{roomId}")["returns"]!.GetValue<string>().Should().Be("Task<Room>");
    }

    [Test]
    public void Success_Missing_IsRejected()
    {
        using var spec = new SmallSpec()
            .Replace("    put:", "    ▸put:")
            .Replace("'200': {description: The room.", "'409': {description: The room.");

        spec.ShouldHaveOneProblem(Unsupported, "updateRoom: an operation has one success, or several of the same shape, and this one has 0.");
    }
}
