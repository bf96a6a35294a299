using Newtonsoft.Json;

namespace Amity.Tests.Shapes;

/// <summary>An entity finds those that came with it, by any of the ids that it has for them.</summary>
internal sealed class JoinTests : ShapeTest
{
    [TestCase("""{"hostId":"g1"}""", "Ann")]
    [TestCase("""{"hostPublicId":"p1"}""", "Ann")]
    [TestCase("""{"hostId":"p1"}""", "Ann")]
    [TestCase("""{"hostId":"nobody","hostPublicId":"p1"}""", "Ann")]
    [TestCase("""{"hostId":"g2","hostPublicId":"p1"}""", "Ben")]
    [TestCase("""{"hostId":"nobody"}""", null)]
    [TestCase("""{"hostId":""}""", null)]
    [TestCase("""{}""", null)]
    public async Task One_ByAnyOfItsIds_IsFound(string host, string? name)
    {
        var party = await PartyAsync(
            host.Insert(1, "\"partyId\":\"a\"" + (host.Length > 2 ? "," : string.Empty)),
            """[null,{"name":"Nobody"},{"guestId":"g1","publicId":"p1","name":"Ann"},{"guestId":"g2","publicId":"p2","name":"Ben"}]""");

        party.Host?.Name.Should().Be(name);
        (party.Host is null).Should().Be(name is null);
    }

    [Test]
    public async Task One_OfSeveralWithItsId_IsTheFirst()
    {
        var party = await PartyAsync(
            """{"partyId":"a","hostId":"g1"}""", """[{"guestId":"g1","name":"first"},{"guestId":"g1","name":"second"},{"guestId":"x","publicId":"g1"}]""");

        party.Host!.Name.Should().Be("first");
    }

    [Test]
    public async Task List_ByIdsAndBack_IsInTheOrderOfTheResponseAndHasEachOnce()
    {
        var party = await PartyAsync(
            """{"partyId":"a","guestIds":["g3","p1",null,"nobody"]}""",
            """
            [{"guestId":"g1","publicId":"p1"},{"guestId":"g2","partyId":"a"},{"guestId":"g2","partyId":"a"},{"guestId":"g3","partyId":"a"},
            {"guestId":"g4","partyId":"b"},{"guestId":"g5"}]
            """);

        party.Guests.Select(guest => guest.GuestId).Should().Equal("g1", "g2", "g3");
        party.Guests[1].Party.Should().BeSameAs(party);
    }

    [Test]
    public async Task List_OfAnEntityWithoutId_HasNoBackReferences()
    {
        Server.Reply(Reply.Json("""{"parties":[{"guestIds":["g1"]}],"guests":[{"guestId":"g1"},{"guestId":"g2","partyId":""}]}"""));

        var party = (await Client.Results.ListPartiesAsync()).Single();

        party.Guests.Select(guest => guest.GuestId).Should().Equal("g1");
    }

    [Test]
    public async Task Entities_Nested_AreFoundAndFind()
    {
        Server.Reply(Reply.Json(
            """
            {"parties":[{"partyId":"a","hostId":"g1","after":{"partyId":"b","hostId":"g2"}}],"byRole":{"cook":{"guestId":"g2","name":"in a map"}},
            "tables":[{"seats":[{"guest":{"guestId":"g1","name":"in lists","partyId":"b"}},{},null]},null,{}]}
            """));

        var party = await Client.Results.GetPartyAsync();

        party.Host!.Name.Should().Be("in lists");
        party.After!.Host!.Name.Should().Be("in a map");
        party.Host.Party.Should().BeSameAs(party.After);
    }

    [Test]
    public async Task Included_OfEveryEntity_IsTheWholeResponse()
    {
        var party = await PartyAsync("""{"partyId":"a","hostId":"g1","after":{"partyId":"b"}}""", """[{"guestId":"g1"}]""");

        var response = party.Included.Should().BeOfType<PartyResponse>().Subject;
        response.Parties.Should().ContainSingle().Which.Should().BeSameAs(party);
        party.Host!.Included.Should().BeSameAs(response);
        party.After!.Included.Should().BeSameAs(response);
        new Party().Included.Should().BeNull();
    }

    [Test]
    public async Task Join_OverTwoPages_IsThatOfItsPage()
    {
        Server.Reply(
            Reply.Json("""{"parties":[{"partyId":"a","hostId":"g"}],"guests":[{"guestId":"g","name":"before"}],"paging":{"next":"t"}}"""),
            Reply.Json("""{"parties":[{"partyId":"a","hostId":"g"},{"partyId":"b","hostId":"h"}],"guests":[{"guestId":"g","name":"after"}]}"""));

        var parties = new List<Party>();
        await foreach (var party in Client.Results.FindPartiesAsync("h", []))
        {
            parties.Add(party);
        }

        parties.Select(party => party.Host?.Name).Should().Equal("before", "after", null);
    }

    [Test]
    public async Task Join_SetByHand_IsWhatWasSetAndThatOfNoOther()
    {
        Server.Reply(Reply.Json("""{"parties":[{"partyId":"a","hostId":"g"},{"partyId":"b","hostId":"g"}],"guests":[{"guestId":"g"}]}"""));
        var parties = await Client.Results.ListPartiesAsync();
        var other = new Guest { GuestId = "other" };

        parties[0].Host = other;
        parties[0].Guests = [other];

        parties[0].Host.Should().BeSameAs(other);
        parties[0].Guests.Should().Equal(other);
        parties[0].Included.Should().BeSameAs(parties[1].Included).And.NotBeNull();
        parties[1].Host!.GuestId.Should().Be("g");
        parties[1].Guests.Should().BeEmpty();
        parties[1].Host = null;
        parties[1].Host.Should().BeNull();
    }

    [Test]
    public void Join_OfAnEntityMadeByHand_IsNothingUntilItIsSet()
    {
        var party = new Party { PartyId = "a", HostId = "g", GuestIds = ["g"] };

        party.Host.Should().BeNull();
        party.Guests.Should().BeEmpty();
        party.Host = new Guest { GuestId = "g" };
        party.Host.GuestId.Should().Be("g");
    }

    [Test]
    public async Task Entities_Serialized_LeaveOutWhatCameWithThem()
    {
        var party = await PartyAsync("""{"partyId":"a","hostId":"g"}""", """[{"guestId":"g","partyId":"a"}]""");
        party.Guests = [new Guest()];

        JsonConvert.SerializeObject(party).Should().Be("""{"partyId":"a","hostId":"g"}""");
    }

    [Test]
    public void Entities_ReadByNewtonsoft_FindEachOther()
    {
        var response = JsonConvert.DeserializeObject<PartyResponse>("""{"parties":[{"partyId":"a","hostId":"g"}],"guests":[{"guestId":"g"}]}""")!;

        response.Parties[0].Host.Should().BeSameAs(response.Guests[0]);
        response.Parties[0].Included.Should().BeSameAs(response);
    }

    private Task<Party> PartyAsync(string party, string guests)
    {
        Server.Reply(Reply.Json($$"""{"parties":[{{party}}],"guests":{{guests}}}"""));
        return Client.Results.GetPartyAsync();
    }
}
