using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Flette.Kit.Canaries;

/// <summary>
/// A log that keeps everything: every level of every category with each value by name and with the scopes around it, more than the
/// most curious of operators can turn on.
/// </summary>
public sealed class LoudLog : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> _lines = new();
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    /// <summary>All lines so far.</summary>
    public IReadOnlyCollection<string> Lines => _lines;

    /// <summary>Puts it in a program that is being built.</summary>
    public void Join(ILoggingBuilder logging)
    {
        logging.AddProvider(this);
        // Said after the program has had its last word on what is written.
        logging.Services.PostConfigure<LoggerFilterOptions>(o =>
            o.Rules.Add(
                new LoggerFilterRule(typeof(LoudLog).FullName, categoryName: null, LogLevel.Trace, filter: null)
            )
        );
    }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Line(this, categoryName);

    /// <inheritdoc/>
    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    /// <inheritdoc/>
    public void Dispose() { }

    private sealed class Line(LoudLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            var values = new List<string>();
            Add(values, state);
            log._scopes.ForEachScope(static (scope, kept) => Add(kept, scope), values);
            log._lines.Enqueue(
                $"{logLevel} {category}: {formatter(state, exception)} {exception} {string.Join(' ', values)}"
            );
        }

        private static void Add(List<string> values, object? state)
        {
            values.Add(state?.ToString() ?? "");
            if (state is IEnumerable<KeyValuePair<string, object?>> named)
            {
                values.AddRange(named.Select(n => $"{n.Key}={n.Value}"));
            }
        }
    }
}
