using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Amity.Cli.Errors;
using Amity.Cli.Input;
using Amity.Cli.Output;
using Amity.Cli.Runs;
using Amity.Cli.Settings;
using Amity.Cli.Terminals;

namespace Amity.Cli.Commands;

/// <summary>Does something to each of many ids: asks, runs, reports, and keeps what remains.</summary>
internal static class IdsCommand
{
    public static void AddOptions(Command command, IdInput input)
    {
        input.AddTo(command);
        command.Add(ChangeOptions.Yes);
        command.Add(ChangeOptions.DryRun);
        command.Add(ChangeOptions.Remaining);
    }

    public static async Task<int> RunAsync(Invocation invocation, IdInput input, IdWork work)
    {
        using var ids = await input.ReadAsync(invocation.Parsed, invocation.CancellationToken);
        if (invocation.IsDryRun)
        {
            return await ShowAsync(invocation, ids, work);
        }

        await using var service = await invocation.OpenAsync();
        if (!await invocation.ConfirmAsync(work.Question(ids.Count == 1 ? $"{work.Noun} {ids.First}" : work.Count(ids.Count))))
        {
            return CliExitCodes.Failed;
        }

        using var remaining = new RemainingFiles(invocation.Parsed.GetValue(ChangeOptions.Remaining));
        var isTable = invocation.Format == OutputFormat.Table;
        var isShown = Terminal.ErrorIsTerminal && (isTable || !Terminal.OutIsTerminal);
        var rows = new BestEffortRows<BulkItem>(invocation.Rows(OutcomeColumns.All));
        var clock = Stopwatch.StartNew();
        var summary = await RunProgress.ShowAsync(invocation.Terminal, isShown, work.Done, ids.Count, progress =>
            ConsumeAsync(work.RunAsync(service, ids.Read(), invocation.CancellationToken), rows, isTable, remaining, progress));
        await rows.EndAsync();
        remaining.Dispose();
        Report(invocation, work, summary, remaining, clock.Elapsed);
        if (rows.Failure is not { } lost || Terminal.IsReaderGone(lost) || Terminal.IsOutputClosed(lost))
        {
            return summary.ExitCode;
        }

        invocation.Terminal.Say($"Not all rows could be written: {lost.Message}");
        return summary.ExitCode == CliExitCodes.Done ? CliExitCodes.PartlyDone : summary.ExitCode;
    }

    /// <summary>Counts and writes the outcomes, and keeps the ids that remain, until the run is over or cut off.</summary>
    private static async Task<RunSummary> ConsumeAsync(
        IAsyncEnumerable<BulkItem> outcomes, BestEffortRows<BulkItem> rows, bool isTable, RemainingFiles remaining, Action progress)
    {
        var summary = new RunSummary();
        await using var items = outcomes.GetAsyncEnumerator(CancellationToken.None);
        try
        {
            while (true)
            {
                var next = items.MoveNextAsync();
                if (!next.IsCompleted && !isTable)
                {
                    // Whoever reads the rows sees them now, and not when a buffer is full.
                    await rows.FlushAsync();
                }

                if (!await next)
                {
                    return summary;
                }

                var item = items.Current;
                summary.Add(item.Outcome);
                // People want to see who was rejected, programs every id.
                if (!isTable || item.Outcome == BulkOutcome.Rejected)
                {
                    rows.Write(item);
                }

                if (item.Outcome is BulkOutcome.NotSent or BulkOutcome.Unknown)
                {
                    remaining.Add(item.Id);
                }

                progress();
            }
        }
        // Whatever cut the run off, what is known of the ids is reported with it; before the first of them it is the command that is wrong.
        catch (Exception cutOff) when (summary.Total > 0)
        {
            summary.CutOff = cutOff;
            return summary;
        }
    }

    private static void Report(Invocation invocation, IdWork work, RunSummary summary, RemainingFiles remaining, TimeSpan elapsed)
    {
        if (summary.CutOff is { } cutOff)
        {
            invocation.Terminal.Say(Explanation.Of(cutOff, invocation.Connection).Line);
            invocation.Trace(cutOff);
        }

        var (done, rejected) = (summary[BulkOutcome.Done], summary[BulkOutcome.Rejected]);
        var left = summary[BulkOutcome.Unknown] + summary[BulkOutcome.NotSent];
        var line = string.Create(CultureInfo.InvariantCulture, $"{work.Count(done)} {work.Done}")
            + (rejected > 0 ? $", {rejected:N0} rejected" : null)
            + (left > 0 ? $", {left:N0} remaining" : null)
            + string.Create(CultureInfo.InvariantCulture, $", in {elapsed.TotalSeconds:0.00} s.");
        invocation.Terminal.Say(line);
        foreach (var path in remaining.Paths)
        {
            invocation.Terminal.Say($"The remaining ids are in {path}; resume with: {work.Command} --file {ShellWord.Of(path)}");
        }

        if (remaining.Unwritten.Count > 0)
        {
            invocation.Terminal.Say($"These ids could not be written to a file: save them to one, and resume with: {work.Command} --file");
            invocation.Terminal.Show(remaining.Unwritten.Prepend("id"));
        }
    }

    /// <summary>Shows the requests in their order.</summary>
    private static async Task<int> ShowAsync(Invocation invocation, IdSpool ids, IdWork work)
    {
        var rows = invocation.Rows(DryRunRequest.Columns);
        // Written here: the library takes what a handler throws for a failure of the network.
        var requests = new ConcurrentQueue<DryRunRequest>();
        await using var service = await invocation.OpenDryAsync(requests.Enqueue);
        await foreach (var _ in work.RunAsync(service, ids.Read(), invocation.CancellationToken))
        {
            while (requests.TryDequeue(out var request))
            {
                rows.Write(request);
                await rows.FlushAsync();
            }
        }

        await rows.EndAsync();
        invocation.Terminal.Say($"Nothing was sent; without --dry-run, {work.Count(ids.Count)} would be {work.Done}.");
        return CliExitCodes.Done;
    }
}
