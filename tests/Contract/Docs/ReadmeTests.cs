using System.Text.RegularExpressions;

namespace Amity.Tests.Contract.Docs;

/// <summary>The README shows only code that compiles here, and what of it needs no account is run.</summary>
[TestFixture]
public class ReadmeTests
{
    [Test]
    public void Readme_EveryBlock_IsACompiledRegion()
    {
        var readme = File.ReadAllText(Path.Combine(RepoFiles.Root, "README.md"));
        var source = File.ReadAllText(Path.Combine(RepoFiles.Root, "tests", "Contract", "Docs", "ReadmeSnippets.cs"));

        var blocks = Regex.Matches(readme, "```csharp\n(.*?)```", RegexOptions.Singleline).Select(block => Plain(block.Groups[1].Value));
        var regions = Regex.Matches(source, "#region [^\n]*\n(.*?)#endregion", RegexOptions.Singleline).Select(region => Plain(region.Groups[1].Value));

        blocks.Should().Equal(regions);
    }

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

    // Indentation aside; a using directive stands at the top of the file here.
    private static string Plain(string code)
    {
        var lines = code.Split('\n').Select(line => line.Trim());
        return string.Join('\n', lines.Where(line => line.Length > 0 && !line.StartsWith("using Amity", StringComparison.Ordinal)));
    }
}
