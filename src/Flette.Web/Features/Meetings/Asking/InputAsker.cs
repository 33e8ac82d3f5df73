using Dapper;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Delivery;
using Flette.Web.Delivery.Mails;
using Flette.Web.Features.Links;
using Flette.Web.Features.Meetings.Preparing;
using Flette.Web.Features.Sending;
using Flette.Web.Vault;

namespace Flette.Web.Features.Meetings.Asking;

/// <summary>What a link to say something before a meeting shows. Sealed with the family's key.</summary>
/// <param name="Titles">The neutral title of each agreement that is open for her, in their order.</param>
public sealed record InputLinkBody(string FirstName, string? Language, IReadOnlyList<AskedAgreement> Titles);

/// <summary>An agreement somebody is asked about before a meeting.</summary>
public sealed record AskedAgreement(Guid Id, string Title);

/// <summary>Asks people by mail for what they have to say before a meeting.</summary>
public static class InputAsker
{
    /// <summary>Sends one mail to each. The id of the sending, by which it can be taken back while it waits.</summary>
    public static async Task<Guid> SendAsync(
        Write write,
        Meeting meeting,
        IReadOnlyList<Addressee> people,
        Outgoing outgoing
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(meeting);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(outgoing);
        var sending = write.NewId();
        if (await AgendaBook.MeetingAsync(write, meeting.Id) is not { } met)
        {
            return sending;
        }
        foreach (var to in people)
        {
            var input = await InputBook.AskAsync(write, meeting, met, to.Person);
            var body = new InputLinkBody(
                to.FirstName,
                Shared.Language.FromWords(to.Language) is { } tongue ? Shared.Language.Code(tongue) : null,
                Open(outgoing, write.Pass, to.Person)
            );
            await PutAsync(write, sending, meeting, to, input, body, write.Now + Outbox.UndoWindow);
        }
        return sending;
    }

    /// <summary>A fresh link in place of one that ran out.</summary>
    internal static async Task RenewAsync(Write write, Guid link, Addressee to)
    {
        var (pass, family) = (write.Pass, write.Pass.Family!.Id);
        var row = await write.Db.QuerySingleOrDefaultAsync<ItemRow>(
            """
            select i.* from item i join link l on i.id = any(l.items)
             where l.id = @link and i.family = @family and i.kind = @kind and i.state = 'planned'
            """,
            new
            {
                link,
                family,
                kind = ItemKinds.Meeting,
            },
            write.Work
        );
        if (row is null)
        {
            return;
        }
        var meeting = MeetingBook.Open(new Seen(pass, row));
        if (!InputBook.IsOpen(meeting.State, meeting.Details.Kind, meeting.Day, pass.Today))
        {
            return;
        }
        var old = await write.Db.QuerySingleAsync<Sealed>(
            "select body from link where id = @link",
            new { link },
            write.Work
        );
        var body = pass.Ring.Open<InputLinkBody>(old, family, new Place("link", link));
        var input = await InputBook.AskAsync(write, meeting, row, to.Person);
        await PutAsync(write, write.NewId(), meeting, to, input, body, write.Now);
    }

    /// <summary>The agreements a person still has, each under the title she knows it by, or a neutral one.</summary>
    public static IReadOnlyList<AskedAgreement> Open(Outgoing outgoing, Pass pass, Guid person)
    {
        ArgumentNullException.ThrowIfNull(outgoing);
        var known = outgoing
            .Links.Where(l => l.Person == person && l.Revoked is null)
            .SelectMany(l => LinkBook.Titles(pass, l))
            .GroupBy(t => t.Key)
            // Newest first.
            .ToDictionary(t => t.Key, t => t.First().Value);
        var hers = outgoing
            .Agreements.Where(a => a.Holders.Contains(person) && AgreementRules.IsLive(a.State))
            .ToList();
        return hers.Select(
                (a, i) =>
                    new AskedAgreement(
                        a.Id,
                        known.TryGetValue(a.Id, out var title) ? title : outgoing.DefaultTitle(a.Id, i + 1, hers.Count)
                    )
            )
            .ToList();
    }

    private static async Task PutAsync(
        Write write,
        Guid sending,
        Meeting meeting,
        Addressee to,
        Guid input,
        InputLinkBody body,
        DateTimeOffset due
    )
    {
        var tongue = Shared.Language.FromCode(body.Language) ?? Tongue.Bokmal;
        var link = await LinkMaking.MakeAsync(
            write,
            sending,
            to.Person,
            LinkPurpose.Input,
            [meeting.Id, input, .. body.Titles.Select(t => t.Id)],
            LinkLife.Until([meeting.Day], write.Pass.Today),
            body
        );
        var mail = new InputMail(
            to.SentTo!,
            to.FirstName,
            meeting.Day,
            meeting.Details.Kind == MinutesKind.Update,
            LinkBook.Coordinator(write.Pass).In(tongue),
            Shared.Language.Code(tongue)
        );
        await Outbox.PutAsync(write, Templates.Input, sending, link, mail, due);
    }
}
