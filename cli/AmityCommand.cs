using System.CommandLine;
using System.CommandLine.Help;
using Amity.Cli.Commands;
using Amity.Cli.Commands.Bans;
using Amity.Cli.Commands.Rooms;
using Amity.Cli.Errors;
using Amity.Cli.Settings;
using Amity.Cli.Terminals;

namespace Amity.Cli;

/// <summary>The whole command line, from its words to an exit code.</summary>
internal static class AmityCommand
{
    private const string About = """
        Moderates livestream rooms of social.plus. Try everything with --sandbox, without an account.

          Settings    AMITY_TOKEN or AMITY_ADMIN_TOKEN, and AMITY_REGION (us, eu or sg) or AMITY_BASE_URL
          Output      rows on standard output: a table on a terminal, JSON lines in a pipe
          Exit codes  0 done, 1 failed, 2 wrong usage, 3 partly done

          amity rooms list --sandbox
          amity bans add kitchen troll-1 troll-2 --sandbox
          amity bans add kitchen --file trolls.txt --dry-run
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        await using var terminal = new Terminal();
        // No response files: an id may begin with @.
        var parsed = Create(terminal).Parse(args.Length > 0 ? args : ["--help"], new ParserConfiguration { ResponseFileTokenReplacer = null });
        terminal.Hide(SecretMask.Of(parsed));
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            terminal.Say(WrongUsage.Explain(parsed));
            return CliExitCodes.Usage;
        }

        // A run that is stopped still waits for the calls under way and writes down what remains.
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(20) };
        return await parsed.InvokeAsync(configuration);
    }

    // No RootCommand: its name would be that of the assembly.
    private static Command Create(Terminal terminal)
    {
        var command = new Command("amity", About)
        {
            RoomsCommands.Create(terminal),
            RemoveParticipantsCommand.Create(terminal),
            BansCommands.Create(terminal),
            RecordingLocationCommand.Create(terminal),
            SandboxCommand.Create(terminal),
            DoctorCommand.Create(terminal),
            new HelpOption(),
            new VersionOption(),
        };
        foreach (var option in SharedOptions.All)
        {
            command.Add(option);
        }

        return command;
    }
}
