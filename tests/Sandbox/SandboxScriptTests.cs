namespace Amity.Tests.Sandbox;

/// <summary>What a test lets an operation respond with.</summary>
internal sealed class SandboxScriptTests : SandboxTest
{
    [Test]
    public async Task Respond_Documents_GivesThemWithEverythingThatTheyReferTo()
    {
        var room = Sandbox.AddRoom(settings => settings.CreatedBy = "ann");
        Sandbox.Respond("createRoom", _ => SandboxResponse.Documents(room.RoomId));

        var response = await SendAsync("POST", "api/v1/rooms", """{"title":"Another title"}""");

        response.Status.Should().Be(200);
        ((string?)response.Json["rooms"]![0]!["roomId"]).Should().Be(room.RoomId);
        ((string?)response.Json["users"]![0]!["userId"]).Should().Be("ann");
    }

    [Test]
    public async Task Respond_AnyScript_SeesTheRequest()
    {
        var seen = new List<string?>();
        Sandbox.Respond("listRooms", request =>
        {
            seen.AddRange(request.OperationId, request.UserId, request.Value("type"), request.Value("options[limit]"), request.Value("sortBy"));
            return SandboxResponse.Json("""{"rooms":[],"paging":{}}""");
        });
        Sandbox.Respond("removeParticipant", request =>
        {
            seen.AddRange(request.Value("roomId"), (string?)request.Body["participantUserId"]);
            return SandboxResponse.Error(404, 400400, "Nobody is here.");
        });

        (await SendAsync("GET", "api/v1/rooms?type=coHosts&options[limit]=7")).Status.Should().Be(200);
        (await SendAsync("DELETE", "api/v1/rooms/r1/participants", """{"participantUserId":"ben"}""")).ShouldBe(404, 400400);

        seen.Should().Equal("listRooms", "admin", "coHosts", "7", null, "r1", "ben");
    }

    [Test]
    public async Task Respond_ScriptThatUsesTheSandbox_ChangesItsState()
    {
        Sandbox.Respond("stopRoom", request =>
        {
            Sandbox.Documents.Put("User", """{"userId":"ben","displayName":"Ben"}""");
            return SandboxResponse.Json($$"""{"rooms":[],"users":[{{Sandbox.Documents.Find("User", "ben")}}]}""");
        });

        var response = await SendAsync("POST", "api/v1/rooms/r1/stop");

        ((string?)response.Json["users"]![0]!["displayName"]).Should().Be("Ben");
    }

    [Test]
    public async Task Respond_Success_Confirms()
    {
        Sandbox.Respond("banViewers", _ => SandboxResponse.Success);

        var response = await SendAsync("POST", "api/v1/rooms/no-room/viewer-bans", Ids("viewer-1"));

        ((bool?)response.Json["success"]).Should().BeTrue();
    }

    [TestCase("""{"rooms":[{"roomId":"r1","tilte":"Friday"}]}""", "body.rooms[0].tilte: the contract has no such field")]
    [TestCase("""{"rooms":[{"roomId":7}]}""", "body.rooms[0].roomId: not a text")]
    [TestCase("""{"rooms":{}}""", "body.rooms: not a list")]
    public async Task Respond_JsonThatTheContractForbids_FailsAndSaysWhere(string json, string where)
    {
        Sandbox.Respond("getRoom", _ => SandboxResponse.Json(json));

        var response = await GetAsync("api/v1/rooms/r1");

        response.ShouldBe(500, 500000);
        response.Text.Should().Contain("getRoom").And.Contain(where);
    }

    [Test]
    public async Task Respond_DocumentsThatAreNotThere_FailsAndSaysWhich()
    {
        Sandbox.Respond("getRoom", _ => SandboxResponse.Documents("r1"));

        (await GetAsync("api/v1/rooms/r1")).Text.Should().Contain("there is no Room r1");
    }

    [Test]
    public async Task Respond_RequestThatTheContractForbids_IsStillRejected()
    {
        Sandbox.Respond("banViewers", _ => SandboxResponse.Success);

        (await SendAsync("POST", "api/v1/rooms/r1/viewer-bans", Ids())).ShouldBe(400, 400000);
        (await SendAsync("GET", "api/v1/rooms", authorization: "Bearer nobody-has-this")).ShouldBe(401, 400100);
    }

