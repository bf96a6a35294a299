using System.Text.Json.Nodes;

namespace Amity.Tests.Drift;

/// <summary>Where a client would fail, or show nothing and say nothing, there is a finding or no check.</summary>
internal sealed class SilentFailureTests : DriftTest
{
    private const string NotFound = """{"status":"error","code":400400,"message":"Not found."}""";
    private const string Failure = """{"status":"error","code":500000,"message":"Unexpected error."}""";
    private const string Forbidden = """{"status":"error","code":400300,"message":"Forbidden."}""";
    private const string TooMany = """{"status":"error","code":400311,"message":"Too many requests."}""";

    [TestCase("getRoom", "rooms", "missingContent getRoom  RoomResult without rooms")]
    [TestCase("listRooms", "rooms", "missingContent listRooms  RoomPage without rooms")]
    [TestCase("listViewerBans", "roomBannedUsers", "missingContent listViewerBans  ViewerBanPage without roomBannedUsers")]
    [TestCase(
        "getBroadcastCredentials",
        "directStreamUrl coHostToken",
        "missingContent getBroadcastCredentials  BroadcastCredentials without directStreamUrl, or coHostToken and coHostUrl")]
    public async Task Check_SuccessWithoutItsContent_IsFound(string operation, string fields, string finding)
    {
        var outcome = await CheckChangedAsync(operation, response => response.ChangeJson(json =>
        {
            foreach (var field in fields.Split(' '))
            {
                json.Remove(field);
            }
        }));

        outcome.ExitCode.Should().Be(1, outcome.Error);
        outcome.Findings.Should().Contain(finding).And.OnlyContain(found => found.Split(' ')[1] == operation);
    }

    [TestCase("getRoom", "rooms", "roomId", "missingContent getRoom rooms[] Room without roomId")]
    [TestCase("listRooms", "rooms", "roomId", "missingContent listRooms rooms[] Room without roomId")]
    [TestCase("listViewerBans", "roomBannedUsers", "userPublicId", "missingContent listViewerBans roomBannedUsers[] ViewerBan without userPublicId")]
    [TestCase("getRoom", "users", "userId", "missingContent getRoom users[] User without userId")]
    [TestCase("getRoom", "files", "fileId", "missingContent getRoom files[] AmityFile without fileId")]
    public async Task Check_EntriesWithoutTheirId_AreFound(string operation, string list, string id, string finding)
    {
        var outcome = await CheckChangedAsync(operation, response => response.ChangeJson(json => Remove(json, list, id)));

        outcome.ExitCode.Should().Be(1, outcome.Error);
        outcome.Findings.Should().Contain(finding);
    }

    [TestCase("""{"rooms":[],"users":[]}""", "missingContent getRoom rooms no room in the list")]
    [TestCase("""{"rooms":[{"roomId":"another"}]}""", "otherRoom getRoom rooms[].roomId another room than the one asked for")]
    public async Task Check_RoomThatIsNotTheOneAskedFor_IsFound(string body, string finding)
    {
        var outcome = await CheckChangedAsync("getRoom", response => response.Text = response.Status == 200 ? body : response.Text);

        outcome.ExitCode.Should().Be(1, outcome.Error);
        outcome.Findings.Should().Equal(finding);
    }

    [Test]
    public async Task Check_RecordingsWhoseAddressHoldsNoId_AreFound()
    {
        var outcome = await CheckChangedAsync("getRoom", response => response.Text = response.Text.Replace("/recorded/", "/videos/"));

        outcome.Findings.Should().Equal(
            "missingContent getRoom rooms[].recordedPlaybackInfos[] RecordedPlaybackInfo without an address with the recording's id");
    }

    [TestCase("listRooms", "unexpectedStatus listRooms  status 404 for all rooms")]
    [TestCase("listViewerBans", "unexpectedStatus listViewerBans  status 404 for the room")]
    [TestCase("getBroadcastCredentials", "unexpectedStatus getBroadcastCredentials  status 404 for the room")]
    [TestCase("getRecordingLocation", "unexpectedStatus getRecordingLocation  status 404 for a recording that the room names")]
    [TestCase("getRecordingThumbnailLocation", "unexpectedStatus getRecordingThumbnailLocation  status 404 for a recording that the room names")]
    public async Task Check_RetiredOperation_IsFound(string operation, string finding)
    {
        var outcome = await CheckChangedAsync(operation, response => response.Become(404, NotFound));

        outcome.ExitCode.Should().Be(1, outcome.Error);
        outcome.Findings.Should().Contain(finding).And.OnlyContain(found => found.Split(' ')[1] == operation);
    }

    [Test]
    public async Task Check_OperationThatFails_IsFound()
    {
        var outcome = await CheckChangedAsync("listViewerBans", response => response.Become(500, Failure));

        outcome.ExitCode.Should().Be(1, outcome.Error);
        outcome.Findings.Should().Contain("unexpectedStatus listViewerBans  status 500 for the room").And
            .Contain("unexpectedStatus listViewerBans  status 500 for an unknown room");
    }

