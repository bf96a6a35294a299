namespace Amity;

/// <summary>A call was cancelled while it waited for its token or its turn, and the service has surely not acted on it: nothing was sent, or what was sent was refused.</summary>
internal sealed class CanceledBeforeSendException(CancellationToken cancellationToken) : OperationCanceledException(cancellationToken);
