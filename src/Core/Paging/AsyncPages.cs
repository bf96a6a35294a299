using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Amity.Core.Arguments;
using Amity.Core.Cancellation;
using Amity.Core.Telemetry;

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
            return await FetchAsync(_start, either?.Token ?? (cancellationToken.CanBeCanceled ? cancellationToken : _cancellationToken)).ConfigureAwait(false);
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
        using var run = new RunTelemetry($"{_operation} pages", _operation);
        var enumeration = new Enumeration(run, new TokenHistory(token), end.Token);
        var ahead = new Queue<Task<Step?>>();
        try
        {
            // Nothing is fetched ahead of the first page: many callers stop there.
            var newest = FetchAsync(enumeration, token, number: 1);
            var step = await HandOverAsync(newest).ConfigureAwait(false);
            while (step is not null)
            {
                while (step.Number > 1 && ahead.Count < _options.PrefetchPages)
                {
                    ahead.Enqueue(newest = FetchAfterAsync(enumeration, newest));
                }

                yield return step.Page;

                if (ahead.Count == 0)
                {
                    ahead.Enqueue(newest = FetchAfterAsync(enumeration, newest));
                }

                step = await HandOverAsync(ahead.Dequeue()).ConfigureAwait(false);
            }
        }
        finally
        {
            run.Tag(AmityTelemetry.Pages, enumeration.Pages);
            foreach (var unused in ahead)
            {
                CallersCode.Ignore(unused);
            }

            CallersCode.Cancel(end);
        }

        // Only what the caller waits for fails the enumeration, not a page ahead that it no longer wants.
        async Task<Step?> HandOverAsync(Task<Step?> step)
        {
            try
            {
                return await step.ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                run.Fail(exception);
                if (exception is OperationCanceledException canceled && end.IsCancellationRequested)
                {
                    throw Canceled(canceled, cancellationToken);
                }

                throw;
            }
        }
    }

    /// <summary>The caller knows its own token, not the one that both of its tokens cancel.</summary>
    private OperationCanceledException Canceled(OperationCanceledException exception, CancellationToken cancellationToken) =>
        new(exception.Message, exception, cancellationToken.IsCancellationRequested ? cancellationToken : _cancellationToken);

    private async Task<Step?> FetchAfterAsync(Enumeration enumeration, Task<Step?> previous)
    {
        if (await previous.ConfigureAwait(false) is not { Page.ContinuationToken: { } next } step)
        {
            return null;
        }

        if (Guard.IllFormedAt(next) >= 0)
        {
            throw AmityPagingException.IllFormed(_operation, next);
        }

        if (!enumeration.Tokens.IsNew(next))
        {
            throw AmityPagingException.Repeated(_operation, next);
        }

        if (step.Number >= _options.MaxPages)
        {
            throw AmityPagingException.TooMany(_operation, _options.MaxPages, next);
        }

        return await FetchAsync(enumeration, next, step.Number + 1).ConfigureAwait(false);
    }

    private async Task<Step?> FetchAsync(Enumeration enumeration, string? token, int number)
    {
        enumeration.Run.Enter();
        var page = await FetchAsync(token, enumeration.CancellationToken).ConfigureAwait(false);
        enumeration.CountPage();
        return new Step(page, number);
    }

    private async Task<Page<T>> FetchAsync(string? token, CancellationToken cancellationToken)
    {
        try
        {
            return await _fetch(token, cancellationToken).ConfigureAwait(false);
        }
        catch (AmityException exception)
        {
            exception.ContinuationToken = token;
            throw;
        }
    }

    /// <summary>What one enumeration has read so far.</summary>
    private sealed class Enumeration(RunTelemetry run, TokenHistory tokens, CancellationToken cancellationToken)
    {
        private int _pages;

        internal RunTelemetry Run => run;

        internal TokenHistory Tokens => tokens;

        internal CancellationToken CancellationToken => cancellationToken;

        internal int Pages => Volatile.Read(ref _pages);

        internal void CountPage() => Interlocked.Increment(ref _pages);
    }

    /// <summary>A page, and its place in the enumeration.</summary>
    private sealed class Step(Page<T> page, int number)
    {
        internal Page<T> Page => page;

        internal int Number => number;
    }

    /// <summary>The continuation tokens that an enumeration has met, each kept as 16 bytes of its hash, however long it is.</summary>
    private sealed class TokenHistory
    {
        private readonly HashSet<Guid> _met = [];

        /// <param name="first">The token that the enumeration starts with; null when it starts at the beginning.</param>
        internal TokenHistory(string? first)
        {
            if (first is not null)
            {
                _met.Add(HashOf(first));
            }
        }

        /// <summary>Notes a token; false when it was met before, and the enumeration would never end.</summary>
        internal bool IsNew(string token) => _met.Add(HashOf(token));

        private static Guid HashOf(string token)
        {
#if NET
            return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(token)).AsSpan(0, 16));
#else
            using var hash = SHA256.Create();
            return new Guid(hash.ComputeHash(Encoding.UTF8.GetBytes(token)).AsSpan(0, 16).ToArray());
#endif
        }
    }
}
