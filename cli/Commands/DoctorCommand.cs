using System.CommandLine;
using Amity.Cli.Doctor;
using Amity.Cli.Terminals;

namespace Amity.Cli.Commands;

/// <summary>amity doctor.</summary>
internal static class DoctorCommand
{
    public static Command Create(Terminal terminal) =>
        new Command("doctor", "Check token, region, clock, reachability and rate limit, by reading a few times.").Runs(terminal, RunAsync);

    private static async Task<int> RunAsync(Invocation invocation)
    {
        using var clock = new ClockHandler();
        // Once each, so that a failure shows instead of being repeated away.
        await using var service = await invocation.OpenAsync(new AmityClientOptions { Handler = clock, MaxRetries = 0 });
        var rows = invocation.Rows(DoctorResult.Columns);
        var exitCode = CliExitCodes.Done;
        await foreach (var result in new DoctorChecks(service.Rooms, invocation.Connection, clock).RunAsync(invocation.CancellationToken))
        {
            rows.Write(result);
            exitCode = result.IsFine ? exitCode : CliExitCodes.Failed;
        }

        await rows.EndAsync();
        return exitCode;
    }
}
