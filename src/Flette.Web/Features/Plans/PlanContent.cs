using System.Collections.Immutable;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Core.FollowUp;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Families;
using Flette.Web.Features.FamilySays;
using Flette.Web.Features.Goals;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.Plans;

/// <summary>A goal with what belongs to it, numbered among those the asker sees.</summary>
/// <param name="Number">1 is first.</param>
/// <param name="Curve">The 0–10 in order of time.</param>
public sealed record PlanGoal(
    int Number,
    Entry<GoalDetails> Goal,
    IReadOnlyList<(ScaleValue Value, Guid By)> Curve,
    IReadOnlyList<Entry<MeasureDetails>> Measures
);

/// <summary>
/// What stands in the plan besides team, agreements and meetings, as far as the asker may see it, with what the partials of
/// the plan's page need. Loaded in one round trip.
/// </summary>
public sealed class PlanContent
{
    private readonly IReadOnlyList<Member> _members;
    private readonly Dictionary<Guid, Agreement> _ofMeasures;
    private readonly ILookup<Guid, HelpsSaid> _helping;

    private PlanContent(Pass pass, IReadOnlyList<Member> members, Guid? recipient, IEnumerable<Seen> items)
    {
        (_members, Recipient, Family, Today) = (members, recipient, pass.Family!.Id, pass.Today);
        var kinds = items.ToLookup(i => i.Row.Kind, StringComparer.Ordinal);
        WhatMatters = kinds[ItemKinds.WhatMatters]
            .Select(Entries.Open<WhatMattersDetails>)
            .OrderByDescending(e => e.Day)
            .ThenBy(e => e.At)
            .ThenBy(e => e.Id)
            .ToList();
        Resources = InOrderOfMembers(kinds[ItemKinds.Resource].Select(Entries.Open<ResourceDetails>));
        Contributions = InOrderOfMembers(kinds[ItemKinds.Contribution].Select(Entries.Open<ContributionDetails>));
        // What nobody has first, and among those what has waited longest.
        Needs = kinds[ItemKinds.Need]
            .Select(Entries.Open<NeedDetails>)
            .OrderBy(n => n.Is<NeedState>())
            .ThenBy(n => n.Details.Owner is not null)
            .ThenBy(n => n.Day)
            .ThenBy(n => n.Id)
            .ToList();
        var scores = kinds[ItemKinds.GoalScore]
            .Where(GoalBook.Stands)
            .Select(Entries.Open<GoalScoreDetails>)
            .ToLookup(s => s.Parent);
        var measures = kinds[ItemKinds.Measure].Select(Entries.Open<MeasureDetails>).ToLookup(m => m.Parent);
        Goals = kinds[ItemKinds.Goal]
            .Select(Entries.Open<GoalDetails>)
            .OrderBy(g => g.Is<GoalState>())
            .ThenBy(g => g.Seq)
            .ThenBy(g => g.Id)
            .Select(
                (g, i) =>
                    new PlanGoal(
                        i + 1,
                        g,
                        scores[g.Id]
                            .OrderBy(s => s.Day)
                            .ThenBy(s => s.At)
                            .ThenBy(s => s.Id)
                            .Select(s => (new ScaleValue(s.Day!.Value, s.Details.Value), s.Details.By))
                            .ToList(),
                        measures[g.Id]
                            .OrderBy(m => m.Is<MeasureState>() is MeasureState.Done or MeasureState.Stopped)
                            .ThenBy(m => m.Seq)
                            .ThenBy(m => m.Id)
                            .ToList()
                    )
            )
            .ToList();
        MeasureStates = Goals.SelectMany(g => g.Measures).ToDictionary(m => m.Id, m => m.Is<MeasureState>());
        // Only where they were loaded with the rest; a measure has one agreement.
        _ofMeasures = AgreementBook
            .InOrder(kinds[ItemKinds.Agreement])
            .Where(a => a.Parent is { } parent && MeasureStates.ContainsKey(parent))
            .GroupBy(a => a.Parent!.Value)
            .ToDictionary(g => g.Key, g => g.First());
        _helping = SaysBook.Helping(kinds[ItemKinds.Helps]).Where(h => h.Is != Helps.Unsaid).ToLookup(h => h.Measure);
        ChildsPart = kinds[ItemKinds.ChildsPart].Select(Entries.Open<ChildsPartDetails>).FirstOrDefault();
        MayChange = pass.May(Act.ChangePlan);
    }

    /// <summary>The kinds it is made from, for a page that loads them together with others.</summary>
    public static ImmutableArray<string> Kinds { get; } =
    [
        ItemKinds.WhatMatters,
        ItemKinds.Resource,
        ItemKinds.Need,
        ItemKinds.Contribution,
        ItemKinds.Goal,
        ItemKinds.GoalScore,
        ItemKinds.Measure,
        ItemKinds.ChildsPart,
        ItemKinds.Helps,
    ];

    public Guid Family { get; }

    public DateOnly Today { get; }

    /// <summary>The one an individual plan is for; null for a family plan and when there is none.</summary>
    public Guid? Recipient { get; }

