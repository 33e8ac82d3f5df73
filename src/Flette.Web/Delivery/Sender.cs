using System.Threading.Channels;
using Flette.Web.Data;
using Npgsql;

namespace Flette.Web.Delivery;

/// <summary>
/// Says when each municipality's outbox is looked at: when a write of this process put something there and its wait is over,
/// and each minute in any case. Municipalities take turns, one mail each, so that a long queue or a dead server of one holds up
/// no other. No connection is kept between turns.
/// </summary>
public sealed partial class Sender(Databases databases, Dispatch dispatch, TimeProvider time, ILogger<Sender> log)
    : BackgroundService
{
    /// <summary>How often every outbox is looked at.</summary>
    public static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    /// <summary>How many municipalities are served at the same time.</summary>
    private const int Workers = 4;

    private readonly Lock _gate = new();
    private readonly Channel<Municipality> _queue = Channel.CreateUnbounded<Municipality>();
    private readonly HashSet<Municipality> _queued = [];
    private readonly Dictionary<Municipality, DateTimeOffset> _wakes = [];

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the first page is served, so that no write goes unheard.
        foreach (var municipality in databases.All)
        {
            municipality.Outgoing.Hear(due => Later(municipality, due));
        }
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // A mail on its way out is seen to its end also when the program is told to stop.
            await Task.WhenAll([
                SweepAsync(stoppingToken),
                .. Enumerable.Range(0, Workers).Select(_ => WorkAsync(stoppingToken)),
            ]);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop.
        }
    }

    private async Task SweepAsync(CancellationToken stop)
    {
        while (true)
        {
            foreach (var municipality in databases.All)
            {
                Enqueue(municipality);
            }
            await Task.Delay(SweepEvery, time, stop);
        }
    }

    private async Task WorkAsync(CancellationToken stop)
    {
        await foreach (var municipality in _queue.Reader.ReadAllAsync(stop))
        {
            lock (_gate)
            {
                _queued.Remove(municipality);
            }
            try
            {
                var turn = await dispatch.NextAsync(municipality, stop);
                if (turn.More)
                {
                    Enqueue(municipality);
                }
                else if (turn.Again is { } again && again - time.GetUtcNow() < SweepEvery)
                {
                    Later(municipality, again);
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                throw;
            }
            catch (Exception e)
            {
                // The next sweep tries again. Never the message, which may quote data.
                Ended(log, municipality.Key, e is PostgresException p ? p.SqlState : e.GetType().Name);
                if (e is NpgsqlException)
                {
                    // When one connection is dead the others of the pool mostly are too.
                    municipality.Database.Clear();
                }
            }
        }
    }

    private void Enqueue(Municipality municipality)
    {
        lock (_gate)
        {
            if (_queued.Add(municipality))
            {
                _queue.Writer.TryWrite(municipality);
            }
        }
    }

    /// <summary>A turn at an instant. One that stands before it is enough: that turn finds out about this.</summary>
    private void Later(Municipality municipality, DateTimeOffset due)
    {
        lock (_gate)
        {
            if (_wakes.TryGetValue(municipality, out var set) && set <= due)
            {
                return;
            }
            _wakes[municipality] = due;
        }
        _ = WaitAsync();

        async Task WaitAsync()
        {
            var wait = due - time.GetUtcNow();
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, time);
            lock (_gate)
            {
                if (_wakes.TryGetValue(municipality, out var set) && set == due)
                {
                    _wakes.Remove(municipality);
                }
            }
            Enqueue(municipality);
        }
    }

    [LoggerMessage(
        EventId = 11,
        Level = LogLevel.Error,
        Message = "A turn at the outbox of {Municipality} ended with {Kind}"
    )]
    private static partial void Ended(ILogger logger, string municipality, string kind);
}
