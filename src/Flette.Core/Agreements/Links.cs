namespace Flette.Core.Agreements;

/// <summary>How long a link to agreements opens (trust.md, Links).</summary>
public static class LinkLife
{
    /// <summary>Days after the deadline.</summary>
    public const int AfterDue = 30;

    /// <summary>Days at least, from when it was made.</summary>
    public const int AtLeast = 60;

    /// <summary>The last day it opens: 30 days after the latest deadline, and at least 60 from today.</summary>
    public static DateOnly Until(IEnumerable<DateOnly?> due, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(due);
        var least = today.AddDays(AtLeast);
        var latest = due.OfType<DateOnly>().DefaultIfEmpty(today).Max().AddDays(AfterDue);
        return latest > least ? latest : least;
    }
}
