using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Kentongan.Simulation.World;

/// <summary>What the product logged as an error while the power was on: nothing may be.</summary>
internal sealed class HeardErrors(Power power) : ILoggerProvider, ILogger
{
    private readonly ConcurrentDictionary<string, int> _heard = [];

    public IReadOnlyCollection<string> Lines => [.. _heard.Select(pair => $"{pair.Value} × {pair.Key}")];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel) && !power.IsOff)
        {
            _heard.AddOrUpdate($"{formatter(state, exception)} {exception?.GetType().Name} {exception?.InnerException?.Message}".TrimEnd(), 1, (_, count) => count + 1);
        }
    }

    public void Dispose()
    {
    }
}
