using System.CommandLine;
using Amity.Cli.Errors;
using Amity.Cli.Output;
using Amity.Cli.Settings;
using Amity.Cli.Terminals;
using Amity.Sandbox;

namespace Amity.Cli.Commands;

/// <summary>amity sandbox.</summary>
internal static class SandboxCommand
{
    private static readonly IReadOnlyList<Column<AmitySandbox>> Columns =
    [
        new("address", sandbox => sandbox.Address.AbsoluteUri),
        new("adminToken", sandbox => sandbox.AdminToken),
        new("rooms", _ => DemoRooms.Names),
    ];

    private static readonly Option<int> Port = new("--port") { Description = "The port on this machine; a free one unless named." };
    private static readonly Option<int> Bans = new("--bans")
    {
        Description = "How many viewers are banned from kitchen.",
        DefaultValueFactory = _ => DemoRooms.Bans,
    };

    public static Command Create(Terminal terminal) =>
        new Command("sandbox", "Run a sandbox with demo rooms and bans, until Ctrl-C.") { Port, Bans }
            .Runs(terminal, invocation => RunAsync(invocation, terminal));

    private static async Task<int> RunAsync(Invocation invocation, Terminal terminal)
    {
        await using var sandbox = await StartAsync(invocation, terminal);
        await invocation.ShowAsync(Columns, sandbox);
        terminal.Say($"in another terminal: export {EnvironmentNames.BaseUrl}={sandbox.Address} {EnvironmentNames.Token}={sandbox.AdminToken}");
        terminal.Say("Ctrl-C ends it, and forgets everything.");
        await Task.Delay(Timeout.Infinite, invocation.CancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return CliExitCodes.Done;
    }

    private static async Task<AmitySandbox> StartAsync(Invocation invocation, Terminal terminal)
    {
        var (port, bans) = (invocation.Parsed.GetValue(Port), invocation.Parsed.GetValue(Bans));
        if (port is < 0 or > ushort.MaxValue || bans < 0)
        {
            throw new UsageException($"--port is at most {ushort.MaxValue}, and neither it nor --bans is below 0.");
        }

        try
        {
            var options = new AmitySandboxOptions { Port = port, RespondFromExamples = true, LoggerFactory = new TerminalLog(terminal) };
            var sandbox = await AmitySandbox.StartAsync(options, invocation.CancellationToken);
            DemoRooms.Add(sandbox, bans);
            return sandbox;
        }
        catch (IOException exception)
        {
            throw new UsageException($"Port {port} is taken: choose another one.", exception);
        }
    }
}
