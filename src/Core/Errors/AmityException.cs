namespace Amity;

/// <summary>A call that did not succeed, other than by a wrong argument or by cancellation.</summary>
public abstract class AmityException : Exception
{
    private protected AmityException(string? operation, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        Operation = operation;
    }

    /// <summary>
    /// The operation's id in the spec, such as <c>banViewers</c>; null when it is not known, as of a bulk result that a serializer has read.
    /// </summary>
    public string? Operation { get; }

    /// <summary>How many times the request was sent, this last time included; 0 when it never was.</summary>
    public int Attempts { get; internal set; }

    /// <summary>
    /// Whether the service may have made the change although the call failed: this attempt or an earlier one was sent and no response
    /// says that it was rejected. Always false for reads.
    /// </summary>
    public bool MayHaveSucceeded { get; internal set; }

    /// <summary>
    /// In an enumeration over pages, the token of the page that failed, to resume with <c>AsPages(token)</c>; null for the first page and
    /// outside of an enumeration. The service's own text, so it is not part of the message.
    /// </summary>
    public string? ContinuationToken { get; internal set; }

    /// <inheritdoc />
    public override string Message =>
        base.Message
        + (MayHaveSucceeded ? " The change may have been made all the same." : null)
        + (ContinuationToken is not null ? $" Resume with AsPages and this exception's {nameof(ContinuationToken)}." : null);
}
