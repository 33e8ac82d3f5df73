using System.Collections.Immutable;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.Families;
using Flette.Core.FollowUp;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.FamilySays;
using Flette.Web.Features.FollowUp;
using Flette.Web.Features.Invitations.Answers;
using Flette.Web.Features.Invitations.ByFamily;
using Flette.Web.Features.Letters;
using Flette.Web.Features.Meetings;
using Flette.Web.Features.Meetings.Publishing;
using Flette.Web.Features.Meetings.Rhythm;
using Flette.Web.Features.Meetings.Rhythm.ByFamily;
using Flette.Web.Features.Plans;
using Flette.Web.Features.Team;

namespace Flette.Web.Features.Family;

/// <summary>What a member sees of the family's common matters, with the names she may know.</summary>
public sealed class OwnFamily
{
    private static readonly string PlanRoom = Rows.Code(Room.Plan);

    private readonly ILookup<string, Seen> _items;

    private OwnFamily(
        FamilyPage page,
        Coordination? coordination,
        IReadOnlyList<Participant> ever,
        IEnumerable<Seen> items
    )
    {
        Coordination = coordination;
        Team = ever.Where(p => !p.Ended).ToList();
        Names = new Names(page.Words, page.Members, ever, coordination);
        _items = items.ToLookup(i => i.Row.Kind, StringComparer.Ordinal);
        Agreed = AgreementBook.InOrder(_items[ItemKinds.Agreement]);
        Next = _items[ItemKinds.Meeting]
            .Select(MeetingBook.Open)
            .Where(m => m.State == MeetingState.Planned && m.Day >= page.Today && m.Details.Kind != MinutesKind.Update)
            // A fagmøte is without the family: it stands on a page of its own.
            .Where(m => m.Details.Kind != MinutesKind.Fag || m.Details.Present.Any(p => p.Id == page.Me.Id))
            .MinBy(m => (m.Day, m.Id));
        LastMinutes = _items[ItemKinds.PublishedLine]
            .Where(i => i.Row.State == PublishedMinutes.Stands)
            .Max(i => i.Row.Day);
        // Without a plan she may know of there are no contents of one: what names her stands among the agreements.
        Contents = page.Plan is null
            ? null
            : PlanContent.Of(
                page.Pass,
                page.Members,
                page.Plan.Recipient,
                _items.SelectMany(k => k),
                page.Plan.Head.Id
            );
        Beside = PlanContent.Outside(
            page.Pass,
            page.Members,
            _items.SelectMany(k => k).Where(i => i.Row.About.Contains(page.Me.Id))
        );
    }

    /// <summary>Null when nobody is appointed.</summary>
    public Coordination? Coordination { get; }

    /// <summary>Those who take part, as far as she may know.</summary>
    public IReadOnlyList<Participant> Team { get; }

    public Names Names { get; }

    /// <summary>All agreements, live ones first.</summary>
    public IReadOnlyList<Agreement> Agreed { get; }

    /// <summary>The next meeting, or null.</summary>
    public Meeting? Next { get; }

    /// <summary>The day of the newest meeting she can read minutes of, or null.</summary>
    public DateOnly? LastMinutes { get; }

    /// <summary>What stands in the plan besides; null when there is none for her.</summary>
    public PlanContent? Contents { get; }

    /// <summary>What is written about herself outside the plan: it is hers to read, though it stands in no plan.</summary>
    public PlanContent Beside { get; }

    /// <summary>Loads it. What stands in a room of one's own is on no common page.</summary>
    public static async Task<OwnFamily> LoadAsync(FamilyPage page, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(page);
        var items = await Visible.ItemsAsync(
            page.Pass,
            cancel,
            [
                ItemKinds.Agreement,
                ItemKinds.Meeting,
                ItemKinds.PublishedLine,
                ItemKinds.Reply,
                ItemKinds.MeetingWish,
                ItemKinds.FagYes,
                ItemKinds.Transition,
                ItemKinds.Message,
                .. PlanContent.Kinds,
                .. FollowUps.Kinds,
            ]
        );
        return new OwnFamily(
            page,
            Coordination.Of(page.Pass),
            await Participants.EverAsync(page.Pass, cancel),
            items.Where(i => i.Row.Room == PlanRoom)
        );
    }

