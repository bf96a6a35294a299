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
    private readonly string _enumeration;

    internal AsyncPages(Func<string?, CancellationToken, Task<Page<T>>> fetch, AmityClientOptions options, CancellationToken cancellationToken, [CallerMemberName] string enumeration = "")
    {
        _enumeration = enumeration;
        _fetch = fetch;
        _options = options;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Enumerations the list page by page, one request each.</summary>
    /// <param name="continuationToken">
    /// Where to go on: the token of a page read earlier or of an enumeration that failed; null or empty starts at the beginning.
    /// </param>
    /// <exception cref="AmityException">A page could not be read; <see cref="AmityException.ContinuationToken"/> says from where to resume.</exception>
    public IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null) =>
        EnumerationPagesAsync(continuationToken is { Length: > 0 } ? continuationToken : null, default);

    /// <summary>Enumerations the list item by item.</summary>
    /// <param name="cancellationToken">Ends the enumeration, besides the token that the list was made with.</param>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        EnumerationItemsAsync(cancellationToken).GetAsyncEnumerator(CancellationToken.None);

    private async IAsyncEnumerable<T> EnumerationItemsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in EnumerationPagesAsync(null, cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in page.Items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }
        }
    }

    private async IAsyncEnumerable<Page<T>> EnumerationPagesAsync(string? token, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(_cancellationToken, cancellationToken);
        using var enumeration = new EnumerationTelemetry<T>(_enumeration, _fetch);
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
                // The caller knows its own token, not the one that both of its tokens cancel.
                var cause = cancellationToken.IsCancellationRequested ? cancellationToken : _cancellationToken;
                throw new OperationCanceledException(exception.Message, exception, cause);
            }
        }
    }

    private async Task<Step?> FetchAfterAsync(EnumerationTelemetry<T> enumeration, TokenHistory tokens, Task<Step?> previous, CancellationToken cancellationToken)
    {
        if (await previous.ConfigureAwait(false) is not { Page.ContinuationToken: { } next } step)
        {
            return null;
        }

        if (Guard.IllFormedAt(next) >= 0)
        {
            throw AmityPagingException.IllFormed(enumeration.Name, next);
        }

        if (!tokens.IsNew(next))
        {
            throw AmityPagingException.Repeated(enumeration.Name, next);
        }

        if (step.Number >= _options.MaxPages)
        {
            throw AmityPagingException.TooMany(enumeration.Name, _options.MaxPages, next);
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
            throw AmityPagingException.TooLong(enumeration.Name, token!, exception);
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
