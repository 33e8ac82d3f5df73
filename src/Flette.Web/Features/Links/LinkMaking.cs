using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Vault;

namespace Flette.Web.Features.Links;

/// <summary>Makes links. What they carry is the matter of those who send them.</summary>
public static class LinkMaking
{
    /// <summary>Stores a link for one person and one purpose.</summary>
    /// <param name="sending">What is sent in one go, and taken back in one go.</param>
    /// <param name="items">The items it opens, and no others.</param>
    /// <param name="until">Last day it opens.</param>
    /// <param name="body">What its page shows beside them. Sealed with the family's key.</param>
    /// <param name="reminder">Whether it reminds of what was sent before.</param>
    public static async Task<Guid> MakeAsync<T>(
        Write write,
        Guid sending,
        Guid person,
        LinkPurpose purpose,
        Guid[] items,
        DateOnly until,
        T body,
        bool reminder = false
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        var (pass, family, id) = (write.Pass, write.Pass.Family!.Id, write.NewId());
        await write.ExecuteAsync(
            """
            insert into link (id, family, sending, person, purpose, items, created_at, created_by, expires_on, reminder, body)
            values (@id, @family, @sending, @person, @purpose, @items, @Now, @by, @until, @reminder, @body)
            """,
            new
            {
                id,
                family,
                sending,
                person,
                purpose = Rows.Code(purpose),
                items,
                write.Now,
                by = pass.Asker.Kind == AskerKind.Staff ? pass.Asker.Id : (Guid?)null,
                until,
                reminder,
                body = pass.Ring.Seal(body, family, new Place("link", id)),
            }
        );
        write.Touched(id);
        return id;
    }
}
