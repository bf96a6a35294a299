namespace Amity;

/// <summary>A bulk call was cancelled; what it had done by then is in <see cref="Result"/>.</summary>
public sealed class BulkCanceledException : OperationCanceledException
{
    internal BulkCanceledException(BulkResult result, CancellationToken cancellationToken)
        : base($"The bulk call was cancelled with {result.Remaining.Count} of {result.Items.Count} ids remaining.", cancellationToken)
    {
        Result = result;
    }

    /// <summary>The outcome of every id.</summary>
    public BulkResult Result { get; }
}
