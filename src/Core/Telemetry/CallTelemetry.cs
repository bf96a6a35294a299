using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Amity.Core.Telemetry;

/// <summary>Traces, counts and logs the calls of one client: a span around each call, whatever the number of its attempts.</summary>
internal sealed class CallTelemetry(Uri server, AmityClientOptions options)
{
    private readonly ILogger _logger = AmityLog.Of(options);
    private readonly TimeProvider _time = options.TimeProvider;

    /// <summary>Starts a call's span; null when nobody listens.</summary>
    internal static Activity? Start(string operation) => AmityInstruments.Source.StartActivity(operation, ActivityKind.Client);

    internal void Responded(Activity? span, in CallRecord call)
    {
        var seconds = Ended(span, call, error: null);
        AmityLog.Responded(_logger, call.Operation, call.StatusCode, call.Attempts, seconds);
    }

    internal void Failed(Activity? span, in CallRecord call, Exception error)
    {
        AmityInstruments.Fail(span, error);
        var seconds = Ended(span, call, error);
        if (_logger.IsEnabled(LogLevel.Debug))
        {
            AmityLog.Failed(_logger, call.Operation, AmityInstruments.ErrorTypeOf(error), call.Attempts, seconds);
        }
    }

    /// <summary>A call is sent again after a delay.</summary>
    internal void Retrying(in CallRecord call, Exception error, TimeSpan delay)
    {
        var errorType = AmityInstruments.ErrorTypeOf(error);
        AmityInstruments.Retries.Add(1, Tag(AmityTelemetry.Operation, call.Operation), Tag(AmityTelemetry.ErrorType, errorType));
        AmityLog.Retrying(_logger, call.Operation, errorType, call.Attempts, delay.TotalSeconds);
    }

    /// <summary>A call waited for its rate limit.</summary>
    internal void Waited(string operation, TimeSpan time)
    {
        AmityInstruments.RateLimitWait.Add(time.TotalSeconds, Tag(AmityTelemetry.Operation, operation));
        AmityLog.Limited(_logger, operation, time.TotalSeconds);
    }

    private double Ended(Activity? span, in CallRecord call, Exception? error)
    {
        span?.SetTag(AmityTelemetry.Operation, call.Operation)
            .SetTag(AmityTelemetry.Method, call.Method)
            .SetTag(AmityTelemetry.ServerAddress, server.Host)
            .SetTag(AmityTelemetry.ServerPort, server.Port)
            .SetTag(AmityTelemetry.Attempts, call.Attempts)
            .SetTag(AmityTelemetry.StatusCode, call.StatusCode)
            .SetTag(AmityTelemetry.Resends, call.Attempts > 1 ? call.Attempts - 1 : null);

        var seconds = _time.GetElapsedTime(call.Start).TotalSeconds;
        if (!AmityInstruments.CallDuration.Enabled)
        {
            return seconds;
        }

        var tags = new TagList { { AmityTelemetry.Operation, call.Operation }, { AmityTelemetry.Method, call.Method } };
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

/// <summary>What is recorded of a call.</summary>
/// <param name="Operation">The operation's id in the spec.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Start">When it started, by the client's clock.</param>
/// <param name="Attempts">How often the request was sent.</param>
/// <param name="StatusCode">The status of the last response; null when the last attempt had none.</param>
internal readonly record struct CallRecord(string Operation, string Method, long Start, int Attempts, int? StatusCode);
