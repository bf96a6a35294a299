using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Amity.Tests.Contract.Provider;

/// <summary>A run of the verifier says of each interaction what the provider made of it.</summary>
internal sealed class VerificationTests
{
    private const string Ban = "the example of banViewers";
    private const string Delete = "the example of deleteRoom";
    private const string Recording = "the example of getRecordingLocation";

    [Test]
    public async Task RunAsync_FieldOfAnotherType_FailsThatInteractionOnly()
    {
        var verdicts = await SandboxVerification.RunAsync(
            Interactions(Ban, Delete, Recording),
            AlteringProvider.Body(body => body.Replace("{\"success\":true}", "{\"success\":\"yes\"}", StringComparison.Ordinal)));

        verdicts[Ban].Should().Match<InteractionVerdict>(verdict => !verdict.Passed && verdict.Report.Contains("$.success"));
        verdicts[Delete].Passed.Should().BeFalse();
        verdicts[Recording].Should().Be(new InteractionVerdict(true, "responded 302"));
    }

    [Test]
    public async Task RunAsync_StateThatCannotBeBroughtAbout_DoesNotPass()
    {
        var unknown = Interactions(Ban).Single().Json.DeepClone().AsObject();
        unknown["providerStates"]!.AsArray().Add(new JsonObject { ["name"] = "a state that nobody knows" });
        unknown["description"] = "unknown";

        var verdicts = await SandboxVerification.RunAsync([new PactInteraction(unknown), .. Interactions(Ban)]);

        verdicts["unknown"].Should().Match<InteractionVerdict>(verdict => !verdict.Passed && verdict.Report.StartsWith("no request was sent"));
        verdicts[Ban].Passed.Should().BeTrue(verdicts[Ban].Report);
    }

    [Test]
    public async Task RunAsync_ListWithoutEntries_IsNotShown()
    {
        const string Bans = "the example of listViewerBans";

        var verdicts = await SandboxVerification.RunAsync(
            Interactions(Bans), AlteringProvider.Body(body => Regex.Replace(body, "\"roomBannedUsers\":\\[.*?\\]", "\"roomBannedUsers\":[]")));

        verdicts[Bans].Should().Be(new InteractionVerdict(true, "responded 200", IsShown: false, "$.roomBannedUsers is empty"));
    }

    [TestCase("https://media.example.com/recording.m3u8?signature=s", true)]
    [TestCase("//media.example.com/recording.m3u8", true)]
    [TestCase("/media/recording.m3u8?signature=s", true)]
    [TestCase("recording.m3u8", true)]
    [TestCase("ftp://media.example.com/recording.m3u8", false)]
    [TestCase("srt://media.example.com/?passphrase=5ecret", false)]
    [TestCase("https://[media", false)]
    [TestCase(null, false)]
    public async Task RunAsync_LocationOfRecording_PassesWhenAClientCanResolveIt(string? location, bool passes)
    {
        var verdicts = await SandboxVerification.RunAsync(Interactions(Recording), response => response with { Location = location });

        verdicts[Recording].Passed.Should().Be(passes, verdicts[Recording].Report);
        verdicts[Recording].Report.Should().NotContain("5ecret");
    }

    private static IReadOnlyList<PactInteraction> Interactions(params string[] descriptions) =>
        [.. PactFile.Interactions.Where(interaction => descriptions.Contains(interaction.Description))];
}
