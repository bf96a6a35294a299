using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Amity;

/// <summary>The one activity source and the one meter, shared by all clients of the process.</summary>
internal static class AmityInstruments
{
    internal static readonly ActivitySource Source = new(AmityTelemetry.ActivitySourceName, LibraryVersion.Text);

    private static readonly Meter Meter = new(AmityTelemetry.MeterName, LibraryVersion.Text);

    internal static readonly Histogram<double> CallDuration =
        Meter.CreateHistogram<double>(AmityTelemetry.CallDuration, "s", "How long calls took with all their waits and attempts.");

    internal static readonly Counter<long> Retries =
        Meter.CreateCounter<long>(AmityTelemetry.Retries, "{request}", "Requests that were sent again.");

    internal static readonly Counter<double> RateLimitWait =
        Meter.CreateCounter<double>(AmityTelemetry.RateLimitWait, "s", "Time that calls waited for their credential's rate limit.");

    /// <summary>What an error is called in <see cref="AmityTelemetry.ErrorType"/>: few values, none of them an id.</summary>
    internal static string ErrorTypeOf(Exception error) => error switch
    {
        AmityApiException { StatusCode: >= 300 } rejection => rejection.StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture),
        AmityTransportException failure => failure.Failure.ToString(),
        OperationCanceledException => typeof(OperationCanceledException).FullName!,
        _ => error.GetType().FullName!,
    };

    /// <summary>Marks a span as failed, without the error's message: the service's words can hold ids.</summary>
    internal static void Fail(Activity? span, Exception error) =>
        span?.SetTag(AmityTelemetry.ErrorType, ErrorTypeOf(error)).SetStatus(ActivityStatusCode.Error);
}
