using System.Collections.Immutable;
using Flette.Core.Access;
using Flette.Core.Law.Deciding;

namespace Flette.Core.Consents;

/// <summary>Whether a yes to fagmøter stands.</summary>
public enum FagYesState
{
    Given,
    Withdrawn,
}

/// <summary>
/// A recorded yes to fagmøter (trust.md, Consent; needs-childrens-coordinator N82): the services may meet without the family and talk
/// about these topics, of one member, to a purpose, until a day. Sealed with her key.
/// </summary>
/// <param name="Givers">The members who said it.</param>
/// <param name="On">The day it was said.</param>
/// <param name="Topics">What may be talked about.</param>
/// <param name="Purpose">What for, in the family's words or the coordinator's.</param>
/// <param name="Until">The last day of it. Silence never renews it.</param>
/// <param name="Words">What was said yes to, word for word.</param>
public sealed record FagYesDetails(
    ImmutableArray<Guid> Givers,
    DateOnly On,
    ConsentHow How,
    ImmutableArray<Topic> Topics,
    string Purpose,
    DateOnly Until,
    string Words
);

/// <summary>A yes as rules need to know it.</summary>
/// <param name="About">Of whom one may talk.</param>
public sealed record FagYesFacts(Guid About, IReadOnlyCollection<Guid> Givers, DateOnly Until, bool Stands);

/// <summary>A yes as it is written down.</summary>
public sealed record FagYesDraft(
    Guid? About,
    IReadOnlyCollection<Guid> Givers,
    DateOnly? On,
    ConsentHow? How,
    IReadOnlyCollection<Topic> Topics,
    string? Purpose,
    DateOnly? Until
);

/// <summary>It is not said of whom one may talk.</summary>
public sealed record FagAboutMissing : ConsentRefusal;

/// <summary>Those whose yes is missing: of two who must say it, one is not enough.</summary>
public sealed record FagYesIncomplete(IReadOnlyList<Guid> Of) : ConsentRefusal;

/// <summary>The day it was said is not said, or so long ago that it must be a slip.</summary>
public sealed record FagYesDay : ConsentRefusal;

/// <summary>How it was given is not said.</summary>
public sealed record FagYesHow : ConsentRefusal;

/// <summary>No topic was chosen.</summary>
public sealed record FagTopicsMissing : ConsentRefusal;

/// <summary>It is not said what for.</summary>
public sealed record FagPurposeMissing : ConsentRefusal;

/// <summary>The purpose is longer than <see cref="FagYesRules.LongestPurpose"/>.</summary>
public sealed record FagPurposeTooLong : ConsentRefusal;

/// <summary>There is no last day, it has been, or it is more than a year after the yes.</summary>
public sealed record FagUntilImpossible : ConsentRefusal;

/// <summary>Nobody has said yes to talking about her, or whoever must say it is another now.</summary>
public sealed record FagNotAllowed(Guid About) : ConsentRefusal;

/// <summary>The yes runs out before the meeting.</summary>
public sealed record FagYesRunsOut(Guid About, DateOnly Until) : ConsentRefusal;

/// <summary>A meeting of another kind does not become a fagmøte: it is set up by itself, with whom it is about.</summary>
public sealed record FagSetUpByItself : ConsentRefusal;

/// <summary>The yes is not there, or was withdrawn before.</summary>
public sealed record NoSuchFagYes : ConsentRefusal;

/// <summary>A fagmøte only with the family's yes. Pure.</summary>
public static class FagYesRules
{
    /// <summary>Letters in a purpose.</summary>
    public const int LongestPurpose = 200;

    /// <summary>Years a yes can last.</summary>
    public const int LongestYears = 1;

    /// <summary>From this age a child is told of what was agreed about her: she is heard with great weight (barnelova § 31, pbrl § 4-4).</summary>
    public const int ToldFrom = AgeLimits.GreatWeight;

    /// <summary>Whose yes is needed for talking about a member: the same as for her plan (<see cref="PlanYes.Asked"/>).</summary>
    public static IReadOnlyList<Guid> Asked(FamilyFacts family, Guid about, DateOnly today) =>
        PlanYes.Asked(family, new PlanAsked(PlanKind.Individual, about), today);

    /// <summary>Why a yes is not recorded, or null.</summary>
    public static ConsentRefusal? Check(FagYesDraft draft, FamilyFacts family, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(family);
        if (draft.About is not { } about || family.Member(about) is null)
        {
            return new FagAboutMissing();
        }
        var asked = Asked(family, about, today);
        if (asked.Count == 0)
        {
            return new NobodyMayConsent();
        }
        if (draft.Givers.Count == 0)
        {
            return new GiverMissing();
        }
        if (draft.Givers.FirstOrDefault(g => !asked.Contains(g)) is var other && other != Guid.Empty)
        {
            return new NotHersToGive(other);
        }
        if (asked.Where(a => !draft.Givers.Contains(a)).ToList() is { Count: > 0 } missing)
        {
            return new FagYesIncomplete(missing);
        }
        return draft switch
        {
            { How: null } => new FagYesHow(),
            { On: { } on } when on > today => new InTheFuture(),
            { On: var on } when on is null || on < today.AddYears(-LongestYears) => new FagYesDay(),
            { Topics.Count: 0 } => new FagTopicsMissing(),
            { Purpose: var purpose } when string.IsNullOrWhiteSpace(purpose) => new FagPurposeMissing(),
            { Purpose: { } purpose } when purpose.Trim().Length > LongestPurpose => new FagPurposeTooLong(),
            { Until: var until }
                when until is null || until < today || until > draft.On!.Value.AddYears(LongestYears) =>
                new FagUntilImpossible(),
            _ => null,
        };
    }

    /// <summary>Why a fagmøte cannot be planned for a day, or begun on it; null when it can.</summary>
    /// <param name="about">Of whom one talks in it.</param>
    public static ConsentRefusal? MayMeet(
        IReadOnlyCollection<Guid> about,
        DateOnly day,
        IReadOnlyCollection<FagYesFacts> given,
        FamilyFacts family,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(about);
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(family);
        if (about.Count == 0)
        {
            return new FagAboutMissing();
        }
        foreach (var member in about)
        {
            var asked = Asked(family, member, today);
            // Who must say it changes with birthdays and positions: a yes of those who said it then is not theirs who must say it now.
            var standing = given
                .Where(g => g.Stands && g.About == member && asked.Count > 0 && asked.All(g.Givers.Contains))
                .ToList();
            if (standing.Count == 0)
            {
                return new FagNotAllowed(member);
            }
            var until = standing.Max(g => g.Until);
            if (until < today)
            {
                return new FagNotAllowed(member);
            }
            if (until < day)
            {
                return new FagYesRunsOut(member, until);
            }
        }
        return null;
    }

    /// <summary>
    /// Those who are told the same day: whose yes it rests on, and each it is about who is old enough to be told herself.
    /// </summary>
    public static IReadOnlyList<Guid> Told(FamilyFacts family, IReadOnlyCollection<Guid> about, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(family);
        ArgumentNullException.ThrowIfNull(about);
        return about
            .SelectMany(m => Asked(family, m, today).Concat(family.Member(m)?.Age(today) >= ToldFrom ? [m] : []))
            .Distinct()
            .ToList();
    }

    /// <summary>Whether a member may withdraw a yes: she said it, it is about her, or it would be hers to say now.</summary>
    public static bool MayWithdraw(FagYesFacts yes, FamilyFacts family, Guid member, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(yes);
        return yes.Givers.Contains(member) || Asked(family, yes.About, today).Contains(member);
    }
}
