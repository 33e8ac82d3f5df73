using Dapper;
using Flette.Web.Access;
using Flette.Web.Delivery.Mails;
using Flette.Web.Vault;

namespace Flette.Web.Delivery;

/// <summary>
/// What is to leave the house. A row is written in the transaction that decides it, so that neither is without the other, and
/// rendered at sending; it waits so that it can be undone.
/// </summary>
public static class Outbox
{
    /// <summary>How long a sending can be undone.</summary>
    public static readonly TimeSpan UndoWindow = TimeSpan.FromSeconds(30);

    /// <summary>Puts a mail in the outbox.</summary>
    /// <param name="sending">What is sent in one go, and taken back in one go.</param>
    /// <param name="link">The link it carries: the mail stops when the link is revoked. Null for one that carries none.</param>
    /// <param name="after">The instant it may leave.</param>
    /// <param name="item">What it is about, where it carries no link: it stops when no open plan holds that.</param>
    public static async Task PutAsync<T>(
        Write write,
        MailTemplate<T> template,
        Guid sending,
        Guid? link,
        T mail,
        DateTimeOffset after,
        Guid? item = null
    )
        where T : IMailContent
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(template);
        var id = write.NewId();
        var family = write.Pass.Family!.Id;
        await write.ExecuteAsync(
            """
            insert into outbox (id, family, sending, link, template, state, send_after, due_at, created_at, item, body)
            values (@id, @family, @sending, @link, @Code, 'waiting', @after, @after, @Now, @item, @body)
            """,
            new
            {
                id,
                family,
                sending,
                link,
                template.Code,
                after,
                write.Now,
                item,
                body = write.Pass.Ring.Seal(mail, family, new Place("outbox", id)),
            }
        );
        write.Touched(id);
        var outgoing = write.Pass.Municipality.Outgoing;
        write.Afterwards(() => outgoing.At(after));
    }

    /// <summary>
    /// A reminder that still waits, as while the mail server is away, does not leave when its agreement is answered or changed: what
    /// it would ask is another thing by then.
    /// </summary>
    public static Task StopRemindersAsync(Write write, Guid agreement)
    {
        ArgumentNullException.ThrowIfNull(write);
        return write.ExecuteAsync(
            """
            update outbox o set state = 'undone', ended_at = @Now from link l
             where l.id = o.link and l.reminder and @agreement = any(l.items) and l.family = @Id and o.family = @Id
               and o.state = 'waiting'
            """,
            new
            {
                write.Now,
                write.Pass.Family!.Id,
                agreement,
            }
        );
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
