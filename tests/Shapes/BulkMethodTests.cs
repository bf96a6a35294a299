namespace Amity.Tests.Shapes;

/// <summary>An operation over any number of ids sends them in calls of as many as the spec allows, each id once.</summary>
internal sealed class BulkMethodTests : ShapeTest
{
    [Test]
    public async Task Ids_OfAnyNumber_AreSentInCallsOfWhatTheSpecAllows()
    {
        Server.Reply(Done, Done, Done);

        var result = await Client.Results.BulkInviteGuestsAsync("p/1", ["a", "b", "c", "a", "d", "e"]);

        result.Items.Select(item => (item.Id, item.Outcome)).Should().Equal(
            ("a", BulkOutcome.Done), ("b", BulkOutcome.Done), ("c", BulkOutcome.Done), ("d", BulkOutcome.Done), ("e", BulkOutcome.Done));
        Server.Requests.Select(request => (request.Method, request.Target)).Distinct().Should().Equal(("POST", "/result/bulk/p%2F1"));
        Server.Requests.Select(request => request.Text).Should()
            .BeEquivalentTo("""{"guestIds":["a","b"]}""", """{"guestIds":["c","d"]}""", """{"guestIds":["e"]}""");
    }

    [Test]
    public async Task Call_NotConfirmed_IsRejectedForItsIds()
    {
        Server.Reply(Reply.Json("""{"done":false}"""));

        var result = await Client.Results.BulkInviteGuestsAsync("p", ["a"]);

        result.Items.Should().ContainSingle().Which.Outcome.Should().NotBe(BulkOutcome.Done);
    }

    [Test]
    public async Task Ids_None_SendNothing()
    {
        (await Client.Results.BulkInviteGuestsAsync("p", [])).Items.Should().BeEmpty();

        Server.Requests.Should().BeEmpty();
    }

    [Test]
    public async Task Ids_BeyondTheirLimits_AreRejectedBeforeTheFirstCall()
    {
        await AssertRejected("guestIds", () => Client.Results.BulkInviteGuestsAsync("p", (IEnumerable<string>)null!));
        await AssertRejected("guestIds[2]", () => Client.Results.BulkInviteGuestsAsync("p", ["a", "b", "elevenchars"]));
        await AssertRejected("partyId", () => Client.Results.BulkInviteGuestsAsync("", ["a"]));
    }

    private static Reply Done => Reply.Json("""{"done":true}""");
}
