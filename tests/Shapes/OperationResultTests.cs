namespace Amity.Tests.Shapes;

/// <summary>An operation returns what it is about, and not the response around it.</summary>
internal sealed class OperationResultTests : ShapeTest
{
    [Test]
    public async Task One_InTheResponse_IsReturned()
    {
        Server.Reply(Reply.Json("""{"parties":[null,{"partyId":"a"},{"partyId":"b"}]}"""));

        (await Client.Results.GetPartyAsync()).PartyId.Should().Be("a");
    }

    [TestCase("""{}""", "the response has no Party")]
    [TestCase("""{"parties":[]}""", "the response has no Party")]
    [TestCase("""{"parties":[null]}""", "the response has no Party")]
    [TestCase("""{"parties":{"partyId":"a"}}""", "the response has no Party")]
    [TestCase("""{"parties":[{"publicId":"a"}]}""", "the Party of the response has no id")]
    [TestCase("""{"parties":[{"partyId":null}]}""", "the Party of the response has no id")]
    [TestCase("""{"parties":[{"partyId":""}]}""", "the Party of the response has no id")]
    [TestCase("""{"parties":[{"partyId":5}]}""", "the Party of the response has no id")]
    public async Task One_NotInTheResponse_IsMalformed(string json, string message)
    {
        Server.Reply(Reply.Json(json));

        var call = () => Client.Results.GetPartyAsync();

        var failure = (await call.Should().ThrowAsync<AmityTransportException>()).Which;
        failure.Failure.Should().Be(AmityTransportFailure.Malformed);
        failure.Message.Should().Contain(message);
    }

    [Test]
    public async Task All_InTheResponse_AreReturnedWithoutNulls()
    {
        Server.Reply(Reply.Json("""{"parties":[{"partyId":"a"},null,{"partyId":"b"}]}"""), Reply.Json("{}"));

        (await Client.Results.ListPartiesAsync()).Select(party => party.PartyId).Should().Equal("a", "b");
        (await Client.Results.ListPartiesAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task All_OfSeveralRequests_SeeWhatCameWithAnyOfThem()
    {
        Server.Reply(
            Reply.Json("""{"parties":[{"partyId":"a","hostId":"z"},null],"guests":[{"guestId":"y"}]}"""),
            Reply.Json("""{"parties":[{"partyId":"c","hostId":"y"}],"guests":[{"guestId":"z"}]}"""));

        var parties = await Client.Results.ListPartiesByIdsAsync(["a", "b", "c"]);

        parties.Select(party => party.PartyId).Should().Equal("a", "c");
        parties.Select(party => party.Host!.GuestId).Should().Equal("z", "y");
        parties[1].Included.Should().BeSameAs(parties[0].Included).And.BeOfType<PartyResponse>().Which.Guests.Should().HaveCount(2);
        Server.Requests.Should().HaveCount(2);
    }

    [TestCase("""{"done":true}""")]
    [TestCase("""{"more":{"done":false},"done":true}""")]
    [TestCase("")]
    public async Task Confirmation_Given_IsSuccess(string body)
    {
        Server.Reply(Reply.Text(body, "application/json"));

        await Client.Results.ConfirmAsync();

        Server.Request.Method.Should().Be("POST");
    }

    [TestCase("""{"done":false}""")]
    [TestCase("""{"done":null}""")]
    [TestCase("""{"done":"true"}""")]
    [TestCase("""{"done":1}""")]
    [TestCase("""{"success":true}""")]
    [TestCase("{}")]
    public async Task Confirmation_NotGiven_IsAFailedOperation(string json)
    {
        Server.Reply(Reply.Json(json));

        var call = () => Client.Results.ConfirmAsync();

        var failure = (await call.Should().ThrowAsync<AmityApiException>()).Which;
        (failure.StatusCode, failure.Category).Should().Be((200, AmityErrorCategory.FailedOperation));
        failure.Message.Should().Contain("the response does not say that it succeeded");
    }

    [TestCase("[]")]
    [TestCase("true")]
    [TestCase("null")]
    [TestCase("""{"done":""")]
    [TestCase("done")]
    public async Task Confirmation_ThatIsNoObject_IsMalformed(string body)
    {
        Server.Reply(Reply.Text(body, "application/json"));

        var call = () => Client.Results.ConfirmAsync();

        (await call.Should().ThrowAsync<AmityTransportException>()).Which.Failure.Should().Be(AmityTransportFailure.Malformed);
    }
}
