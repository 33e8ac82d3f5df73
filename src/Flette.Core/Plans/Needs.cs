using Flette.Core.Access;

namespace Flette.Core.Plans;

/// <summary>Something a member can, has or is, in plain words.</summary>
public sealed record ResourceDetails(string Text);

/// <summary>What a member needs.</summary>
/// <param name="Text">The need, in plain words.</param>
/// <param name="Owner">The service or person who has it, as people call it; null when nobody has.</param>
public sealed record NeedDetails(string Text, string? Owner = null);

/// <summary>Whether a need is met. Since when it has not been stands in the clear (day).</summary>
public enum NeedState
{
    Unmet,
    Met,
}

/// <summary>What somebody brings into the plan (FOR-2022-06-22-1110 § 9 letter d).</summary>
/// <param name="Text">What she does.</param>
/// <param name="Who">A participant or the coordinator; null when it is the member it is about.</param>
/// <param name="WhoName">The name, when it is not the member it is about.</param>
public sealed record ContributionDetails(string Text, Guid? Who = null, string? WhoName = null);

/// <summary>A resource to be written down.</summary>
public sealed record ResourceDraft(Guid? About, string Text, Sharing Sharing)
{
    /// <summary>Why it may not be written, or null.</summary>
    public PlanRefusal? Check(FamilyFacts family, DateOnly today) =>
        PlanRules.About(family, About, Sharing, today)
        ?? PlanRules.Needed(PlanField.Text, Text, PlanRules.LongestWords);

    /// <summary>What is sealed.</summary>
    public ResourceDetails Details => new(Text.Trim());
}

/// <summary>A need to be written down or changed.</summary>
/// <param name="Owner">Null: nobody has it.</param>
/// <param name="OwnerPrivate">Whether the owner is someone only a few may know of.</param>
/// <param name="Since">Since when it has not been met.</param>
public sealed record NeedDraft(
    Guid? About,
    string Text,
    string? Owner,
    bool OwnerPrivate,
    DateOnly Since,
    NeedState State,
    Sharing Sharing
)
{
    /// <summary>Why it may not be written, or null.</summary>
    public PlanRefusal? Check(FamilyFacts family, DateOnly today) =>
        PlanRules.About(family, About, Sharing, today)
        ?? PlanRules.Needed(PlanField.Text, Text, PlanRules.LongestWords)
        ?? PlanRules.Fits(PlanField.Owner, Owner, PlanRules.LongestLine)
        ?? (
            OwnerPrivate && Sharing != Sharing.Private
                ? new NamesPrivate(PlanField.Owner)
                : PlanRules.Past(Since, today)
        );

    /// <summary>What is sealed.</summary>
    public NeedDetails Details => new(Text.Trim(), PlanRules.Trimmed(Owner));
}

/// <summary>A contribution to be written down.</summary>
/// <param name="About">The member who contributes, or whose plan another contributes to.</param>
/// <param name="Who">A participant or the coordinator; null when it is the member.</param>
public sealed record ContributionDraft(Guid? About, string Text, PlanPerson? Who, Sharing Sharing)
{
    /// <summary>Why it may not be written, or null.</summary>
    public PlanRefusal? Check(FamilyFacts family, DateOnly today) =>
        PlanRules.About(family, About, Sharing, today)
        ?? PlanRules.Needed(PlanField.Text, Text, PlanRules.LongestWords)
        ?? (Who is { Private: true } && Sharing != Sharing.Private ? new NamesPrivate(PlanField.Who) : null);

    /// <summary>What is sealed.</summary>
    public ContributionDetails Details => new(Text.Trim(), Who?.Id, Who?.Name);
}

/// <summary>Someone who can be named in the plan: a member, a participant, or the coordinator.</summary>
/// <param name="Private">Only a few may know that she takes part.</param>
public sealed record PlanPerson(Guid Id, string Name, bool Private = false);
