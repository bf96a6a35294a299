using System.Text.RegularExpressions;

namespace Amity.Tests.Cli.Terminals;

/// <summary>
/// The sessions of docs/cli.md happen as they stand there, in a real terminal. AMITY_TOOL_FOLDER names a folder with the installed
/// tool, by default it is the program beside the tests; AMITY_UPDATE_SESSIONS=1 writes the page anew.
/// </summary>
internal sealed partial class SessionTests
{
    private static readonly string Page = Path.Combine(RepoFiles.Root, "docs", "cli.md");

    [Test]
    public async Task EverySession_HappensAsRecorded()
    {
        var page = await File.ReadAllTextAsync(Page);
        var tools = Environment.GetEnvironmentVariable("AMITY_TOOL_FOLDER") ?? OwnTool();
        var happened = page;
        foreach (var recorded in Blocks().Matches(page).Select(match => match.Groups[1].Value))
        {
            happened = happened.Replace(recorded, Plain(await ReplayAsync(recorded, tools)) + "\n", StringComparison.Ordinal);
        }

        if (Environment.GetEnvironmentVariable("AMITY_UPDATE_SESSIONS") == "1")
        {
            await File.WriteAllTextAsync(Page, happened);
        }

        happened.Should().Be(page);
    }

    [TestCase("rooms list")]
    [TestCase("rooms get")]
    [TestCase("rooms create")]
    [TestCase("rooms update")]
    [TestCase("rooms stop")]
    [TestCase("rooms delete")]
    [TestCase("rooms credentials")]
    [TestCase("participants remove")]
    [TestCase("bans list")]
    [TestCase("bans add")]
    [TestCase("bans remove")]
    [TestCase("recordings location")]
    [TestCase("sandbox")]
    [TestCase("doctor")]
    public void EveryCommand_IsInASession(string command) =>
        Blocks().Matches(File.ReadAllText(Page)).SelectMany(match => SessionStep.Of(match.Groups[1].Value))
            .Should().Contain(step => step.Command.Contains($"amity {command}", StringComparison.Ordinal));

    private static async Task<string> ReplayAsync(string recorded, string tools)
    {
        var folder = Directory.CreateTempSubdirectory("amity-session");
        try
        {
            await using var session = await TerminalSession.OpenAsync(folder.FullName, tools);
            foreach (var step in SessionStep.Of(recorded))
            {
                await session.TypeAsync(step.Command);
                await session.PressAsync("Enter");
                if (step.Response is not null)
                {
                    await session.SeeAsync("[y/N] ");
                    await session.TypeAsync(step.Response);
                    await session.PressAsync("Enter");
                }

                if (step.StopAt is { } text)
                {
                    // Once where it is typed, once where the program writes it.
                    await session.SeeAsync(text);
                    await session.SeeAsync(text);
                    await session.PressAsync("C-c");
                }

                await session.PromptAsync();
            }

            return (await session.ReadAsync()).TrimEnd('$', '\n');
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A folder whose amity is the program beside the tests.</summary>
    private static string OwnTool()
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "tool"));
        var script = Path.Combine(folder.FullName, "amity");
        File.WriteAllText(script, $"#!/bin/sh\nexec dotnet '{AmityProgram.File}' \"$@\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return folder.FullName;
    }

    /// <summary>What differs from run to run, in the same length so that columns stay.</summary>
    private static string Plain(string text)
    {
        text = Day().Replace(text, "2026-03-01 20:15Z");
        text = Instant().Replace(text, "2026-03-01T20:15:00.000Z");
        text = Stamp().Replace(text, "20260301-201500-000");
        text = InternalId().Replace(text, "5f0c1e2d3b4a596877869504");
        text = Port().Replace(text, "127.0.0.1:40123");
        text = Milliseconds().Replace(text, "2 ms");
        return Seconds().Replace(text, "in 0.30 s");
    }

    [GeneratedRegex(@"```text\n(\$ .*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d \d\d:\d\dZ")]
    private static partial Regex Day();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[0-9:.]+Z")]
    private static partial Regex Instant();

    [GeneratedRegex(@"\d{8}-\d{6}-\d{3}")]
    private static partial Regex Stamp();

    [GeneratedRegex("[0-9a-f]{24}")]
    private static partial Regex InternalId();

    [GeneratedRegex(@"127\.0\.0\.1:\d{4,5}")]
    private static partial Regex Port();

    [GeneratedRegex(@"\d+ ms")]
    private static partial Regex Milliseconds();

    [GeneratedRegex(@"in \d+\.\d\d s")]
    private static partial Regex Seconds();
}
