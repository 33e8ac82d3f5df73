using Flette.Core.Families;
using Flette.Core.FollowUp;
using Flette.Core.Meetings.Rhythm;
using Flette.Core.Plans;
using Flette.Core.Transitions;
using Flette.Web.Data;
using Flette.Web.Features.Families;
using Flette.Web.Features.FamilySays;

namespace Flette.Web.Features.Meetings.Rhythm;

/// <summary>What says that a family should meet more, as it is shown. What only a plan holds that does not live, says nothing. Pure.</summary>
internal static class YearSuggestions
{
    public static IReadOnlyList<SuggestionLine> Of(
        YearSources sources,
        YearPlans names,
        IReadOnlyList<YearMeeting> meetings,
        DateOnly today
    )
    {
        var needs = sources
            .Items.Where(i => i.Row.Kind == ItemKinds.Need && i.Row.State == Rows.Code(NeedState.Unmet))
            .Select(i => (i.Row.Id, i.Row.Day, Details: i.Open<NeedDetails>(), i.Row.Plans))
            .Where(n => n.Details.Owner is null && n.Day is not null)
            .ToDictionary(n => n.Id);
        var aside = RhythmBook.AsideAmong(sources.Items);
        var places = Places(sources, names, needs.Values.Select(n => (n.Id, n.Plans)));
        var facts = new SuggestionFacts(
            sources
                .Members.Where(m => m.Details.Relation == FamilyRelation.Child && m.Born is not null)
                .Where(m => Speaks(m.Id))
                .Select(m => (m.Id, Open(m)))
                .ToList(),
            meetings,
            SaysBook
                .Nothing(sources.Items)
                .Where(n => n.Is != NothingYet.Unsaid && Speaks(n.Agreement))
                .Select(n => (n.Agreement, n.Since))
                .ToList(),
            sources
                .Agreements.Where(a => Speaks(a.Id))
                .Select(a => (a.Id, Silent: sources.FollowUps.Silent(a)))
                .Where(a => a.Silent is not null)
                .Select(a => (a.Id, a.Silent!.Since))
                .ToList(),
            needs.Values.Where(n => Speaks(n.Id)).Select(n => (n.Id, n.Day!.Value)).ToList(),
            aside.Where(a => a.IsAside).Select(a => a.Suggestion).ToList(),
            MeetingYear.LongestOf(names.Notices([]))
        )
        {
            PlansOf = id => places.GetValueOrDefault(id) ?? [],
            Apart = names.Plans.Where(p => p.Own is not null).Select(p => p.Id).ToHashSet(),
            WeeksFor = plans => MeetingYear.LongestOf(names.Notices(plans)),
        };
        return Suggestions
            .Of(facts, today)
            .Select(s => new SuggestionLine(
                s,
                YearWords.Of(
                    s,
                    s.Of is { } of ? names.First(of) : "",
                    s.Of is { } need && needs.TryGetValue(need, out var n) ? n.Details.Text : "",
                    today
                ),
                aside.FirstOrDefault(a => a.Suggestion.Key == s.Key)?.Version ?? 0,
                names.For(s.Plans)
            ))
            .ToList();

        IReadOnlyList<Transition> Open(Member member) =>
            sources.Transitions.Of(member, today).Where(t => t.IsOpen(today)).ToList();

        bool Speaks(Guid id) => !places.TryGetValue(id, out var plans) || plans is not null;
    }

    /// <summary>The plans that live of each child, agreement and need; null where none does that it stands in.</summary>
    private static Dictionary<Guid, IReadOnlyList<Guid>?> Places(
        YearSources sources,
        YearPlans names,
        IEnumerable<(Guid Id, Guid[] Plans)> needs
    ) =>
        names.Plans.Count == 0
            ? []
            : sources
                .Members.Select(m => (m.Id, Plans: names.Plans.Where(p => p.Within.Contains(m.Id)).Select(p => p.Id)))
                .Concat(sources.Agreements.Select(a => (a.Id, Plans: a.Place.Plans ?? Enumerable.Empty<Guid>())))
                .Concat(needs.Select(n => (n.Id, Plans: n.Plans.AsEnumerable())))
                .ToDictionary(t => t.Id, t => PlanYears.Living(names.Plans, t.Plans.ToList()));
}