    /// <summary>Live agreements as the family reads them.</summary>
    /// <param name="which">Those that are meant.</param>
    public ImmutableArray<Doing> Doings(FamilyPage page, Func<Agreement, bool> which)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(which);
        return
        [
            .. Agreed
                .Where(which)
                .Select(a =>
                    Doing.Of(a, Names, page.Words, MeasureOf(a), page.Today) with
                    {
                        Follow = FollowOf(page, a),
                    }
                ),
        ];
    }

    /// <summary>What all say of measures, those who say nothing now apart; the newest first.</summary>
    public IReadOnlyList<HelpsSaid> Helping => SaysBook.Helping(_items[ItemKinds.Helps]);

    /// <summary>What a member wants about reminders; null when she has said nothing.</summary>
    public Wish? Wish(Guid member) => ReminderWishes.Of(_items[ItemKinds.ReminderWish], member);

    private DoingFollow FollowOf(FamilyPage page, Agreement agreement)
    {
        var mine = SaysBook
            .Nothing(_items[ItemKinds.NothingYet])
            .FirstOrDefault(n => n.Agreement == agreement.Id && n.By == page.Me.Id);
        return new DoingFollow(
            page.Pass.May(Act.SayOwn)
                && page.Pass.Family!.PlanOf(agreement.Place) == PlanState.Open
                && SaysBook.MaySay(agreement, Names.IsFamily),
            mine?.Version ?? 0,
            mine is { Is: not NothingYet.Unsaid } ? mine.Since : null,
            LetterBook
                .Among(_items[ItemKinds.Letter])
                .Where(l => l.Agreement == agreement.Id)
                .Select(l =>
                    page.Words.LetterSent(
                        Team.Any(p =>
                            string.Equals(
                                p.Details.Organisation,
                                l.Details.Organisation,
                                StringComparison.OrdinalIgnoreCase
                            )
                        )
                            ? $"{l.Details.To}, {l.Details.Organisation}"
                            : null,
                        l.On,
                        page.Today
                    )
                )
                .ToList()
        );
    }

    /// <summary>The meetings she may see.</summary>
    public IEnumerable<Seen> Meetings => _items[ItemKinds.Meeting];

    /// <summary>Transitions no age gives a day, that are registered and hers to see.</summary>
    public IEnumerable<Seen> Registered => _items[ItemKinds.Transition];

    /// <summary>The day of the newest message between the reader and her coordinator; null when there is none.</summary>
    public DateOnly? LatestMessage =>
        Messages.MessageBook.Among(_items[ItemKinds.Message]) is [var newest, ..] ? newest.Day : null;

    /// <summary>Whether there is something to read of meetings without the family.</summary>
    public bool HasFag => _items[ItemKinds.FagYes].Any();

    /// <summary>What the reader has said of wanting a meeting.</summary>
    public OwnWish Wishing(FamilyPage page) => AskModel.Of(page, _items[ItemKinds.MeetingWish]);

    /// <summary>The next meeting as the reader answers it; null when there is none.</summary>
    public OwnMeeting? Answering(FamilyPage page)
    {
        ArgumentNullException.ThrowIfNull(page);
        if (Next is not { } next)
        {
            return null;
        }
        var mine = Standing
            .Of(next, ReplyBook.Among(_items[ItemKinds.Reply], next.Id))
            .FirstOrDefault(s => s.Person.Id == page.Me.Id);
        return new OwnMeeting(page, next, mine is not null, mine?.Kind, mine?.Older == true);
    }

    /// <summary>Whether it stands in a plan, and in none that is open.</summary>
    public static bool IsStopped(Pass pass, Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(agreement);
        return agreement.InPlan && pass.Family!.PlanOf(agreement.Place) != PlanState.Open;
    }

    /// <summary>Whether it is still to be done: somebody has something to do with it, or nobody has it.</summary>
    public static bool IsLive(Agreement agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return agreement.IsNobodys || AgreementRules.IsLive(agreement.State);
    }

    private MeasureState? MeasureOf(Agreement agreement) =>
        (Contents is null ? null : Agreements.Words.MeasureOf(agreement, Contents.MeasureStates))
        ?? Agreements.Words.MeasureOf(agreement, Beside.MeasureStates);
}
