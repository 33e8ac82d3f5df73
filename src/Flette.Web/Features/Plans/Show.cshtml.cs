using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.Consents;
using Flette.Core.Families;
using Flette.Core.Meetings;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Consents;
using Flette.Web.Features.Meetings;
using Flette.Web.Features.Plans.Lists;
using Flette.Web.Features.Transitions;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Plans;

/// <summary>
/// The plan as it stands. Without a yes there is none: then the agreements are shown as the working notes they are, and what
/// is missing is said.
/// </summary>
public sealed class ShowModel : DeskPage
{
    private IReadOnlyList<PlanHead> _plans = [];

    public PlanHead? Plan { get; private set; }

    public People People { get; private set; } = null!;

    /// <summary>Agreements in the plan nobody has: none is named, or those who were cannot. What must not be lost.</summary>
    public IReadOnlyList<Agreement> Nobodys { get; private set; } = [];

    /// <summary>Agreements in the plan somebody still has something to do with.</summary>
    public IReadOnlyList<Agreement> Live { get; private set; } = [];

    /// <summary>Agreements in the plan that are done or taken back.</summary>
    public IReadOnlyList<Agreement> Ended { get; private set; } = [];

    /// <summary>Agreements about members the plan does not take in: they hang on the family.</summary>
    public IReadOnlyList<Agreement> Outside { get; private set; } = [];

    /// <summary>The next meeting, or null.</summary>
    public Meeting? Next { get; private set; }

    /// <summary>The latest meeting held, or null.</summary>
    public Meeting? Last { get; private set; }

    /// <summary>Agreements changed since the last meeting.</summary>
    public IReadOnlyList<Agreement> New { get; private set; } = [];

    /// <summary>What matters, goals, needs and what each brings.</summary>
    public PlanContent Contents { get; private set; } = null!;

    /// <summary>The same about members the plan does not take in.</summary>
    public PlanContent Beside { get; private set; } = null!;

    /// <summary>What a plan shall have in it; null before there is one.</summary>
    public PlanChecklist? Checklist { get; private set; }

    /// <summary>What the barnekoordinator shall see to; null for everyone but her.</summary>
    public DutyDesk? Duties { get; private set; }

    /// <summary>The time ahead: the plan's days, meetings, and transitions of those the plan is for.</summary>
    public TimeAhead Ahead { get; private set; } = null!;

    /// <summary>What the plan is called.</summary>
    public string Title => Plan is { } plan ? NameOf(plan.Plan) : "Avtaler";

    /// <summary>The plans to choose between; none when there is one only.</summary>
    public IReadOnlyList<PlanLink> Choice => PlanLink.Between(_plans, Plan, $"/f/{Pass.Family!.Id}/plan", NameOf);

    /// <summary>Where the yes to it stands.</summary>
    public string YesUrl =>
        Plan is { } plan && _plans.Count > 1
            ? Consents.YesModel.Address(Pass.Family!.Id, plan.Plan)
            : $"/f/{Pass.Family!.Id}/ja";

    /// <summary>An address of something of this plan.</summary>
    public string Of(string path) => PlanLink.To(path, Plan, _plans.Count);

    private string NameOf(PlanAsked plan) => Consents.Words.NameOf(plan, id => People.FirstNames([id]));

    [Does(Act.SeePlan)]
    public async Task<IActionResult> OnGetAsync()
    {
        if (Pass.Asker.Kind != AskerKind.Staff)
        {
            // This page is the desk's; the family has the plan on its own face.
            return LocalRedirect(FamilyPage.PlanPath);
        }
        _plans = PlanBook.Heads(Pass);
        Plan = PlanBook.Chosen(_plans, PlanLink.Asked(Request));
        if (Plan is null && PlanLink.Asked(Request) is not null)
        {
            return NotFound();
        }
        var items = await Visible.ItemsAsync(
            Pass,
            Gone,
            [
                ItemKinds.Agreement,
                ItemKinds.Meeting,
                ItemKinds.Participant,
                ItemKinds.Transition,
                .. PlanContent.Kinds,
                .. PlanChecklist.Kinds,
                .. DutyDesk.KindsFor(Pass),
            ]
        );
        People = People.Of(Pass, items);
        var all = AgreementBook.InOrder(items);
        var within = Plan is { } shown ? all.Where(a => a.Plans.Contains(shown.Id)).ToList() : all;
        Nobodys = within.Where(a => a.IsNobodys).ToList();
        Live = within.Where(a => !a.IsNobodys && AgreementRules.IsLive(a.State)).ToList();
        Ended = within.Where(a => !a.IsNobodys && !AgreementRules.IsLive(a.State)).ToList();
        Outside = Plan is null ? [] : all.Where(a => !a.InPlan).ToList();
        var meetings = items
            .Where(i => i.Row.Kind == ItemKinds.Meeting)
            .Select(MeetingBook.Open)
            .OrderByDescending(m => m.Day)
            .ToList();
        // A meeting for other plans is not this one's.
        meetings.RemoveAll(m => m.Meant is { } meant && Plan is { } plan && !meant.Contains(plan.Id));
        var recipient = Plan?.Plan.Recipient;
        Ahead = TimeAhead.Of(
            $"/f/{Pass.Family!.Id}",
            Plan is { } dated ? (dated.From, dated.Until, dated.Revision) : null,
            meetings,
            MemberTransitions.Of(
                People.Members.Where(m => recipient is null || m.Id == recipient),
                recipient is { } one ? [one] : [],
                await TransitionSources.LoadAsync(Pass, items, Gone),
                Today
            ),
            Today
        );
        Next = meetings.LastOrDefault(m => m.State == MeetingState.Planned && m.Day >= Today);
        Last = meetings.FirstOrDefault(m => m.State == MeetingState.Held);
        New = Last is { } last ? within.Where(a => IsNewSince(last, a)).ToList() : [];
        Contents = PlanContent.Of(Pass, People.Members, Plan?.Plan.Recipient, items, Plan?.Id);
        Beside = PlanContent.Outside(Pass, People.Members, items);
        var standing = within.Count(a => a.State != AgreementState.Withdrawn);
        Checklist = Plan is { } listed
            ? PlanChecklist.Of(Pass, new(listed, Contents, People, items, Next, standing), YesUrl, Of(""))
            : null;
        Duties = DutyDesk.Of(Pass, People, items);
        return Page();
    }

    /// <summary>Agreements as a table.</summary>
    public AgreementList List(string caption, IReadOnlyList<Agreement> agreements, PlanContent? beside = null) =>
        new(caption, agreements, People, (beside ?? Contents).MeasureStates, Today);

    /// <summary>«kl. 12.30–14.00», where the hours of the next meeting are written; else as it is written.</summary>
    public (TimeOnly From, TimeOnly? To)? Hours =>
        Next?.Details.Time is { } time ? Family.IndexModel.HoursOf(time) : null;

    /// <summary>Empty parts are asked for in one line below, when there are agreements to read first.</summary>
    public bool IsCompact => Nobodys.Count + Live.Count + Ended.Count > 0;

    /// <summary>Whether the plan may be changed.</summary>
    public bool CanChange => Plan?.State is null or PlanState.Open && Pass.Family!.State == FamilyState.Active;

    // What was agreed in the meeting itself is not news, nor that it moved to the plan.
    private static bool IsNewSince(Meeting meeting, Agreement agreement) =>
        Norway.Day(agreement.At) > meeting.Day
        && agreement.Change != Core.Undo.Moved
        && (agreement.Change != Core.Undo.Created || agreement.Parent != meeting.Id);
}
