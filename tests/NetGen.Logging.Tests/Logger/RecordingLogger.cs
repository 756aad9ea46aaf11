using Microsoft.Extensions.Logging;

namespace NetGen.Logging.Tests.Logger;

/// <summary>Keeps the messages at a level and above.</summary>
internal sealed class RecordingLogger(LogLevel lowest) : ILogger
{
    public List<Message> Messages { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= lowest;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var values = Assert.IsAssignableFrom<IReadOnlyList<KeyValuePair<string, object?>>>(state);
        Messages.Add(new Message(logLevel, eventId.Id, formatter(state, exception), values.ToDictionary(pair => pair.Key, pair => pair.Value)));
    }

    public sealed record Message(LogLevel Level, int Id, string Text, Dictionary<string, object?> Values);
}
