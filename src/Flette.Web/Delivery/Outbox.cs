using Dapper;
using Flette.Web.Access;
using Flette.Web.Vault;

namespace Flette.Web.Delivery;

/// <summary>A mail with a link, as it waits in the outbox. Sealed with the family's key.</summary>
/// <param name="Address">The one it goes to.</param>
/// <param name="FirstName">How it greets.</param>
/// <param name="Subject">Neutral title that the coordinator saw and approved: names nobody, no diagnosis, no service.</param>
/// <param name="Count">How many agreements the link lists.</param>
/// <param name="From">The coordinator's name and telephone, for whoever would rather call.</param>
/// <param name="Language">nb, nn or en.</param>
public sealed record LinkMail(
    string Address,
    string FirstName,
    string Subject,
    int Count,
    string From,
    string Language = "nb"
);

/// <summary>
/// What is to leave the house. A row is written in the transaction that decides it, so that neither is without the other, and
/// rendered at sending; it waits so that it can be undone.
/// </summary>
public static class Outbox
{
    /// <summary>The template of a mail with a link to agreements.</summary>
    public const string AgreementsTemplate = "agreements";

    /// <summary>How long a sending can be undone.</summary>
    public static readonly TimeSpan UndoWindow = TimeSpan.FromSeconds(30);

    /// <summary>Puts a mail with a link in the outbox.</summary>
    /// <param name="wait">How long it waits before it leaves.</param>
    public static async Task PutAsync(Write write, Guid sending, Guid link, LinkMail mail, TimeSpan wait)
    {
        ArgumentNullException.ThrowIfNull(write);
        var id = write.NewId();
        var family = write.Pass.Family!.Id;
        await write.ExecuteAsync(
            """
            insert into outbox (id, family, sending, link, template, state, send_after, created_at, body)
            values (@id, @family, @sending, @link, @template, 'waiting', @after, @Now, @body)
            """,
            new
            {
                id,
                family,
                sending,
                link,
                template = AgreementsTemplate,
                after = write.Now + wait,
                write.Now,
                body = write.Pass.Ring.Seal(mail, family, new Place("outbox", id)),
            }
        );
        write.Touched(id);
        var (outgoing, due) = (write.Pass.Municipality.Outgoing, write.Now + wait);
        write.Afterwards(() => outgoing.At(due));
    }

    /// <summary>Takes back what has not left yet, and gives how many that were.</summary>
    public static Task<int> UndoAsync(Write write, Guid sending)
    {
        ArgumentNullException.ThrowIfNull(write);
        return write.ExecuteAsync(
            "update outbox set state = 'undone', ended_at = @Now where family = @Id and sending = @sending and state = 'waiting'",
            new
            {
                write.Now,
                write.Pass.Family!.Id,
                sending,
            }
        );
    }
}
