using Flette.Core.Meetings.Rhythm;
using Flette.Core.Words;

namespace Flette.Web.Features.Meetings.Rhythm;

/// <summary>The plans of a family as its year knows them. With one plan or none nothing is named and nothing is chosen. Pure.</summary>
internal sealed class YearPlans
{
    private readonly YearSources _sources;
    private readonly List<Notice> _notices;

    public YearPlans(YearSources sources, DateOnly today)
    {
        _sources = sources;
        _notices = sources
            .Team.Where(p => !p.Ended && p.Details.MinimumNoticeWeeks > 0)
            .Select(p => new Notice(p.Id, p.Details.MinimumNoticeWeeks!.Value, p.Concerns))
            .ToList();
        var said = RhythmBook.OfPlans(sources.Items).ToDictionary(s => s.Plan);
        var several = sources.Plans.Count > 1 ? sources.Plans : [];
        Plans = several
            .Select(p => new YearPlan(
                p.Id,
                said.GetValueOrDefault(p.Id) is { Apart: true } own ? own.Rhythm : null,
                YearPlan.Living(p.State, p.Until, today),
                p.From is { } from && from > sources.From ? from : sources.From,
                p.Within
            ))
            .ToList();
        Months = several
            .Select(p => new PlanMonths(
                p.Id,
                Consents.Words.NameOf(p.Asked, sources.First),
                YearPlan.Living(p.State, p.Until, today),
                said.GetValueOrDefault(p.Id)
            ))
            .ToList();
        Stopped = sources.Plans.Count > 0 && !sources.Plans.Any(p => YearPlan.Living(p.State, p.Until, today));
    }

    /// <summary>All of them; none where there are not several.</summary>
    public IReadOnlyList<YearPlan> Plans { get; }

    /// <summary>When one meets for each.</summary>
    public IReadOnlyList<PlanMonths> Months { get; }

    /// <summary>Whether there is a plan, and none that lives: nothing is suggested.</summary>
    public bool Stopped { get; }

    /// <summary>These plans with their names.</summary>
    public ForPlans For(IReadOnlyList<Guid> plans) =>
        new(
            plans,
            NorwegianDates.Capital(
                Listing.And(
                    Months
                        .Where(p => plans.Contains(p.Plan))
                        .Select(p => char.ToLowerInvariant(p.Name[0]) + p.Name[1..])
                )
            )
        );

    /// <summary>Those who must know early of a meeting for some plans.</summary>
    public IReadOnlyList<Notice> Notices(IReadOnlyCollection<Guid> plans) => PlanYears.Notices(Plans, plans, _notices);

    /// <summary>A first name of the family.</summary>
    public string First(Guid member) => _sources.First(member);
}
