using Amity.Core.Cancellation;

namespace Amity.Core.Http;

// What a caller learns of an attempt or a call that failed.
internal sealed partial class AmityTransport
{
    /// <summary>
    /// What an attempt's exception stands for; null when it is to be passed on as it is, or as the caller's cancellation.
    /// </summary>
    private AmityTransportException? FailureOf(
        Exception exception, AmityCall call, bool wasSent, TimeLimit limit, CancellationToken cancellationToken) => exception switch
        {
            AmityTransportException own => own,
            // A call that is withdrawn before its request is written.
            OperationCanceledException when call.Withdrawal.IsCancellationRequested && !wasSent => null,
            // Whatever the cancellation interrupted: a connection, a body, a wait.
            OperationCanceledException or IOException or HttpRequestException or ObjectDisposedException
                when cancellationToken.IsCancellationRequested => null,
            OperationCanceledException or ObjectDisposedException when _connections.IsDisposed => Disposed(call),
            _ => TransportFailures.Read(exception, call, wasSent, limit, _options),
        };

    private static AmityTransportException Disposed(AmityCall call) =>
        new(call.Request.Name, AmityTransportFailure.Disposed, "the client was disposed during the call");

    /// <summary>What the caller learns of a call that ended so.</summary>
    private Exception Explain(Exception exception, AmityCall call, TimeLimit limit, CancellationToken cancellationToken) => exception switch
    {
        AmityException failure when call.IsOwn(failure) => call.Complete(failure),
        OperationCanceledException when limit.IsOver => call.Complete(new AmityTransportException(
            call.Request.Name,
            AmityTransportFailure.Timeout,
            $"not done within {_options.Timeout} ({nameof(AmityClientOptions)}.{nameof(AmityClientOptions.Timeout)})",
            call.LastFailure ?? exception)),
        OperationCanceledException when cancellationToken.IsCancellationRequested =>
            new OperationCanceledException(exception.Message, exception, cancellationToken),
        // Of a call that is withdrawn instead of being sent again, the failure stays.
        OperationCanceledException when call is { Withdrawal.IsCancellationRequested: true, LastFailure: { } failure } => call.Complete(failure),
        _ => exception,
    };
}
