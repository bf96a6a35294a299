using Amity.Tests.Contract.Provider;
using Microsoft.Extensions.Time.Testing;

namespace Amity.Tests.Contract.AnyProvider;

/// <summary>Proves the check of any provider on the sandbox, with a room that has everything, one that has nothing, and a provider that is wrong.</summary>
internal sealed class ProviderCheckTests : ProviderCheckTest
{
    private const string ARoom = "the example of getRoom";

    [Test]
    public async Task RunAsync_RichRoom_PassesAll()
    {
        var outcomes = await RunAsync(Sandbox.Address, AddRichRoom());

        outcomes.Keys.Should().BeEquivalentTo(OfRooms.Where(ProviderCheck.IsObserved).Select(interaction => interaction.Description));
        outcomes.Should().HaveCountGreaterThan(9).And.OnlyContain(outcome => outcome.Value.Kind == OutcomeKind.Passed);
    }

    [Test]
    public async Task RunAsync_BareRoom_ShowsOnlyWhatEveryRoomHas()
    {
        var room = Sandbox.AddRoom();

        var outcomes = await RunAsync(Sandbox.Address, room.RoomId);

        outcomes.Should().NotContain(outcome => outcome.Value.Kind == OutcomeKind.Failed);
        outcomes["the example of listViewerBans"].Kind.Should().Be(OutcomeKind.NotShown);
        outcomes["the example of listViewerBans"].Text.Should().StartWith("$.roomBannedUsers is empty");
        outcomes[ARoom].Kind.Should().Be(OutcomeKind.Passed);
        outcomes[ARoom].Text.Should().Contain("$.rooms[*].participants is empty").And.Contain("$.rooms[*].liveAt is absent");
        outcomes["a request for the next page of bans"].Text.Should().Be("missing token: no page before it had one");
    }

    [Test]
    public async Task RunAsync_MoreThanTheProviderTakesAtOnce_Waits()
    {
        var (time, window) = (new FakeTimeProvider(), TimeSpan.FromSeconds(5));
        using var rateLimit = new AmityRateLimit(2, window, time);
        var arrivals = new List<DateTimeOffset>();
        await using var provider = await AlteringProvider.StartAsync(Sandbox.Address, (ProviderResponse response) =>
        {
            arrivals.Add(time.GetUtcNow());
            return response;
        });

        var run = ProviderCheck.RunAsync(provider.Address, Sandbox.AdminToken, AddRichRoom(), OfRooms, rateLimit);
        while (!run.IsCompleted)
        {
            if (rateLimit.GetStatistics()!.CurrentQueuedCount > 0)
            {
                time.Advance(window);
            }

            await Task.Yield();
        }

        (await run).Outcomes.Values.Should().OnlyContain(outcome => outcome.Kind == OutcomeKind.Passed);
        arrivals.Zip(arrivals.Skip(2)).Should().HaveCountGreaterThan(5).And.OnlyContain(pair => pair.Second - pair.First >= window);
    }

    [TestCase("\"roomId\":\"", "\"roomNumber\":\"", ARoom)]
    [TestCase("\"participants\":[{\"type\":", "\"participants\":[{\"kind\":", ARoom)]
    [TestCase("\"userPublicId\":", "\"publicId\":", "the example of listViewerBans")]
    public async Task RunAsync_BrokenProvider_Fails(string right, string wrong, string description)
    {
        await using var broken = await AlteringProvider.StartAsync(Sandbox.Address, body => body.Replace(right, wrong, StringComparison.Ordinal));

        var outcomes = await RunAsync(broken.Address, AddRichRoom());

        outcomes[description].Kind.Should().Be(OutcomeKind.Failed);
    }

    [Test]
    public async Task RunAsync_UnknownRoom_FailsInsteadOfShowingNothing()
    {
        var outcomes = await RunAsync(Sandbox.Address, "no-room-of-this-provider");

        outcomes[ARoom].Kind.Should().Be(OutcomeKind.Failed);
        outcomes["the example of listViewerBans"].Kind.Should().Be(OutcomeKind.Failed);
    }
}
