using System.Collections.Immutable;
using Flette.Core.Access;

namespace Flette.Core.Meetings.Writing;

/// <summary>What a line of minutes is, by the sign it begins with.</summary>
public enum LineMark
{
    /// <summary>No sign: what was said.</summary>
    Text,

    /// <summary><c>#</c>: a new point of the agenda.</summary>
    Point,

    /// <summary><c>=</c>: what all are agreed on.</summary>
    Conclusion,

    /// <summary><c>!</c>: somebody does something by a day.</summary>
    Agreement,

    /// <summary><c>/</c>: the coordinator's own note, which nobody else gets and no common screen shows.</summary>
    Note,
}

/// <summary>A line of the minutes as it was written in the meeting (needs-coordinator N61, N78).</summary>
/// <param name="Typed">The line as typed, sign and all: what is corrected later.</param>
/// <param name="Text">Without the sign; of an agreement what is to be done.</param>
/// <param name="Responsible">Who has the agreement; empty: nobody yet.</param>
/// <param name="Due">By when, or null.</param>
/// <param name="At">When it was first written; null before it is stored.</param>
/// <param name="Agreement">What became of it when the meeting ended; null before.</param>
/// <param name="Goal">The goal of the plan an agreement serves, or null.</param>
/// <param name="Said">What was said of it when it was read aloud; gone when the line is corrected.</param>
public sealed record MinutesLine(
    LineMark Mark,
    string Typed,
    string Text,
    ImmutableArray<MeetingPerson> Responsible,
    DateOnly? Due,
    DateTimeOffset? At = null,
    Guid? Agreement = null,
    Guid? Goal = null,
    IReadOnlyList<SaidInRoom>? Said = null
);

/// <summary>Why a line is not taken. What was typed stays in the field.</summary>
public abstract record LineRefusal : Refusal;

/// <summary>There are no words in it.</summary>
public sealed record LineEmpty : LineRefusal;

/// <summary>Longer than a line may be: hardly one line.</summary>
public sealed record LineTooLong(int Most) : LineRefusal;

/// <summary>A day that no calendar has, as 31/2.</summary>
public sealed record NoSuchDay(string Written) : LineRefusal;

/// <summary>The day was before the meeting, or further ahead than anyone agrees on anything.</summary>
public sealed record DayOutOfReach(DateOnly Day) : LineRefusal;

/// <summary>A name that fits several: only the one who writes knows who it is.</summary>
public sealed record WhoInLine(string Name, ImmutableArray<MeantPerson> Fits) : LineRefusal;

/// <summary>Several lines came in one: the one who writes says whether each is a line of its own.</summary>
/// <param name="Count">How many.</param>
/// <param name="Most">Most that can be written in one go.</param>
public sealed record SeveralLines(int Count, int Most) : LineRefusal;

/// <summary>Why one of several lines is not taken; then none is.</summary>
/// <param name="Number">Which, 1 for the first.</param>
public sealed record InLine(int Number, LineRefusal Why) : LineRefusal;