    [Test]
    public async Task Reset_AfterScript_RespondsFromTheStateAgain()
    {
        Sandbox.Respond("getRoom", _ => SandboxResponse.Json("""{"rooms":[]}"""));
        Sandbox.Reset();

        (await GetAsync("api/v1/rooms/r1")).ShouldBe(404, 400400);
    }

    [Test]
    public void Respond_UnknownOperation_IsRejected()
    {
        var respond = () => Sandbox.Respond("flyAway", _ => SandboxResponse.Success);

        respond.Should().Throw<ArgumentException>().WithMessage("*no operation flyAway*").WithParameterName("operationId");
    }

    [Test]
    public void Json_NotJson_IsRejected()
    {
        var make = () => SandboxResponse.Json("{");

        make.Should().Throw<ArgumentException>().WithParameterName("json");
    }

    [TestCase(200)]
    [TestCase(302)]
    [TestCase(600)]
    public void Error_StatusOfNoError_IsRejected(int status)
    {
        var make = () => SandboxResponse.Error(status, 400000, "Bad.");

        make.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("status");
    }

    private static IEnumerable<TestCaseData> Mistakes =>
    [
        new("getRoom", SandboxResponse.Success, "its result is more than a confirmation"),
        new("getRoom", SandboxResponse.Text("a room"), "its result is not a text"),
        new("getRoom", SandboxResponse.Redirect(new Uri("https://example.com")), "its result is not a redirect"),
        new("getRoom", SandboxResponse.Documents(), "its result is one Room"),
        new("getRoom", null, "it returned null"),
    ];

    [TestCaseSource(nameof(Mistakes))]
    public async Task Respond_ResponseOfAnotherKind_FailsAndSaysWhy(string operationId, SandboxResponse? mistaken, string reason)
    {
        Sandbox.Respond(operationId, _ => mistaken!);

        var response = await GetAsync("api/v1/rooms/r1");

        response.ShouldBe(500, 500000);
        response.Text.Should().Contain($"The script of {operationId}").And.Contain(reason);
    }

    [Test]
    public async Task Respond_ScriptThatThrows_FailsAndSaysSo()
    {
        Sandbox.Respond("getRoom", _ => throw new InvalidOperationException("out of ideas"));

        (await GetAsync("api/v1/rooms/r1")).Text.Should().Contain("The script of getRoom").And.Contain("InvalidOperationException: out of ideas");
    }

    [Test]
    public async Task Respond_OrdinaryUser_IsTheScriptsToJudge()
    {
        Sandbox.Respond("banViewers", request => request.UserId == "mia" ? SandboxResponse.Success : SandboxResponse.Error(403, 400300, "Only mia."));

        (await SendAsync("POST", "api/v1/rooms/r1/viewer-bans", Ids("troll"), $"Bearer {Sandbox.AddToken("mia")}")).Status.Should().Be(200);
        (await SendAsync("POST", "api/v1/rooms/r1/viewer-bans", Ids("troll"), $"Bearer {Sandbox.AddToken("vic")}")).ShouldBe(403, 400300);
    }

    [Test]
    public async Task Respond_RedirectAndText_AreSent()
    {
        Sandbox.Respond("getRecordingLocation", _ => SandboxResponse.Redirect(new Uri("https://example.com/a.m3u8")));
        Sandbox.Respond("createAuthToken", _ => SandboxResponse.Text("a-token"));

        (await GetAsync("api/v1/rooms/r1/recorded/p1/watch")).Location.Should().Be(new Uri("https://example.com/a.m3u8"));
        (await SendAsync(SpecRequest.Least("createAuthToken"))).Text.Should().Be("a-token");
    }

    [Test]
    public async Task Respond_DocumentsOfAPage_ComeWithPaging()
    {
        var room = Sandbox.AddRoom();
        Sandbox.Respond("listRooms", _ => SandboxResponse.Documents(room.RoomId));

        (await GetAsync("api/v1/rooms")).Json["paging"]!.ToJsonString().Should().Be("{}");
    }
}
