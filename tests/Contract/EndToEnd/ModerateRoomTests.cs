using System.Diagnostics;

namespace Amity.Tests.Contract.EndToEnd;

/// <summary>The sample is the first thing that a newcomer runs.</summary>
[TestFixture]
public class ModerateRoomTests
{
    // Beside its own dependencies, as it is when somebody runs it; the copy beside the tests lacks those that the tests have from their framework.
    private static readonly string Sample = Path.Combine(
        RepoFiles.Root, "samples", "ModerateRoom", Path.GetRelativePath(Path.Combine(RepoFiles.Root, "tests", "Contract"), AppContext.BaseDirectory), "ModerateRoom.dll");

    [Test]
    public async Task Sample_NoSettings_ModeratesTheDemoRoom()
    {
        var (exitCode, output) = await RunAsync();

        exitCode.Should().Be(0, output);
        output.Should().Contain("page 25: 100 bans").And.Contain("rejected staff-1").And.Contain("expected 2719").And.Contain("All as expected.");
    }

    [TestCase("no-room-without-a-token")]
    [TestCase("--unknown")]
    public async Task Sample_WrongUsage_SaysHowAndExitsWithTwo(string argument)
    {
        var (exitCode, output) = await RunAsync(argument);

        exitCode.Should().Be(2);
        output.Should().Contain("AMITY_TOKEN");
    }

    [Test]
    public async Task Sample_UnknownRegion_SaysSoAndExitsWithOne()
    {
        var (exitCode, output) = await RunAsync(["room-1"], ("AMITY_TOKEN", "secret"), ("AMITY_REGION", "mars"));

        exitCode.Should().Be(1);
        output.Should().Contain("no region 'mars'").And.NotContain("secret");
    }

    private static Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) => RunAsync(arguments, []);

    private static async Task<(int ExitCode, string Output)> RunAsync(string[] arguments, params (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Sample, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove("AMITY_TOKEN");
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
