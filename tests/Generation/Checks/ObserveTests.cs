namespace Amity.Tests.Generation.Checks;

/// <summary>What may be sent to a real service only reads, and shows no secret.</summary>
public sealed class ObserveTests
{
    private const string Unsupported = "AMITY108";

    [Test]
    public void Observe_OfARead_IsKept()
    {
        using var spec = new SmallSpec().Add("keywords of listRooms", "x-observe: true");

        spec.Contract().Should().Contain("\"x-observe\": true");
    }

    [Test]
    public void Observe_OfAChange_IsRejected()
    {
        using var spec = new SmallSpec().Add("keywords of updateRoom", "▸x-observe: true");

        spec.ShouldHaveOneProblem(Unsupported, "updateRoom: x-observe is for a GET with x-repeat: safe.");
    }

    [Test]
    public void Observe_OfAReadThatCounts_IsRejected()
    {
        using var spec = new SmallSpec()
            .Replace("x-repeat: safe\n      x-result: {page: rooms}", "x-repeat: unless-sent\n      x-result: {page: rooms}")
            .Add("keywords of listRooms", "▸x-observe: true");

        spec.ShouldHaveOneProblem(Unsupported, "listRooms: x-observe is for a GET with x-repeat: safe.");
    }

    [Test]
    public void Observe_OfARedirect_IsRejected()
    {
        using var spec = new SmallSpec().Add("paths", """
            /rooms/picture:
              get:
                operationId: getPicture
                tags: [Rooms]
                x-repeat: safe
                x-result: response
                ▸x-observe: true
                summary: Where the picture is.
                responses: {'302': {description: Elsewhere.}}
            """);

        spec.ShouldHaveOneProblem(Unsupported, "getPicture: x-observe is not for a redirect, whose address may be signed.");
    }

    [TestCase("streamKey: {type: string, example: example-key, x-secret: true}", "streamKey")]
    [TestCase("host: {type: object, properties: {hostKey: {type: string, example: example-key, x-secret: true}}}", "hostKey")]
    public void Observe_OfASecret_IsRejected(string field, string secret)
    {
        using var spec = new SmallSpec().Add("fields of Room", field).Add("keywords of listRooms", "▸x-observe: true");

        spec.ShouldHaveOneProblem(Unsupported, $"listRooms: x-observe is for a response whose example shows no secret: {secret}.");
    }

    [Test]
    public void Observe_OfATextThatIsASecret_IsRejected()
    {
        using var spec = new SmallSpec().Add("paths", """
            /rooms/key:
              get:
                operationId: getKey
                tags: [Rooms]
                x-repeat: safe
                x-result: response
                ▸x-observe: true
                summary: Reads the key.
                responses: {'200': {description: The key., content: {text/plain: {schema: {type: string, example: example-key, x-secret: true}}}}}
            """);

        spec.ShouldHaveOneProblem(Unsupported, "getKey: x-observe is for a response whose example shows no secret: response.");
    }

    [Test]
    public void Observe_OfWhatTheExampleDoesNotShow_IsAccepted()
    {
        using var spec = new SmallSpec()
            .Add("fields of Room", "streamKey: {type: string, example: example-key, x-secret: true}")
            .Add("keywords of listRooms", "x-observe: true")
            .Replace("{schema: {$ref: '#/components/schemas/RoomPage'}}", "{schema: {$ref: '#/components/schemas/RoomPage'}, example: {rooms: [{roomId: a}]}}");

        spec.Problems().Should().BeEmpty();
    }
}
