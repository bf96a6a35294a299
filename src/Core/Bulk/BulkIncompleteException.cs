namespace Amity;

/// <summary>A bulk call did not do all of its ids; what became of each is in <see cref="Result"/>.</summary>
public sealed class BulkIncompleteException : AmityException
{
    internal BulkIncompleteException(BulkResult result)
        : base(FirstErrorOf(result)?.Operation, Describe(result), result.Error)
    {
        Result = result;
        MayHaveSucceeded = result.Items.Any(item => item.Outcome == BulkOutcome.Unknown);
    }

    /// <summary>The outcome of every id.</summary>
    public BulkResult Result { get; }

    private static AmityException? FirstErrorOf(BulkResult result) =>
        result.Items.Select(item => item.Error).Prepend(result.Error).OfType<AmityException>().FirstOrDefault();

    private static string Describe(BulkResult result)
    {
        var counts = result.Items.GroupBy(item => item.Outcome).OrderBy(ids => ids.Key).Select(ids => $"{ids.Count()} {Words(ids.Key)}");
        var reason = result.Reason ?? result.Items.Select(item => item.Reason).FirstOrDefault(reason => reason is not null);
        return $"The bulk call did not do all of its {result.Items.Count} ids: {string.Join(", ", counts)}. {reason?.Message}".TrimEnd();
    }

    private static string Words(BulkOutcome outcome) => outcome switch
    {
        BulkOutcome.NotSent => "not sent",
        BulkOutcome.Done => "done",
        BulkOutcome.Rejected => "rejected",
        _ => "unknown",
    };
}
