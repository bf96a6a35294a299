using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Reflection;

namespace Amity.Core.Telemetry;

/// <summary>The one activity source and the one meter, shared by all clients of the process.</summary>
internal static class AmityInstruments
{
    /// <summary>The version that the library names itself by, without the build's metadata: 1.2.3, not 1.2.3+commit.</summary>
    internal static readonly string Version =
        typeof(AmityInstruments).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    internal static readonly ActivitySource Source = new(AmityTelemetry.ActivitySourceName, Version);

    private static readonly Meter Meter = new(AmityTelemetry.MeterName, Version);

    internal static readonly Histogram<double> CallDuration =
        Meter.CreateHistogram<double>(AmityTelemetry.CallDuration, "s", "How long calls took with all their waits and attempts.");

    internal static readonly Counter<long> Retries =
        Meter.CreateCounter<long>(AmityTelemetry.Retries, "{request}", "Requests that were sent again.");

    internal static readonly Counter<double> RateLimitWait =
        Meter.CreateCounter<double>(AmityTelemetry.RateLimitWait, "s", "Time that calls waited for their credential's rate limit.");

    /// <summary>What an error is called in <see cref="AmityTelemetry.ErrorType"/>: few values, none of them an id.</summary>
    internal static string ErrorTypeOf(Exception error) => error switch
    {
        AmityApiException { StatusCode: >= 300 } rejection => rejection.StatusCode.ToString(CultureInfo.InvariantCulture),
        AmityTransportException failure => failure.Failure.ToString(),
        OperationCanceledException => typeof(OperationCanceledException).FullName!,
        _ => error.GetType().FullName!,
    };

    /// <summary>Marks a span as failed, without the error's message: the service's words can hold ids.</summary>
    internal static void Fail(Activity? span, Exception error) =>
        span?.SetTag(AmityTelemetry.ErrorType, ErrorTypeOf(error)).SetStatus(ActivityStatusCode.Error);
}
