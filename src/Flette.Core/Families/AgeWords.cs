using Flette.Core.Words;

namespace Flette.Core.Families;

/// <summary>How old someone is, as people say it: «12 år», «8 måneder», «ventes i mars». Bokmål.</summary>
public static class AgeWords
{
    /// <summary>Below this many years a child's age is counted in months.</summary>
    private const int MonthsBelow = 2;

    /// <summary>The words; null when neither birth nor expected birth is written.</summary>
    /// <param name="born">Day of birth, or null.</param>
    /// <param name="due">Expected birth, or null.</param>
    /// <param name="carried">Whether someone carries the child: it is expected, though no day is written.</param>
    public static string? Of(DateOnly? born, DateOnly? due, bool carried, DateOnly today)
    {
        if (born is { } day)
        {
            return Age(day, today);
        }
        if (due is not { } expected)
        {
            return carried ? "ventes" : null;
        }
        var month = NorwegianDates.MonthName(expected);
        // «i januar» alone means the next one; further away it is said with the year.
        var when = Math.Abs(expected.DayNumber - today.DayNumber) > 300 ? $"{month} {expected.Year}" : month;
        return expected < today ? $"ventet i {when}" : $"ventes i {when}";
    }

    private static string Age(DateOnly born, DateOnly today)
    {
        var years = Ages.On(born, today);
        if (years >= MonthsBelow)
        {
            return $"{years}\u00a0år";
        }
        var months = ((today.Year - born.Year) * 12) + today.Month - born.Month - (today.Day < born.Day ? 1 : 0);
        return months switch
        {
            <= 0 => "nyfødt",
            1 => "1\u00a0måned",
            _ => $"{months}\u00a0måneder",
        };
    }
}
