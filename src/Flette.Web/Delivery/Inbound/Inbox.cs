using Flette.Web.Data;
using Npgsql;

namespace Flette.Web.Delivery.Inbound;

/// <summary>A municipality's mailbox. One that is away, or a mail nobody can read, holds up no other.</summary>
public sealed partial class Inbox(ReplyIntake intake, ILogger<Inbox> log)
{
    /// <summary>Takes what has come to one municipality. Never throws but when it is told to stop.</summary>
    public async Task SweepAsync(Municipality municipality, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        if (municipality.Inbound is not { } options)
        {
            return;
        }
        IInboundSource source = options.Maildir is { } folder ? new Maildir(folder) : new ImapMailbox(options);
        try
        {
            await source.ReadAsync(mail => TakeAsync(municipality, mail, stop), stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            // The next sweep tries again. Never the message, which may quote an address.
            Ended(log, municipality.Key, e is PostgresException p ? p.SqlState : e.GetType().Name);
        }
    }

    private async Task<bool> TakeAsync(Municipality municipality, InboundMail mail, CancellationToken stop)
    {
        string code;
        try
        {
            code = await intake.TakeAsync(municipality, mail, stop);
        }
        catch (Exception e) when (e is not (OperationCanceledException or NpgsqlException or IOException))
        {
            // A fault of ours at one mail: the others do not wait for its mending.
            code = e.GetType().Name;
        }
        if (code != ReplyIntake.Taken)
        {
            NotTaken(log, municipality.Key, code);
        }
        return code == ReplyIntake.Taken;
    }

    [LoggerMessage(
        EventId = 13,
        Level = LogLevel.Information,
        Message = "A mail to {Municipality} changed nothing: {Code}"
    )]
    private static partial void NotTaken(ILogger logger, string municipality, string code);

    [LoggerMessage(
        EventId = 14,
        Level = LogLevel.Error,
        Message = "A look in the mailbox of {Municipality} ended with {Kind}"
    )]
    private static partial void Ended(ILogger logger, string municipality, string kind);
}
