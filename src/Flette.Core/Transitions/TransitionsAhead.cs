using System.Collections.Immutable;
using Flette.Core.Law;

namespace Flette.Core.Transitions;

/// <summary>The transitions of someone, each with its day, when to begin and the days of its steps. Pure.</summary>
public static class TransitionsAhead
{
    /// <summary>Years of age in the year school begins (opplæringslova § 2-1).</summary>
    public const int SchoolAge = 6;

    private static readonly LegalBasis OtherSchoolYear = new(Statutes.Education, "§ 2-4");

    /// <summary>All of them, the nearest day first; or why there are none.</summary>
    /// <param name="facts">Of whom.</param>
    /// <param name="today">The day asked about.</param>
    /// <param name="rules">The rules as the municipality has them; the product's own when not given.</param>
    public static Result<ImmutableArray<Transition>> Of(
        TransitionFacts facts,
        DateOnly today,
        ImmutableArray<TransitionRule>? rules = null
    )
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (Refuse(facts, today) is { } refusal)
        {
            return refusal;
        }
        var all = rules ?? TransitionRules.All;
        var birth = facts.Born ?? facts.Due;
        ImmutableArray<RegisteredTransition> events = facts.Events.IsDefault ? [] : facts.Events;
        return ByYears()
            .Concat(
                events.Select(e =>
                    Make(all.Single(r => r.Kind == e.Kind), e.Day, facts, today) with
                    {
                        IsExpected = false,
                        Registered = e.Id,
                    }
                )
            )
            .OrderBy(t => t.Day)
            .ThenBy(t => t.Kind)
            .ToImmutableArray();

        IEnumerable<Transition> ByYears() =>
            birth is { } born
                ? all.Where(r => r.Dated != Dated.Event)
                    .Select(r => Make(r, DayOf(r, born, facts.SchoolStartYear), facts, today))
                : [];
    }

    private static Refusal? Refuse(TransitionFacts facts, DateOnly today)
    {
        if ((facts.Born ?? facts.Due) is not { } birth)
        {
            return facts.SchoolStartYear is null ? RefuseEvents(facts) : new SchoolYearWithoutBirth();
        }
        if (!Days.CanBeMeant(birth))
        {
            return new BirthOutOfRange(birth);
        }
        if (facts.Born is { } born && today < born)
        {
            return new AskedBeforeBirth(born, today);
        }
        return (facts.SchoolStartYear is { } year ? RefuseSchoolYear(birth, year) : null) ?? RefuseEvents(facts);
    }

    /// <summary>Why school cannot begin that year for one born on <paramref name="birth"/>, or null: a year before or after the usual is what the law knows (opplæringslova § 2-4).</summary>
    public static Refusal? RefuseSchoolYear(DateOnly birth, int year)
    {
        var (earliest, latest) = (birth.Year + SchoolAge - 1, birth.Year + SchoolAge + 1);
        return year <= birth.Year ? new SchoolBeforeBirth(year)
            : year < earliest || year > latest ? new SchoolYearNotInLaw(year, earliest, latest, OtherSchoolYear)
            : null;
    }

    private static Refusal? RefuseEvents(TransitionFacts facts)
    {
        if (facts.Events.IsDefaultOrEmpty)
        {
            return null;
        }
        return facts.Events.Select(e => RefuseEvent(e.Kind, e.Day)).FirstOrDefault(r => r is not null);
    }

    /// <summary>Why a transition may not be registered on a day, or null: those the years give a day have theirs.</summary>
    public static Refusal? RefuseEvent(TransitionKind kind, DateOnly? day)
    {
        var rule = TransitionRules.Of(kind);
        return rule.Dated != Dated.Event ? new TransitionHasItsDay(rule.Id, rule.FixesDay ?? rule.Law.Basis)
            : day is { } known && Days.CanBeMeant(known) ? null
            : new EventOutOfRange(day);
    }

    private static Transition Make(TransitionRule rule, DateOnly day, TransitionFacts facts, DateOnly today)
    {
        var opens = day.AddMonths(-rule.Months);
        // Nothing is to be begun before there is a child.
        opens = facts.Born is { } born && opens < born ? born : opens;
        return new(
            rule,
            day,
            opens,
            today > day ? TransitionState.Passed
                : today >= opens ? TransitionState.Now
                : TransitionState.Later,
            facts.Born is null,
            [
                .. rule
                    .Steps.Select(s => (Step: s, By: s.By.Before(day)))
                    .Select(s => new DatedStep(s.Step, s.By < opens ? opens : s.By))
                    .OrderBy(s => s.By),
            ]
        );
    }

    private static DateOnly DayOf(TransitionRule rule, DateOnly birth, int? schoolStart) =>
        rule.Dated switch
        {
            Dated.Birthday => Families.Ages.Birthday(birth, rule.Years),
            Dated.KindergartenPlace => Place(birth),
            // School begins in August and ends in June; which day is set by each school year.
            _ => new DateOnly(
                (schoolStart ?? birth.Year + SchoolAge) + rule.Years,
                rule.Kind == TransitionKind.LeavingSchool ? 6 : 8,
                15
            ),
        };

    /// <summary>
    /// From when a kindergarten is to have a place: August for one who turns one by its end, the last day of the month for one who
    /// does in September, October or November, and the next August for one who does in December (barnehageloven § 16).
    /// </summary>
    private static DateOnly Place(DateOnly birth)
    {
        var one = Families.Ages.Birthday(birth, 1);
        return one.Month switch
        {
            <= 8 => new DateOnly(one.Year, 8, 15),
            12 => new DateOnly(one.Year + 1, 8, 15),
            _ => new DateOnly(one.Year, one.Month, DateTime.DaysInMonth(one.Year, one.Month)),
        };
    }
}
