using System.Diagnostics;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Amity;

/// <summary>
/// Traces, counts and logs the calls of one client: a span around each call, whatever the number of its attempts.
/// </summary>
internal sealed class CallTelemetry
{
    private readonly Uri _server;
    private readonly TimeProvider _time;

    internal CallTelemetry(Uri server, AmityClientOptions options)
    {
        _server = server;
        _time = options.TimeProvider;
        Logger = LoggerOf(options);
    }

    internal ILogger Logger { get; }

    internal static ILogger LoggerOf(AmityClientOptions options) => (options.LoggerFactory ?? NullLoggerFactory.Instance).CreateLogger(AmityTelemetry.LogCategory);

    /// <summary>Starts a call's span; null when nobody listens.</summary>
    internal Activity? Start(AmityCall call)
    {
        call.Start = _time.GetTimestamp();
        return AmityInstruments.Source.StartActivity(call.Request.Operation, ActivityKind.Client);
    }

    internal void Responded(Activity? span, AmityCall call) =>
        AmityLog.Responded(Logger, call.Request.Operation, call.StatusCode, call.Attempts, Ended(span, call, null));

    internal void Failed(Activity? span, AmityCall call, Exception error)
    {
        AmityInstruments.Fail(span, error);
        var seconds = Ended(span, call, error);
        if (Logger.IsEnabled(LogLevel.Debug))
        {
            AmityLog.Failed(Logger, call.Request.Operation, AmityInstruments.ErrorTypeOf(error), call.Attempts, seconds);
        }
    }

    /// <summary>Waits for the turn of a call, and counts the time.</summary>
    internal async ValueTask<RateLimitLease> WaitForTurnAsync(AmityCall call, RateLimiter rateLimit, CancellationToken cancellationToken)
    {
        var turn = rateLimit is AmityRateLimit own ? own.AcquireAsync(cancellationToken) : OthersTurnAsync(call, rateLimit, cancellationToken);
        if (turn.IsCompleted)
        {
            return await turn.ConfigureAwait(false);
        }

        var start = _time.GetTimestamp();
        RateLimitLease permit;
        try
        {
            permit = await turn.ConfigureAwait(false);
        }
        catch
        {
            Waited(call, start);
            throw;
        }

        try
        {
            Waited(call, start);
            return permit;
        }
        catch
        {
            // A listener of the application's threw.
            permit.Dispose();
            throw;
        }
    }

    /// <summary>A limiter of the caller's own may ignore the token, fail, or grant nothing.</summary>
    private static async ValueTask<RateLimitLease> OthersTurnAsync(AmityCall call, RateLimiter rateLimit, CancellationToken cancellationToken)
    {
        RateLimitLease lease;
        try
        {
            lease = await CallersCode.WaitAsync(rateLimit.AcquireAsync(1, cancellationToken).AsTask(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            call.ThrownByCaller = exception;
            throw;
        }

        if (lease.IsAcquired)
        {
            return lease;
        }

        TimeSpan? retryAfter = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : null;
        lease.Dispose();
        throw new AmityRateLimiterRejectedException(call.Request, retryAfter);
    }

    private void Waited(AmityCall call, long start)
    {
        var seconds = _time.GetElapsedTime(start).TotalSeconds;
        AmityInstruments.RateLimitWait.Add(seconds, Tag(AmityTelemetry.Operation, call.Request.Operation));
        AmityLog.Limited(Logger, call.Request.Operation, seconds);
    }

    /// <summary>A call failed in a way that allows it to be sent again.</summary>
    internal static void Retrying(ILogger logger, AmityCall call, Exception error, TimeSpan delay)
    {
        var errorType = AmityInstruments.ErrorTypeOf(error);
        AmityInstruments.Retries.Add(1, Tag(AmityTelemetry.Operation, call.Request.Operation), Tag(AmityTelemetry.ErrorType, errorType));
        AmityLog.Retrying(logger, call.Request.Operation, errorType, call.Attempts, delay.TotalSeconds);
    }

    private double Ended(Activity? span, AmityCall call, Exception? error)
    {
        span?.SetTag(AmityTelemetry.Operation, call.Request.Operation)
            .SetTag(AmityTelemetry.Method, call.Request.Method.Method)
            .SetTag(AmityTelemetry.ServerAddress, _server.Host)
            .SetTag(AmityTelemetry.ServerPort, _server.Port)
            .SetTag(AmityTelemetry.Attempts, call.Attempts)
            .SetTag(AmityTelemetry.StatusCode, call.StatusCode)
            .SetTag(AmityTelemetry.Resends, call.Attempts > 1 ? call.Attempts - 1 : null);

        var seconds = _time.GetElapsedTime(call.Start).TotalSeconds;
        if (!AmityInstruments.CallDuration.Enabled)
        {
            return seconds;
        }

        var tags = new TagList { { AmityTelemetry.Operation, call.Request.Operation }, { AmityTelemetry.Method, call.Request.Method.Method } };
        if (call.StatusCode is { } status)
        {
            tags.Add(AmityTelemetry.StatusCode, status);
        }

        if (error is not null)
        {
            tags.Add(AmityTelemetry.ErrorType, AmityInstruments.ErrorTypeOf(error));
        }

        AmityInstruments.CallDuration.Record(seconds, tags);
        return seconds;
    }

    private static KeyValuePair<string, object?> Tag(string name, object value) => new(name, value);
}
