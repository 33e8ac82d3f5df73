using System.Globalization;
using Flette.Core.Transitions;

namespace Flette.Core.Meetings.Rhythm;

/// <summary>What says that a meeting more may be needed.</summary>
public enum SuggestionWhy
{
    /// <summary>A transition lies ahead of a child.</summary>
    Transition,

    /// <summary>What was agreed stands still.</summary>
    StandsStill,

    /// <summary>Nobody has taken a need for a long time.</summary>
    Unowned,
}

/// <summary>A meeting that is suggested, with its reason. It is offered, and made by nobody but the coordinator.</summary>
/// <param name="Key">The same as long as it is the same suggestion.</param>
/// <param name="Of">The member or need it is about; null when it is about neither.</param>
/// <param name="Transition">When that is why.</param>
/// <param name="Since">Since when nobody has taken the need.</param>
/// <param name="Propose">A day it can be on.</param>
/// <param name="PutAside">Whether the coordinator has put it aside.</param>
public sealed record Suggestion(
    string Key,
    SuggestionWhy Why,
    Guid? Of,
    Transition? Transition,
    DateOnly? Since,
    DateOnly Propose,
    bool PutAside
)
{
    /// <summary>The plans it is for; none where the family has one only, or it is for the family as a whole.</summary>
    public IReadOnlyList<Guid> Plans { get; init; } = [];
}

/// <summary>A suggestion the coordinator put aside.</summary>
public sealed record AsideSuggestion(string Key, DateOnly On);

/// <summary>What suggestions rest on.</summary>
/// <param name="Children">Those the family is followed up for, each with the transitions of hers that are to be worked on and lie ahead.</param>
/// <param name="Said">Each time a member said that nothing has happened: which agreement, and when.</param>
/// <param name="Silent">Agreements nobody has answered about after all reminders, and since when.</param>
/// <param name="Unowned">Needs nobody has taken, and since when.</param>
/// <param name="Weeks">How early the one who needs the longest must know.</param>
public sealed record SuggestionFacts(
    IReadOnlyCollection<(Guid Id, IReadOnlyList<Transition> Open)> Children,
    IReadOnlyCollection<YearMeeting> Meetings,
    IReadOnlyCollection<(Guid Agreement, DateOnly On)> Said,
    IReadOnlyCollection<(Guid Agreement, DateOnly Since)> Silent,
    IReadOnlyCollection<(Guid Id, DateOnly Since)> Unowned,
    IReadOnlyCollection<AsideSuggestion> Aside,
    int Weeks
)
{
    /// <summary>
    /// Of several plans, those that live and hold a child, agreement or need, by its id; none: it is the family's. What only plans
    /// that do not live hold is not among the facts.
    /// </summary>
    public Func<Guid, IReadOnlyList<Guid>> PlansOf { get; init; } = _ => [];

    /// <summary>Plans with months of their own: they meet by themselves.</summary>
    public IReadOnlyCollection<Guid> Apart { get; init; } = [];

    /// <summary>How early the one who needs the longest must know of a meeting for some plans; null: <see cref="Weeks"/>.</summary>
    public Func<IReadOnlyCollection<Guid>, int>? WeeksFor { get; init; }
}

/// <summary>
/// More meetings when something says so (needs-coordinator N57): each with one plain reason. No score is made, nobody's silence is
/// counted aloud, and a meeting that is soon makes all of it superfluous. Pure.
/// </summary>
public static class Suggestions
{
    /// <summary>How many things stand still before a meeting is suggested.</summary>
    public const int Several = 2;

    /// <summary>Days after which a need nobody has taken is one to meet about.</summary>
    public const int UnownedAfter = 60;

    /// <summary>Days ahead within which a meeting that is planned is soon enough.</summary>
    public const int Soon = 60;

