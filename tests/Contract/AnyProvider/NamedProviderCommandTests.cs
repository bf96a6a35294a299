using System.Diagnostics;
using Amity.Tests.Contract.Provider;

namespace Amity.Tests.Contract.AnyProvider;

/// <summary>What the documented command shows at its usual verbosity, run as a program of its own.</summary>
internal sealed class NamedProviderCommandTests : ProviderCheckTest
{
    private static readonly int Reading = PactFile.Interactions.Count(ProviderCheck.IsObserved);

    [Test]
    public async Task Command_RoomWithoutBans_CountsWhatIsNotShownAndSaysWhy()
    {
        var output = await CommandAsync(Sandbox.Address.AbsoluteUri, Sandbox.AddDemoRoom(viewerBans: 0).RoomId);

        output.Should().Contain($"{Reading} reading interactions: {Reading - 5} passed, 0 failed, 5 not shown")
            .And.Contain("the example of listViewerBans: $.roomBannedUsers is empty")
            .And.Contain(Counts(failed: 0, skipped: 5));
    }

    [Test]
    public async Task Command_WrongProvider_ShowsReadableFailureWithoutValues()
    {
        var room = AddRichRoom();
        await using var provider = await AlteringProvider.StartAsync(
            Sandbox.Address,
            body => body.Replace("\"title\"", "\"name\"", StringComparison.Ordinal));

        var output = await CommandAsync(provider.Address.AbsoluteUri, room);

        output.Should().Contain(Counts(failed: 3, skipped: 0))
            .And.Contain("responded 200").And.Contain("Actual map is missing the following keys: title")
            .And.NotContain("NUnit.Framework").And.NotContainAny(SentValues());
    }

    [TestCase("http://127.0.0.1:1/", "no response (ConnectionError)")]
    [TestCase("apix.eu.amity.co", "AMITY_PROVIDER_URL must be an absolute http or https address")]
    public async Task Command_NoProviderThere_FailsOnce(string address, string message)
    {
        var output = await CommandAsync(address, "room");

        output.Should().Contain(message).And.Contain("Failed:     1, Passed:     0");
    }

    // One more test than interactions asks whether the provider responds at all.
    private static string Counts(int failed, int skipped) =>
        $"Failed: {failed,5}, Passed: {Reading + 1 - failed - skipped,5}, Skipped: {skipped,5}, Total: {Reading + 1,5}";

    private async Task<string> CommandAsync(string provider, string room)
    {
        // The verbosity is the one that a project is tested with; for an assembly it would be another.
        string[] command = ["test", GetType().Assembly.Location, "--filter", nameof(NamedProviderTests), "--logger", "console;verbosity=minimal"];
        var start = new ProcessStartInfo("dotnet", command)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment[NamedProvider.AddressName] = provider;
        start.Environment[NamedProvider.TokenName] = Sandbox.AdminToken;
        start.Environment[NamedProvider.RoomName] = room;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return await output + await errors;
    }
}
