using System.Text.Json.Nodes;

namespace Amity.Tests.Drift;

/// <summary>The open questions, settled on a room that is gone afterwards.</summary>
internal sealed class WriteProbeTests : DriftTest
{
    [TestCase("statuses in a query", "repeated (statuses=a&statuses=b): works; brackets (statuses[]=a&statuses[]=b): ignored; commas (statuses=a,b): rejected (400, code 400000)")]
    [TestCase("chat switch of an update", "channelEnabled: taken; liveChatEnabled: ignored")]
    [TestCase("fields left out of an update", "kept")]
    [TestCase("userId of a ban", "the internal id, as in the user's userInternalId")]
    [TestCase("banBy of a ban", "the internal id, as in the user's userInternalId")]
    [TestCase("ban of an unknown user", "accepted (200)")]
    [TestCase("unban of somebody not banned", "accepted (200)")]
    [TestCase("x-admin-token", "works with this token, as Bearer does")]
    [TestCase("last page", "paging is {}")]
    [TestCase("largest page of rooms", "limit 10000 accepted (200); whether it would be cut is not shown, as there are only 3 entries")]
    [TestCase("largest page of bans", "limit 10000 accepted (200); whether it would be cut is not shown, as there are only 5 entries")]
    [TestCase("delete of an unknown room", "rejected (400, code 400000)")]
    [TestCase("delete of a room", "accepted (200); reading it then: rejected (404, code 400400); still listed by isDeleted=true, so only marked")]
    public async Task Write_Sandbox_SettlesTheQuestion(string question, string result)
    {
        var outcome = await CheckAsync("--write");

        outcome.ResultOf(question).Should().Be(result);
    }

    [Test]
    public async Task Write_Sandbox_FindsNoDrift() => (await CheckAsync("--write")).Findings.Should().BeEmpty();

    [Test]
    public async Task Write_ManyBans_ShowsWhereAPageIsCut()
    {
        Sandbox.AddViewerBans(Room.RoomId, Enumerable.Range(0, 150).Select(number => $"other-{number}"));

        var outcome = await CheckAsync("--write");

        outcome.ResultOf("largest page of bans").Should().Be("limit 101 is cut to 100 entries");
    }

    [Test]
    public async Task Write_OrdinaryUser_LearnsWhatIsRejectedAndWhatIsLeft()
    {
        var token = Sandbox.AddToken("ann");

        var outcome = await RunWithTokenAsync(token, [.. Target, "--write"]);

        outcome.ExitCode.Should().Be(2);
        outcome.Error.Should().MatchRegex("""^The room "amity-drift-check [0-9a-f]{32}" may still be there: The token may not do what the check needs \(deleteRoom: 403\)\.\r?\n$""");
    }

    [Test]
    public async Task Write_Done_LeavesNoRoomAndTouchesNoOther()
    {
        var before = Sandbox.BannedViewers(Room.RoomId);

        await CheckAsync("--write");

        Made().Should().ContainSingle().Which.IsDeleted.Should().BeTrue();
        Exchanges.Where(exchange => exchange.Method != "GET" && exchange.OperationId != "createRoom").Should().NotContain(exchange => exchange.Path.Contains(Room.RoomId));
        Sandbox.BannedViewers(Room.RoomId).Should().Equal(before);
    }

    [TestCase(SandboxFault.ResetAfterHandler, "updateRoom")]
    [TestCase(SandboxFault.ResetAfterHandler, "banViewers")]
    [TestCase(SandboxFault.ResetAfterHandler, "createRoom")]
    [TestCase(SandboxFault.ResetBeforeHandler, "stopRoom")]
    [TestCase(SandboxFault.ResetBeforeHandler, "deleteRoom")]
    [TestCase(SandboxFault.HtmlBadGatewayAfterHandler, "createRoom")]
    public async Task Write_LostHalfway_LeavesNoRoomAllTheSame(SandboxFault fault, string operation)
    {
        Sandbox.Faults.Next(fault, operation);

        var outcome = await CheckAsync("--write", "--save", PathOf("samples"));

        outcome.ExitCode.Should().Be(2);
        outcome.Error.Trim().Should().NotBeEmpty().And.NotContain("\n");
        Made().Should().ContainSingle().Which.IsDeleted.Should().BeTrue();
        Folder.EnumerateFileSystemInfos().Should().BeEmpty();
    }

    [TestCase(SandboxFault.SuccessFalseBeforeHandler, 1)]
    [TestCase(SandboxFault.ResetAfterHandler, 2)]
    public async Task Write_DeletionWithAFalseResponse_LeavesNoRoom(SandboxFault fault, int exitCode)
    {
        // The first deletion is that of an unknown room.
        Sandbox.Faults.Next(SandboxFault.LatencyBeforeHandler, "deleteRoom");
        Sandbox.Faults.Next(fault, "deleteRoom");
        Sandbox.Faults.Latency = TimeSpan.FromMilliseconds(1);

        var outcome = await CheckAsync("--write");

        outcome.ExitCode.Should().Be(exitCode, outcome.Error);
        outcome.Error.Should().NotContain("may still be there");
        Made().Should().ContainSingle().Which.IsDeleted.Should().BeTrue();
    }

