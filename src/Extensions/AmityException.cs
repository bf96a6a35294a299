namespace Amity;

/// <summary>A call that did not succeed, other than by a wrong argument or by cancellation.</summary>
public abstract class AmityException : Exception
{
    private protected AmityException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>In a walk over pages, the token of the page that failed, to resume with <c>AsPages(token)</c>; null for the first page and outside a walk.</summary>
    public string? ContinuationToken { get; internal set; }

    /// <inheritdoc />
    public override string Message => ContinuationToken is { } token ? $"{base.Message} Resume with AsPages(\"{token}\")." : base.Message;
}
