using System.Globalization;
using Amity.Core.Arguments;
using Amity.Core.Errors;

namespace Amity;

/// <summary>
/// Makes for a test what the library returns and throws and only the library can make itself. Everything else has a constructor:
/// models, <see cref="BulkResult"/>, <see cref="AmityErrorReason"/>.
/// </summary>
public static class AmityFakes
{
    private const string Reason = "made by a fake";

    /// <summary>Makes a page of a list.</summary>
    /// <typeparam name="T">What the list holds.</typeparam>
    /// <param name="items">The page's items.</param>
    /// <param name="continuationToken">What leads to the next page; null on the last one.</param>
    /// <param name="included">The whole response that the page came in; null for none.</param>
    public static Page<T> Page<T>(IReadOnlyList<T> items, string? continuationToken = null, AmityModel? included = null) =>
        new(items ?? throw new ArgumentNullException(nameof(items)), continuationToken, included);

    /// <summary>
    /// Lets the entities of a response that a test made see each other, as those of the service's responses do: the creator of a room is
    /// the user of that id, and <c>Included</c> is the response.
    /// </summary>
    /// <typeparam name="T">The class of the response, such as <c>RoomResult</c>.</typeparam>
    /// <param name="response">The response; it is changed.</param>
    public static T Joined<T>(T response)
        where T : AmityModel
    {
        Guard.Required(response, nameof(response));
        response.OnRead();
        return response;
    }

