using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.Families;
using Flette.Core.Meetings;
using Flette.Web.Access;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Consents;
using Flette.Web.Features.Meetings;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Plans;

/// <summary>
/// The plan as it stands. Without a yes there is none: then the agreements are shown as the working notes they are, and what
/// is missing is said.
/// </summary>
public sealed class ShowModel : DeskPage
{
    public PlanHead? Plan { get; private set; }

    public People People { get; private set; } = null!;

    /// <summary>Agreements in the plan somebody still has something to do with.</summary>
    public IReadOnlyList<Agreement> Live { get; private set; } = [];

    /// <summary>Agreements in the plan that are done, declined or taken back.</summary>
    public IReadOnlyList<Agreement> Ended { get; private set; } = [];

    /// <summary>Agreements about members the plan does not take in: they hang on the family.</summary>
    public IReadOnlyList<Agreement> Outside { get; private set; } = [];

    /// <summary>The next meeting, or null.</summary>
    public Meeting? Next { get; private set; }

    /// <summary>The latest meeting held, or null.</summary>
    public Meeting? Last { get; private set; }

    /// <summary>Agreements changed since the last meeting.</summary>
    public IReadOnlyList<Agreement> New { get; private set; } = [];

    /// <summary>What the plan is called.</summary>
    public string Title =>
        Plan switch
        {
            null => "Avtaler",
            { Plan.Recipient: { } recipient } => $"Planen til {People.FirstNames([recipient])}",
            _ => "Familiens plan",
        };

    [Does(Act.SeePlan)]
    public async Task<IActionResult> OnGetAsync()
    {
        if (Pass.Asker.Kind != AskerKind.Staff)
        {
            // The family's own face of the plan is a page of its own; this one is the desk's.
            return NotFound();
        }
        Plan = await PlanBook.HeadAsync(Pass, Gone);
        People = await People.LoadAsync(Pass, Gone);
        var all = await AgreementBook.AllAsync(Pass, Gone);
        var within = Plan is null ? all : all.Where(a => a.InPlan).ToList();
        Live = within.Where(a => AgreementRules.IsLive(a.State)).ToList();
        Ended = within.Where(a => !AgreementRules.IsLive(a.State)).ToList();
        Outside = Plan is null ? [] : all.Where(a => !a.InPlan).ToList();
        var meetings = await MeetingBook.AllAsync(Pass, Gone);
        Next = meetings.LastOrDefault(m => m.State == MeetingState.Planned && m.Day >= Today);
        Last = meetings.FirstOrDefault(m => m.State == MeetingState.Held);
        New = Last is { } last ? within.Where(a => IsNewSince(last, a)).ToList() : [];
        return Page();
    }

    /// <summary>Whether the plan may be changed.</summary>
    public bool CanChange => Plan?.State != PlanState.Withdrawn && Pass.Family!.State == FamilyState.Active;

    // What was agreed in the meeting itself is not news, nor that it moved to the plan.
    private static bool IsNewSince(Meeting meeting, Agreement agreement) =>
        Norway.Day(agreement.At) > meeting.Day
        && agreement.Change != Core.Undo.Moved
        && (agreement.Change != Core.Undo.Created || agreement.Parent != meeting.Id);
}
