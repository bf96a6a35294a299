namespace Amity;

/// <summary>A call was cancelled while it still waited for its token or its turn, so that nothing was sent.</summary>
internal sealed class CanceledBeforeSendException(CancellationToken cancellationToken) : OperationCanceledException(cancellationToken);
