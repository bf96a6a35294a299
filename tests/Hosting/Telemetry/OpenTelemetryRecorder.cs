using System.Diagnostics;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Amity.Tests.Hosting.Telemetry;

/// <summary>Collects what the library tells OpenTelemetry and ILogger, as an application that subscribes to its names does.</summary>
internal sealed class OpenTelemetryRecorder : ILoggerFactory, ILogger
{
    private readonly List<Activity> _spans = [];
    private readonly List<Metric> _metrics = [];
    private readonly TracerProvider _tracing;
    private readonly MeterProvider _metering;
    private readonly List<(LogLevel Level, string Text)> _log = [];

    public OpenTelemetryRecorder()
    {
        _tracing = Sdk.CreateTracerProviderBuilder().AddSource(AmityTelemetry.ActivitySourceName).AddInMemoryExporter(_spans).Build();
        _metering = Sdk.CreateMeterProviderBuilder().AddMeter(AmityTelemetry.MeterName).AddInMemoryExporter(_metrics).Build();
    }

    public IReadOnlyList<Activity> Spans
    {
        get
        {
            _tracing.ForceFlush();
            return _spans;
        }
    }

    public IReadOnlyList<(LogLevel Level, string Text)> Log => _log;

    public string? Category { get; private set; }

    /// <summary>The metric's sums over all its tags, and its tags as text.</summary>
    public (double Sum, string[] Tags) Metric(string name)
    {
        _metering.ForceFlush();
        var sum = 0.0;
        var tags = new SortedSet<string>(StringComparer.Ordinal);
        foreach (ref readonly var point in _metrics.Last(metric => metric.Name == name).GetMetricPoints())
        {
            sum += _metrics.Last(metric => metric.Name == name).MetricType switch
            {
                MetricType.Histogram => point.GetHistogramSum(),
                MetricType.DoubleSum => point.GetSumDouble(),
                _ => point.GetSumLong(),
            };
            foreach (var tag in point.Tags)
            {
                tags.Add($"{tag.Key}={tag.Value}");
            }
        }

        return (sum, [.. tags]);
    }

    /// <summary>Everything that was told, as text.</summary>
    public string Everything() => string.Join('\n', Spans
        .SelectMany(span => span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}")
            .Append(span.DisplayName).Append(span.StatusDescription)
            .Concat(span.Events.SelectMany(told => told.Tags.Select(tag => $"{tag.Key}={tag.Value}"))))
        .Concat(MetricNames().SelectMany(name => Metric(name).Tags))
        .Concat(_log.Select(entry => entry.Text)));

    private string[] MetricNames()
    {
        _metering.ForceFlush();
        return [.. _metrics.Select(metric => metric.Name).Distinct()];
    }

    public ILogger CreateLogger(string categoryName)
    {
        Category = categoryName;
        return this;
    }

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_log)
        {
            _log.Add((logLevel, formatter(state, exception)));
        }
    }

    public void Dispose()
    {
        _tracing.Dispose();
        _metering.Dispose();
    }
}
