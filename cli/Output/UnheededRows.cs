using Amity.Cli.Terminals;

namespace Amity.Cli.Output;

/// <summary>Writes rows for as long as somebody reads them: the work that they tell of goes on when the reader leaves.</summary>
internal sealed class UnheededRows<T>(IRowWriter<T> rows) : IRowWriter<T>
{
    private bool _isRead = true;

    public void Write(T row)
    {
        if (!_isRead)
        {
            return;
        }

        try
        {
            rows.Write(row);
        }
        catch (IOException exception) when (Terminal.IsReaderGone(exception))
        {
            _isRead = false;
        }
    }

    public Task FlushAsync() => WhileReadAsync(rows.FlushAsync);

    public Task EndAsync() => WhileReadAsync(rows.EndAsync);

    private async Task WhileReadAsync(Func<Task> write)
    {
        if (!_isRead)
        {
            return;
        }

        try
        {
            await write();
        }
        catch (IOException exception) when (Terminal.IsReaderGone(exception))
        {
            _isRead = false;
        }
    }
}
