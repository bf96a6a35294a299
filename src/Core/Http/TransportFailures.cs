using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Amity.Core.Cancellation;
using Amity.Core.Errors;

namespace Amity.Core.Http;

/// <summary>Reads from a framework's exception what happened on the wire.</summary>
internal static class TransportFailures
{
    /// <summary>The failure that an exception of the framework or of reading stands for; null when it is something else.</summary>
    /// <param name="exception">What the attempt ended with.</param>
    /// <param name="call">The call.</param>
    /// <param name="wasSent">Whether the attempt's request left, as far as can be known.</param>
    /// <param name="attempt">The attempt's time limit.</param>
    /// <param name="options">The client's options.</param>
    internal static AmityTransportException? Read(
        Exception exception, AmityCall call, bool wasSent, TimeLimit attempt, AmityClientOptions options)
    {
        var limit = $"{options.AttemptTimeout} ({nameof(AmityClientOptions)}.{nameof(AmityClientOptions.AttemptTimeout)})";
        return exception switch
        {
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

        AmityTransportException Failure(AmityTransportFailure kind, string reason, Exception? inner = null) =>
            new(call.Request.Name, kind, reason, inner);
    }

    /// <summary>Whether a failure says by its kind that the request never left.</summary>
    internal static bool IsUnsent(AmityTransportException? failure) => failure?.Failure is AmityTransportFailure.Unreachable
        or AmityTransportFailure.NameResolution or AmityTransportFailure.Tls or AmityTransportFailure.ProxyRejected;

    private static AmityTransportException OnTheWire(Exception exception, AmityCall call, bool wasSent)
    {
        // .NET quotes what it could not parse, and that may be the credential: own words, and no inner exception.
        var (error, cause) = CauseOf(exception);
        switch (error)
        {
            case "ProxyTunnelError":
                return ProxyRejection(cause.Message, call.Request.Name);
            case "ConfigurationLimitExceeded":
                return new(call.Request.Name, AmityTransportFailure.TooLarge, "the headers of the response are larger than the handler allows");
            case "InvalidResponse" when call.StatusCode is null:
                return new(call.Request.Name, AmityTransportFailure.InvalidHttp, "what came back is not an HTTP response");
            case "InvalidResponse":
                return new(call.Request.Name, AmityTransportFailure.Malformed, "the body does not keep to HTTP's rules");
            case null when !NamesErrors && !IsOfTheConnection(exception):
                return new(call.Request.Name, KindOf(exception, call.IsSeen, wasSent), "the connection broke, or what came back is not HTTP");
            default:
                return new(call.Request.Name, KindOf(exception, call.IsSeen, wasSent), exception.Message, exception);
        }
    }

    /// <summary>Which proxy rejected a tunnel, and with which status; the only place where .NET says so is its message.</summary>
    private static AmityTransportException ProxyRejection(string message, RequestName request)
    {
        var quoted = message.Split('\'');
        // Host and port alone: the address of a proxy can hold a password.
        var name = quoted.Length > 1 && Uri.TryCreate(quoted[1], UriKind.Absolute, out var address) ? $" {address.Authority}" : null;
        int? status = quoted.Length > 3 && int.TryParse(quoted[3], NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code : null;
        var reason = $"the proxy{name} rejected the connection{(status is null ? null : $" with status {status}")}";
        return new AmityTransportException(request, AmityTransportFailure.ProxyRejected, reason) { ProxyStatusCode = status };
    }

    private static AmityTransportFailure KindOf(Exception exception, bool isSeen, bool wasSent)
    {
        // What was seen on the wire outweighs every later failure, such as that of a second try of the caller's handler.
        return isSeen ? AmityTransportFailure.Reset
            : Chain(exception).Select(cause => KindOf(cause, wasSent)).FirstOrDefault(kind => kind is not null)
                ?? (wasSent ? AmityTransportFailure.Reset : AmityTransportFailure.Unreachable);
    }

    private static AmityTransportFailure? KindOf(Exception cause, bool wasSent) => cause switch
    {
        AuthenticationException => AmityTransportFailure.Tls,
        IOException when wasSent => AmityTransportFailure.Reset,
        SocketException
        {
            SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.NoRecovery,
        } => AmityTransportFailure.NameResolution,
        SocketException
        {
            SocketErrorCode: SocketError.ConnectionRefused or SocketError.TimedOut or SocketError.AddressNotAvailable
                or SocketError.AccessDenied or SocketError.HostUnreachable or SocketError.NetworkUnreachable
                or SocketError.HostDown or SocketError.NetworkDown,
        } => AmityTransportFailure.Unreachable,
        // .NET Framework's.
        WebException { Status: WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.ProxyNameResolutionFailure } =>
            AmityTransportFailure.NameResolution,
        WebException { Status: WebExceptionStatus.ConnectFailure } => AmityTransportFailure.Unreachable,
        WebException { Status: WebExceptionStatus.TrustFailure or WebExceptionStatus.SecureChannelFailure } => AmityTransportFailure.Tls,
        _ => null,
    };

    /// <summary>
    /// The name of the framework's own cause, <c>HttpRequestError</c>, and the exception that has it; null and the exception itself when
    /// none has.
    /// </summary>
    private static (string? Error, Exception Cause) CauseOf(Exception exception) => Chain(exception)
        .Select(cause => (Error: ErrorOf(cause), Cause: cause))
        .FirstOrDefault(found => found.Error is not null) is { Error: not null } found ? found : (null, exception);

    private static bool IsOfTheConnection(Exception exception) =>
        Chain(exception).Any(cause => cause is SocketException or AuthenticationException);

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            yield return cause;
        }
    }

#if NET
    private const bool NamesErrors = true;

    private static string? ErrorOf(Exception exception)
    {
        var error = exception switch
        {
            HttpRequestException request => request.HttpRequestError,
            HttpIOException reading => reading.HttpRequestError,
            _ => HttpRequestError.Unknown,
        };
        return error == HttpRequestError.Unknown ? null : error.ToString();
    }
#else
    /// <summary>
    /// Whether this runtime says what an exception stands for, so that only those that quote the response need to be left out.
    /// </summary>
    private static readonly bool NamesErrors = typeof(HttpRequestException).GetProperty(ErrorProperty) is not null;

    private const string ErrorProperty = "HttpRequestError";

    // By name: .NET Standard has no such property, yet this build runs on frameworks that do.
    private static string? ErrorOf(Exception exception) =>
        exception.GetType().GetProperty(ErrorProperty)?.GetValue(exception)?.ToString() is { } error and not "Unknown" ? error : null;
#endif
}
