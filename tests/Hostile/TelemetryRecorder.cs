using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Amity.Tests.Hostile;

/// <summary>Keeps every log line at every level and every activity of the library; .NET's own activities quote what was no HTTP.</summary>
internal sealed class TelemetryRecorder : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ConcurrentQueue<string> _exceptions = new();
    private readonly ConcurrentQueue<string> _activities = new();
    private readonly ActivityListener _listener;

    internal TelemetryRecorder()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == AmityTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Note,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    internal IReadOnlyList<string> Lines => [.. _lines];

    /// <summary>What a provider may write below a line.</summary>
    internal IReadOnlyList<string> Exceptions => [.. _exceptions];

    internal IReadOnlyList<string> Activities => [.. _activities];

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _lines.Enqueue($"{state}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _lines.Enqueue(formatter(state, exception));
        _exceptions.Enqueue($"{exception}");
    }

    public void Dispose() => _listener.Dispose();

    private void Note(Activity activity)
    {
        var tags = activity.TagObjects.Concat(activity.Events.SelectMany(happening => happening.Tags));
        var texts = tags.Select(tag => $"{tag.Key}={tag.Value}");
        _activities.Enqueue(string.Join('\n', texts.Append(activity.DisplayName).Append(activity.StatusDescription)));
    }
}
