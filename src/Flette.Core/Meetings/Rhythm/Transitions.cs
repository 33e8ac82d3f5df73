namespace Flette.Core.Meetings.Rhythm;

/// <summary>What changes for a child with the years.</summary>
public enum TransitionKind
{
    /// <summary>School, from the calendar year one turns six (opplæringslova § 2-2).</summary>
    School,

    /// <summary>Ungdomsskole, the year one turns thirteen.</summary>
    LowerSecondary,

    /// <summary>Videregående, the year one turns sixteen.</summary>
    UpperSecondary,

    /// <summary>Sixteen: decides on own health (pbrl § 4-3).</summary>
    Sixteen,

    /// <summary>Eighteen: own rights (vergemålsloven § 8).</summary>
    Eighteen,
}

/// <summary>A transition ahead.</summary>
/// <param name="Day">The day; for a school the middle of the month it begins in.</param>
public sealed record Transition(TransitionKind Kind, DateOnly Day);

/// <summary>
/// Which transitions lie ahead, early enough to meet about them. The one place that knows of them until they are data with dates and
/// sections like other law. Pure.
/// </summary>
public static class Transitions
{
    // Kind, age, whether it begins with the school year, and months before it that it is time to meet.
    private static readonly (TransitionKind Kind, int Age, bool AtSchool, int Months)[] All =
    [
        (TransitionKind.School, 6, true, 10),
        (TransitionKind.LowerSecondary, 13, true, 10),
        (TransitionKind.UpperSecondary, 16, true, 10),
        (TransitionKind.Sixteen, 16, false, 6),
        (TransitionKind.Eighteen, 18, false, 12),
    ];

    /// <summary>Those it is time to meet about, the nearest first.</summary>
    public static IReadOnlyList<Transition> Ahead(DateOnly born, DateOnly today) =>
        All.Select(t => (t.Months, Transition: new Transition(t.Kind, Day(born, t.Age, t.AtSchool))))
            .Where(t => t.Transition.Day > today && Opens(t.Transition) <= today)
            .Select(t => t.Transition)
            .OrderBy(t => t.Day)
            .ToList();

    /// <summary>From when it is time to meet about a transition.</summary>
    public static DateOnly Opens(Transition transition)
    {
        ArgumentNullException.ThrowIfNull(transition);
        return transition.Day.AddMonths(-All.Single(t => t.Kind == transition.Kind).Months);
    }

    private static DateOnly Day(DateOnly born, int age, bool atSchool)
    {
        var year = born.Year + age;
        // Who is born on 29 February turns a year older on 1 March in other years.
        return atSchool ? new DateOnly(year, 8, 15)
            : born is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year) ? new DateOnly(year, 3, 1)
            : new DateOnly(year, born.Month, born.Day);
    }
}
