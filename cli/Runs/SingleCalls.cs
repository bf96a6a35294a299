namespace Amity.Cli.Runs;

/// <summary>What became of the ids of one call, and what forbids to send any more.</summary>
internal sealed record SingleCalls(IReadOnlyList<IdOutcome> Outcomes, Exception? CutOff)
{
    /// <summary>Sends by one of the library's bulk calls, which halve what is rejected.</summary>
    public static async Task<SingleCalls> InBulkAsync(Func<Task<BulkResult>> send)
    {
        try
        {
            var result = await send();
            return new SingleCalls(OutcomesOf(result), result.Error);
        }
        catch (BulkCanceledException canceled)
        {
            return new SingleCalls(OutcomesOf(canceled.Result), canceled);
        }
    }

    /// <summary>Sends one id by a call of its own.</summary>
    public static async Task<SingleCalls> SinglyAsync(string id, Func<Task> send)
    {
        try
        {
            await send();
            return new SingleCalls([new IdOutcome(id, BulkOutcome.Done, null)], null);
        }
        catch (AmityException failure)
        {
            var outcome = failure switch
            {
                { MayHaveSucceeded: true } => BulkOutcome.Unknown,
                _ when IsAboutTheId(failure) => BulkOutcome.Rejected,
                _ => BulkOutcome.NotSent,
            };
            return new SingleCalls([new IdOutcome(id, outcome, failure)], IsAboutTheId(failure) ? null : failure);
        }
        catch (AddressTooLongException tooLong)
        {
            return new SingleCalls([new IdOutcome(id, BulkOutcome.Rejected, tooLong)], null);
        }
        catch (OperationCanceledException canceled)
        {
            // Of a single call the library does not say whether it had left.
            return new SingleCalls([new IdOutcome(id, BulkOutcome.Unknown, canceled)], canceled);
        }
    }

    private static bool IsAboutTheId(AmityException failure) =>
        failure is AmityApiException
        {
            Category: AmityErrorCategory.NotFound or AmityErrorCategory.InvalidRequest or AmityErrorCategory.Conflict,
        };

    private static IReadOnlyList<IdOutcome> OutcomesOf(BulkResult result) =>
        [.. result.Items.Select(item => new IdOutcome(item.Id, item.Outcome, item.Error))];
}
