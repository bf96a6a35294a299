using Microsoft.Extensions.Logging;

namespace Amity.Tests.Hostile;

/// <summary>Tells from the log when a call waits for its next attempt.</summary>
internal sealed class RetryWaitLog : ILoggerFactory, ILogger
{
    private readonly TaskCompletionSource _retrying = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal Task Retrying => _retrying.Task;

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (formatter(state, exception).Contains("is sent again", StringComparison.Ordinal))
        {
            _retrying.TrySetResult();
        }
    }

    public void Dispose()
    {
    }
}
