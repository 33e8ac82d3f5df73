using Flette.Core.Access;

namespace Flette.Core.Plans;

/// <summary>
/// «Hva er viktig for deg?» in somebody's own words. Never overwritten: what is said later stands beside what was said before.
/// Whose words they are stands in the clear (about), as does the day.
/// </summary>
/// <param name="Words">The words, as said.</param>
/// <param name="How">How it was said: «bildekort, hjemme».</param>
/// <param name="ToldBy">The member who passed it on; the person self when she said it.</param>
/// <param name="ToldByText">Who passed it on, when it was several or nobody in the family.</param>
public sealed record WhatMattersDetails(
    string Words,
    string? How = null,
    Guid? ToldBy = null,
    string? ToldByText = null
);

/// <summary>Something that is to be written down as said.</summary>
public sealed record WhatMattersDraft(Guid? About, WhatMattersDetails Details, DateOnly Day, Sharing Sharing)
{
    /// <summary>Why it may not be written, or null.</summary>
    public PlanRefusal? Check(FamilyFacts family, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(family);
        return PlanRules.About(family, About, Sharing, today)
            ?? PlanRules.Needed(PlanField.Words, Details.Words, PlanRules.LongestWords)
            ?? PlanRules.Fits(PlanField.How, Details.How, PlanRules.LongestLine)
            ?? PlanRules.Fits(PlanField.ToldBy, Details.ToldByText, PlanRules.LongestLine)
            ?? (
                Details.ToldBy is { } teller && family.Member(teller) is null
                    ? new PersonUnknown(PlanField.ToldBy)
                    : PlanRules.Past(Day, today)
            );
    }
}
