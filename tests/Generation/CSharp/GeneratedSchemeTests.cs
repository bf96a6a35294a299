namespace Amity.Tests.Generation.CSharp;

/// <summary>What an operation sends as the proof of who calls, from <c>security</c>.</summary>
public sealed class GeneratedSchemeTests
{
    private const string Missing = "AMITY106";
    private const string Unsupported = "AMITY108";

    private static readonly Dictionary<string, string> Schemes = new()
    {
        ["admin"] = "{type: apiKey, in: header, name: x-admin-token}",
        ["key"] = "{type: apiKey, in: header, name: X-API-Key}",
        ["server"] = "{type: apiKey, in: header, name: x-server-key}",
        ["cookie"] = "{type: apiKey, in: cookie, name: session}",
        ["digest"] = "{type: http, scheme: digest}",
        ["other"] = "{type: apiKey, in: header, name: x-other}",
    };

    [TestCase("[]", "Scheme = Scheme.None")]
    [TestCase("[]\nx-wrapped: true", "IsWrapped = true", "Scheme = Scheme.None")]
    [TestCase("[key: []]", "Scheme = Scheme.ApiKey")]
    [TestCase("[server: []]", "Scheme = Scheme.ServerKey")]
    [TestCase("[bearer: []]")]
    [TestCase("[bearer: [admin]]")]
    [TestCase("[{bearer: []}, {admin: []}, {cookie: []}]")]
    public void Security_OfAnOperation_IsWhatItSends(string security, params string[] settings)
    {
        using var spec = Secured("updateRoom", security);

        SettingsOf(spec, "put", "/rooms/{roomId}").Should().Equal(settings);
    }

    [Test]
    public void Security_OfTheService_IsThatOfItsOperations()
    {
        using var spec = Secured("listRooms", "[bearer: []]")
            .Add("schemes", $"key: {Schemes["key"]}")
            .Replace("security:\n  - bearer: []", "security:\n  - key: []");

        SettingsOf(spec, "put", "/rooms/{roomId}").Should().Equal("Scheme = Scheme.ApiKey");
        SettingsOf(spec, "get", "/rooms").Should().BeEmpty();
    }

    [TestCase("▸[{bearer: []}, {key: []}]")]
    [TestCase("▸[{key: []}, {server: []}]")]
    [TestCase("▸[{bearer: [], key: []}]")]
    [TestCase("▸[{}]")]
    [TestCase("▸[{bearer: []}, {}]")]
    [TestCase("▸[cookie: []]")]
    [TestCase("▸[digest: []]")]
    [TestCase("▸[other: []]")]
    public void Security_ThatTheClientCannotSend_IsRejectedByName(string security)
    {
        using var spec = Secured("updateRoom", security);

        spec.ShouldHaveOneProblem(Unsupported, "updateRoom: security is not what the client can send");
    }

    [Test]
    public void Security_OfTheService_IsRejectedOnce()
    {
        using var spec = new SmallSpec().Replace("{type: http, scheme: bearer}", "{type: http, scheme: digest}");

        spec.Problems().Should().ContainSingle().Which.Should().Contain($"error {Unsupported}: The service: security is not what the client can send");
    }

    [Test]
    public void Security_StatedNowhere_IsMissing()
    {
        using var spec = new SmallSpec()
            .Replace("security:\n  - bearer: []\n", string.Empty)
            .Add("keywords of listRooms", "security: [bearer: []]");

        spec.Problems().Should().ContainSingle().Which.Should().Contain($"error {Missing}: updateRoom: security is missing");
    }

    // With the schemes that are named: one that nothing uses would be a problem.
    private static IEnumerable<string?> SettingsOf(SmallSpec spec, string method, string path) =>
        spec.PlanOf(method, path)["settings"]!.AsArray().Select(setting => (string?)setting);

    private static SmallSpec Secured(string operationId, string security)
    {
        var spec = new SmallSpec().Add($"keywords of {operationId}", $"security: {security}");
        foreach (var scheme in Schemes.Where(scheme => security.Contains($"{scheme.Key}:", StringComparison.Ordinal)))
        {
            spec.Add("schemes", $"{scheme.Key}: {scheme.Value}");
        }

        return spec;
    }
}