    /// <summary>Makes an enumeration over a list that is there already; the continuation tokens of its pages are 1, 2 and so on.</summary>
    /// <typeparam name="T">What the list holds.</typeparam>
    /// <param name="items">The items.</param>
    /// <param name="pageSize">Most items of a page, at least 1; one page holds all of them unless it says otherwise.</param>
    /// <param name="error">
    /// What the enumeration throws after the last item, an <see cref="AmityException"/> with the continuation token; null to come to its end.
    /// </param>
    public static AsyncPages<T> Pages<T>(IReadOnlyList<T> items, int pageSize = int.MaxValue, Exception? error = null)
    {
        Guard.Required(items, nameof(items));
        Guard.Range(pageSize, 1, int.MaxValue, nameof(pageSize));
        var count = (items.Count + (long)pageSize - 1) / pageSize;
        return Enumerate([.. Enumerable.Range(0, (int)count).Select(PageAt)], error);

        Page<T> PageAt(int index) => Page<T>(
            [.. items.Skip(index * pageSize).Take(pageSize)],
            index < count - 1 || error is not null ? (index + 1).ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <summary>Makes an enumeration over pages that are there already, each found by the continuation token of the page before it.</summary>
    /// <typeparam name="T">What the list holds.</typeparam>
    /// <param name="first">The first page, made by <see cref="Page{T}"/>.</param>
    /// <param name="further">The pages after it.</param>
    public static AsyncPages<T> Pages<T>(Page<T> first, params Page<T>[] further)
    {
        Guard.Required(first, nameof(first));
        Guard.Required(further, nameof(further));
        return Enumerate([first, .. further], null);
    }

    /// <summary>Makes the rejection of a call; that of status 429 is an <see cref="AmityRateLimitException"/>.</summary>
    /// <param name="operation">The operation's id in the spec, such as <c>banViewers</c>.</param>
    /// <param name="statusCode">The HTTP status; with the code it decides about the category.</param>
    /// <param name="errorCode">The service's own code; null for none.</param>
    /// <param name="message">The service's own words; null for none.</param>
    /// <param name="retryAfter">How long the response asks to wait; null when it does not say.</param>
    /// <param name="details">What the service adds to its message; null for nothing.</param>
    /// <param name="responseBody">The response's body; null for one that cannot be read.</param>
    /// <param name="mayHaveSucceeded">Whether the change may have been made all the same.</param>
    /// <param name="attempts">How many times the request was sent.</param>
    /// <param name="continuationToken">The token of the page that failed; null outside of an enumeration.</param>
    public static AmityApiException ApiException(
        string operation,
        int statusCode,
        AmityErrorCode? errorCode = null,
        string? message = null,
        TimeSpan? retryAfter = null,
        IReadOnlyList<string>? details = null,
        string? responseBody = null,
        bool mayHaveSucceeded = false,
        int attempts = 1,
        string? continuationToken = null)
    {
        var rejection = new AmityRejection
        {
            Code = errorCode,
            Message = message,
            RetryAfter = retryAfter,
            Details = details ?? [],
            Body = responseBody,
        };
        var exception = AmityApiException.Of(RequestOf(operation), statusCode, message ?? Reason, rejection);
        exception.MayHaveSucceeded = mayHaveSucceeded;
        exception.Attempts = attempts;
        exception.ContinuationToken = continuationToken;
        return exception;
    }

    /// <summary>Makes the failure of a call that got no usable response.</summary>
    /// <param name="operation">The operation's id in the spec, such as <c>banViewers</c>.</param>
    /// <param name="failure">Why there was no usable response.</param>
    /// <param name="message">What happened, in words.</param>
    /// <param name="proxyStatusCode">The status by which a proxy rejected the connection; null for any other failure.</param>
    /// <param name="mayHaveSucceeded">Whether the change may have been made all the same.</param>
    /// <param name="attempts">How many times the request was sent.</param>
    /// <param name="continuationToken">The token of the page that failed; null outside of an enumeration.</param>
    /// <param name="innerException">The framework's own exception; null for none.</param>
    public static AmityTransportException TransportException(
        string operation,
        AmityTransportFailure failure,
        string message = Reason,
        int? proxyStatusCode = null,
        bool mayHaveSucceeded = false,
        int attempts = 1,
        string? continuationToken = null,
        Exception? innerException = null) => new(RequestOf(operation), failure, message, innerException)
        {
            ProxyStatusCode = proxyStatusCode,
            MayHaveSucceeded = mayHaveSucceeded,
            Attempts = attempts,
            ContinuationToken = continuationToken,
        };

    /// <summary>Makes the failure of an enumeration that cannot come to its end.</summary>
    /// <param name="operation">The enumeration's name, such as <c>listRooms</c>.</param>
    /// <param name="continuationToken">The token of the page that could not be read.</param>
    /// <param name="message">What happened, in words.</param>
    /// <param name="innerException">The exception behind it; null for none.</param>
    public static AmityPagingException PagingException(
        string operation, string? continuationToken, string message = "Made by a fake.", Exception? innerException = null) =>
        new(operation, message, continuationToken, innerException);

    /// <summary>Makes the failure of a call for which the rate limiter of the credential granted no permit.</summary>
    /// <param name="operation">The operation's id in the spec, such as <c>banViewers</c>.</param>
    /// <param name="retryAfter">How long the limiter says to wait; null when it does not say.</param>
    /// <param name="mayHaveSucceeded">Whether an earlier attempt may have made the change.</param>
    /// <param name="attempts">How many times the request was sent before.</param>
    /// <param name="continuationToken">The token of the page that failed; null outside of an enumeration.</param>
    public static AmityRateLimiterRejectedException RateLimiterRejectedException(
        string operation, TimeSpan? retryAfter = null, bool mayHaveSucceeded = false, int attempts = 0, string? continuationToken = null) =>
        new(RequestOf(operation), retryAfter) { MayHaveSucceeded = mayHaveSucceeded, Attempts = attempts, ContinuationToken = continuationToken };

    /// <summary>Makes what a cancelled bulk call throws.</summary>
    /// <param name="result">The outcome of every id.</param>
    /// <param name="cancellationToken">The token that cancelled the call.</param>
    public static BulkCanceledException BulkCanceledException(BulkResult result, CancellationToken cancellationToken = default) =>
        new(result ?? throw new ArgumentNullException(nameof(result)), cancellationToken);

    /// <summary>Makes what <see cref="BulkResult.ThrowIfIncomplete"/> throws.</summary>
    /// <param name="result">The outcome of every id.</param>
    public static BulkIncompleteException BulkIncompleteException(BulkResult result) =>
        new(result ?? throw new ArgumentNullException(nameof(result)));

    private static RequestName RequestOf(string operation) =>
        new(operation ?? throw new ArgumentNullException(nameof(operation)), HttpMethod.Post, "/");

    /// <summary>An enumeration over pages; with an error, it takes the place of the page after the last one.</summary>
    private static AsyncPages<T> Enumerate<T>(Page<T>[] pages, Exception? error)
    {
        return new AsyncPages<T>((token, _) => Task.FromResult(PageOf(token)), new AmityClientOptions(), nameof(AmityFakes), start: null, CancellationToken.None);

        Page<T> PageOf(string? token)
        {
            var index = token is null ? 0 : 1 + Array.FindIndex(pages, page => page.ContinuationToken == token);
            if (token is not null && index == 0)
            {
                throw new ArgumentException($"None of the fake's pages has the continuation token '{token}'.");
            }

            return index < pages.Length ? pages[index] : error is null ? Page<T>([]) : throw error;
        }
    }
}
