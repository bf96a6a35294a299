namespace Amity;

/// <summary>
/// What an exception says, in a form that System.Text.Json and Newtonsoft.Json write and read: for a <see cref="BulkResult"/> that is
/// cached or returned. It holds nothing of the response but the service's message, status and code.
/// </summary>
/// <param name="message">What went wrong, in words.</param>
public sealed class AmityErrorReason(string message)
{
    /// <summary>What went wrong, in words: the message of an exception of this library, and of any other one only its type.</summary>
    public string Message { get; } = message ?? throw new ArgumentNullException(nameof(message));

    /// <summary>What the rejection means; null when there was no response.</summary>
    public AmityErrorCategory? Category { get; init; }

    /// <summary>The HTTP status; null when there was no response.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The service's own code; null when there was no response or it has none.</summary>
    public AmityErrorCode? ErrorCode { get; init; }

    /// <summary>What went wrong, in words.</summary>
    public override string ToString() => Message;

    internal static AmityErrorReason? Of(Exception? exception) => exception switch
    {
        null => null,
        AmityApiException rejection => new(rejection.Message)
        {
            Category = rejection.Category,
            StatusCode = rejection.StatusCode,
            ErrorCode = rejection.ErrorCode,
        },
        AmityException => new(exception.Message),
        OperationCanceledException => new("The call was cancelled."),
        // The caller's own, such as a credential provider's: its message may hold what must not be kept.
        _ => new($"The call ended with a {exception.GetType().FullName}."),
    };
}
