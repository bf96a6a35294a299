using System.CommandLine;
using Amity.Cli.Errors;
using Amity.Cli.Output;
using Amity.Rooms;

namespace Amity.Cli.Commands;

/// <summary>Lists something page by page.</summary>
internal static class EnumerationCommand
{
    private const int LargestPage = 100;

    private static readonly Option<int?> Limit = new("--limit", "-n") { Description = "Show at most this many rows.", HelpName = "rows" };
    private static readonly Option<string?> From = new("--from") { Description = "Resume from a continuation token.", HelpName = "token" };

    public static void AddOptions(Command command)
    {
        command.Add(Limit);
        command.Add(From);
    }

    /// <summary>Writes the rows while pages arrive.</summary>
    /// <param name="invocation">The run.</param>
    /// <param name="columns">What is shown of a row.</param>
    /// <param name="enumeration">The list, for a page size.</param>
    public static async Task<int> RunAsync<T>(Invocation invocation, IReadOnlyList<Column<T>> columns, Func<RoomsClient, int, AsyncPages<T>> enumeration)
    {
        var left = invocation.Parsed.GetValue(Limit) ?? int.MaxValue;
        if (left < 1)
        {
            throw new UsageException("--limit is at least 1.");
        }

        await using var service = await invocation.OpenAsync();
        var rows = invocation.Rows(columns);
        // An empty one is what a script has that was given none.
        var from = invocation.Parsed.GetValue(From) is { Length: > 0 } token ? token : null;
        await foreach (var page in enumeration(service.Rooms, Math.Min(left, LargestPage)).AsPages(from))
        {
            foreach (var row in page.Items.Take(left))
            {
                rows.Write(row);
            }

            await rows.FlushAsync();
            left -= page.Items.Count;
            if (left <= 0)
            {
                break;
            }
        }

        await rows.EndAsync();
        return CliExitCodes.Done;
    }
}
