namespace Amity;

/// <summary>Makes what a fake of a client returns and throws, where the types themselves are the library's to make.</summary>
public static class AmityFakes
{
    /// <summary>Makes an enumeration over pages that are there already; the continuation tokens are 1, 2 and so on.</summary>
    /// <typeparam name="T">What the list holds.</typeparam>
    /// <param name="pages">The items, page by page.</param>
    public static AsyncPages<T> Pages<T>(params IReadOnlyList<T>[] pages)
    {
        var all = pages ?? throw new ArgumentNullException(nameof(pages));
        return new AsyncPages<T>((token, cancellationToken) => Task.FromResult(PageOf(all, token)), new AmityClientOptions(), "fake", start: null, CancellationToken.None);
    }

    /// <summary>Makes the result of a bulk call.</summary>
    /// <param name="outcomes">Each id and how it ended.</param>
    /// <param name="error">What cut the run off; null when it came to its end.</param>
    public static BulkResult Bulk(IEnumerable<(string UserId, BulkOutcome Outcome)> outcomes, Exception? error = null) =>
        new([.. outcomes.Select(item => new BulkItem(item.UserId) { Outcome = item.Outcome })], error);

    /// <summary>Makes the rejection of a call; that of status 429 is an <see cref="AmityRateLimitException"/>.</summary>
    /// <param name="operation">The operation's id in the spec, such as <c>banViewers</c>.</param>
    /// <param name="statusCode">The HTTP status.</param>
    /// <param name="errorCode">The service's own code; null for none.</param>
    /// <param name="message">The service's words.</param>
    public static AmityApiException Rejection(string operation, int statusCode, AmityErrorCode? errorCode = null, string message = "rejected") => statusCode == 429
        ? new AmityRateLimitException(RequestOf(operation), statusCode, message, errorCode) { Attempts = 1 }
        : new AmityApiException(RequestOf(operation), statusCode, message, errorCode) { Attempts = 1 };

    /// <summary>Makes the failure of a call that got no usable response.</summary>
    /// <param name="operation">The operation's id in the spec, such as <c>banViewers</c>.</param>
    /// <param name="kind">What happened on the wire.</param>
    /// <param name="mayHaveSucceeded">Whether the change may have been made all the same.</param>
    public static AmityTransportException Failure(string operation, AmityTransportFailure kind, bool mayHaveSucceeded = false) =>
        new(RequestOf(operation), kind, "made by a fake") { Attempts = 1, MayHaveSucceeded = mayHaveSucceeded };

    private static AmityRequest RequestOf(string operation) => new(HttpMethod.Post, operation, Repeat.Safe, $"/");

    private static Page<T> PageOf<T>(IReadOnlyList<T>[] pages, string? token)
    {
        var number = token is null ? 0 : int.Parse(token, System.Globalization.CultureInfo.InvariantCulture);
        return new Page<T>(number < pages.Length ? pages[number] : [], number + 1 < pages.Length ? (number + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
    }
}
