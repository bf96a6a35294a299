using System.Diagnostics;
using Amity.Tests.Contract.Provider;

namespace Amity.Tests.Contract.AnyProvider;

/// <summary>What the documented command shows at its usual verbosity, run as a program of its own.</summary>
internal sealed class NamedProviderCommandTests : ProviderCheckTest
{
    [Test]
    public async Task Command_RoomWithoutBans_CountsWhatIsNotShownAndSaysWhy()
    {
        var room = Sandbox.AddDemoRoom(viewerBans: 0).RoomId;
        var check = await ProviderCheck.RunAsync(Sandbox.Address, Sandbox.AdminToken, room, PactFile.Interactions);

        var output = await CommandAsync(Sandbox.Address.AbsoluteUri, room);

        check.Outcomes["the example of listViewerBans"].Should().Be(new InteractionOutcome(OutcomeKind.NotShown, "$.roomBannedUsers is empty"));
        output.Should().Contain(InteractionOutcome.Summary(check.Outcomes)).And.Contain(Counts(check));
    }

    [Test]
    public async Task Command_WrongProvider_ShowsReadableFailureWithoutValues()
    {
        var room = AddRichRoom();
        await using var provider = await AlteringProvider.StartAsync(
            Sandbox.Address,
            body => body.Replace("\"title\"", "\"name\"", StringComparison.Ordinal));
        var check = await ProviderCheck.RunAsync(provider.Address, Sandbox.AdminToken, room, PactFile.Interactions);

        var output = await CommandAsync(provider.Address.AbsoluteUri, room);

        check.Outcomes.Values.Should().Contain(outcome => outcome.Kind == OutcomeKind.Failed);
        output.Should().Contain(Counts(check))
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
    private static string Counts(ProviderCheck check)
    {
        var kinds = check.Outcomes.Values.CountBy(outcome => outcome.Kind).ToDictionary();
        var (failed, skipped) = (kinds.GetValueOrDefault(OutcomeKind.Failed), kinds.GetValueOrDefault(OutcomeKind.NotShown));
        var total = check.Outcomes.Count + 1;
        return $"Failed: {failed,5}, Passed: {total - failed - skipped,5}, Skipped: {skipped,5}, Total: {total,5}";
    }

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
