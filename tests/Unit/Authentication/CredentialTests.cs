using Microsoft.Extensions.Time.Testing;

namespace Amity.Tests.Unit.Authentication;

/// <summary>What a token may be made of, and where it goes: into one header of its own requests, nowhere else.</summary>
public sealed class CredentialTests
{
    private static readonly Action<string>[] TakingAToken =
        [token => AmityCredential.Bearer(token), token => AmityCredential.AdminToken(token), token => _ = new AmityToken(token)];

    private static IEnumerable<string> BadTokens => ["", " ", "secret token", "secret\r\nX-Evil: 1", "secret\t", "sécret", "secret\0", "secret\u007f"];

    [Test]
    public void ToString_OfACredential_HasNoToken()
    {
        AmityCredential.Bearer("secret").ToString().Should().Be("AmityCredential (Bearer)");
        AmityCredential.None.ToString().Should().Be("AmityCredential (None)");
    }

    [TestCaseSource(nameof(BadTokens))]
    public void Token_ThatAHeaderCannotCarry_IsRejectedWithoutShowingIt(string token)
    {
        foreach (var take in TakingAToken)
        {
            var exception = take.Invoking(t => t(token)).Should().Throw<ArgumentException>().WithParameterName("token").Which;

            exception.Message.Should().StartWith("The token is empty, or has white space or characters outside ASCII.");
            exception.ToString().Should().NotContain("secret").And.NotContain("sécret");
        }
    }

    [Test]
    public void Token_Null_IsRejected()
    {
        foreach (var take in TakingAToken)
        {
            take.Invoking(t => t(null!)).Should().Throw<ArgumentNullException>().WithParameterName("token");
        }
    }

    [Test]
    public async Task Bearer_Used_IsTheAuthorizationHeaderAlone()
    {
        var request = await SendAsync(AmityCredential.Bearer("abc"));

        request.Headers["Authorization"].Should().Be("Bearer abc");
        request.Headers.Should().NotContainKey("x-admin-token");
    }

    [Test]
    public async Task AdminToken_Used_IsItsOwnHeaderAlone()
    {
        var request = await SendAsync(AmityCredential.AdminToken("abc"));

        request.Headers["x-admin-token"].Should().Be("abc");
        request.Headers.Should().NotContainKey("Authorization");
    }

    [Test]
    public async Task Provider_Used_IsTheAuthorizationHeaderAlone()
    {
        var request = await SendAsync(AmityCredential.FromProvider(_ => Task.FromResult(new AmityToken("abc"))));

        request.Headers["Authorization"].Should().Be("Bearer abc");
    }

    [TestCaseSource(typeof(OperationCase), nameof(OperationCase.All))]
    public async Task None_Used_SendsWhatNeedsNoCredentialAndNamesWhatDoes(OperationCase operation)
    {
        var handler = new ScriptedHandler().Response(OperationCall.Success(operation.OperationId));
        using var client = FaultyClient.Over(handler, new FakeTimeProvider(), credential: AmityCredential.None);

        var call = () => operation.Call(client);

        if (Spec.IsSentWithCredential(operation.OperationId))
        {
            await call.Should().ThrowAsync<InvalidOperationException>()
                .WithMessage($"{operation.OperationId} needs a credential, and the client has AmityCredential.None; nothing was sent.");
            handler.Requests.Should().BeEmpty();
        }
        else
        {
            await call.Should().NotThrowAsync();
            handler.Requests.Should().ContainSingle();
        }
    }

    [Test]
    public async Task None_UsedByARawRequest_IsRejectedAndSendsNothing()
    {
        var handler = new ScriptedHandler();
        using var client = FaultyClient.Over(handler, new FakeTimeProvider(), credential: AmityCredential.None);

        var call = () => client.SendAsync(HttpMethod.Get, "/api/v3/users");

        await call.Should().ThrowAsync<InvalidOperationException>().WithMessage("send needs a credential, *");
        handler.Requests.Should().BeEmpty();
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task FixedToken_Rejected_IsNotSentAgain(bool adminHeader)
    {
        var handler = new ScriptedHandler().Response(401, "{}");
        var credential = adminHeader ? AmityCredential.AdminToken("abc") : AmityCredential.Bearer("abc");

        var act = () => FaultyClient.Over(handler, new FakeTimeProvider(), credential: credential).Rooms.GetRoomAsync("r");

        (await act.Should().ThrowAsync<AmityApiException>()).Which.Category.Should().Be(AmityErrorCategory.Unauthorized);
        handler.Requests.Should().HaveCount(1);
    }

    [Test]
    public async Task TwoClients_OverOneHandlerAtOnce_EachSendTheirOwnCredential()
    {
        // Both are on their way together: nothing is responded to before everything was sent.
        var everythingSent = new TaskCompletionSource();
        var sent = 0;
        var handler = new ReactingHandler(async (_, _) =>
        {
            if (Interlocked.Increment(ref sent) == 40)
            {
                everythingSent.SetResult();
            }

            await everythingSent.Task;
            return ScriptedHandler.Json(200, RepoFiles.ReadSample("getRoom"));
        });
        using var ann = FaultyClient.Over(handler, TimeProvider.System, credential: AmityCredential.Bearer("ann-token"));
        using var ben = FaultyClient.Over(handler, TimeProvider.System, credential: AmityCredential.AdminToken("ben-token"));

        await Task.WhenAll(Enumerable.Range(0, 20).SelectMany(i => new[] { ann.Rooms.GetRoomAsync("ann"), ben.Rooms.GetRoomAsync("ben") }));

        var ofAnn = handler.Requests.Where(request => request.Target.EndsWith("/ann", StringComparison.Ordinal)).ToList();
        var ofBen = handler.Requests.Except(ofAnn).ToList();
        ofAnn.Should().HaveCount(20).And.OnlyContain(request => request.Headers["Authorization"] == "Bearer ann-token" && !request.Headers.ContainsKey("x-admin-token"));
        ofBen.Should().HaveCount(20).And.OnlyContain(request => request.Headers["x-admin-token"] == "ben-token" && !request.Headers.ContainsKey("Authorization"));
    }

    [Test]
    public async Task WithCredential_OverOneClient_LeavesTheOtherCredentialAlone()
    {
        var handler = new ReactingHandler(_ => ScriptedHandler.Json(200, """{"paging":{}}"""));
        using var ann = FaultyClient.Over(handler, TimeProvider.System, credential: AmityCredential.Bearer("ann-token"));
        using var ben = ann.WithCredential(AmityCredential.AdminToken("ben-token"));

        await ann.Rooms.ListRoomsAsync().GetPageAsync();
        await ben.Rooms.ListRoomsAsync().GetPageAsync();
        await ann.Rooms.ListRoomsAsync().GetPageAsync();

        handler.Requests.Select(request => request.Headers.GetValueOrDefault("Authorization")).Should().Equal("Bearer ann-token", null, "Bearer ann-token");
        handler.Requests.Select(request => request.Headers.GetValueOrDefault("x-admin-token")).Should().Equal(null, "ben-token", null);
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

    private static async Task<RecordedRequest> SendAsync(AmityCredential credential)
    {
        var handler = new ReactingHandler(_ => ScriptedHandler.Json(200, """{"paging":{}}"""));
        using var client = FaultyClient.Over(handler, new FakeTimeProvider(), credential: credential);
        await client.Rooms.ListRoomsAsync().GetPageAsync();
        return handler.Requests.Single();
    }
}
