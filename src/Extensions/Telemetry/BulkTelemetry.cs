namespace Amity;

/// <summary>The span of one bulk call; the calls that it is cut into are its children.</summary>
internal static class BulkTelemetry
{
    private const string Suffix = "Async";

    internal static async Task<BulkResult> ObserveAsync(string helper, AmityClientOptions options, Func<Task<BulkResult>> run)
    {
        var name = helper.EndsWith(Suffix, StringComparison.Ordinal) ? helper.Substring(0, helper.Length - Suffix.Length) : helper;
        using var span = AmityInstruments.Source.StartActivity(name)?.SetTag(AmityTelemetry.Operation, name);
        try
        {
            var result = await run().ConfigureAwait(false);
            if (result.Error is not null)
            {
                AmityInstruments.Fail(span, result.Error);
            }

            Ended(result);
            return result;
        }
        catch (BulkCanceledException canceled)
        {
            AmityInstruments.Fail(span, canceled);
            Ended(canceled.Result);
            throw;
        }

        void Ended(BulkResult result)
        {
            var done = result.WithOutcome(BulkOutcome.Done).Count();
            span?.SetTag(AmityTelemetry.BulkSize, result.Items.Count).SetTag(AmityTelemetry.BulkDone, done);
            AmityLog.BulkEnded(CallTelemetry.LoggerOf(options), name, result.Items.Count, done, result.WithOutcome(BulkOutcome.Rejected).Count(), result.Remaining.Count);
        }
    }
}
