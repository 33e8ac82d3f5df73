namespace Flette.Core.Families;

/// <summary>Whether a family is followed up.</summary>
public enum FamilyState
{
    Active,
    Closed,
}

/// <summary>Whether there is a plan. Without a yes there is none (FOR-2022-06-22-1110 § 5).</summary>
public enum PlanState
{
    None,
    Open,

    /// <summary>
    /// The yes it rests on is not all there any more, though nobody has withdrawn one: the recipient has turned 16 or been born,
    /// or someone has got foreldreansvar. Nothing is changed or sent until the yes that is missing is recorded.
    /// </summary>
    Paused,
    Withdrawn,
}

/// <summary>What decisions need to know of a member.</summary>
/// <param name="Id">The member.</param>
/// <param name="Born">Day of birth; null while unborn or not known.</param>
/// <param name="Households">The homes she lives in; two when two.</param>
/// <param name="CarriedBy">For an unborn child: the member who carries it.</param>
public sealed record MemberFacts(Guid Id, DateOnly? Born, IReadOnlyList<Guid> Households, Guid? CarriedBy = null)
{
    /// <summary>Full years on the day. Who is born on 29 February turns a year older on 1 March in other years.</summary>
    public int? Age(DateOnly day) => Born is { } born ? Ages.On(born, day) : null;

    /// <summary>18 or more on the day. An unknown day of birth is no adult's right, so the answer is no.</summary>
    public bool IsAdult(DateOnly day) => Age(day) >= Ages.Adult;
}

/// <summary>Counting of years.</summary>
public static class Ages
{
    /// <summary>Full legal age (vergemålsloven § 8).</summary>
    public const int Adult = 18;

    /// <summary>Full years from <paramref name="born"/> to <paramref name="day"/>; negative before birth.</summary>
    public static int On(DateOnly born, DateOnly day)
    {
        var years = day.Year - born.Year;
        return (day.Month, day.Day).CompareTo((born.Month, born.Day)) < 0 ? years - 1 : years;
    }

    /// <summary>The first day one is so many years old. Who is born on 29 February turns a year older on 1 March in other years.</summary>
    public static DateOnly Birthday(DateOnly born, int years)
    {
        var year = born.Year + years;
        return born is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year)
            ? new DateOnly(year, 3, 1)
            : new DateOnly(year, born.Month, born.Day);
    }
}
