using Dapper;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Invitations.Asked;
using Flette.Web.Features.Meetings;
using Flette.Web.Features.Meetings.Asking;
using Flette.Web.Vault;

namespace Flette.Web.Features.Links;

/// <summary>A fresh link in place of one that has run out (trust.md, Links).</summary>
public static class LinkRenewal
{
    /// <summary>A new one asked for by the recipient is sent at most this often.</summary>
    public static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(10);

    /// <summary>
    /// «Send meg en ny»: a fresh link for what this one was made for, to the address on record. Does nothing when that person has
    /// no address any more, or was sent one a moment ago.
    /// </summary>
    public static async Task RenewAsync(Write write, Guid link)
    {
        ArgumentNullException.ThrowIfNull(write);
        var (pass, family) = (write.Pass, write.Pass.Family!.Id);
        var person = pass.Asker.Id;
        var lately = await write.Db.ExecuteScalarAsync<bool>(
            "select exists (select 1 from link where family = @family and person = @person and created_at > @after)",
            new
            {
                family,
                person,
                after = write.Now - AskAgain,
            },
            write.Work
        );
        if (lately || await AddresseeAsync(write, person, written: true) is not { SentTo: not null } to)
        {
            return;
        }
        switch (await PurposeAsync(write, link))
        {
            case LinkPurpose.Meeting:
                await MeetingAsync(write, link, to);
                return;
            case LinkPurpose.Messages:
                await Messages.MessageBook.TellAsync(
                    write,
                    person,
                    write.NewId(),
                    TimeSpan.Zero,
                    CancellationToken.None
                );
                return;
            case LinkPurpose.Input:
                await InputAsker.RenewAsync(write, link, to);
                return;
        }
        var sealedBody = await write.Db.QuerySingleAsync<Sealed>(
            "select body from link where id = @link",
            new { link },
            write.Work
        );
        var body = pass.Ring.Open<LinkBody>(sealedBody, family, new Place("link", link));
        var titles = body.Titles;
        var rows = await write.Db.QueryAsync<ItemRow>(
            "select * from item where family = @family and id = any(@ids)",
            new { family, ids = titles.Keys.ToArray() },
            write.Work
        );
        var live = rows.Where(r =>
                pass.May(Act.AskForLink, r.ToFacts()) && AgreementRules.IsLive(Rows.FromCode<AgreementState>(r.State))
            )
            // The numbers she knows them by stand in the titles, so the order is the old one too.
            .OrderBy(r => body.Place(r.Id))
            .Select(r => (r.Id, titles[r.Id], r.Day))
            .ToList();
        if (live.Count > 0)
        {
            await LinkBook.SendAsync(
                write,
                write.NewId(),
                to,
                live,
                Subjects.Of(live.Select(l => l.Item2), pass),
                TimeSpan.Zero
            );
        }
    }

    private static async Task<LinkPurpose> PurposeAsync(Write write, Guid link) =>
        Rows.FromCode<LinkPurpose>(
            await write.Db.QuerySingleAsync<string>(
                "select purpose from link where id = @link",
                new { link },
                write.Work
            )
        );

    // Also of a meeting that is not held: the new link says so. Of one that has been there is nothing to say.
    private static async Task MeetingAsync(Write write, Guid link, Addressee to)
    {
        var row = await write.Db.QuerySingleOrDefaultAsync<ItemRow>(
            """
            select i.* from item i join link l on i.id = any(l.items)
             where l.id = @link and i.family = @Id and i.kind = @kind and i.day >= @Today
            """,
            new
            {
                link,
                write.Pass.Family!.Id,
                kind = ItemKinds.Meeting,
                write.Pass.Today,
            },
            write.Work
        );
        if (row is not null && write.Pass.May(Act.AskForLink, row.ToFacts()))
        {
            await Inviter.RenewAsync(write, MeetingBook.Open(new Seen(write.Pass, row)), to);
        }
    }

    // Read for the mail only: what stands here goes to nobody but the address itself.
    /// <param name="written">The address on record, also of one who would rather have paper: she asks for it herself, or has had a mail before.</param>
    internal static async Task<Addressee?> AddresseeAsync(Write write, Guid person, bool written = false)
    {
        ArgumentNullException.ThrowIfNull(write);
        return await OnRecord.FindAsync(write.Pass, person, CancellationToken.None) is { } found
            ? new Addressee(
                person,
                found.Name,
                found.FirstName,
                found.Reach.SentTo ?? (written ? found.Reach.Email : null),
                found.Language
            )
            : null;
    }
}
