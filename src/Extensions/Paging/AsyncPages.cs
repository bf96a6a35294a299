using System.Runtime.CompilerServices;

namespace Amity;

/// <summary>
/// A list that is fetched page by page while it is enumerated: item by item as it is, or page by page through <see cref="AsPages"/>.
/// Nothing is requested before the first item is asked for; each enumeration starts again.
/// </summary>
/// <typeparam name="T">What the list holds.</typeparam>
public sealed class AsyncPages<T> : IAsyncEnumerable<T>
{
    private readonly Func<string?, CancellationToken, Task<Page<T>>> _fetch;
    private readonly AmityClientOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly string _operation;
    private readonly string? _start;

    /// <param name="fetch">Fetches the page of a token.</param>
    /// <param name="options">The client's settings.</param>
    /// <param name="operation">The operation that the pages come from.</param>
    /// <param name="start">The token to start at; null for the first page.</param>
    /// <param name="cancellationToken">Ends every enumeration.</param>
    internal AsyncPages(
        Func<string?, CancellationToken, Task<Page<T>>> fetch, AmityClientOptions options, string operation, string? start, CancellationToken cancellationToken)
    {
        _operation = operation;
        _start = start is { Length: > 0 } ? start : null;
        _fetch = fetch;
        _options = options;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Enumerates the list page by page, one request each.</summary>
    /// <param name="continuationToken">
    /// Where to go on: the token of a page read earlier or of an enumeration that failed; null or empty starts where the options say, else
    /// at the first page.
    /// </param>
    /// <exception cref="AmityException">A page could not be read; <see cref="AmityException.ContinuationToken"/> says from where to resume.</exception>
    /// <exception cref="ArgumentException">The token is not well-formed text; nothing was sent.</exception>
    public IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null)
    {
        Guard.Token(continuationToken, nameof(continuationToken));
        return EnumeratePagesAsync(continuationToken is { Length: > 0 } ? continuationToken : _start, default);
    }

    /// <summary>Reads one page: the one that the continuation token of the options stands for, else the first.</summary>
    /// <param name="cancellationToken">Cancels the call, besides the token that the list was made with.</param>
    /// <exception cref="AmityException">The page could not be read.</exception>
    public async Task<Page<T>> GetPageAsync(CancellationToken cancellationToken = default)
    {
        using var either = _cancellationToken.CanBeCanceled && cancellationToken.CanBeCanceled
            ? CancellationTokenSource.CreateLinkedTokenSource(_cancellationToken, cancellationToken)
            : null;
        try
        {
            return await _fetch(_start, either?.Token ?? (cancellationToken.CanBeCanceled ? cancellationToken : _cancellationToken)).ConfigureAwait(false);
        }
        catch (AmityException exception)
        {
            exception.ContinuationToken = _start;
            throw;
        }
        catch (OperationCanceledException exception) when (either?.IsCancellationRequested == true)
        {
            throw Canceled(exception, cancellationToken);
        }
    }

    /// <summary>Enumerates the list item by item.</summary>
    /// <param name="cancellationToken">Ends the enumeration, besides the token that the list was made with.</param>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        EnumerateItemsAsync(cancellationToken).GetAsyncEnumerator(CancellationToken.None);

    private async IAsyncEnumerable<T> EnumerateItemsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in EnumeratePagesAsync(_start, cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in page.Items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }
        }
    }

    private async IAsyncEnumerable<Page<T>> EnumeratePagesAsync(string? token, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(_cancellationToken, cancellationToken);
        using var enumeration = new EnumerationTelemetry<T>(_operation, _fetch);
        var tokens = new TokenHistory(token);
        var ahead = new Queue<Task<Step?>>();
        try
        {
            // Nothing is fetched ahead of the first page: many callers stop there.
            var newest = FetchAsync(enumeration, token, number: 1, end.Token);
            var step = await HandOverAsync(newest).ConfigureAwait(false);
            while (step is not null)
            {
                while (step.Number > 1 && ahead.Count < _options.PrefetchPages)
                {
                    ahead.Enqueue(newest = FetchAfterAsync(enumeration, tokens, newest, end.Token));
                }

                yield return step.Page;

                if (ahead.Count == 0)
                {
                    ahead.Enqueue(newest = FetchAfterAsync(enumeration, tokens, newest, end.Token));
                }

                step = await HandOverAsync(ahead.Dequeue()).ConfigureAwait(false);
            }
        }
        finally
        {
            end.Cancel();
            foreach (var unused in ahead)
            {
                CallersCode.Ignore(unused);
            }
        }

        async Task<Step?> HandOverAsync(Task<Step?> step)
        {
            try
            {
                return await enumeration.HandOverAsync(step).ConfigureAwait(false);
            }
            catch (OperationCanceledException exception) when (end.IsCancellationRequested)
            {
                throw Canceled(exception, cancellationToken);
            }
        }
    }

    /// <summary>The caller knows its own token, not the one that both of its tokens cancel.</summary>
    private OperationCanceledException Canceled(OperationCanceledException exception, CancellationToken cancellationToken) =>
        new(exception.Message, exception, cancellationToken.IsCancellationRequested ? cancellationToken : _cancellationToken);

    private async Task<Step?> FetchAfterAsync(EnumerationTelemetry<T> enumeration, TokenHistory tokens, Task<Step?> previous, CancellationToken cancellationToken)
    {
        if (await previous.ConfigureAwait(false) is not { Page.ContinuationToken: { } next } step)
        {
            return null;
        }

        if (Guard.IllFormedAt(next) >= 0)
        {
            throw AmityPagingException.IllFormed(enumeration.Operation, next);
        }

        if (!tokens.IsNew(next))
        {
            throw AmityPagingException.Repeated(enumeration.Operation, next);
        }

        if (step.Number >= _options.MaxPages)
        {
            throw AmityPagingException.TooMany(enumeration.Operation, _options.MaxPages, next);
        }

        return await FetchAsync(enumeration, next, step.Number + 1, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<Step?> FetchAsync(EnumerationTelemetry<T> enumeration, string? token, int number, CancellationToken cancellationToken)
    {
        try
        {
            return new Step(await enumeration.FetchAsync(token, cancellationToken).ConfigureAwait(false), number);
        }
        catch (AddressTooLongException exception) when (number > 1)
        {
            // Not the caller's argument: the service gave this token.
            throw AmityPagingException.TooLong(enumeration.Operation, token!, exception);
        }
        catch (AmityException exception)
        {
            exception.ContinuationToken = token;
            throw;
        }
    }

    /// <summary>A page, and its place in the enumeration.</summary>
    private sealed class Step(Page<T> page, int number)
    {
        internal Page<T> Page => page;

        internal int Number => number;
    }
}
