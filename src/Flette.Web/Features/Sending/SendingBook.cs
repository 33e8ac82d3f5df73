using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.Families;
using Flette.Core.FollowUp;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Delivery;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.FollowUp;
using Flette.Web.Features.Links;
using Flette.Web.Features.Meetings;

namespace Flette.Web.Features.Sending;

/// <summary>Nothing was chosen to be sent or given.</summary>
public sealed record NothingToSend : Refusal;

/// <summary>It was sent already, so it can no longer be taken back.</summary>
public sealed record TooLate : Refusal;

/// <summary>What is to be sent to one person.</summary>
public sealed record PersonalMail(
    Addressee To,
    IReadOnlyList<(Guid Agreement, string Title, DateOnly? Due)> Agreements,
    string Subject
);

/// <summary>Everything the sending page rests on.</summary>
/// <param name="Agreements">Those somebody still has something to do with, and those nobody has.</param>
/// <param name="Plan">Who gets what.</param>
/// <param name="Links">What has been sent before, newest first.</param>
/// <param name="Wishes">Members who want to be reminded.</param>
public sealed record Outgoing(
    IReadOnlyList<Agreement> Agreements,
    People People,
    SendingPlan Plan,
    IReadOnlyList<SentLink> Links,
    IReadOnlyDictionary<Guid, DateOnly> Meetings,
    IReadOnlySet<Guid> Wishes
)
{
    /// <summary>An agreement by id.</summary>
    public Agreement Agreement(Guid id) => Agreements.First(a => a.Id == id);

    /// <summary>The neutral title used when none is written.</summary>
    /// <param name="number">Its place among those in the same link.</param>
    /// <param name="of">How many there are in that link; one has no number.</param>
    public string DefaultTitle(Guid agreement, int number = 1, int of = 1)
    {
        var a = Agreement(agreement);
        return NeutralTitle.Default(
            a.Parent is { } meeting && Meetings.TryGetValue(meeting, out var day) ? day : null,
            a.Details.HeldSince ?? Norway.Day(a.At),
            number,
            of
        );
    }

    /// <summary>Whether she has been sent a living link with this agreement.</summary>
    public bool IsSent(Guid person, Guid agreement) =>
        Links.Any(l => l.Person == person && l.Revoked is null && l.Items.Contains(agreement));

    /// <summary>When she will be reminded if it is sent today, in words; empty when she will not.</summary>
    public string Reminded(Guid person, Agreement agreement, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return
            agreement.Due is { } due
            && (People.Team.Any(p => p.Id == person) || Wishes.Contains(person))
            && Reminders.Plan(agreement.Details.Reminds(), due, today) is { Count: > 0 } plan
            ? "minnes på det " + Features.FollowUp.Words.Of(plan, today)
            : "";
    }

    /// <summary>A person as she stands on record.</summary>
    public Addressee Addressee(Guid person) => Addressees.Of(People, person);

    /// <summary>What looks sensitive in a title.</summary>
    public IReadOnlyList<TitleFinding> Findings(Guid agreement, string? title, Pass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return string.IsNullOrWhiteSpace(title) || title.Trim() == DefaultTitle(agreement)
            ? []
            : Neutral.Findings(title, People, pass);
    }

    /// <summary>One person's mail with these agreements, each under its title or the neutral one.</summary>
    public PersonalMail MailTo(Guid person, IReadOnlyList<(Guid Agreement, string? Title)> lines, Pass pass)
    {
        ArgumentNullException.ThrowIfNull(lines);
        // What was only signs that show nothing is no title.
        var own = lines.Select(l => NeutralTitle.OneLine(l.Title ?? "")).ToList();
        var agreements = lines
            .Select(
                (l, i) =>
                    (
                        l.Agreement,
                        own[i].Length > 0 ? own[i] : DefaultTitle(l.Agreement, i + 1, lines.Count),
                        Agreement(l.Agreement).Due
                    )
            )
            .ToList();
        // A subject is read over shoulders: a title that was pointed out stays on the page behind the link.
        var neutral = lines.Select(
            (l, i) =>
                own[i].Length == 0 || Findings(l.Agreement, own[i], pass).Count > 0 ? DefaultTitle(l.Agreement) : own[i]
        );
        return new PersonalMail(Addressee(person), agreements, Subjects.Of(neutral, pass));
    }

    /// <summary>Whether a person wants what is sent on paper.</summary>
    public bool OnPaper(Guid person) => Addressees.Delivered(People, person) == Delivered.OnPaper;

    /// <summary>Telephone of a person, or null.</summary>
    public string? Phone(Guid person) => Addressees.Phone(People, person);
}

/// <summary>Sending agreements to those who have them.</summary>
public static class SendingBook
{
    /// <summary>Loads who gets what in the pass's family.</summary>
    public static async Task<Outgoing> LoadAsync(Pass pass, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pass);
        var people = await People.LoadAsync(pass, cancel);
        var items = await Visible.ItemsAsync(
            pass,
            cancel,
            ItemKinds.Agreement,
            ItemKinds.Meeting,
            ItemKinds.ReminderWish
        );
        // With several plans, what only a plan that is not open holds is not sent. With none open the page says so itself.
        var closed = pass.Family!.Plan != PlanState.Open;
        var agreements = AgreementBook.InOrder(
            items.Where(i => closed || pass.Family.PlanOf(i.Row.ToFacts()) == PlanState.Open)
        );
        var links = (await LinkBook.AllAsync(pass, [pass.Family!], cancel))
            .Where(l => l.Purpose == LinkPurpose.Agreements)
            .ToList();
        var meetings = items
            .Where(i => i.Row.Kind == ItemKinds.Meeting)
            .Select(MeetingBook.Open)
            .ToDictionary(m => m.Id, m => m.Day);
        var recipients = people
            .Members.Select(m => new Recipient(m.Id, m.Details.Reach.SentTo))
            .Concat(people.Team.Select(p => new Recipient(p.Id, p.Details.Reach.SentTo)))
            .ToList();
        return new Outgoing(
            agreements,
            people,
            SendingPlan.Of(agreements.Select(a => a.ToSend).ToList(), recipients),
            links,
            meetings,
            ReminderWishes.On(items)
        );
    }

    /// <summary>
    /// Gives agreements to persons who are asked to take them, and puts one mail for each person in the outbox. The id of the
    /// sending, by which it can be taken back.
    /// </summary>
    public static async Task<Result<Guid>> SendAsync(
        Write write,
        IReadOnlyList<(Guid Agreement, int Version, Guid Person)> give,
        IReadOnlyList<PersonalMail> mails
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        if (give.Count == 0 && mails.Count == 0)
        {
            return new NothingToSend();
        }
        foreach (var (agreement, version, person) in give)
        {
            if (await AgreementAnswers.GiveAsync(write, agreement, version, person) is { } refusal)
            {
                return refusal;
            }
        }
        var sending = write.NewId();
        foreach (var mail in mails)
        {
            await LinkBook.SendAsync(write, sending, mail.To, mail.Agreements, mail.Subject, Outbox.UndoWindow);
        }
        return sending;
    }

    /// <summary>Takes a sending back while it waits.</summary>
    public static async Task<Refusal?> UndoAsync(Write write, Guid sending) =>
        await LinkBook.UndoAsync(write, sending) ? null : new TooLate();
}
