using Dapper;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Delivery;
using Flette.Web.Delivery.Mails;
using Flette.Web.Features.Families;
using Flette.Web.Features.Links;
using Flette.Web.Features.Shared;
using Flette.Web.Vault;

namespace Flette.Web.Features.Meetings.Publishing;

/// <summary>The mails of a publishing to members: that there is something to read, and that what was sent does not count.</summary>
public static class PublishMails
{
    /// <summary>Tells a member that there is something to read. It waits so that it can be undone.</summary>
    public static Task TellAsync(Write write, Guid sending, Member member, Guid meeting, DateOnly day, bool again)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(member);
        var tongue = Language.FromWords(member.Details.Language) ?? Tongue.Bokmal;
        var mail = new MinutesMail(
            member.Details.Reach.SentTo!,
            member.Details.FirstName,
            Subject(day, write.Pass.Today, tongue),
            day,
            again,
            LinkBook.Coordinator(write.Pass).In(tongue),
            Language.Code(tongue)
        );
        return Outbox.PutAsync(
            write,
            Templates.MinutesReady,
            sending,
            link: null,
            mail,
            write.Now + Outbox.UndoWindow,
            meeting
        );
    }

    /// <summary>
    /// Takes a sending back: what waits never leaves, its links open nothing any more, and everyone whose mail had left is told that
    /// it does not count.
    /// </summary>
    public static async Task TakeBackAsync(Write write, Guid sending, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(write);
        await LinkBook.TakeBackAsync(write, sending);
        await Outbox.UndoAsync(write, sending);
        var family = write.Pass.Family!.Id;
        // Waits for a mail that is leaving at this moment, so that it is either stopped or told of.
        var left = (
            await write.Db.QueryAsync<LeftRow>(
                "select id, body from outbox where family = @family and sending = @sending and state = 'sent' order by id for update",
                new { family, sending },
                write.Work
            )
        )
            .Select(r => write.Pass.Ring.Open<SentTo>(r.Body, family, new Place("outbox", r.Id)))
            .DistinctBy(m => m.Address, StringComparer.OrdinalIgnoreCase)
            .ToList();
        var correction = write.NewId();
        foreach (var to in left)
        {
            var tongue = Language.FromCode(to.Language) ?? Tongue.Bokmal;
            var mail = new MinutesMail(
                to.Address,
                to.FirstName,
                Subject(day, write.Pass.Today, tongue),
                day,
                Again: true,
                LinkBook.Coordinator(write.Pass).In(tongue),
                to.Language
            );
            await Outbox.PutAsync(write, Templates.MinutesTakenBack, correction, link: null, mail, write.Now);
        }
    }

    private static string Subject(DateOnly day, DateOnly today, Tongue tongue)
    {
        var when = NorwegianDates.DayAndMonth(day, today, tongue);
        return tongue switch
        {
            Tongue.Nynorsk => $"Frå møtet {when}",
            Tongue.English => $"From the meeting on {when}",
            _ => $"Fra møtet {when}",
        };
    }

    /// <summary>What mails of all kinds say of whom they go to.</summary>
    private sealed record SentTo(string Address, string FirstName, string Language);

    private sealed record LeftRow
    {
        public Guid Id { get; init; }
        public Sealed Body { get; init; }
    }
}
