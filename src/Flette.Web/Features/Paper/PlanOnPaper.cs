using Flette.Core.Access;
using Flette.Core.Meetings;
using Flette.Core.Plans;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Family;
using Flette.Web.Features.Meetings;
using Flette.Web.Features.Plans;
using Flette.Web.Features.Team;
using Flette.Web.Features.Transitions.ByFamily;
using Member = Flette.Web.Features.Families.Member;

namespace Flette.Web.Features.Paper;

/// <summary>
/// The plan as it stands on paper for one reader: what is within the plan and hers to see, and nothing that hangs beside it. On the
/// coordinator's paper, which is made to be handed on, there is besides nothing that is for one person alone.
/// </summary>
public sealed class PlanOnPaper
{
    private PlanOnPaper(
        Pass pass,
        OwnPlan plan,
        IReadOnlyList<Member> members,
        IReadOnlyList<Guid> takesIn,
        Family.Words words,
        Coordination? coordination,
        IReadOnlyList<Seen> items,
        ComingUp coming
    )
    {
        (Plan, Coordination, Say, On, Today) = (plan, coordination, words, new Words(words.Tongue), pass.Today);
        var ever = Of(items, ItemKinds.Participant)
            .Select(p => (Within: p.Row.Plans.Contains(plan.Head.Id), Person: Participants.Open(p)))
            .ToList();
        Names = new Names(words, members, ever.Select(p => p.Person).ToList(), coordination);
        Team = ever.Where(p => p.Within && !p.Person.Ended)
            .Select(p => p.Person)
            .OrderBy(p => p.Details.Name, Norwegian.Sorting)
            .ToList();
        var within = items.Where(i => i.Row.Plans.Contains(plan.Head.Id)).ToList();
        Contents = PlanContent.Of(pass, members, plan.Recipient, within, plan.Head.Id);
        var agreed = AgreementBook.InOrder(within);
        Live = Doings(agreed.Where(OwnFamily.IsLive).OrderBy(a => !a.IsNobodys));
        Ended = Doings(agreed.Where(a => !OwnFamily.IsLive(a)));
        Next = Of(within, ItemKinds.Meeting)
            .Select(MeetingBook.Open)
            .Where(m => m.State == MeetingState.Planned && m.Day >= pass.Today)
            .MinBy(m => (m.Day, m.Id));
        Coming = coming;
        For = Listing.And(members.Where(m => takesIn.Contains(m.Id)).Select(m => m.Details.Name), words.Tongue);
        Title = plan.Recipient is { } recipient ? words.PlanOf(Names.Of(recipient)) : words.FamilysPlan;
    }

    public OwnPlan Plan { get; }

    /// <summary>The words of the plan's own page.</summary>
    public Family.Words Say { get; }

    /// <summary>The words of the paper.</summary>
    public Words On { get; }

    public DateOnly Today { get; }

    public string Title { get; }

    /// <summary>Whom it is for, by full name.</summary>
    public string For { get; }

    /// <summary>Null when nobody is appointed.</summary>
    public Coordination? Coordination { get; }

    public Names Names { get; }

    public IReadOnlyList<Participant> Team { get; }

    public PlanContent Contents { get; }

    /// <summary>Agreements still to be done, those nobody has first.</summary>
    public IReadOnlyList<Doing> Live { get; }

    /// <summary>Agreements that have come to an end.</summary>
    public IReadOnlyList<Doing> Ended { get; }

    /// <summary>The next meeting, or null.</summary>
    public Meeting? Next { get; }

    /// <summary>What changes with the years, for a member's own sheet.</summary>
    public ComingUp Coming { get; }

    /// <summary>«Kl. 12.30–14.00», where the hours are written.</summary>
    public string? Hours =>
        Next?.Details.Time is { } time && IndexModel.HoursOf(time) is { } hours
            ? Say.Clock(hours.From, hours.To)
            : Next?.Details.Time;

    /// <summary>Needs that are not met: those nobody has, or those somebody has.</summary>
    public IReadOnlyList<Entry<NeedDetails>> Needs(bool owned) =>
        Contents
            .Needs.Where(n => n.Is<NeedState>() == NeedState.Unmet && n.Details.Owner is not null == owned)
            .ToList();

    /// <summary>How much, how, by when: what is written of a measure. A day by itself: how far off it is changes.</summary>
    public string Lines(Entry<MeasureDetails> measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var details = measure.Details;
        return string.Join(
            ". ",
            new[]
            {
                details.Scope,
                details.How,
                measure.Day is { } day && details.DoneOn is null ? On.By(day, Today) : details.DueText,
            }
                .OfType<string>()
                .Select(t => NorwegianDates.Capital(t.TrimEnd('.')))
        );
    }

    /// <summary>Loads it. Rooms of one's own and the coordinator's notes are on no paper.</summary>
    public static async Task<PlanOnPaper> LoadAsync(
        Pass pass,
        OwnPlan plan,
        IReadOnlyList<Member> members,
        Family.Words words,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(words);
        var room = Rows.Code(Room.Plan);
        var forOthers = pass.Asker.Kind == AskerKind.Staff;
        var items = await Visible.ItemsAsync(
            pass,
            cancel,
            [ItemKinds.Agreement, ItemKinds.Meeting, ItemKinds.Participant, ItemKinds.Transition, .. PlanContent.Kinds]
        );
        var shown = items.Where(i => i.Row.Room == room && !(forOthers && i.Row.Private)).ToList();
        // The coordinator's sheet is made to be handed on, to whomever: there is no age on it.
        var coming = forOthers
            ? ComingUp.Nothing(pass.Today)
            : await ComingUp.LoadAsync(pass, members, plan, shown, cancel);
        return new PlanOnPaper(pass, plan, members, plan.TakesIn(pass), words, Coordination.Of(pass), shown, coming);
    }

    private List<Doing> Doings(IEnumerable<Agreement> agreements) =>
        agreements
            .Select(a => Doing.Of(a, Names, Say, Agreements.Words.MeasureOf(a, Contents.MeasureStates), Today))
            .ToList();

    private static IEnumerable<Seen> Of(IEnumerable<Seen> items, string kind) => items.Where(i => i.Row.Kind == kind);
}
