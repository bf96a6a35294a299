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
    // As many as the service allows in one window, as the library's own bulk calls have under way.
    private const int Concurrency = 100;

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
        var clock = Stopwatch.StartNew();
        var (tally, lost) = await SendAsync(invocation, ids, work, service, remaining);
        remaining.Dispose();
        Report(invocation, work, tally, remaining, clock.Elapsed);
        if (lost is null || Terminal.IsReaderGone(lost) || Terminal.IsOutputClosed(lost))
        {
            return tally.ExitCode;
        }

        invocation.Terminal.Say($"Not all rows could be written: {lost.Message}");
        return tally.ExitCode == CliExitCodes.Done ? CliExitCodes.PartlyDone : tally.ExitCode;
    }

    private static async Task<(RunSummary Tally, Exception? Lost)> SendAsync(
        Invocation invocation, IdSpool ids, IdWork work, Service service, RemainingFiles remaining)
    {
        var isTable = invocation.Format == OutputFormat.Table;
        var rows = new BestEffortRows<IdOutcome>(invocation.Rows(OutcomeColumns.All));
        var run = RunOf(invocation, ids, work, service, Concurrency);
        var isShown = Terminal.ErrorIsTerminal && (isTable || !Terminal.OutIsTerminal);
        var terminal = invocation.Terminal;
        var tally = await RunProgress.ShowAsync(terminal, isShown, work.Done, ids.Count, progress => run.RunAsync(async outcomes =>
        {
            foreach (var item in outcomes)
            {
                // People want to see who was rejected, programs every id.
                if (!isTable || item.Outcome == BulkOutcome.Rejected)
                {
                    rows.Write(item);
                }

                if (item.Outcome is BulkOutcome.NotSent or BulkOutcome.Unknown)
                {
                    remaining.Add(item.Id);
                }
            }

            progress(outcomes.Count);
            await (isTable ? Task.CompletedTask : rows.FlushAsync());
        }));
        await rows.EndAsync();
        return (tally, rows.Failure);
    }

    private static void Report(Invocation invocation, IdWork work, RunSummary tally, RemainingFiles remaining, TimeSpan elapsed)
    {
        if (tally.CutOff is { } cutOff)
        {
            invocation.Terminal.Say(Explanation.Of(cutOff, invocation.Connection).Line);
            invocation.Trace(cutOff);
        }

        var (done, rejected) = (tally[BulkOutcome.Done], tally[BulkOutcome.Rejected]);
        var left = tally[BulkOutcome.Unknown] + tally[BulkOutcome.NotSent];
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

    private static IdRun RunOf(Invocation invocation, IdSpool ids, IdWork work, Service service, int concurrency) =>
        new(ids, work.IdsPerCall, concurrency, call => work.SendAsync(service.Rooms, call, invocation.CancellationToken));

    /// <summary>Shows the requests in their order.</summary>
    private static async Task<int> ShowAsync(Invocation invocation, IdSpool ids, IdWork work)
    {
        var rows = invocation.Rows(DryRunRequest.Columns);
        await using var service = await invocation.OpenDryAsync(rows);
        var run = RunOf(invocation, ids, work, service, concurrency: 1);
        var tally = await run.RunAsync(_ => rows.FlushAsync());
        await rows.EndAsync();
        invocation.Terminal.Say($"Nothing was sent; without --dry-run, {work.Count(ids.Count)} would be {work.Done}.");
        return tally.CutOff is null ? CliExitCodes.Done : throw tally.CutOff;
    }
}