    /// <summary>Whether the asker may change it: then there are links to.</summary>
    public bool MayChange { get; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<Entry<WhatMattersDetails>> WhatMatters { get; }

    public IReadOnlyList<Entry<ResourceDetails>> Resources { get; }

    /// <summary>Those nobody has first, met ones last.</summary>
    public IReadOnlyList<Entry<NeedDetails>> Needs { get; }

    public IReadOnlyList<Entry<ContributionDetails>> Contributions { get; }

    /// <summary>In the family's order, reached and parked ones last.</summary>
    public IReadOnlyList<PlanGoal> Goals { get; }

    /// <summary>What members say of a measure, the newest first.</summary>
    public IEnumerable<HelpsSaid> Helping(Guid measure) => _helping[measure].Where(h => FirstName(h.By).Length > 0);

    /// <summary>Where each measure stands.</summary>
    public IReadOnlyDictionary<Guid, MeasureState> MeasureStates { get; }

    /// <summary>How the child took part; null when nothing is written that the asker may see.</summary>
    public Entry<ChildsPartDetails>? ChildsPart { get; }

    /// <summary>Whether anyone has said what matters.</summary>
    public bool HasMatters => WhatMatters.Count > 0;

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => WhatMatters.Count + Resources.Count + Needs.Count + Contributions.Count + Goals.Count == 0;

    /// <summary>Members in the order of the family, the recipient first.</summary>
    public IEnumerable<Member> Members => _members.OrderByDescending(m => m.Id == Recipient);

    /// <summary>What hangs on the family because it is about someone the plan does not take in, from items loaded together.</summary>
    public static PlanContent Outside(Pass pass, IReadOnlyList<Member> members, IEnumerable<Seen> items)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(members);
        return new(pass, members, null, pass.Family!.Plan == PlanState.None ? [] : items.Where(i => !i.Row.InPlan));
    }

    /// <summary>The same from items that were loaded together with others.</summary>
    /// <param name="plan">The plan it is the contents of; null before there is any.</param>
    public static PlanContent Of(
        Pass pass,
        IReadOnlyList<Member> members,
        Guid? recipient,
        IEnumerable<Seen> items,
        Guid? plan
    )
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(members);
        return new(pass, members, recipient, plan is { } one ? items.Where(i => i.Row.Plans.Contains(one)) : items);
    }

    /// <summary>How a measure goes: the same as is said of its agreement.</summary>
    public StatusWord Status(Entry<MeasureDetails> measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return _ofMeasures.TryGetValue(measure.Id, out var agreement)
            ? Agreements.Words.Status(agreement, measure.Is<MeasureState>(), Today)
            : Words.Look(measure.Is<MeasureState>());
    }

    /// <summary>By when it is to be done: as its agreement says.</summary>
    public DateOnly? Due(Entry<MeasureDetails> measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return _ofMeasures.TryGetValue(measure.Id, out var agreement) ? agreement.Due : measure.Day;
    }

    /// <summary>Whether the day has been, and it is neither done nor stopped.</summary>
    public bool IsLate(Entry<MeasureDetails> measure) =>
        Due(measure) < Today && Status(measure) is not (StatusWord.Done or StatusWord.Withdrawn);

    /// <summary>A member's first name; empty for one the asker does not know of.</summary>
    public string FirstName(Guid? member) => _members.FirstOrDefault(m => m.Id == member)?.FirstName ?? "";

    /// <summary>«Linn, mor»; the recipient without a relation.</summary>
    public string Who(Guid member) =>
        _members.FirstOrDefault(m => m.Id == member) is { } m
            ? m.Details.Relation == FamilyRelation.Child || m.Id == Recipient
                ? m.FirstName
                : $"{m.FirstName}, {Families.Words.Of(m.Details)}"
            : "";

    /// <summary>What somebody last said matters, and what she said before that.</summary>
    /// <param name="newest">The words of the last day she said something; else what stood before.</param>
    public IEnumerable<Entry<WhatMattersDetails>> Said(bool newest) =>
        WhatMatters
            .GroupBy(w => w.Member)
            .OrderByDescending(g => g.Key == Recipient)
            .SelectMany(g => g.Where(w => w.Day == g.First().Day == newest));

    /// <summary>Children nobody has written down a word from: the one the plan is for, or those of a family plan.</summary>
    public IEnumerable<Member> NotAsked =>
        Members
            .Where(m => m.Born is { } born && born <= Today && Ages.On(born, Today) < Ages.Adult)
            .Where(m => Recipient is null || m.Id == Recipient)
            .Where(m => WhatMatters.All(w => w.Member != m.Id));

    /// <summary>How it was said, and by whom it was passed on: «lek, fortalt av Gerd».</summary>
    public string? How(Entry<WhatMattersDetails> said)
    {
        ArgumentNullException.ThrowIfNull(said);
        var teller =
            said.Details.ToldByText ?? (said.Details.ToldBy == said.Member ? null : FirstName(said.Details.ToldBy));
        var parts = new[] { said.Details.How, string.IsNullOrEmpty(teller) ? null : $"fortalt av {teller}" };
        return parts.OfType<string>().ToList() is { Count: > 0 } how ? string.Join(", ", how) : null;
    }

    private List<Entry<T>> InOrderOfMembers<T>(IEnumerable<Entry<T>> entries)
    {
        var order = Members.Select((m, i) => (m.Id, i)).ToDictionary(p => p.Id, p => p.i);
        return entries.OrderBy(e => order.GetValueOrDefault(e.Member, int.MaxValue)).ThenBy(e => e.Id).ToList();
    }
}
