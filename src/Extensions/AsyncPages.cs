using System.Runtime.CompilerServices;

namespace Amity;

/// <summary>
/// A list that is fetched page by page while it is walked: item by item as it is, or page by page through <see cref="AsPages"/>.
/// Nothing is requested before the first item is asked for; each walk starts again.
/// </summary>
/// <typeparam name="T">What the list holds.</typeparam>
public sealed class AsyncPages<T> : IAsyncEnumerable<T>
{
    private readonly Func<string?, CancellationToken, Task<Page<T>>> _fetch;
    private readonly int _maxPages;
    private readonly CancellationToken _cancellationToken;
    private readonly string _walk;

    internal AsyncPages(Func<string?, CancellationToken, Task<Page<T>>> fetch, int maxPages, CancellationToken cancellationToken, [CallerMemberName] string walk = "")
    {
        _walk = walk;
        _fetch = fetch;
        _maxPages = maxPages;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Walks the list page by page, one request each.</summary>
    /// <param name="continuationToken">Where to go on: the token of a page read earlier or of a walk that failed; null starts at the beginning.</param>
    /// <exception cref="AmityException">A page could not be read; <see cref="AmityException.ContinuationToken"/> says from where to resume.</exception>
    public IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null) => WalkPagesAsync(continuationToken, default);

    /// <summary>Walks the list item by item.</summary>
    /// <param name="cancellationToken">Ends the walk, besides the token that the list was made with.</param>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        WalkItemsAsync(cancellationToken).GetAsyncEnumerator(CancellationToken.None);

    private async IAsyncEnumerable<T> WalkItemsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in WalkPagesAsync(null, cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in page.Items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }
        }
    }

    private async IAsyncEnumerable<Page<T>> WalkPagesAsync(string? token, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(_cancellationToken, cancellationToken);
        using var walk = new WalkTelemetry<T>(_walk, _fetch);
        var count = 0;
        do
        {
            var page = await FetchAsync(walk, token, both.Token).ConfigureAwait(false);
            yield return page;

            token = Next(page, token, ++count);
        }
        while (token is not null);
    }

    private string? Next(Page<T> page, string? token, int count) => page.ContinuationToken switch
    {
        null => null,
        var next when next == token => throw AmityPagingException.Repeated(next),
        var next when count >= _maxPages => throw AmityPagingException.TooMany(_maxPages, next),
        var next => next,
    };

    private static async Task<Page<T>> FetchAsync(WalkTelemetry<T> walk, string? token, CancellationToken cancellationToken)
    {
        try
        {
            return await walk.FetchAsync(token, cancellationToken).ConfigureAwait(false);
        }
        catch (AmityException exception)
        {
            exception.ContinuationToken = token;
            throw;
        }
    }
}