    /// <summary>All of them, those put aside last.</summary>
    public static IReadOnlyList<Suggestion> Of(SuggestionFacts facts, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return
        [
            .. OfTransitions(facts, today)
                .Concat(OfStanding(facts, today))
                .Concat(OfNeeds(facts, today))
                .OrderBy(s => s.PutAside)
                .ThenBy(s => s.Why)
                .ThenBy(s => s.Key, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<Suggestion> OfTransitions(SuggestionFacts facts, DateOnly today) =>
        from child in facts.Children
        let plans = facts.PlansOf(child.Id)
        let last = Last(facts, plans, today)
        let next = Next(facts, plans, today)
        from transition in child.Open
        // One that was held when it was time, or is held before it comes, can take it up.
        where !(last >= transition.Opens) && !(next < transition.Day)
        select Make(
            facts,
            string.Create(CultureInfo.InvariantCulture, $"{transition.Kind}:{transition.Registered ?? child.Id:N}"),
            SuggestionWhy.Transition,
            today,
            plans,
            child.Id,
            transition
        );

    private static IEnumerable<Suggestion> OfStanding(SuggestionFacts facts, DateOnly today)
    {
        var things = facts
            .Said.Select(s => (s.Agreement, s.On))
            .Concat(
                facts
                    .Silent.Where(s => !facts.Said.Any(x => x.Agreement == s.Agreement && IsAfter(facts, x, today)))
                    .Select(s => (s.Agreement, On: s.Since))
            )
            .Where(t => IsAfter(facts, t, today) && !IsSoon(facts, facts.PlansOf(t.Agreement), today))
            .ToList();
        // Those that meet by themselves are suggested a meeting by themselves.
        foreach (
            var group in things
                .SelectMany(t => Groups(facts, t.Agreement).Select(g => (Group: g, Thing: t)))
                .GroupBy(x => x.Group, x => x.Thing)
                .Where(g => g.Count() >= Several)
                .OrderBy(g => g.Key)
        )
        {
            var key =
                group.Key == Guid.Empty
                    ? "standing"
                    : string.Create(CultureInfo.InvariantCulture, $"standing:{group.Key:N}");
            var aside = facts.Aside.FirstOrDefault(a => a.Key == key)?.On;
            // What came after it was put aside may suggest it once more.
            yield return Make(
                facts,
                key,
                SuggestionWhy.StandsStill,
                today,
                group
                    .SelectMany(t => facts.PlansOf(t.Agreement))
                    .Where(p => group.Key == Guid.Empty ? !facts.Apart.Contains(p) : p == group.Key)
                    .Distinct()
                    .Order()
                    .ToList()
            ) with
            {
                PutAside = aside is not null && group.Count(t => t.On > aside) < Several,
            };
        }
    }

    private static IEnumerable<Guid> Groups(SuggestionFacts facts, Guid agreement) =>
        facts.PlansOf(agreement) is { Count: > 0 } plans
            ? plans.Select(p => facts.Apart.Contains(p) ? p : Guid.Empty).Distinct()
            : [Guid.Empty];

    private static IEnumerable<Suggestion> OfNeeds(SuggestionFacts facts, DateOnly today) =>
        facts
            .Unowned.Where(n => today.DayNumber - n.Since.DayNumber >= UnownedAfter)
            .Select(n => (Need: n, Plans: facts.PlansOf(n.Id)))
            .Where(n => !IsSoon(facts, n.Plans, today))
            .Select(n =>
                Make(
                    facts,
                    n.Need.Id.ToString("N", CultureInfo.InvariantCulture),
                    SuggestionWhy.Unowned,
                    today,
                    n.Plans,
                    n.Need.Id
                ) with
                {
                    Since = n.Need.Since,
                }
            );

    private static bool IsAfter(SuggestionFacts facts, (Guid Agreement, DateOnly On) thing, DateOnly today) =>
        Last(facts, facts.PlansOf(thing.Agreement), today) is not { } last || thing.On > last;

    private static bool IsSoon(SuggestionFacts facts, IReadOnlyCollection<Guid> plans, DateOnly today) =>
        Next(facts, plans, today) <= today.AddDays(Soon);

    private static DateOnly? Next(SuggestionFacts facts, IReadOnlyCollection<Guid> plans, DateOnly today) =>
        facts
            .Meetings.Where(m => m.Counts && m.IsFor(plans) && m.State == MeetingState.Planned && m.Day >= today)
            .Select(m => (DateOnly?)m.Day)
            .Min();

    private static DateOnly? Last(SuggestionFacts facts, IReadOnlyCollection<Guid> plans, DateOnly today) =>
        facts
            .Meetings.Where(m => m.Counts && m.IsFor(plans) && m.State == MeetingState.Held && m.Day <= today)
            .Select(m => (DateOnly?)m.Day)
            .Max();

    private static Suggestion Make(
        SuggestionFacts facts,
        string key,
        SuggestionWhy why,
        DateOnly today,
        IReadOnlyList<Guid> plans,
        Guid? of = null,
        Transition? transition = null
    ) =>
        new(
            key,
            why,
            of,
            transition,
            null,
            MeetingYear.Propose(today.AddDays(21), facts.WeeksFor?.Invoke(plans) ?? facts.Weeks, today),
            facts.Aside.Any(a => a.Key == key)
        )
        {
            Plans = plans,
        };
}
