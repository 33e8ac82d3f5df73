namespace Flette.Core.Plans;

/// <summary>How the child's right to take part was seen to (FOR-2022-06-22-1110 § 9 last paragraph). About the child or children.</summary>
public sealed record ChildsPartDetails(string Text);

/// <summary>What holds for a plan as a whole, to be written down or changed.</summary>
/// <param name="From">The first day of the plan's time (§ 9 letter h).</param>
/// <param name="Until">The last day; null when not decided.</param>
/// <param name="Revision">The next day it is looked at together; null when not decided.</param>
/// <param name="Responsible">Who has the main responsibility (§ 9 letter c); null is the coordinator.</param>
/// <param name="ChildsPart">How the child took part; null when nothing is written.</param>
public sealed record PlanHeadDraft(
    DateOnly? From,
    DateOnly? Until,
    DateOnly? Revision,
    PlanPerson? Responsible,
    string? ChildsPart
)
{
    /// <summary>Why it may not be written, or null.</summary>
    public PlanRefusal? Check(DateOnly today) =>
        From is not { } from ? new TextMissing(PlanField.From)
        : Impossible(from, today) ? new PlanDayOutside(PlanField.From)
        : Impossible(Until, today) ? new PlanDayOutside(PlanField.Until)
        : Impossible(Revision, today) ? new PlanDayOutside(PlanField.Revision)
        : Until < from ? new PlanDayBeforeFirst(PlanField.Until)
        : Revision < from ? new PlanDayBeforeFirst(PlanField.Revision)
        : Responsible is { Private: true } ? new NamesPrivate(PlanField.Responsible)
        : PlanRules.Fits(PlanField.ChildsPart, ChildsPart, PlanRules.LongestWords);

    private static bool Impossible(DateOnly? day, DateOnly today) => PlanRules.Due(day, today) is not null;
}
