using System.Net.Sockets;
using System.Security.Authentication;

namespace Amity;

/// <summary>Tells from a framework's exception what happened on the wire.</summary>
internal static class TransportFailures
{
    /// <summary>The failure that an exception of the framework or of reading stands for; null when it is something else.</summary>
    internal static AmityTransportException? Read(Exception exception, AmityRequest request, TimeLimit attempt, AmityClientOptions options) => exception switch
    {
        OperationCanceledException when attempt.IsOver => new(request, AmityTransportFailure.Timeout, $"no full answer within {options.AttemptTimeout} ({nameof(AmityClientOptions)}.{nameof(AmityClientOptions.AttemptTimeout)})", exception),
        AnswerTooLargeException => new(request, AmityTransportFailure.TooLarge, exception.Message),
        InvalidDataException => new(request, AmityTransportFailure.Malformed, $"the body cannot be decompressed: {exception.Message}", exception),
        // Not ours and not the caller's: a handler ended the attempt, as SocketsHttpHandler does after its ConnectTimeout.
        OperationCanceledException => new(request, AmityTransportFailure.Timeout, $"the handler gave up: {exception.Message}", exception),
        HttpRequestException or IOException => new(request, KindOf(exception), exception.Message, exception),
        _ => null,
    };

    private static AmityTransportFailure KindOf(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AuthenticationException:
                    return AmityTransportFailure.Tls;
                case IOException:
                    return AmityTransportFailure.Reset;
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.NoRecovery }:
                    return AmityTransportFailure.NameResolution;
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.TimedOut or SocketError.AddressNotAvailable or SocketError.AccessDenied or SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.HostDown or SocketError.NetworkDown }:
                    return AmityTransportFailure.Unreachable;
            }
        }

        return AmityTransportFailure.Reset;
    }

    /// <summary>Whether a failure of this kind tells that the request never left.</summary>
    internal static bool IsUnsent(AmityTransportFailure kind) =>
        kind is AmityTransportFailure.Unreachable or AmityTransportFailure.NameResolution or AmityTransportFailure.Tls;
}
