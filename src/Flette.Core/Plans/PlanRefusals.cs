namespace Flette.Core.Plans;

/// <summary>Why something is not written in the plan, or in the notes that will become it.</summary>
public abstract record PlanRefusal : Refusal;

/// <summary>Nothing was written.</summary>
/// <param name="Field">Which text.</param>
public sealed record TextMissing(PlanField Field) : PlanRefusal;

/// <summary>Longer than <paramref name="Most"/> characters.</summary>
public sealed record TextTooLong(PlanField Field, int Most) : PlanRefusal;

/// <summary>Nobody was said to be the one it is about: without that nobody but the coordinator could ever see it.</summary>
public sealed record AboutMissing : PlanRefusal;

/// <summary>A member who is not in the family.</summary>
public sealed record NotInFamily : PlanRefusal;

/// <summary>Only what is an adult's own is shared at home by choice; who sees a child's follows from the law.</summary>
public sealed record NotAnAdults : PlanRefusal;

/// <summary>The day has not come.</summary>
public sealed record DayAhead : PlanRefusal;

/// <summary>The day lies so far off that it must be a slip.</summary>
public sealed record DayImpossible : PlanRefusal;

/// <summary>A day of the plan's time that lies so far off that it must be a slip.</summary>
public sealed record PlanDayOutside(PlanField Field) : PlanRefusal;

/// <summary>A day of the plan's time before its first.</summary>
public sealed record PlanDayBeforeFirst(PlanField Field) : PlanRefusal;

/// <summary>Not between 0 and 10.</summary>
public sealed record ScoreOutside : PlanRefusal;

/// <summary>A score without a day, or a day without a score.</summary>
public sealed record ScoreIncomplete : PlanRefusal;

/// <summary>The goal is not there, or not for the one who asked.</summary>
public sealed record GoalUnknown : PlanRefusal;

/// <summary>Nobody was said to be responsible.</summary>
public sealed record ResponsibleMissing : PlanRefusal;

/// <summary>Somebody who is neither in the family nor in the team.</summary>
public sealed record PersonUnknown(PlanField Field) : PlanRefusal;

/// <summary>What others may read names someone only a few may know of.</summary>
public sealed record NamesPrivate(PlanField Field) : PlanRefusal;

/// <summary>What is asked for is not there, or not for the one who asked.</summary>
public sealed record NoSuchEntry : PlanRefusal;

/// <summary>The texts and choices a refusal can be about.</summary>
public enum PlanField
{
    Words,
    How,
    ToldBy,
    Text,
    Owner,
    What,
    Scope,
    Way,
    DueText,
    MayHarm,
    Responsible,
    With,
    WithText,
    Who,
    From,
    Until,
    Revision,
    ChildsPart,
}
