using System.Globalization;

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
);

/// <summary>A suggestion the coordinator put aside.</summary>
public sealed record AsideSuggestion(string Key, DateOnly On);

/// <summary>What suggestions rest on.</summary>
/// <param name="Children">Those the family is followed up for, with their days of birth.</param>
/// <param name="Said">Each time a member said that nothing has happened: which agreement, and when.</param>
/// <param name="Silent">Agreements nobody has answered about after all reminders, and since when.</param>
/// <param name="Unowned">Needs nobody has taken, and since when.</param>
/// <param name="Weeks">How early the one who needs the longest must know.</param>
public sealed record SuggestionFacts(
    IReadOnlyCollection<(Guid Id, DateOnly Born)> Children,
    IReadOnlyCollection<YearMeeting> Meetings,
    IReadOnlyCollection<(Guid Agreement, DateOnly On)> Said,
    IReadOnlyCollection<(Guid Agreement, DateOnly Since)> Silent,
    IReadOnlyCollection<(Guid Id, DateOnly Since)> Unowned,
    IReadOnlyCollection<AsideSuggestion> Aside,
    int Weeks
);

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
        var counted = facts.Meetings.Where(m => m.Counts).ToList();
        var next = counted
            .Where(m => m.State == MeetingState.Planned && m.Day >= today)
            .Select(m => (DateOnly?)m.Day)
            .Min();
        var last = counted
            .Where(m => m.State == MeetingState.Held && m.Day <= today)
            .Select(m => (DateOnly?)m.Day)
            .Max();
        var soon = next <= today.AddDays(Soon);
        return
        [
            .. OfTransitions(facts, last, next, today)
                .Concat(soon ? [] : OfStanding(facts, last, today))
                .Concat(soon ? [] : OfNeeds(facts, today))
                .OrderBy(s => s.PutAside)
                .ThenBy(s => s.Why)
                .ThenBy(s => s.Key, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<Suggestion> OfTransitions(
        SuggestionFacts facts,
        DateOnly? last,
        DateOnly? next,
        DateOnly today
    ) =>
        from child in facts.Children
        from transition in Transitions.Ahead(child.Born, today)
        // One that was held when it was time, or is held before it comes, can take it up.
        where !(last >= Transitions.Opens(transition)) && !(next < transition.Day)
        select Make(
            facts,
            string.Create(CultureInfo.InvariantCulture, $"{transition.Kind}:{child.Id:N}"),
            SuggestionWhy.Transition,
            today,
            child.Id,
            transition
        );

    private static IEnumerable<Suggestion> OfStanding(SuggestionFacts facts, DateOnly? last, DateOnly today)
    {
        const string Key = "standing";
        var aside = facts.Aside.FirstOrDefault(a => a.Key == Key)?.On;
        int Things(DateOnly? after)
        {
            var said = facts.Said.Where(s => after is null || s.On > after).ToList();
            return said.Count
                + facts
                    .Silent.Where(s => after is null || s.Since > after)
                    .Count(s => !said.Exists(x => x.Agreement == s.Agreement));
        }
        if (Things(last) < Several)
        {
            return [];
        }
        // What came after it was put aside may suggest it once more.
        return
        [
            Make(facts, Key, SuggestionWhy.StandsStill, today) with
            {
                PutAside = aside is not null && Things(aside > last || last is null ? aside : last) < Several,
            },
        ];
    }

    private static IEnumerable<Suggestion> OfNeeds(SuggestionFacts facts, DateOnly today) =>
        facts
            .Unowned.Where(n => today.DayNumber - n.Since.DayNumber >= UnownedAfter)
            .Select(n =>
                Make(facts, n.Id.ToString("N", CultureInfo.InvariantCulture), SuggestionWhy.Unowned, today, n.Id) with
                {
                    Since = n.Since,
                }
            );

    private static Suggestion Make(
        SuggestionFacts facts,
        string key,
        SuggestionWhy why,
        DateOnly today,
        Guid? of = null,
        Transition? transition = null
    ) =>
        new(
            key,
            why,
            of,
            transition,
            null,
            MeetingYear.Propose(today.AddDays(21), facts.Weeks, today),
            facts.Aside.Any(a => a.Key == key)
        );
}
