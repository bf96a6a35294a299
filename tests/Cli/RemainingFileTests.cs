namespace Amity.Tests.Cli;

/// <summary>The file of the ids that a run left over: where it is, who reads it, and that every id is in it.</summary>
internal sealed class RemainingFileTests : CliTest
{
    [Test]
    public async Task Remaining_GoesWhereTheOptionSays_AndOnlyTheUserReadsIt()
    {
        Sandbox.Faults.Always(SandboxFault.UnauthorizedUntilRefreshed);

        var outcome = await RunAsync("bans", "add", Room, "ann", "--yes", "--remaining", "left.csv");

        outcome.ExitCode.Should().Be(1);
        var file = Path.Combine(Folder.FullName, "left.csv");
        (await File.ReadAllLinesAsync(file)).Should().Equal("id", "ann");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Test]
    public async Task Remaining_KeepsIdsThatLinesWouldNot()
    {
        string[] ids = ["a,b", "=1", "\"q\"", " spaced "];
        Sandbox.Faults.Always(SandboxFault.UnauthorizedUntilRefreshed);
        await RunAsync(["bans", "add", Room, "--yes", .. ids]);
        Sandbox.Faults.Clear();

        var rest = await RunAsync("bans", "add", Room, "--yes", "--file", Remaining().Single());

        rest.ExitCode.Should().Be(0, rest.Error);
        Sandbox.BannedViewers(Room).Should().Equal(ids);
    }

    [TestCase("/dev/full")]
    [TestCase("nowhere/left.csv")]
    public async Task Remaining_WhereItCannotBeWritten_GoesToTheTemporaryFolder(string path)
    {
        var temporary = Folder.CreateSubdirectory("temporary");
        Sandbox.Faults.Always(SandboxFault.UnauthorizedUntilRefreshed);

        var outcome = await RunWithAsync(WithTemporary(temporary), ["bans", "add", Room, "--yes", "--remaining", path, .. Viewers(3)]);

        outcome.ExitCode.Should().Be(1, outcome.Error);
        var file = temporary.GetFiles("amity-remaining-*.csv").Should().ContainSingle().Subject.FullName;
        (await File.ReadAllLinesAsync(file)).Should().Equal(["id", .. Viewers(3)]);
        outcome.Error.Should().Contain($"--file {file}").And.NotContain($"--file {path}");
    }

    [Test]
    public async Task Remaining_ThatCanBeWrittenNowhere_IsShown()
    {
        var temporary = Folder.CreateSubdirectory("temporary");
        await using var service = new LocalService((response, _) =>
        {
            temporary.Delete(recursive: true);
            response.StatusCode = 401;
            return "{}";
        });
        var environment = new Dictionary<string, string>(WithTemporary(temporary)) { ["AMITY_BASE_URL"] = service.Address };

        var outcome = await RunWithAsync(environment, ["bans", "add", Room, "--yes", "--remaining", "/dev/full", "a,b", "ben"]);

        outcome.ExitCode.Should().Be(1, outcome.Error);
        outcome.Error.Should().Contain("2 remaining").And.EndWith("--file\nid\n\"a,b\"\nben\n");
    }

    [Test]
    public async Task Remaining_WithAnEmptyPath_GoesWhereItDoesWithoutOne()
    {
        Sandbox.Faults.Always(SandboxFault.UnauthorizedUntilRefreshed);

        var outcome = await RunAsync("bans", "add", Room, "ann", "--yes", "--remaining", "");

        outcome.ExitCode.Should().Be(1, outcome.Error);
        RemainingIds().Should().Equal("ann");
    }

    private Dictionary<string, string> WithTemporary(DirectoryInfo folder) => new(Settings.Environment) { ["TMPDIR"] = folder.FullName };
}
