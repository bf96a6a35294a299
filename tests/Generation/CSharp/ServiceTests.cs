using System.Text.Json.Nodes;

namespace Amity.Tests.Generation.CSharp;

/// <summary>What the whole service has once: the entry with its clients, the error codes, the rate limit.</summary>
public sealed class ServiceTests
{
    private const string Duplicate = "AMITY102";
    private const string Missing = "AMITY106";
    private const string Unsupported = "AMITY108";
    private const string Name = "AMITY109";

    [Test]
    public void Entry_WithClients_HasOneForEachTagThatIsUsed()
    {
        using var spec = new SmallSpec().Add("service", "x-entry: AmityClient").Part("zoo/parts.yaml", "tags: [{name: Zoo, description: Animals.}]\n");

        var service = ServiceOf(spec);

        service["entry"]!.GetValue<string>().Should().Be("AmityClient");
        var client = service["clients"]!.AsArray().Should().ContainSingle().Subject!;
        (client["name"]!.GetValue<string>(), client["field"]!.GetValue<string>(), client["class"]!.GetValue<string>())
            .Should().Be(("Rooms", "_rooms", "RoomsClient"));
    }

    [Test]
    public void Service_WithoutAny_HasNone()
    {
        using var spec = new SmallSpec();

        var service = ServiceOf(spec);

        service["entry"].Should().BeNull();
        service["limit"].Should().BeNull();
        service["codes"]!.AsArray().Should().BeEmpty();
    }

    [TestCase("Transport")]
    [TestCase("OwnConnections")]
    [TestCase("Dispose")]
    [TestCase("With")]
    [TestCase("SendAsync")]
    [TestCase("Amity")]
    [TestCase("AmityClient")]
    public void Client_OfANameThatTheEntryUses_IsRejected(string tag)
    {
        using var spec = new SmallSpec().Add("service", "x-entry: AmityClient")
            .Replace("- name: Rooms", $"- ▸name: {tag}")
            .Replace("operationId: listRooms\n      tags: [Rooms]", $"operationId: listRooms\n      tags: [{tag}]")
            .Replace("operationId: updateRoom\n      tags: [Rooms]", $"operationId: updateRoom\n      tags: [{tag}]");

        spec.ShouldHaveOneProblem(Name, $"The tag '{tag}' cannot be the name of a client, as AmityClient uses it itself.");
    }

    [Test]
    public void Entry_ThatNamesNoClass_IsRejected()
    {
        using var spec = new SmallSpec().Add("service", "x-entry: the client").Replace("x-entry", "▸x-entry");

        spec.ShouldHaveOneProblem(Name, "x-entry is the name of a class, and the client is none.");
    }

    [Test]
    public void Schema_NamedLikeTheEntry_IsRejected()
    {
        const string Schema = "AmityClient";
        using var spec = new SmallSpec().Add("service", "x-entry: AmityClient")
            .Add("schemas", $"{Schema}: {{type: object, description: A size., properties: {{a: {{type: string, example: a}}}}}}")
            .Add("fields of Room", $"size: {{$ref: '#/components/schemas/{Schema}'}}");

        spec.Problems().Should().ContainSingle().Which.Should().Contain($"error {Name}: {Schema}: another type has this name");
    }

    [Test]
    public void ErrorCodes_WithNames_ArePlanned()
    {
        using var spec = WithCodes("{code: 400300, name: Forbidden, description: It is forbidden.}");

        var code = ServiceOf(spec)["codes"]!.AsArray().Should().ContainSingle().Subject!;

        (code["number"]!.GetValue<string>(), code["name"]!.GetValue<string>(), code["doc"]!.GetValue<string>())
            .Should().Be(("400300", "Forbidden", "It is forbidden."));
    }

    [TestCase("{code: ▸400300, name: Other, description: Again.}", "x-error-codes: the code 400300")]
    [TestCase("{code: 400301, name: ▸Forbidden, description: Again.}", "x-error-codes: the name Forbidden")]
    public void ErrorCode_Twice_IsRejected(string code, string message)
    {
        using var spec = WithCodes("{code: 400300, name: Forbidden, description: It is forbidden.}", code);

        spec.ShouldHaveOneProblem(Duplicate, message + " is also in openapi/service.yaml, line ");
    }

    [TestCase("{code: 400300, name: ▸class, description: A name.}", Name, "x-error-codes: class cannot be the name of a code.")]
    [TestCase("{code: 400300, name: ▸a b, description: A name.}", Name, "x-error-codes: a b cannot be the name of a code.")]
    [TestCase("{code: 400300, name: ▸Value, description: A name.}", Name, "x-error-codes: Value cannot be the name of a code.")]
    [TestCase("{code: ▸4.5, name: A, description: A code.}", Unsupported, "x-error-codes: a code is a number such as 400300.")]
    [TestCase("{code: ▸-1, name: A, description: A code.}", Unsupported, "x-error-codes: a code is a number such as 400300.")]
    [TestCase("▸{name: A, description: A code.}", Missing, "x-error-codes: code is missing.")]
    [TestCase("▸{code: 1, description: A code.}", Missing, "x-error-codes: name is missing.")]
    [TestCase("▸{code: 1, name: A}", Missing, "x-error-codes: description is missing.")]
    [TestCase("{code: 1, name: A, description: A code., ▸text: A.}", "AMITY105", "x-error-codes: 'text' is not a keyword here")]
    public void ErrorCode_Wrong_IsRejected(string code, string kind, string message)
    {
        using var spec = WithCodes(code);

        spec.ShouldHaveOneProblem(kind, message);
    }

    [Test]
    public void RateLimit_IsPlanned()
    {
        using var spec = new SmallSpec().Add("service", "x-rate-limit: {requests: 100, seconds: 5}");

        ServiceOf(spec)["limit"]!.ToJsonString().Should().Be("""{"requests":100,"seconds":5}""");
    }

    [TestCase("▸{requests: 100}", Missing, "x-rate-limit: seconds is missing.")]
    [TestCase("▸{seconds: 5}", Missing, "x-rate-limit: requests is missing.")]
    [TestCase("{requests: ▸0, seconds: 5}", Unsupported, "x-rate-limit: requests is at least 1.")]
    [TestCase("{requests: ▸-5, seconds: 5}", "AMITY110", "x-rate-limit: requests is a whole number from 0.")]
    [TestCase("{requests: 100, seconds: ▸0.5}", "AMITY110", "x-rate-limit: seconds is a whole number from 0.")]
    [TestCase("{requests: 100, seconds: 5, ▸burst: 5}", "AMITY105", "x-rate-limit: 'burst' is not a keyword here")]
    public void RateLimit_Wrong_IsRejected(string limit, string kind, string message)
    {
        using var spec = new SmallSpec().Add("service", $"x-rate-limit: {limit}");

        spec.ShouldHaveOneProblem(kind, message);
    }

    private static SmallSpec WithCodes(params string[] codes) =>
        new SmallSpec().Add("service", "x-error-codes:\n" + string.Join('\n', codes.Select(code => $"  - {code}")));

    private static JsonNode ServiceOf(SmallSpec spec) => spec.PlanOf("get", "/rooms")["service"]!;
}