    [TestCase("listRooms", 429, TooMany, "The service has had too many requests with this token (listRooms: 429).")]
    [TestCase("getBroadcastCredentials", 403, Forbidden, "The token may not do what the check needs (getBroadcastCredentials: 403).")]
    [TestCase("listViewerBans", 401, Forbidden, "The token is rejected (listViewerBans: 401).")]
    public async Task Check_TokenNotFitForTheCheck_SaysSo(string operation, int status, string body, string message)
    {
        var outcome = await CheckChangedAsync(operation, response => response.Become(status, body));

        outcome.ExitCode.Should().Be(2);
        outcome.Output.Should().BeEmpty();
        outcome.Error.Trim().Should().Be(message);
    }

    [TestCase("getRecordingLocation", "/recorded/000000000000000000000000/")]
    [TestCase("getRoom", "x-admin-token")]
    [TestCase("getRoom", "drift-check-no-token")]
    [TestCase("createRoom", "")]
    [TestCase("updateRoom", "")]
    [TestCase("banViewers", "")]
    [TestCase("unbanViewers", "")]
    [TestCase("stopRoom", "")]
    [TestCase("listRooms", "limit]=10000")]
    [TestCase("listViewerBans", "limit=10000")]
    [TestCase("listRooms", "statuses[]=idle")]
    public async Task Write_RateLimit_SaysSo(string operation, string part)
    {
        await using var relay = await Relay.StartAsync(Sandbox.Address, (request, response) =>
        {
            if (OperationOf(request) == operation && $"{request.RequestUri} {request.Headers}".Contains(part, StringComparison.Ordinal))
            {
                response.Become(429, TooMany);
            }
        });

        var outcome = await CheckAtAsync(relay.Address, "--write");

        outcome.ExitCode.Should().Be(2);
        outcome.Output.Should().BeEmpty();
        outcome.Error.Trim().Should().Be($"The service has had too many requests with this token ({operation}: 429).");
    }

    [TestCase("createRoom", 401, "The token is rejected (createRoom: 401).")]
    [TestCase("createRoom", 403, "The token may not do what the check needs (createRoom: 403).")]
    [TestCase("updateRoom", 401, "The token is rejected (updateRoom: 401).")]
    [TestCase("updateRoom", 403, "The token may not do what the check needs (updateRoom: 403).")]
    [TestCase("deleteRoom", 403, "The room \"amity-drift-check *\" may still be there: The token may not do what the check needs (deleteRoom: 403).")]
    [TestCase("deleteRoom", 429, "The room \"amity-drift-check *\" may still be there: The service has had too many requests with this token (deleteRoom: 429).")]
    public async Task Write_TokenNotFitForTheCheck_SaysSo(string operation, int status, string message)
    {
        var outcome = await CheckChangedAsync(operation, response => response.Become(status, Forbidden), "--write");

        outcome.ExitCode.Should().Be(2);
        outcome.Output.Should().BeEmpty();
        outcome.Error.Trim().Should().Match(message);
    }

    [Test]
    public async Task Check_RateLimitInsteadOfARejection_SaysSo()
    {
        await using var relay = await Relay.StartAsync(Sandbox.Address, (request, response) =>
        {
            if (request.RequestUri!.AbsolutePath.EndsWith("/000000000000000000000000", StringComparison.Ordinal))
            {
                response.Become(429, TooMany);
            }
        });

        (await CheckAtAsync(relay.Address)).Error.Trim().Should().Be("The service has had too many requests with this token (getRoom: 429).");
    }

    [Test]
    public async Task Check_ForeignTokenAccepted_IsFound()
    {
        await using var relay = await Relay.StartAsync(Sandbox.Address, (_, _) => { }, request =>
        {
            request.Headers.Remove("Authorization");
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Sandbox.AdminToken}");
        });

        var outcome = await CheckAtAsync(relay.Address);

