using Flette.Web.Data;
using Flette.Web.Features.FollowUp;
using Npgsql;

namespace Flette.Web.Background;

/// <summary>
/// Looks each minute whether there is somebody to remind, municipality by municipality. A municipality that is gone through is
/// left alone until the next day: what is written meanwhile has its first step later than today.
/// </summary>
public sealed partial class DailyReminding(
    Databases databases,
    Reminding reminding,
    TimeProvider time,
    ILogger<DailyReminding> log
) : BackgroundService
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private readonly Dictionary<Municipality, DateOnly> _done = [];

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

    private async Task LookAsync(Municipality municipality, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        var today = Norway.Day(now);
        if (!Reminding.MayGo(now) || _done.GetValueOrDefault(municipality) == today)
        {
            return;
        }
        try
        {
            await reminding.SweepAsync(municipality, stop);
            _done[municipality] = today;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            // The next minute tries again. Never the message, which may quote data.
            Ended(log, municipality.Key, Kind(e));
        }
    }

    private static string Kind(Exception e) =>
        e switch
        {
            AggregateException { InnerExceptions: [var first, ..] } => Kind(first),
            PostgresException p => p.SqlState,
            _ => e.GetType().Name,
        };

    [LoggerMessage(
        EventId = 12,
        Level = LogLevel.Error,
        Message = "Going through the reminders of {Municipality} ended with {Kind}"
    )]
    private static partial void Ended(ILogger logger, string municipality, string kind);
}
