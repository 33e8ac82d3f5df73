using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Core.Law.Deciding;

namespace Flette.Core.Consents;

/// <summary>Which plan a yes is to.</summary>
public enum PlanKind
{
    /// <summary>Individuell plan: one person's (FOR-2022-06-22-1110 § 9).</summary>
    Individual,

    /// <summary>Familiens plan: each adult's own part (Nye mønstre).</summary>
    Family,
}

/// <summary>How a yes was given. Registered by the coordinator.</summary>
public enum ConsentHow
{
    InPerson,
    Paper,
    Phone,
    Meeting,
}

/// <summary>The plan asked about.</summary>
/// <param name="Recipient">Whose, for an individual plan.</param>
public sealed record PlanAsked(PlanKind Kind, Guid? Recipient);

/// <summary>One recorded yes.</summary>
/// <param name="GivenBy">The member who said it.</param>
/// <param name="On">The day it was said.</param>
public sealed record PlanConsent(PlanAsked To, Guid GivenBy, DateOnly On);

/// <summary>Why a yes is not recorded.</summary>
public abstract record ConsentRefusal : Refusal;

/// <summary>An individual plan is somebody's.</summary>
public sealed record RecipientMissing : ConsentRefusal;

/// <summary>Nobody was said to have said yes.</summary>
public sealed record GiverMissing : ConsentRefusal;

/// <summary>Her yes is not the one that is needed for this plan.</summary>
public sealed record NotHersToGive(Guid Member) : ConsentRefusal;

/// <summary>Nobody in the family may say yes for this child: no foreldreansvar or verge is registered, or barnevern has the care.</summary>
public sealed record NobodyMayConsent : ConsentRefusal;

/// <summary>A yes is never given ahead of time.</summary>
public sealed record InTheFuture : ConsentRefusal;

/// <summary>There is no yes to withdraw.</summary>
public sealed record NoYesToWithdraw : ConsentRefusal;

/// <summary>
/// Whose yes makes a plan (FOR-2022-06-22-1110 § 5, pbrl §§ 4-3 and 4-4): the recipient's own from 16; before that all who have
/// foreldreansvar, one missing is no plan yet (<see cref="Standings"/>). For a family plan each adult answers for her own part. Pure.
/// </summary>
public static class PlanYes
{
    /// <summary>
    /// Whose yes is needed. For a family plan all adults may say yes, and each one's makes her own part.
    /// Empty: nobody in the family may.
    /// </summary>
    public static IReadOnlyList<Guid> Asked(FamilyFacts family, PlanAsked plan, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(family);
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Kind == PlanKind.Family)
        {
            return family.Members.Where(m => m.IsAdult(today)).Select(m => m.Id).ToList();
        }
        return plan.Recipient is { } id ? Standings.Consent(family, id, Matter.Plan, today).Members : [];
    }

    /// <summary>
    /// Whether any one of those asked is enough: each adult answers for her own part of a family plan, and for one who cannot decide
    /// herself any of those who may will do.
    /// </summary>
    public static bool IsEnoughWithOne(FamilyFacts family, PlanAsked plan, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Kind == PlanKind.Family
            || (plan.Recipient is { } id && Standings.Consent(family, id, Matter.Plan, today).Rule == ConsentRule.One);
    }

    /// <summary>Checks that these members may say this yes on that day.</summary>
    public static ConsentRefusal? Check(
        FamilyFacts family,
        PlanAsked plan,
        IReadOnlyCollection<Guid> givers,
        DateOnly on,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(givers);
        if (plan.Kind == PlanKind.Individual && plan.Recipient is null)
        {
            return new RecipientMissing();
        }
        var asked = Asked(family, plan, today);
        if (asked.Count == 0)
        {
            return new NobodyMayConsent();
        }
        if (givers.Count == 0)
        {
            return new GiverMissing();
        }
        if (on > today)
        {
            return new InTheFuture();
        }
        return givers.Where(g => !asked.Contains(g)).Select(g => (Guid?)g).FirstOrDefault() is { } other
            ? new NotHersToGive(other)
            : null;
    }

    /// <summary>Those whose yes is still missing. Nobody missing: there is a plan. A family plan is there with the first adult's yes.</summary>
    public static IReadOnlyList<Guid> Missing(
        FamilyFacts family,
        PlanAsked plan,
        IReadOnlyCollection<PlanConsent> given,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(given);
        var asked = Asked(family, plan, today);
        var yes = given.Where(c => c.To == plan).Select(c => c.GivenBy).ToHashSet();
        return IsEnoughWithOne(family, plan, today) && yes.Overlaps(asked)
            ? []
            : asked.Where(a => !yes.Contains(a)).ToList();
    }

    /// <summary>
    /// How a plan stands on the day: an open one is paused while a yes is missing for it, or nobody in the family may say yes. Who
    /// must say yes changes with births, birthdays and legal positions, so this is worked out each day and never stored.
    /// </summary>
    /// <param name="recorded">How it was left by the last yes or withdrawal.</param>
    /// <param name="given">Every yes that stands.</param>
    public static PlanState StateOn(
        PlanState recorded,
        FamilyFacts family,
        PlanAsked plan,
        IReadOnlyCollection<PlanConsent> given,
        DateOnly today
    ) =>
        recorded == PlanState.Open
        && (Asked(family, plan, today).Count == 0 || Missing(family, plan, given, today).Count > 0)
            ? PlanState.Paused
            : recorded;

    /// <summary>
    /// The members a plan takes in. An individual plan: the recipient, the child she carries, and those who may say yes for her. A family plan: each
    /// adult who has said yes, and the children under 16 they have a legal position for.
    /// What is about others hangs on the family, outside the plan.
    /// </summary>
    public static IReadOnlySet<Guid> Within(
        FamilyFacts family,
        PlanAsked plan,
        IReadOnlyCollection<PlanConsent> given,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(family);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(given);
        if (plan.Kind == PlanKind.Individual)
        {
            var parents = family
                .Guardianships.Where(g => g.Child == plan.Recipient && g.Period.Covers(today))
                .Select(g => g.Holder);
            // What is said of an unborn child is said of the woman who carries it.
            var carried = family
                .Members.Where(m => m.CarriedBy == plan.Recipient && plan.Recipient is not null && !(m.Born <= today))
                .Select(m => m.Id);
            return parents
                .Append(plan.Recipient)
                .OfType<Guid>()
                .Concat(Asked(family, plan, today))
                .Concat(carried)
                .ToHashSet();
        }
        var adults = given.Where(c => c.To == plan).Select(c => c.GivenBy).ToHashSet();
        var children = family
            .Members.Where(m => !m.IsAdult(today))
            .Where(m => adults.Any(a => Positions.MaySeeAbout(family, a, m.Id, sharedAtHome: false, today)))
            .Select(m => m.Id);
        return adults.Concat(children).ToHashSet();
    }

    /// <summary>Whether an item about these members is part of the plan. About nobody in particular: not until someone is said.</summary>
    public static bool IsWithin(IReadOnlySet<Guid> within, IReadOnlyCollection<Guid> about)
    {
        ArgumentNullException.ThrowIfNull(within);
        ArgumentNullException.ThrowIfNull(about);
        return about.Count > 0 && about.All(within.Contains);
    }
}
