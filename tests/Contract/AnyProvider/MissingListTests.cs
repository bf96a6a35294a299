using System.Text.RegularExpressions;
using Amity.Tests.Contract.Provider;

namespace Amity.Tests.Contract.AnyProvider;

/// <summary>A provider without a list that the client reads, which the client would take for an empty one.</summary>
internal sealed class MissingListTests : ProviderCheckTest
{
    private const string ARoom = "the example of getRoom";
    private const string PageOfRooms = "a request for the first page of rooms";
    private const string Bans = "the example of listViewerBans";

    [TestCase("roomBannedUsers", "a request for the first page of bans")]
    [TestCase("roomBannedUsers", Bans)]
    [TestCase("rooms", PageOfRooms)]
    [TestCase("rooms", "a request for the next page of rooms")]
    [TestCase("rooms", ARoom)]
    [TestCase("participants", ARoom)]
    [TestCase("childRoomIds", "the example of listRooms")]
    [TestCase("recordedPlaybackInfos", "a request for a room with a recording")]
    [TestCase("next", "a request for the first page of bans")]
    [TestCase("next", PageOfRooms)]
    [TestCase("status", ARoom)]
    public async Task RunAsync_FieldRenamed_Fails(string field, string description)
    {
        await using var provider = await AlteringProvider.StartAsync(
            Sandbox.Address,
            body => body.Replace($"\"{field}\":", "\"renamed\":", StringComparison.Ordinal));

        var outcomes = await RunAsync(provider.Address, AddRichRoom());

        outcomes[description].Kind.Should().Be(OutcomeKind.Failed);
        outcomes[description].Text.Should().StartWith("responded 200").And.Contain($"missing the following keys: {field}");
    }

    [Test]
    public async Task RunAsync_ListRenamedInPagesOnly_Fails()
    {
        await using var provider = await AlteringProvider.StartAsync(
            Sandbox.Address,
            body => body.Contains("\"paging\":") ? body.Replace("\"rooms\":", "\"items\":", StringComparison.Ordinal) : body);

        var outcomes = await RunAsync(provider.Address, AddRichRoom());

        outcomes[PageOfRooms].Kind.Should().Be(OutcomeKind.Failed);
    }

    [Test]
    public async Task RunAsync_ListsMissingOnABareRoom_FailsInsteadOfShowingNothing()
    {
        var room = Sandbox.AddRoom().RoomId;
        await using var provider = await AlteringProvider.StartAsync(
            Sandbox.Address,
            body => Regex.Replace(body, "\"(roomBannedUsers|participants)\":\\[\\],", ""));

        var outcomes = await RunAsync(provider.Address, room);

        outcomes[Bans].Kind.Should().Be(OutcomeKind.Failed);
        outcomes[ARoom].Kind.Should().Be(OutcomeKind.Failed);
    }

    [TestCase("")]
    [TestCase("null")]
    [TestCase("[]")]
    [TestCase("{\"rooms\":[]}")]
    [TestCase("{\"rooms\":{}}")]
    [TestCase("{\"rooms\":[null],\"paging\":[]}")]
    [TestCase("{\"rooms\":[],\"rooms\":[]}")]
    [TestCase("<html>")]
    public async Task RunAsync_EveryBodyIsAnother_FailsWhateverExpectsASuccess(string body)
    {
        var room = AddRichRoom();
        await using var provider = await AlteringProvider.StartAsync(Sandbox.Address, _ => body);

        var outcomes = await RunAsync(provider.Address, room);

        outcomes[ARoom].Kind.Should().Be(OutcomeKind.Failed);
        outcomes[Bans].Kind.Should().Be(OutcomeKind.Failed);
    }
}
