using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Amity.Core.Telemetry;

/// <summary>Every message that the library logs. What the caller gets as an exception is not logged a second time, only that there was one.</summary>
internal static partial class AmityLog
{
    internal static ILogger Of(AmityClientOptions options) =>
        (options.LoggerFactory ?? NullLoggerFactory.Instance).CreateLogger(AmityTelemetry.LogCategory);

    [LoggerMessage(1, LogLevel.Debug, "{Operation} got {StatusCode} after {Attempts} attempts in {Seconds:0.000} s.")]
    internal static partial void Responded(ILogger logger, string operation, int? statusCode, int attempts, double seconds);

    [LoggerMessage(2, LogLevel.Debug, "{Operation} failed ({ErrorType}) after {Attempts} attempts in {Seconds:0.000} s.")]
    internal static partial void Failed(ILogger logger, string operation, string errorType, int attempts, double seconds);

    [LoggerMessage(3, LogLevel.Information, "{Operation} failed ({ErrorType}) at attempt {Attempts} and is sent again in {Seconds:0.000} s.")]
    internal static partial void Retrying(ILogger logger, string operation, string errorType, int attempts, double seconds);

    [LoggerMessage(4, LogLevel.Debug, "{Operation} waited {Seconds:0.000} s for its credential's rate limit.")]
    internal static partial void Limited(ILogger logger, string operation, double seconds);

    [LoggerMessage(5, LogLevel.Information, "{Operation} of {Count} ids: {Done} done, {Rejected} rejected, {Remaining} remaining.")]
    internal static partial void BulkEnded(ILogger logger, string operation, long count, long done, long rejected, long remaining);

    [LoggerMessage(6, LogLevel.Warning, "{Operation} got {Count} entities without an id.")]
    internal static partial void MissingIds(ILogger logger, string operation, int count);
}
