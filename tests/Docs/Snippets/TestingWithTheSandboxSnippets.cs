using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Amity.Tests.Docs.Snippets;

/// <summary>The code of docs/testing-with-the-sandbox.md; each region is one block.</summary>
internal static class TestingWithTheSandboxSnippets
{
    public static async Task ATestAsync()
    {
        #region A test
        await using var sandbox = await AmitySandbox.StartAsync();
        var room = sandbox.AddRoom(r => r.Title = "Friday cooking");
        sandbox.AddUser("staff", displayName: "Stella", canBeBanned: false);
        using var client = new AmityClient(sandbox.Address, AmityCredential.Bearer(sandbox.AdminToken));

        var result = await client.Rooms.BulkBanViewersAsync(room.RoomId, ["ann", "staff", "ben"]);

        result.WithOutcome(BulkOutcome.Rejected).Select(item => item.Id).Should().Equal("staff");
        sandbox.BannedViewers(room.RoomId).Should().BeEquivalentTo("ann", "ben");
        #endregion
    }

    public static async Task AFaultAsync(AmitySandbox sandbox, AmityClient client, string roomId)
    {
        #region A fault
        sandbox.Faults.Next(SandboxFault.ResetAfterHandler, "banViewers");

        var result = await client.Rooms.BulkBanViewersAsync(roomId, ["ann"]);

        result.ThrowIfIncomplete();
        sandbox.RequestCount.Should().Be(2, "a ban is sent again when its response is lost");
        #endregion
    }

    public static void AnApplication(IHostApplicationBuilder builder, AmitySandbox sandbox)
    {
        #region An application
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Amity:BaseAddress"] = sandbox.Address.ToString(),
            ["Amity:Token"] = sandbox.AdminToken,
        });
        #endregion
    }
}
