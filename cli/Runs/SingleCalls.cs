using System.Runtime.ExceptionServices;

namespace Amity.Cli.Runs;

/// <summary>Calls that take one id each, several at once; their outcomes come as those of the library's bulk calls do.</summary>
internal sealed class SingleCalls(int concurrency, Func<string, Task> sendAsync)
{
    private readonly Queue<Task<BulkItem>> _underWay = new();
    private volatile Exception? _cutOff;

    /// <summary>Gives the outcome of each id in the order of the input, then throws what cut the run off.</summary>
    public async IAsyncEnumerable<BulkItem> RunAsync(IEnumerable<string> ids)
    {
        foreach (var id in ids)
        {
            if (_underWay.Count == concurrency)
            {
                yield return await _underWay.Dequeue();
            }

            _underWay.Enqueue(SendAsync(id));
        }

        while (_underWay.TryDequeue(out var call))
        {
            yield return await call;
        }

        if (_cutOff is { } cutOff)
        {
            ExceptionDispatchInfo.Throw(cutOff);
        }
    }

    private async Task<BulkItem> SendAsync(string id)
    {
        if (_cutOff is not null)
        {
            return new BulkItem(id, BulkOutcome.NotSent);
        }

        try
        {
            await sendAsync(id);
            return new BulkItem(id, BulkOutcome.Done);
        }
        catch (AmityException failure)
        {
            var isAboutTheId = IsAboutTheId(failure);
            _cutOff ??= isAboutTheId ? null : failure;
            var outcome = failure.MayHaveSucceeded ? BulkOutcome.Unknown : isAboutTheId ? BulkOutcome.Rejected : BulkOutcome.NotSent;
            return new BulkItem(id, outcome) { Error = failure };
        }
        catch (OperationCanceledException canceled)
        {
            // Of a single call the library does not say whether it had left.
            _cutOff ??= canceled;
            return new BulkItem(id, BulkOutcome.Unknown) { Error = canceled };
        }
    }

    private static bool IsAboutTheId(AmityException failure) =>
        failure is AmityApiException
        {
            Category: AmityErrorCategory.NotFound or AmityErrorCategory.InvalidRequest or AmityErrorCategory.Conflict,
        };
}
