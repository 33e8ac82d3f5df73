using Flette.Web.Data;
using Npgsql;

namespace Flette.Web.Audit.Sealing;

/// <summary>
/// Seals the log of each municipality: each second where this process has written to it, and now and then everywhere, for what others wrote.
/// Tells the operator's log the head each hour, so that a tail that is cut is missed by somebody outside, and says so when sealing stops.
/// </summary>
public sealed partial class Sealer(Databases databases, TimeProvider time, ILogger<Sealer> log) : BackgroundService
{
    /// <summary>How often it looks where something was written.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    /// <summary>How often it looks everywhere.</summary>
    public static readonly TimeSpan Sweep = TimeSpan.FromSeconds(20);

    /// <summary>How often the head is told.</summary>
    public static readonly TimeSpan HeadEvery = TimeSpan.FromHours(1);

    /// <summary>How long a row may wait for its seal before somebody is told.</summary>
    public static readonly TimeSpan TooLong = TimeSpan.FromSeconds(60);

    private readonly Dictionary<Municipality, (DateTimeOffset Swept, DateTimeOffset Told)> _done = [];

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                foreach (var municipality in databases.All)
                {
                    await LookAsync(municipality, stoppingToken);
                }
                await Task.Delay(Every, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop.
        }
    }

    /// <summary>Looks at one municipality: seals what can be sealed, and tells what is to be told.</summary>
    public async Task LookAsync(Municipality municipality, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        var now = time.GetUtcNow();
        var (swept, told) = _done.GetValueOrDefault(municipality);
        var sweeps = now - swept >= Sweep;
        if (!sweeps && !municipality.HasUnsealed)
        {
            return;
        }
        try
        {
            // Before, so that what is written meanwhile is looked at the next time.
            municipality.HasUnsealed = false;
            SealTurn turn;
            do
            {
                turn = await Seals.TurnAsync(municipality, now, stop);
                // What still waits for somebody's transaction is looked at again in a second.
                municipality.HasUnsealed |= turn.Sealed == 0 && !sweeps;
            } while (turn.More && !stop.IsCancellationRequested);
            if (sweeps)
            {
                told = await TellAsync(municipality, now, told, stop);
                _done[municipality] = (now, told);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            // The next look tries again. Never the message, which may quote data.
            municipality.HasUnsealed = true;
            Ended(log, municipality.Key, e is PostgresException p ? p.SqlState : e.GetType().Name);
        }
    }

    private async Task<DateTimeOffset> TellAsync(
        Municipality municipality,
        DateTimeOffset now,
        DateTimeOffset told,
        CancellationToken stop
    )
    {
        await using var db = await municipality.Database.OpenConnectionAsync(stop);
        var lag = await Seals.LagAsync(db, now, stop);
        municipality.HasUnsealed |= lag > TimeSpan.Zero;
        if (lag > TooLong)
        {
            Late(log, municipality.Key, (long)lag.TotalSeconds);
        }
        if (now - told < HeadEvery || await Seals.HeadAsync(db, stop) is not { } head)
        {
            return told;
        }
        Head(log, municipality.Key, head.Epoch, head.No, Convert.ToHexStringLower(head.Mac));
        return now;
    }

    [LoggerMessage(
        EventId = 41,
        Level = LogLevel.Information,
        Message = "Head of the log: {Municipality} {Epoch} {No} {Mac}"
    )]
    private static partial void Head(ILogger logger, string municipality, int epoch, long no, string mac);

    [LoggerMessage(
        EventId = 42,
        Level = LogLevel.Error,
        Message = "The log of {Municipality} has not been sealed for {Seconds} seconds"
    )]
    private static partial void Late(ILogger logger, string municipality, long seconds);

    [LoggerMessage(
        EventId = 43,
        Level = LogLevel.Error,
        Message = "Sealing the log of {Municipality} ended with {Kind}"
    )]
    private static partial void Ended(ILogger logger, string municipality, string kind);
}
