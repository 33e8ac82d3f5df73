using Flette.Web.Data;

namespace Flette.Web.Delivery.Inbound;

/// <summary>Looks at each municipality's mailbox once a minute.</summary>
public sealed class InboxWorker(Databases databases, Inbox inbox, TimeProvider time) : BackgroundService
{
    /// <summary>How often every mailbox is looked at.</summary>
    public static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.WhenAll(
                    databases.All.Where(m => m.Inbound is not null).Select(m => inbox.SweepAsync(m, stoppingToken))
                );
                await Task.Delay(SweepEvery, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop.
        }
    }
}
