using System.Text;

namespace Flette.Demo.Seed;

/// <summary>
/// Moves every date by the same whole number of weeks, those inside texts too, so that ages, weekdays and deadlines stay
/// right whenever the demo is shown. Pure.
/// </summary>
/// <param name="weeks">How many weeks later; negative is earlier, 0 changes nothing.</param>
/// <param name="written">The day the text was written: a date without a year is the one nearest to it.</param>
/// <param name="weeksOfPregnancy">Whether «uke 31» counts a pregnancy, which does not move with the calendar.</param>
public sealed class DateShift(int weeks, DateOnly written, bool weeksOfPregnancy = false)
{
    private readonly DateFinder _finder = new(written, weeksOfPregnancy);

    /// <summary>Whole weeks from <paramref name="written"/> to <paramref name="today"/>: what is moved is at most six days old.</summary>
    public static int WeeksTo(DateOnly written, DateOnly today) =>
        (int)Math.Floor((today.DayNumber - written.DayNumber) / 7.0);

    /// <summary>The day, moved.</summary>
    public DateOnly Day(DateOnly day) => day.AddDays(7 * weeks);

    /// <summary>The text with every date in it moved.</summary>
    public string Text(string text)
    {
        var moved = new StringBuilder();
        var at = 0;
        foreach (var (mention, words) in Changes(text))
        {
            moved.Append(text, at, mention.Start - at).Append(words);
            at = mention.End;
        }
        return moved.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>What is changed in a text, and to what, in order.</summary>
    public IReadOnlyList<(DateMention Mention, string Words)> Changes(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _finder.Find(text).Select(m => (m, m.Moved(weeks))).ToList();
    }
}
