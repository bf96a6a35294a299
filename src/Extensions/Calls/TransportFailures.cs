using System.Net.Sockets;
using System.Security.Authentication;

namespace Amity;

/// <summary>Reads from a framework's exception what happened on the wire.</summary>
internal static class TransportFailures
{
    /// <summary>The failure that an exception of the framework or of reading stands for; null when it is something else.</summary>
    /// <param name="exception">What the attempt ended with.</param>
    /// <param name="call">The call.</param>
    /// <param name="wasSent">Whether the attempt's request left, as far as anybody can tell.</param>
    /// <param name="attempt">The attempt's time limit.</param>
    /// <param name="options">The client's options.</param>
    internal static AmityTransportException? Read(Exception exception, AmityCall call, bool wasSent, TimeLimit attempt, AmityClientOptions options)
    {
        var limit = $"{options.AttemptTimeout} ({nameof(AmityClientOptions)}.{nameof(AmityClientOptions.AttemptTimeout)})";
        return exception switch
        {
            AnswerTooLargeException => Failure(AmityTransportFailure.TooLarge, exception.Message),
            InvalidDataException => Failure(AmityTransportFailure.Malformed, "the body cannot be decompressed"),
            OperationCanceledException when attempt.IsOver => wasSent
                ? Failure(AmityTransportFailure.Timeout, $"no full response within {limit}", exception)
                : Failure(AmityTransportFailure.Unreachable, $"no connection within {limit}", exception),
            // Neither ours nor the caller's: a handler ended the attempt, as SocketsHttpHandler does after its ConnectTimeout.
            OperationCanceledException => wasSent
                ? Failure(AmityTransportFailure.Timeout, $"the handler gave up: {exception.Message}", exception)
                : Failure(AmityTransportFailure.Unreachable, $"no connection was made in time: {exception.Message}", exception),
            HttpRequestException or IOException => OnTheWire(exception, call, wasSent),
            _ => null,
        };

        AmityTransportException Failure(AmityTransportFailure kind, string reason, Exception? inner = null) => new(call.Request, kind, reason, inner);
    }

    /// <summary>Whether a failure of this kind says that the request never left.</summary>
    internal static bool IsUnsent(AmityTransportFailure kind) => kind is AmityTransportFailure.Unreachable or AmityTransportFailure.NameResolution
        or AmityTransportFailure.Tls or AmityTransportFailure.ProxyRejected;

    private static AmityTransportException OnTheWire(Exception exception, AmityCall call, bool wasSent)
    {
        // .NET quotes what it could not parse, and that may be the credential: own words, and no inner exception.
        switch (CauseOf(exception))
        {
            case "ProxyTunnelError":
                return ProxyRejection.Read(exception.Message, call.Request);
            case "ConfigurationLimitExceeded":
                return new(call.Request, AmityTransportFailure.TooLarge, "the headers of the response are larger than the handler allows");
            case "InvalidResponse" when call.StatusCode is null:
                return new(call.Request, AmityTransportFailure.InvalidHttp, "what came back is not an HTTP response");
            case "InvalidResponse":
                return new(call.Request, AmityTransportFailure.Malformed, "the body does not keep to HTTP's rules");
            default:
                return new(call.Request, KindOf(exception, wasSent), exception.Message, exception);
        }
    }

    private static AmityTransportFailure KindOf(Exception exception, bool wasSent)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AuthenticationException:
                    return AmityTransportFailure.Tls;
                case IOException when wasSent:
                    return AmityTransportFailure.Reset;
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.NoRecovery }:
                    return AmityTransportFailure.NameResolution;
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.TimedOut or SocketError.AddressNotAvailable
                    or SocketError.AccessDenied or SocketError.HostUnreachable or SocketError.NetworkUnreachable
                    or SocketError.HostDown or SocketError.NetworkDown }:
                    return AmityTransportFailure.Unreachable;
            }
        }

        return wasSent ? AmityTransportFailure.Reset : AmityTransportFailure.Unreachable;
    }

    /// <summary>The name of the framework's own cause, <c>HttpRequestError</c>, from the first exception that has one.</summary>
    private static string? CauseOf(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
#if NET
            var error = cause switch
            {
                HttpRequestException request => request.HttpRequestError,
                HttpIOException reading => reading.HttpRequestError,
                _ => HttpRequestError.Unknown,
            };
            if (error != HttpRequestError.Unknown)
            {
                return error.ToString();
            }
#else
            // By name: .NET Standard has no such property, yet this build runs on frameworks that do.
            if (cause.GetType().GetProperty("HttpRequestError")?.GetValue(cause)?.ToString() is { } error and not "Unknown")
            {
                return error;
            }
#endif
        }

        return null;
    }
}
