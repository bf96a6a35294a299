using System.Text.RegularExpressions;
using Amity.Tests.Contract.Provider;

namespace Amity.Tests.Contract.AnyProvider;

/// <summary>A provider without a list that the client reads, which the client would take for an empty one.</summary>
internal sealed class MissingListTests : ProviderCheckTest
{
    [TestCase("roomBannedUsers", "a request for the first page of bans")]
    [TestCase("roomBannedUsers", "a request for the last page of bans")]
    [TestCase("rooms", "a request for the first page of rooms")]
    [TestCase("rooms", "a request for the second page of rooms")]
    [TestCase("rooms", "a request for a room")]
    [TestCase("participants", "a request for a room with people on stage")]
    [TestCase("childRoomIds", "a request for a room with a child room")]
    [TestCase("recordedPlaybackInfos", "a request for a room with a recording")]
    [TestCase("next", "a request for the first page of bans")]
    [TestCase("next", "a request for the first page of rooms")]
    [TestCase("status", "a request for a room")]
    public async Task RunAsync_FieldRenamed_Fails(string field, string description)
    {
        await using var provider = await SpoiltProvider.StartAsync(
            Sandbox.Address,
            body => body.Replace($"\"{field}\":", "\"renamed\":", StringComparison.Ordinal));

        var outcomes = await RunAsync(provider.Address, AddRichRoom());

        outcomes[description].Kind.Should().Be(OutcomeKind.Failed);
        outcomes[description].Text.Should().StartWith("responded 200").And.Contain($"missing the following keys: {field}");
    }

    [Test]
    public async Task RunAsync_ListRenamedInPagesOnly_Fails()
    {
        await using var provider = await SpoiltProvider.StartAsync(
            Sandbox.Address,
            body => body.Contains("\"paging\":") ? body.Replace("\"rooms\":", "\"items\":", StringComparison.Ordinal) : body);

        var outcomes = await RunAsync(provider.Address, AddRichRoom());

        outcomes["a request for the first page of rooms"].Kind.Should().Be(OutcomeKind.Failed);
    }

    [Test]
    public async Task RunAsync_ListsMissingOnABareRoom_FailsInsteadOfShowingNothing()
    {
        var room = Sandbox.AddRoom().RoomId;
        await using var provider = await SpoiltProvider.StartAsync(
            Sandbox.Address,
            body => Regex.Replace(body, "\"(roomBannedUsers|participants)\":\\[\\],", ""));

        var outcomes = await RunAsync(provider.Address, room);

        outcomes["a request for the last page of bans"].Kind.Should().Be(OutcomeKind.Failed);
        outcomes["a request for a room with people on stage"].Kind.Should().Be(OutcomeKind.Failed);
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
        await using var provider = await SpoiltProvider.StartAsync(Sandbox.Address, _ => body);

        var outcomes = await RunAsync(provider.Address, room);

        outcomes["a request for a room"].Kind.Should().Be(OutcomeKind.Failed);
        outcomes["a request for the credentials of a room for co-hosts"].Kind.Should().Be(OutcomeKind.Failed);
    }
}
