using Amity.Tests.Docs.Snippets;

namespace Amity.Tests.Docs;

/// <summary>What of the code of README.md needs no account is run, on the sandbox.</summary>
public sealed class ReadmeSnippetTests
{
    [Test]
    public async Task RoomAndPages_OnTheSandbox_AreReadToTheEnd()
    {
        await using var sandbox = await AmitySandbox.StartAsync();
        var room = sandbox.AddDemoRoom(viewerBans: 30);
        using var client = new AmityClient(sandbox.Address, AmityCredential.Bearer(sandbox.AdminToken));

        await ReadmeSnippets.RoomAsync(client, room.RoomId);
        var token = await ReadmeSnippets.PagesAsync(client, room.RoomId, continuationToken: null);

        token.Should().BeNull();
        sandbox.RequestCount.Should().Be(3, "the room, and two pages of the sandbox's default size");
    }

    [Test]
    public async Task Stream_OfAFile_BansItsViewers()
    {
        await using var sandbox = await AmitySandbox.StartAsync();
        var room = sandbox.AddRoom();
        using var client = new AmityClient(sandbox.Address, AmityCredential.Bearer(sandbox.AdminToken));
        var path = Path.GetTempFileName();
        await File.WriteAllLinesAsync(path, ["troll-1", "troll-2"]);

        await ReadmeSnippets.StreamAsync(client, room.RoomId, path);
        File.Delete(path);

        sandbox.BannedViewers(room.RoomId).Should().Equal("troll-1", "troll-2");
    }

    [Test]
    public async Task Errors_CoHostRemovedBefore_IsCaught()
    {
        await using var sandbox = await AmitySandbox.StartAsync();
        var room = sandbox.AddDemoRoom(viewerBans: 0);
        using var client = new AmityClient(sandbox.Address, AmityCredential.Bearer(sandbox.AdminToken));

        await ReadmeSnippets.ErrorsAsync(client, room.RoomId);
        await ReadmeSnippets.ErrorsAsync(client, room.RoomId);

        sandbox.FindRoom(room.RoomId)!.Participants.Should().NotContain(participant => participant.UserId == "cohost-1");
    }

    [Test]
    public async Task Sandbox_FirstUse_RunsAsShown()
    {
        var run = () => ReadmeSnippets.SandboxAsync();

        await run.Should().NotThrowAsync();
    }
}
