namespace Flette.Core.Transitions;

/// <summary>The day one turns so many years.</summary>
internal static class Birthdays
{
    /// <summary>Who is born on 29 February turns a year older on 1 March in other years, as <see cref="Families.Ages"/> counts.</summary>
    public static DateOnly Turns(DateOnly born, int years) =>
        born is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(born.Year + years)
            ? new DateOnly(born.Year + years, 3, 1)
            : new DateOnly(born.Year + years, born.Month, born.Day);
}
