using System.Diagnostics;
using System.Runtime.InteropServices;
using Amity.Sandbox;
using Amity.Tests.Support;
using FluentAssertions;
using NUnit.Framework;

namespace Amity.Tests.Aot;

/// <summary>The library works in a native program, and publishing one gives no warning, which would be an error.</summary>
[TestFixture]
public sealed class NativeProgramTests
{
    private string _folder = null!;

    [OneTimeSetUp]
    public async Task PublishAsync()
    {
        _folder = Directory.CreateTempSubdirectory("amity-aot").FullName;
        var project = Path.Combine(RepoFiles.Root, "samples", "AotModeration");
        var (exitCode, output) = await RunAsync("dotnet", "publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", _folder);
        exitCode.Should().Be(0, output);
        output.Should().NotContain("warning");
    }

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task NativeProgram_OnTheSandbox_RemovesAParticipantKeepsTheRoomAndEnumeratesTheBans()
    {
        await using var sandbox = await AmitySandbox.StartAsync();
        var room = sandbox.AddDemoRoom(viewerBans: 250);

        var (exitCode, output) = await RunAsync(Path.Combine(_folder, "AotModeration"), sandbox.Address.ToString(), sandbox.AdminToken, room.RoomId, "cohost-1");

        output.Should().Be("removed cohost-1, 1 on stage\nkept Friday night kitchen, live, season 2\nenumerated 250 bans\na second time: NotFound\n");
        exitCode.Should().Be(0);
        sandbox.FindRoom(room.RoomId)!.Participants.Should().ContainSingle();
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, (await output + await error).ReplaceLineEndings("\n"));
    }
}
