using Amity.Tests.Contract.Provider;

namespace Amity.Tests.Contract.AnyProvider;

/// <summary>Proves the check of any provider on the sandbox, with a room that has everything, one that has nothing, and a provider that is wrong.</summary>
internal sealed class ProviderCheckTests : ProviderCheckTest
{
    [Test]
    public async Task RunAsync_RichRoom_PassesAllButTheOtherTypeOfRoom()
    {
        var outcomes = await RunAsync(Sandbox.Address, AddRichRoom());

        outcomes.Should().NotContain(outcome => outcome.Value.Kind == OutcomeKind.Failed);
        NotShown(outcomes).Should().Equal("a request for the credentials of a room for direct streaming");
    }

    [Test]
    public async Task RunAsync_BareRoom_ShowsOnlyWhatEveryRoomHas()
    {
        var room = Sandbox.AddRoom();

        var outcomes = await RunAsync(Sandbox.Address, room.RoomId);

        outcomes.Should().NotContain(outcome => outcome.Value.Kind == OutcomeKind.Failed);
        string[] everyRoom = [States.Caller, States.Room, States.NoRoom, States.DirectRoom];
        NotShown(outcomes).Should().HaveCountGreaterThanOrEqualTo(13).And.BeEquivalentTo(Reading(interaction => interaction.States.Except(everyRoom).Any()));
        outcomes["a request for the first page of bans"].Text.Should().Be("the room has no banned viewers");
    }

    [Test]
    public async Task RunAsync_AnyRoom_ChangesNothing()
    {
        await RunAsync(Sandbox.Address, AddRichRoom());

        Exchanges.Should().NotBeEmpty().And.OnlyContain(exchange => exchange.Method == "GET");
    }

    [TestCase("\"roomId\":\"", "\"roomNumber\":\"", "a request for a room")]
    [TestCase("\"participants\":[{\"type\":", "\"participants\":[{\"kind\":", "a request for a room with people on stage")]
    [TestCase("\"userPublicId\":", "\"publicId\":", "a request for the first page of bans")]
    public async Task RunAsync_BrokenProvider_Fails(string right, string wrong, string description)
    {
        await using var broken = await AlteringProvider.StartAsync(Sandbox.Address, body => body.Replace(right, wrong, StringComparison.Ordinal));

        var outcomes = await RunAsync(broken.Address, AddRichRoom(), description);

        outcomes[description].Kind.Should().Be(OutcomeKind.Failed);
    }

    [Test]
    public async Task RunAsync_UnknownRoom_FailsInsteadOfShowingNothing()
    {
        var outcomes = await RunAsync(Sandbox.Address, "no-room-of-this-provider");

        outcomes["a request for a room"].Kind.Should().Be(OutcomeKind.Failed);
        outcomes.Should().NotContain(outcome => outcome.Value.Kind == OutcomeKind.NotShown);
    }

    private static IEnumerable<string> Reading(Func<PactInteraction, bool> isMeant) =>
        PactInteraction.Read(PactFiles.Committed).Where(ProviderCheck.IsReading).Where(isMeant).Select(interaction => interaction.Description);

    private static IEnumerable<string> NotShown(IReadOnlyDictionary<string, InteractionOutcome> outcomes) =>
        outcomes.Where(outcome => outcome.Value.Kind == OutcomeKind.NotShown).Select(outcome => outcome.Key);
}
