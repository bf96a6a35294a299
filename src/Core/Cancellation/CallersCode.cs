namespace Amity.Core.Cancellation;

/// <summary>
/// Waits for code of the caller's, a provider of tokens, a signer or a handler, which may ignore the token that it was given: a timeout
/// or a cancellation holds all the same.
/// </summary>
internal static class CallersCode
{
    /// <summary>
    /// Runs the caller's code away from the call, so that even code that blocks cannot hold it, and waits until the token ends the wait;
    /// null when the code gives nothing, not even a task.
    /// </summary>
    internal static Task<T?> RunAsync<T>(Func<Task<T>?> code, CancellationToken cancellationToken)
        where T : class =>
        WaitAsync(Task.Run(async () => code() is { } task ? await task.ConfigureAwait(false) : null, cancellationToken), cancellationToken);

    /// <summary>Waits for a task until the token ends the wait.</summary>
    internal static async Task<T> WaitAsync<T>(Task<T> task, CancellationToken cancellationToken)
    {
        try
        {
            return await task.WaitAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Ignore(task);
            throw;
        }
    }

    /// <summary>Cancels a token; what the caller's code has registered on it may throw, which must not cost anybody's outcome.</summary>
    internal static void Cancel(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (AggregateException)
        {
            // Whoever registered it has seen it.
        }
    }

    /// <summary>Lets a task end as it likes: its failure is nobody's, and what it gives is disposed.</summary>
    internal static void Ignore<T>(Task<T> task) => _ = task.ContinueWith(
        static ended =>
        {
            if (ended.Status == TaskStatus.RanToCompletion)
            {
                (ended.Result as IDisposable)?.Dispose();
            }
            else
            {
                _ = ended.Exception;
            }
        },
        CancellationToken.None,
        TaskContinuationOptions.ExecuteSynchronously,
        TaskScheduler.Default);
}
