using System.Collections.Immutable;
using Flette.Core.FollowUp;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Links;
using Flette.Web.Features.Team;
using Member = Flette.Web.Features.Families.Member;

namespace Flette.Web.Features.FollowUp;

/// <summary>How each can be reached, and what was sent: what the following up of agreements is read from. Pure.</summary>
/// <param name="Links">What was sent, newest first.</param>
/// <param name="Services">Those of the team who take part now.</param>
/// <param name="WithMail">Those who have an address on record.</param>
/// <param name="Wishes">Members who want to be reminded.</param>
public sealed record FollowUps(
    IReadOnlyList<SentLink> Links,
    IReadOnlySet<Guid> Services,
    IReadOnlySet<Guid> WithMail,
    IReadOnlySet<Guid> Wishes,
    DateOnly Today
)
{
    /// <summary>The kinds that are read beside agreements and people.</summary>
    public static ImmutableArray<string> Kinds { get; } =
    [ItemKinds.Letter, ItemKinds.ReminderWish, ItemKinds.NothingYet];

    /// <summary>Of one family.</summary>
    /// <param name="items">Where the wishes of its members are among.</param>
    public static FollowUps Of(People people, IReadOnlyList<SentLink> links, IEnumerable<Seen> items, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(people);
        return Of(people.Members, people.Team, links, items, today);
    }

    /// <summary>Of several families.</summary>
    public static FollowUps Of(
        IReadOnlyList<Member> members,
        IReadOnlyList<Participant> team,
        IReadOnlyList<SentLink> links,
        IEnumerable<Seen> items,
        DateOnly today
    ) =>
        new(
            links,
            team.Select(p => p.Id).ToHashSet(),
            members
                .Where(m => m.Details.Reach.SentTo is not null)
                .Select(m => m.Id)
                .Concat(team.Where(p => p.Details.Reach.SentTo is not null).Select(p => p.Id))
                .ToHashSet(),
            ReminderWishes.On(items),
            today
        );

    /// <summary>
    /// When she was last written to about it, reminders apart; for one who is rung, since when she has it or has been asked. Null:
    /// nobody has asked her.
    /// </summary>
    public DateOnly? Written(Agreement agreement, Guid person)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        if (!WithMail.Contains(person))
        {
            return agreement.Holders.Contains(person) ? agreement.Details.HeldSince : agreement.Details.AskedSince;
        }
        return Hers(agreement, person)
            .Where(l => !l.Reminder && l.Revoked != Revoked.Undone && l.Mail is MailState.Sent or MailState.Waiting)
            .Select(l => (DateOnly?)Norway.Day(l.CreatedAt))
            .FirstOrDefault();
    }

    /// <summary>The days on which she was written to about it, reminders too, oldest first.</summary>
    public IReadOnlyList<DateOnly> AskedOn(Agreement agreement, Guid person) =>
        Hers(agreement, person)
            .Where(l => l.Revoked != Revoked.Undone && l.Mail is MailState.Sent or MailState.Waiting)
            .Select(l => Norway.Day(l.CreatedAt))
            .Distinct()
            .Order()
            .ToList();

    /// <summary>All steps of one person for one agreement; none when she is not waited for, or nobody has asked her.</summary>
    public IReadOnlyList<Reminder> Plan(Agreement agreement, Guid person)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        var now = agreement.Holding;
        return
            agreement.Due is { } due
            && (Services.Contains(person) || Wishes.Contains(person))
            && Reminders.Awaits(now, person)
            && Hers(agreement, person).FirstOrDefault()?.Revoked != Revoked.NotMe
            && Written(agreement, person) is { } written
            && Reminders.Heard(now, person, written) is { } heard
            ? Reminders.Plan(agreement.Details.Reminds(), due, heard)
            : [];
    }

    /// <summary>Whether she is to be rung about it today, or should have been: she has no address, and a step of hers has come.</summary>
    public bool IsToRing(Agreement agreement, Guid person) =>
        !WithMail.Contains(person) && Plan(agreement, person).Any(r => r.Day <= Today);

    /// <summary>Those who are silent, when all reminders have been; null when nobody is.</summary>
    public Unanswered? Silent(Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return Unanswered.Of(agreement.Holding, agreement.Due, Services.ToList(), p => Written(agreement, p), Today);
    }

    private IEnumerable<SentLink> Hers(Agreement agreement, Guid person) =>
        Links.Where(l => l.Person == person && l.Items.Contains(agreement.Id));
}
