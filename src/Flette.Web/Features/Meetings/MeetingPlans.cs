using Flette.Core;
using Flette.Core.Consents;
using Flette.Core.Families;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Consents;
using Flette.Web.Features.Families;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.Meetings;

/// <summary>
/// The plans a meeting can be for (issue 3, 8). A meeting is shared only where the family wants it, so with several plans each is
/// chosen; with one there is nothing to choose.
/// </summary>
public sealed class MeetingPlans
{
    private readonly IReadOnlyList<PlanFacts> _all;
    private readonly IReadOnlyList<Member> _members;

    private MeetingPlans(Pass pass, IReadOnlyList<Member> members)
    {
        _all = pass.Family!.Plans;
        _members = members;
        Open = _all.Where(p => p.State == PlanState.Open).ToList();
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<PlanFacts> All => _all;

    /// <summary>Those that are open.</summary>
    public IReadOnlyList<PlanFacts> Open { get; }

    /// <summary>Whether it must be said: there are several, and one that is open.</summary>
    public bool Asks => _all.Count > 1 && Open.Count > 0;

    /// <summary>The plans to choose among.</summary>
    public IReadOnlyList<FieldOption> Options =>
        Open.Select(p => new FieldOption(p.Id.ToString(), Name(p.Asked))).ToList();

    public static MeetingPlans Of(Pass pass, IReadOnlyList<Member> members)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return new MeetingPlans(pass, members);
    }

    /// <summary>What the latest meeting was for, as far as it is open: what the family wanted then it is likely to want again.</summary>
    public IReadOnlyList<Guid> Likely(IEnumerable<Meeting> meetings) =>
        meetings.Where(m => m.Meant is not null).OrderBy(m => m.Day).LastOrDefault()?.Meant is { } last
            ? Open.Select(p => p.Id).Where(last.Contains).ToList()
        : Open is [var one] ? [one.Id]
        : [];

    /// <summary>The chosen ones that are open; null when nothing was asked. Refused when it was asked and none is chosen.</summary>
    public Result<Chosen> Choose(IReadOnlyCollection<Guid> ticked)
    {
        if (!Asks)
        {
            return new Chosen(null, null);
        }
        var plans = Open.Where(p => ticked.Contains(p.Id)).ToList();
        return plans.Count == 0
            ? new PlansOfMeetingMissing()
            : new Chosen(plans.Select(p => p.Id).ToList(), PlanPlaces.MeetingAbout(plans));
    }

    /// <summary>The plans of a meeting in words; null where the family has one only, or it was not said.</summary>
    public string? Told(Meeting meeting)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return _all.Count < 2 || meeting.Meant is not { } meant ? null : Names(meant);
    }

    /// <summary>Names of plans, as a line begins with them: «Planen til Oda og familiens plan».</summary>
    public string Names(IReadOnlyCollection<Guid> plans) =>
        NorwegianDates.Capital(
            Listing.And(
                _all.Where(p => plans.Contains(p.Id))
                    .Select(p => Name(p.Asked) is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "")
            )
        );

    /// <summary>Where a line about these members would land, of the plans of a meeting; empty: outside the plans.</summary>
    public IReadOnlyList<Guid> Land(Meeting meeting, IReadOnlyCollection<Guid> about)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        return PlanPlaces.Standing(_all, about, meeting.Meant, []);
    }

    /// <summary>Whether nothing more is said of these members: their plan is not open, though another is.</summary>
    public bool IsClosed(Meeting meeting, IReadOnlyCollection<Guid> about) =>
        PlanPlaces.Overall(_all) == PlanState.Open
        && PlanPlaces.StateOf(_all, about, Land(meeting, about), meeting.Meant) != PlanState.Open;

    /// <summary>Whether an item stands in plans none of which is open, though another is.</summary>
    public bool IsStopped(ItemRow item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return PlanPlaces.Overall(_all) == PlanState.Open
            && PlanPlaces.StateOf(_all, item.About, item.Plans) != PlanState.Open;
    }

    /// <summary>Whom a line of a meeting for one plan is about when nothing else says so: the one the plan is for.</summary>
    public Guid? Recipient(Meeting meeting)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        var plans = meeting.Meant is { } meant ? _all.Where(p => meant.Contains(p.Id)).ToList() : _all;
        return plans is [var one] ? one.Asked.Recipient : null;
    }

    /// <summary>What a plan is called.</summary>
    public string Name(PlanAsked plan) =>
        Consents.Words.NameOf(plan, id => _members.FirstOrDefault(m => m.Id == id)?.FirstName ?? "");

    /// <summary>What was chosen.</summary>
    /// <param name="Plans">Null where nothing was asked.</param>
    /// <param name="About">Whom such a meeting is about; null where nothing was asked.</param>
    public sealed record Chosen(IReadOnlyList<Guid>? Plans, IReadOnlyList<Guid>? About);
}
