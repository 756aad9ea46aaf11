using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace NetGen.Service.Tests;

/// <summary>What a service logs as an error from now on.</summary>
internal sealed class LoggedFaults : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _messages = [];

    public IReadOnlyCollection<string> Messages => _messages;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
        {
            _messages.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
    }
}
