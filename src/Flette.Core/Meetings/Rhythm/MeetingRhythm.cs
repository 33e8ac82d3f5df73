using System.Collections.Immutable;

namespace Flette.Core.Meetings.Rhythm;

/// <summary>Why a rhythm is not kept.</summary>
public abstract record RhythmRefusal : Refusal;

/// <summary>No month was chosen: at least once a year one meets (needs-coordinator N55).</summary>
public sealed record RhythmEmpty : RhythmRefusal;

/// <summary>A month was chosen twice.</summary>
public sealed record RhythmMonthTwice(int Month) : RhythmRefusal;

/// <summary>What was chosen is no month.</summary>
public sealed record RhythmNoMonth : RhythmRefusal;

/// <summary>More meetings than there are months.</summary>
public sealed record RhythmTooMany : RhythmRefusal;

/// <summary>The plan is none of the family's, or the family has no other: then there is one rhythm.</summary>
public sealed record RhythmOfNoPlan : RhythmRefusal;

/// <summary>
/// In which months of each year a family meets its team. Nothing has to be made for the meetings to stand in the year (needs-coordinator
/// N54, N56): they follow from this.
/// </summary>
/// <param name="Months">1 to 12, each once, in order.</param>
public sealed record MeetingRhythm(ImmutableArray<int> Months)
{
    /// <summary>Meetings in a year.</summary>
    public const int Most = 12;

    /// <summary>Spring and autumn: what is so where nobody has said anything else.</summary>
    public static MeetingRhythm Usual { get; } = new([4, 10]);

    /// <summary>The rhythm of the months that were chosen, in any order.</summary>
    public static Result<MeetingRhythm> Read(IReadOnlyCollection<int> months)
    {
        ArgumentNullException.ThrowIfNull(months);
        return months.Count == 0 ? new RhythmEmpty()
            : months.Count > Most ? new RhythmTooMany()
            : months.Any(m => m is < 1 or > 12) ? new RhythmNoMonth()
            : months.GroupBy(m => m).FirstOrDefault(g => g.Count() > 1) is { Key: var twice }
                ? new RhythmMonthTwice(twice)
            : new MeetingRhythm([.. months.Order()]);
    }
}