        outcome.ExitCode.Should().Be(1, outcome.Error);
        outcome.Findings.Should().Equal("unexpectedStatus getRoom  status 200 for an unknown token");
    }

    [Test]
    public async Task Check_UnknownRoomShown_IsFound()
    {
        await using var relay = await Relay.StartAsync(Sandbox.Address, (_, _) => { }, request => request.RequestUri =
            new Uri(request.RequestUri!.AbsoluteUri.Replace("rooms/000000000000000000000000", $"rooms/{Room.RoomId}")));

        var outcome = await CheckAtAsync(relay.Address);

        outcome.Findings.Should().BeEquivalentTo(
            "unexpectedStatus getRoom  status 200 for an unknown room",
            "unexpectedStatus getBroadcastCredentials  status 200 for an unknown room",
            "unexpectedStatus listViewerBans  status 200 for an unknown room",
            "otherRoom getRoom rooms[].roomId another room than the one asked for");
    }

    [Test]
    public async Task Check_UnknownRecordingShown_IsFound()
    {
        var outcome = await CheckChangedAsync("getRecordingLocation", response =>
        {
            response.Become(302, "");
            response.Location = "https://recordings.example.com/a";
        });

        outcome.Findings.Should().BeEquivalentTo(
            "unexpectedStatus getRecordingLocation  status 302 for an unknown recording",
            "unexpectedStatus getRecordingLocation  status 302 for an unknown room");
    }

    [Test]
    public async Task Check_EditedPageTokenAccepted_IsFound()
    {
        await using var relay = await Relay.StartAsync(Sandbox.Address, (_, _) => { }, request => request.RequestUri =
            new Uri(request.RequestUri!.AbsoluteUri.Replace("&token=edited", "")));

        (await CheckAtAsync(relay.Address)).Findings.Should().Equal("unexpectedStatus listViewerBans  status 200 for an edited page token");
    }

    [Test]
    public async Task Check_PageTokenThatLeadsBack_IsFound()
    {
        string? first = null;
        var outcome = await CheckChangedAsync("listViewerBans", response => response.ChangeJson(json =>
        {
            first ??= (string?)json["paging"]?["next"];
            if (response.Status == 200)
            {
                json["paging"] = new JsonObject { ["next"] = first };
            }
        }));

        outcome.ExitCode.Should().Be(1, outcome.Error);
        outcome.Findings.Should().Equal("pagingLoop listViewerBans paging.next a token that leads back to the same page");
    }

    [TestCase("listRooms")]
    [TestCase("listViewerBans")]
    public async Task Check_ListThatEndsEarly_IsFound(string operation)
    {
        Sandbox.AddDemoRoom();

        var outcome = await CheckChangedAsync(operation, response => response.ChangeJson(json => json.Remove("paging")));

        outcome.ExitCode.Should().Be(1, outcome.Error);
        outcome.Findings.Should().Equal($"missingContent {operation} paging.next no next page, though the list has more entries");
    }

    [TestCase("listRooms", "rooms", 0)]
    [TestCase("listRooms", "rooms", 1)]
    [TestCase("listViewerBans", "roomBannedUsers", 1)]
    public async Task Check_FirstPageThatIsCutShort_IsFound(string operation, string list, int count)
    {
        Sandbox.AddDemoRoom();
        await using var relay = await Relay.StartAsync(Sandbox.Address, (request, response) =>
        {
            if (OperationOf(request) == operation && request.RequestUri!.Query.Contains("limit", StringComparison.Ordinal))
            {
                response.ChangeJson(json =>
                {
                    json.Remove("paging");
                    json[list] = new JsonArray([.. json[list]?.AsArray().Take(count).Select(entry => entry!.DeepClone()) ?? []]);
                });
            }
        });

        var outcome = await CheckAtAsync(relay.Address);

        outcome.Findings.Should().Contain($"missingContent {operation} paging.next no next page, though the list has more entries");
    }

    [TestCase("banViewers", "missingContent banViewers  OperationResult without success")]
    [TestCase("deleteRoom", "missingContent deleteRoom  OperationResult without success")]
    [TestCase("updateRoom", "missingContent updateRoom  RoomResult without rooms")]
    public async Task Write_SuccessWithoutItsContent_IsFound(string operation, string finding)
    {
        var outcome = await CheckChangedAsync(operation, response => response.Become(response.Status, response.Status == 200 ? "{}" : response.Text), "--write");

        outcome.ExitCode.Should().Be(1, outcome.Error);
        outcome.Findings.Should().Equal(finding);
    }

    [TestCase("banViewers")]
    [TestCase("unbanViewers")]
    public async Task Write_SuccessThatSaysItFailed_IsFound(string operation)
    {
        var outcome = await CheckChangedAsync(operation, response => response.Text = """{"success":false}""", "--write");

        outcome.ExitCode.Should().Be(1, outcome.Error);
        outcome.Findings.Should().Equal($"missingContent {operation}  OperationResult without success");
    }

    [Test]
    public async Task Check_TextBeyondTheBasicPlane_IsCountedInCodePoints()
    {
        var fits = await CheckChangedAsync("getRoom", response => response.ChangeJson(json => SetTitle(json, 1000)));
        var exceeds = await CheckChangedAsync("getRoom", response => response.ChangeJson(json => SetTitle(json, 1001)));

        fits.Findings.Should().BeEmpty();
        exceeds.Findings.Should().Equal("limitExceeded getRoom rooms[].title more than 1000 characters");
    }

    private static void SetTitle(JsonObject json, int length)
    {
        if (json["rooms"] is JsonArray rooms)
        {
            rooms[0]!["title"] = string.Concat(Enumerable.Repeat("\U0001F600", length));
        }
    }

    private static void Remove(JsonObject json, string list, string field)
    {
        foreach (var entry in json[list]?.AsArray() ?? [])
        {
            entry!.AsObject().Remove(field);
        }
    }
}
