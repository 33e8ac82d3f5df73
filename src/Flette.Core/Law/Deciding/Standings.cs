using Flette.Core.Access;
using Flette.Core.Families;

namespace Flette.Core.Law.Deciding;

/// <summary>
/// Who consents, who may see and who is to be told, for a person, a matter and a day (trust.md, Ages and positions). The one place
/// for it: access to a plan and the yes to one rest on it. Pure.
/// </summary>
public static class Standings
{
    /// <summary>How it stands. For somebody who is not a member, or of whom neither birth nor expected birth is written, nobody may anything.</summary>
    public static Standing Of(
        FamilyFacts family,
        Guid about,
        Matter matter,
        DateOnly day,
        Circumstances? particular = null
    )
    {
        ArgumentNullException.ThrowIfNull(family);
        particular ??= Circumstances.None;
        if (family.Member(about) is not { } member)
        {
            return new Standing(ConsentRule.NotSettled, [], [], [], [], [], [], []);
        }
        var person = new Person(family, member, day);
        var (rule, consents) = Consenting.Of(person, matter, particular);
        var sees = Sees(family, person, matter, particular);
        var necessary = Necessary(family, person, matter, particular, sees);
        return new Standing(
            rule,
            consents,
            Heard(person, rule, consents),
            sees,
            necessary,
            Told(person, matter, particular, rule, consents, necessary),
            [.. sees.Where(s => s != about && particular.HiddenFrom?.Contains(s) == true)],
            Grounds.Of(person, matter, day, particular, rule)
        );
    }

    /// <summary>Whose yes it is, alone: for those who need no more of it.</summary>
    public static (ConsentRule Rule, IReadOnlyList<Guid> Members) Consent(
        FamilyFacts family,
        Guid about,
        Matter matter,
        DateOnly day,
        Circumstances? particular = null
    )
    {
        ArgumentNullException.ThrowIfNull(family);
        return family.Member(about) is { } member
            ? Consenting.Of(new Person(family, member, day), matter, particular ?? Circumstances.None)
            : (ConsentRule.NotSettled, []);
    }

    private static List<Guid> Sees(FamilyFacts family, in Person person, Matter matter, Circumstances particular)
    {
        var sees = new List<Guid>();
        // An unborn child reads nothing.
        if (person.Stage is not (Stage.Unborn or Stage.Unknown))
        {
            sees.Add(person.Id);
        }
        foreach (var member in family.Members)
        {
            if (member.Id != person.Id && Seeing.MaySee(person, member.Id, matter, particular))
            {
                sees.Add(member.Id);
            }
        }
        return sees;
    }

    // A child at any age that can form a view, and one who cannot decide herself (pbrl § 3-1).
    private static List<Guid> Heard(in Person person, ConsentRule rule, List<Guid> consents) =>
        (person.IsMinor || person.LacksCapacity) && rule != ConsentRule.Self && !consents.Contains(person.Id)
            ? [person.Id]
            : [];

    // What parental responsibility requires is given all the same (pbrl § 3-4 fjerde ledd); where weighty considerations speak
    // against it, nothing by itself: that is for a person to decide.
    private static List<Guid> Necessary(
        FamilyFacts family,
        in Person person,
        Matter matter,
        Circumstances particular,
        List<Guid> sees
    )
    {
        var necessary = new List<Guid>();
        if (person.IsMinor && Seeing.IsHealth(matter) && !particular.WeightyReasons)
        {
            foreach (var member in family.Members)
            {
                if (!sees.Contains(member.Id) && Seeing.IsParent(person, member.Id, matter))
                {
                    necessary.Add(member.Id);
                }
            }
        }
        return necessary;
    }

    private static List<Guid> Told(
        in Person person,
        Matter matter,
        Circumstances particular,
        ConsentRule rule,
        List<Guid> consents,
        List<Guid> necessary
    )
    {
        var told = new List<Guid>();
        // Either that guardians get what is necessary, or, from 15, of what is decided for her (fvl §§ 16, 17 and 27).
        var decided =
            person is { IsMinor: true, Age: >= AgeLimits.Party }
            && matter is Matter.Welfare or Matter.ChildWelfare
            && !consents.Contains(person.Id);
        if (necessary.Count > 0 || decided)
        {
            told.Add(person.Id);
        }
        if (matter == Matter.HealthCare && particular.Necessary && rule == ConsentRule.One)
        {
            // Both shall, as far as possible, say what they think (pbrl § 4-4 tredje ledd).
            told.AddRange(consents.Where(c => !told.Contains(c)));
        }
        if (matter == Matter.ChildWelfare && person.CareTakenOver && !particular.WeightyReasons)
        {
            // Barnevern tells those with foreldreansvar of every decision (bvl § 12-2).
            told.AddRange(person.Holders(GuardianshipKind.ParentalResponsibility));
        }
        return told;
    }
}
