namespace Amity;

/// <summary>
/// An enumeration over pages that cannot come to its end: the service named a page as the next one that was read already, there are more
/// pages than allowed, or the next page's token cannot be sent back. What was enumerated before stays valid.
/// </summary>
public sealed class AmityPagingException : AmityException
{
    internal AmityPagingException(string enumeration, string message, string? token, Exception? innerException = null)
        : base(enumeration, message, innerException)
    {
        ContinuationToken = token;
    }

    internal static AmityPagingException Repeated(string enumeration, string token) =>
        new(enumeration, "The service named a page as the next one that this enumeration has read already; it would never end.", token);

    internal static AmityPagingException IllFormed(string enumeration, string token) =>
        new(enumeration, "The service gave a continuation token that is not well-formed UTF-16; sent back, it would become another one.", token);

    internal static AmityPagingException TooMany(string enumeration, int limit, string token) =>
        new(enumeration, $"The list has more than {limit} pages ({nameof(AmityClientOptions)}.{nameof(AmityClientOptions.MaxPages)}).", token);

    internal static AmityPagingException TooLong(string enumeration, string token) =>
        new(enumeration, $"The continuation token has {token.Length} characters, too many for an address.", token);
}
