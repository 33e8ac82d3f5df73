using Flette.Core.Families;

namespace Flette.Core.Law.Deciding;

/// <summary>Whose yes it is, in a matter about one person.</summary>
internal static class Consenting
{
    private static readonly (ConsentRule, List<Guid>) Nobody = (ConsentRule.NotSettled, []);

    /// <summary>The rule and the members it names. Never a rule that asks somebody, with nobody named.</summary>
    public static (ConsentRule Rule, List<Guid> Consents) Of(
        in Person person,
        Matter matter,
        Circumstances particular
    ) =>
        person.Stage switch
        {
            Stage.Unborn => (ConsentRule.Each, [person.CarriedBy!.Value]),
            Stage.Under12 or Stage.From12 => Child(person, matter, particular),
            Stage.From16 => Youth(person, matter),
            Stage.Adult => Adult(person, matter),
            _ => Nobody,
        };

    private static (ConsentRule, List<Guid>) Child(in Person person, Matter matter, Circumstances particular) =>
        (matter, person.Age) switch
        {
            (Matter.HealthCare, _) when Seeing.IsKept(person, matter, particular) => person.Stage == Stage.From12
                ? Self(person)
                : (ConsentRule.Provider, []),
            (Matter.School or Matter.Education, >= AgeLimits.Party) => Self(person),
            (Matter.ChildWelfare, >= AgeLimits.Party) => WithSelf(person),
            _ => ForMinor(person, matter, particular),
        };

    private static (ConsentRule, List<Guid>) Youth(in Person person, Matter matter) =>
        matter switch
        {
            Matter.School or Matter.Education => Self(person),
            Matter.ChildWelfare => WithSelf(person),
            Matter.Plan or Matter.HealthCare or Matter.Sharing when !person.LacksCapacity => Self(person),
            Matter.Sharing when person.Holders(GuardianshipKind.NextOfKin) is { Count: > 0 } kin => (
                ConsentRule.One,
                kin
            ),
            Matter.Sharing => Some(ConsentRule.One, Guardians(person)),
            _ => ForMinor(person, matter, Circumstances.None),
        };

    private static (ConsentRule, List<Guid>) Adult(in Person person, Matter matter) =>
        !person.LacksCapacity
            ? Self(person)
            : matter switch
            {
                Matter.HealthCare => (
                    ConsentRule.Provider,
                    person.Holders(GuardianshipKind.NextOfKin, GuardianshipKind.Guardian)
                ),
                Matter.Sharing => Some(ConsentRule.One, person.Holders(GuardianshipKind.NextOfKin)),
                Matter.Plan => Some(
                    ConsentRule.One,
                    person.Holders(GuardianshipKind.Guardian, GuardianshipKind.NextOfKin)
                ),
                // That one cannot decide on health care says nothing of these; a verge is asked where there is one.
                _ when person.Holders(GuardianshipKind.Guardian) is { Count: > 0 } verge => (ConsentRule.One, verge),
                _ => Self(person),
            };

    private static (ConsentRule, List<Guid>) ForMinor(in Person person, Matter matter, Circumstances particular)
    {
        if (person.CareTakenOver && matter != Matter.Welfare)
        {
            // The plan is barnevern's to say yes to; care, school and daily life foster parents may decide on too.
            return (
                ConsentRule.ChildWelfareService,
                matter is Matter.Plan or Matter.ChildWelfare ? [] : person.Holders(GuardianshipKind.FosterParent)
            );
        }
        return matter switch
        {
            Matter.HealthCare when particular.Everyday => Some(
                ConsentRule.One,
                person.Holders(
                    GuardianshipKind.ParentalResponsibility,
                    GuardianshipKind.Guardian,
                    GuardianshipKind.LivesWith
                )
            ),
            Matter.HealthCare when particular.Necessary => Some(ConsentRule.One, Guardians(person)),
            Matter.DailyLife when AtHome(person) is { Count: > 0 } home => (ConsentRule.Each, home),
            _ => Some(ConsentRule.Each, Guardians(person)),
        };
    }

    /// <summary>Those with foreldreansvar, and a verge.</summary>
    internal static List<Guid> Guardians(in Person person) =>
        person.Holders(GuardianshipKind.ParentalResponsibility, GuardianshipKind.Guardian);

    // Who the child lives with decides on daily life, when she also has foreldreansvar (barnelova § 37).
    private static List<Guid> AtHome(in Person person)
    {
        var responsible = person.Holders(GuardianshipKind.ParentalResponsibility);
        var home = person.Holders(GuardianshipKind.LivesWith);
        home.RemoveAll(h => !responsible.Contains(h));
        return home;
    }

    private static (ConsentRule, List<Guid>) Self(in Person person) => (ConsentRule.Self, [person.Id]);

    private static (ConsentRule, List<Guid>) WithSelf(in Person person) =>
        person.CareTakenOver
            ? (ConsentRule.ChildWelfareService, [person.Id])
            : (ConsentRule.SelfAndEach, [person.Id, .. Guardians(person)]);

    private static (ConsentRule, List<Guid>) Some(ConsentRule rule, List<Guid> members) =>
        members.Count == 0 ? Nobody : (rule, members);
}
