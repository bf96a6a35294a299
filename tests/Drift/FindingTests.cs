using System.Text.Json.Nodes;

namespace Amity.Tests.Drift;

/// <summary>Every kind of drift is found and named, and nothing else is.</summary>
internal sealed class FindingTests : DriftTest
{
    private static IEnumerable<SandboxDrift> Findable => Enum.GetValues<SandboxDrift>().Where(drift => drift != SandboxDrift.Headers);

    [Test]
    public async Task Check_NoDrift_FindsNothing()
    {
        var outcome = await CheckAsync();

        outcome.Findings.Should().BeEmpty();
        outcome.ExitCode.Should().Be(0, outcome.Error);
    }

    [Test]
    public async Task Check_NoDrift_ReadsWithEveryOperationThatMayBeObserved()
    {
        await CheckAsync();

        var observed = Spec.Operations.Values.Where(operation => operation.Operation.ExtensionData!.ContainsKey("x-observe")).ToLookup(
            operation => operation.Operation.Parameters.All(parameter => !parameter.IsRequired || parameter.Name is "roomId"),
            operation => operation.Operation.OperationId);
        Exchanges.Where(exchange => exchange.Status < 400).Select(exchange => exchange.OperationId).Should().Contain(observed[true]);
        // Whether an id of another kind is known can only be tried.
        Exchanges.Select(exchange => exchange.OperationId).Should().Contain([.. observed[true], .. observed[false]]);
    }

    [Test]
    public async Task Check_NoDrift_ChangesNothingAndAsksForNoSecretButThatOfTheRoom()
    {
        string[] ofTheRoom = ["getBroadcastCredentials", "getRecordingLocation", "getRecordingThumbnailLocation"];

        await CheckAsync();

        Exchanges.Should().OnlyContain(exchange => exchange.Method == "GET");
        Exchanges.Select(exchange => exchange.OperationId!).Distinct().Except(ofTheRoom)
            .Should().OnlyContain(id => Spec.Operations[id].Operation.ExtensionData!.ContainsKey("x-observe"));
    }

    [TestCase(SandboxDrift.NewField, "newField getRoom rooms[].sandboxField string that the contract lacks")]
    [TestCase(SandboxDrift.TypeChange, "typeChange getRoom rooms[].isDeleted boolean expected, string seen")]
    [TestCase(SandboxDrift.NewEnumValue, "newEnumValue getRoom rooms[].status sandboxUnknown")]
    [TestCase(SandboxDrift.LimitExceeded, "limitExceeded getRoom rooms[].title more than 1000 characters")]
    [TestCase(SandboxDrift.NullValue, "nullValue getRoom rooms[].isDeleted null instead of boolean")]
    [TestCase(SandboxDrift.DateFormat, "dateFormat getRoom rooms[].createdAt written as 0000-00-00T00:00:00+00:00")]
    [TestCase(SandboxDrift.UndocumentedStatus, "undocumentedStatus getRoom  status 203")]
    [TestCase(SandboxDrift.UnknownErrorCode, "unknownErrorCode getRoom code code 499999 with status 404")]
    [TestCase(SandboxDrift.RedirectHost, "redirectHost getRoom  redirects to moved.example.net")]
    [TestCase(SandboxDrift.NotJson, "notJson getRoom  status 200 has a body that is not JSON")]
    public async Task Check_DriftOfGetRoom_IsNamedThereAndNowhereElse(SandboxDrift drift, string finding)
    {
        Sandbox.Drift.Add(drift, "getRoom");

        var outcome = await CheckAsync();

        outcome.ExitCode.Should().Be(1, outcome.Error);
        outcome.Findings.Should().Contain(finding).And.OnlyContain(found => found.Split(' ')[1] == "getRoom");
    }

    [Test]
    public async Task Check_TextThatIsOnlyTooLongInUtf16_IsNoFinding()
    {
        Sandbox.AddRoom(room => room.Title = string.Concat(Enumerable.Repeat("\U0001F389", 1000)));

        (await CheckAsync()).Findings.Should().NotContain(finding => finding.StartsWith("limitExceeded"));
    }

    [Test]
    public async Task Check_ErrorCodeOfTheSpec_IsNoFinding()
    {
        var codes = JsonNode.Parse(await File.ReadAllTextAsync(RepoFiles.Spec))!["x-error-codes"]!.AsArray();

        var outcome = await CheckChangedAsync("getRoom", response => response.ChangeJson(json =>
        {
            if (response.Status == 404)
            {
                json["code"] = (int)codes.Single(code => (string)code!["name"]! == "FileTooLarge")!["code"]!;
            }
        }));

        outcome.Findings.Should().BeEmpty();
    }

    [TestCaseSource(nameof(Findable))]
    public async Task Check_OneDrift_MakesNoFindingOfAnotherKind(SandboxDrift drift)
    {
        Sandbox.Drift.Add(drift, "listViewerBans");

        var outcome = await CheckAsync();

        // A redirect that nobody announced is a status that nobody announced, too.
        string[] expected = drift == SandboxDrift.RedirectHost ? ["redirectHost", "undocumentedStatus"] : [NameOf(drift)];
        outcome.Findings.Select(found => found.Split(' ')[0]).Distinct().Should().BeEquivalentTo(expected);
    }

    [TestCase("getRecordingLocation")]
    [TestCase("getRecordingThumbnailLocation")]
    public async Task Check_RecordingOverHttp_IsFound(string operation)
    {
        Sandbox.Drift.Add(SandboxDrift.RedirectHost, operation);

        var outcome = await CheckAsync();

        outcome.Findings.Where(finding => finding.StartsWith("redirectHost", StringComparison.Ordinal)).Should()
            .Equal($"redirectHost {operation}  redirects to moved.example.net over http");
    }

    [Test]
    public async Task Check_Headers_AreInformationAndNoDrift()
    {
        Sandbox.Drift.Add(SandboxDrift.Headers, "getRoom");

        var outcome = await CheckAsync();

        outcome.ExitCode.Should().Be(0);
        outcome.Report["information"]!.AsArray().Select(note => $"{note!["operation"]} {note["name"]} {note["value"]}").Should().BeEquivalentTo(
            "getRoom Retry-After 5",
            "getRoom X-RateLimit-Remaining 99",
            "getRoom X-Request-ID an id per request",
            "getRecordingLocation redirect host recordings.example.com",
            "getRecordingThumbnailLocation redirect host recordings.example.com");
    }

    [Test]
    public async Task Check_FieldNobodyHas_IsListedApartAndNoDrift()
    {
        var outcome = await CheckAsync();

        outcome.Report["neverSeen"]!.AsArray().Select(name => (string)name!).Should().Contain("User.hashFlag").And.NotContain("Room.title");
        outcome.ExitCode.Should().Be(0);
    }

    [Test]
    public async Task Check_Table_NamesTheFinding()
    {
        Sandbox.Drift.Add(SandboxDrift.NewEnumValue, "getRoom");

        var outcome = await CheckTableAsync();

        outcome.Output.Should().MatchRegex(@"NewEnumValue +getRoom +rooms\[\]\.status +sandboxUnknown +\d+");
    }

    private static string NameOf(SandboxDrift drift)
    {
        var name = drift.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
