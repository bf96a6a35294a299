namespace Amity.Tests.Unit.Client;

/// <summary>Who calls, and that nothing tells the token.</summary>
public sealed class CredentialTests
{
    private static IEnumerable<string> BadTokens => ["", " ", "secret token", "secret\r\nX-Evil: 1", "secret\t", "sécret", "secret\0", "secret\u007f"];

    [Test]
    public void ToString_OfACredential_HasNoToken() => AmityCredential.Bearer("secret").ToString().Should().Be("AmityCredential (Bearer)");

    [TestCaseSource(nameof(BadTokens))]
    public void Bearer_TokenThatAHeaderCannotCarry_IsRejectedWithoutShowingIt(string token)
    {
        var act = () => AmityCredential.Bearer(token);

        var exception = act.Should().Throw<ArgumentException>().WithParameterName("token").Which;
        exception.ToString().Should().NotContain("secret").And.NotContain("sécret");
    }

    [Test]
    public void Bearer_Null_IsRejected() => this.Invoking(_ => AmityCredential.Bearer(null!)).Should().Throw<ArgumentNullException>().WithParameterName("token");

    [Test]
    public async Task WithCredential_OtherToken_CallsAsSomeoneElseOverTheSameHandler()
    {
        var handler = new ScriptedHandler().Response("""{"paging":{}}""").Response("""{"paging":{}}""").Response("""{"paging":{}}""");
        using var client = TestClient.Over(handler);
        using var other = client.WithCredential(AmityCredential.Bearer("other-token"));

        await client.Rooms.ListRoomsAsync().GetPageAsync();
        await other.Rooms.ListRoomsAsync().GetPageAsync();
        await client.Rooms.ListRoomsAsync().GetPageAsync();

        handler.Requests.Select(request => request.Headers["Authorization"]).Should().Equal($"Bearer {TestClient.Token}", "Bearer other-token", $"Bearer {TestClient.Token}");
    }

    [Test]
    public async Task WithCredential_Disposed_LeavesTheConnectionsOpen()
    {
        await using var server = RawServer.Responding(RawServer.Ok("""{"paging":{}}"""));
        using var client = TestClient.At(server.Address);
        client.WithCredential(AmityCredential.Bearer("other-token")).Dispose();

        await client.Rooms.ListRoomsAsync().GetPageAsync();

        server.Requests.Should().Be(1);
    }
}
