namespace Amity;

/// <summary>The service named the page just read as the next one, so that the walk would never end.</summary>
public sealed class AmityPagingException : AmityException
{
    internal AmityPagingException(string token)
        : base("The service gave the token just sent as the token of the next page; the walk would never end.")
    {
        ContinuationToken = token;
    }
}
