namespace Amity.Tests.Unit.Rooms;

/// <summary>The user behind a ban, whichever of the ids the service calls which.</summary>
public sealed class ViewerBanJoinTests
{
    private const string PublicId = "viewer-17";
    private const string InternalId = "64be1f6cb9b4106b5a6bb017";

    [Test]
    public async Task User_FoundByAnyOfItsIds([Values("userId", "userPublicId", "userInternalId", "_id")] string userField, [Values(PublicId, InternalId)] string userValue)
    {
        // Both assignments: the documented one, and the same with public and internal id exchanged.
        foreach (var (publicId, otherId) in new[] { (PublicId, InternalId), (InternalId, PublicId) })
        {
            var ban = await ReadAsync($$"""{"userPublicId":"{{publicId}}","userId":"{{otherId}}","banByPublicId":"{{publicId}}","banBy":"{{otherId}}"}""", $$"""{"{{userField}}":"{{userValue}}","displayName":"Vic"}""");

            ban.User!.DisplayName.Should().Be("Vic");
            ban.BannedBy!.DisplayName.Should().Be("Vic");
        }
    }

    [Test]
    public async Task User_PublicIdAndUserIdNameDifferentUsers_PublicIdWins()
    {
        var ban = await ReadAsync("""{"userPublicId":"a","userId":"b"}""", """{"userId":"b","displayName":"Other"},{"userInternalId":"a","displayName":"Vic"}""");

        ban.User!.DisplayName.Should().Be("Vic");
    }

    [TestCase("""{"userPublicId":"v","banByPublicId":"v"}""")]
    [TestCase("""{"userPublicId":"w","userId":"v","banBy":"v"}""")]
    public async Task User_OneIdAbsent_IsFoundByTheOther(string ban)
    {
        var read = await ReadAsync(ban, """{"userId":"v"}""");

        read.User!.UserId.Should().Be("v");
        read.BannedBy!.UserId.Should().Be("v");
    }

    [TestCase("""{"userPublicId":"v","userId":"w"}""", """{"userId":"x"}""")]
    [TestCase("""{"userPublicId":"v"}""", """null""")]
    [TestCase("""{"userPublicId":"v"}""", """{"userId":"V"}""")]
    [TestCase("""{}""", """{"userId":"v"},{}""")]
    public async Task User_NoneMatches_IsNull(string ban, string users)
    {
        var read = await ReadAsync(ban, users);

        read.User.Should().BeNull();
        read.BannedBy.Should().BeNull();
    }

    [TestCase("""{"userPublicId":"public","userId":"other"}""", "public")]
    [TestCase("""{"userId":"other"}""", "")]
    [TestCase("""{"userPublicId":7}""", "")]
    public async Task UserId_IsThePublicIdOrEmpty(string ban, string expected) => (await ReadAsync(ban, string.Empty)).UserId.Should().Be(expected);

    [Test]
    public void User_OfABanMadeByHand_IsNull() => new ViewerBan { UserId = "v" }.User.Should().BeNull();

    private static async Task<ViewerBan> ReadAsync(string ban, string users)
    {
        var handler = new ScriptedHandler().Response($$"""{"roomBannedUsers":[{{ban}}],"users":[{{users}}]}""");
        return (await TestClient.Rooms(handler).ListViewerBansAsync("r").GetPageAsync()).Items.Single();
    }
}
