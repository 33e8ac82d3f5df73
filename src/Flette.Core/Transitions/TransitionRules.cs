using System.Collections.Immutable;
using Flette.Core.Transitions.Content;

namespace Flette.Core.Transitions;

/// <summary>All transitions the product knows, as data. General rules are told; nothing is concluded about a family (product law 8).</summary>
public static class TransitionRules
{
    /// <summary>All of them, in the order of <see cref="TransitionKind"/>.</summary>
    public static ImmutableArray<TransitionRule> All { get; } =
    [
        KindergartenRules.Kindergarten,
        SchoolRules.School,
        SchoolRules.LowerSecondary,
        UpperSecondaryRules.UpperSecondary,
        AgeRules.Fifteen,
        AgeRules.Sixteen,
        EighteenRules.Eighteen,
        UpperSecondaryRules.LeavingSchool,
        HomeRules.OwnHome,
        HomeRules.Respite,
        HomeRules.HospitalHome,
        HomeRules.Coordinator,
        HomeRules.Moving,
    ];

    /// <summary>The ids.</summary>
    public static ImmutableArray<string> Ids { get; } = [.. All.Select(r => r.Id)];

    /// <summary>The rule of a kind.</summary>
    public static TransitionRule Of(TransitionKind kind) => All[(int)kind];

    /// <summary>The rule with this id, or null.</summary>
    public static TransitionRule? Find(string? id) =>
        All.FirstOrDefault(r => string.Equals(r.Id, id, StringComparison.Ordinal));
}
