using Microsoft.Extensions.Logging;

namespace Amity.Cli.Terminals;

/// <summary>Shows what is logged as remarks beside the data.</summary>
internal sealed class TerminalLog(Terminal terminal) : ILoggerFactory, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        terminal.Say(formatter(state, exception));

    public void Dispose()
    {
    }
}