    [Test]
    public async Task Write_RoomThatCannotBeFoundAgain_IsNamed()
    {
        Sandbox.Drift.Add(SandboxDrift.NotJson, "createRoom");
        Sandbox.Drift.Add(SandboxDrift.NotJson, "listRooms");

        var outcome = await CheckAsync("--write");

        outcome.ExitCode.Should().Be(2);
        outcome.Error.Trim().Should().StartWith("The room \"amity-drift-check").And.Contain("may still be there").And.NotContain("\n");
    }

    [Test]
    public async Task Write_CreationThatShowsTheRoomThatIsRead_ChangesNothing()
    {
        await using var relay = await Relay.StartAsync(Sandbox.Address, (request, response) =>
        {
            if (OperationOf(request) == "createRoom")
            {
                response.Text = Exchanges.First(exchange => exchange.OperationId == "getRoom").ResponseBody!;
            }
        });

        await ShouldChangeNoOtherRoomAsync(relay);

        // Found in the list by the title that was sent.
        Made().Should().ContainSingle().Which.IsDeleted.Should().BeTrue();
    }

    [Test]
    public async Task Write_TitleUnderTheIdOfTheRoomThatIsRead_ChangesNothing()
    {
        await using var relay = await Relay.StartAsync(Sandbox.Address, (request, response) =>
        {
            if (OperationOf(request) is "createRoom" or "listRooms")
            {
                response.ChangeJson(json =>
                {
                    foreach (var room in json["rooms"]?.AsArray() ?? [])
                    {
                        room!["roomId"] = Room.RoomId.ToUpperInvariant();
                    }
                });
            }
        });

        await ShouldChangeNoOtherRoomAsync(
            relay,
            "The room \"amity-drift-check * may still be there: the list of rooms does not show it, accepted (200)");
    }

    [TestCase("""{"rooms":[]}""")]
    [TestCase("""{"rooms":{"roomId":"a"}}""")]
    [TestCase("""{"room":{"roomId":"a"}}""")]
    [TestCase("""{"rooms":[{"roomId":"a","title":"cached"}]}""")]
    [TestCase("""{"rooms":[null,7]}""")]
    [TestCase("[]")]
    [TestCase("")]
    public async Task Write_CreationThatDoesNotShowTheRoom_DeletesItAndChangesNothingElse(string body)
    {
        await using var relay = await Relay.StartAsync(Sandbox.Address, (request, response) =>
        {
            if (OperationOf(request) == "createRoom")
            {
                response.Text = body;
            }
        });

        await ShouldChangeNoOtherRoomAsync(relay);
        Made().Should().ContainSingle().Which.IsDeleted.Should().BeTrue();
    }

    [Test]
    public async Task Write_ParentShownFirst_GoesOnWithTheNewRoom()
    {
        await using var relay = await Relay.StartAsync(Sandbox.Address, (request, response) =>
        {
            if (OperationOf(request) == "createRoom")
            {
                var parent = new JsonObject { ["roomId"] = Room.RoomId, ["title"] = Room.Title };
                response.ChangeJson(json => json["rooms"]!.AsArray().Insert(0, parent));
            }
        });

        var outcome = await CheckAtAsync(relay.Address, "--write");

        outcome.ResultOf("fields left out of an update").Should().Be("kept");
        ChangedRooms().Should().NotContain(Room.RoomId);
        Made().Should().ContainSingle().Which.IsDeleted.Should().BeTrue();
    }

    private async Task ShouldChangeNoOtherRoomAsync(
        Relay relay,
        string message = "The service does not show the room that it was asked to make.")
    {
        var before = Sandbox.FindRoom(Room.RoomId);

        var outcome = await CheckAtAsync(relay.Address, "--write", "--save", PathOf("samples"));

        outcome.ExitCode.Should().Be(2);
        outcome.Error.Trim().Should().Match(message).And.NotContain("\n");
        ChangedRooms().Should().NotContain(Room.RoomId).And.NotContain(id => id.Equals(Room.RoomId, StringComparison.OrdinalIgnoreCase));
        Sandbox.FindRoom(Room.RoomId).Should().BeEquivalentTo(before);
        Folder.EnumerateFileSystemInfos().Should().BeEmpty();
    }

    private IReadOnlyList<string> ChangedRooms() =>
    [
        .. Exchanges.Where(exchange => exchange.Method != "GET" && exchange.OperationId != "createRoom")
            .Select(exchange => exchange.Path.Split('/')[4]),
    ];

    // The rooms that the program made, as the sandbox still knows them.
    private IReadOnlyList<SandboxRoom> Made() =>
        [.. Exchanges.Where(exchange => exchange is { OperationId: "createRoom", Status: 200 })
            .Select(exchange => JsonNode.Parse(exchange.ResponseBody!)!["rooms"]![0]!["roomId"]!)
            .Select(roomId => Sandbox.FindRoom((string)roomId!)!)];
}
