namespace Amity;

/// <summary>A walk over pages that would not end: the service named the page just read as the next one, or there are more pages than allowed.</summary>
public sealed class AmityPagingException : AmityException
{
    private AmityPagingException(string message, string token)
        : base(message)
    {
        ContinuationToken = token;
    }

    internal static AmityPagingException Repeated(string token) =>
        new("The service gave the token just sent as the token of the next page; the walk would never end.", token);

    internal static AmityPagingException TooMany(int limit, string token) =>
        new($"The list has more than {limit} pages ({nameof(AmityClientOptions)}.{nameof(AmityClientOptions.MaxPages)}).", token);
}
