namespace Amity.Cli.Output;

/// <summary>Writes rows for as long as that works: the change itself goes on when nobody reads them or a disk is full.</summary>
internal sealed class BestEffortRows<T>(IRowWriter<T> rows) : IRowWriter<T>
{
    /// <summary>What ended the writing; null while it works.</summary>
    public Exception? Failure { get; private set; }

    public void Write(T row)
    {
        if (Failure is not null)
        {
            return;
        }

        try
        {
            rows.Write(row);
        }
        catch (Exception exception) when (IsOfOutput(exception))
        {
            Failure = exception;
        }
    }

    public Task FlushAsync() => WhileWrittenAsync(rows.FlushAsync);

    public Task EndAsync() => WhileWrittenAsync(rows.EndAsync);

    private async Task WhileWrittenAsync(Func<Task> write)
    {
        if (Failure is not null)
        {
            return;
        }

        try
        {
            await write();
        }
        catch (Exception exception) when (IsOfOutput(exception))
        {
            Failure = exception;
        }
    }

    private static bool IsOfOutput(Exception exception) => exception is IOException or UnauthorizedAccessException;
}
