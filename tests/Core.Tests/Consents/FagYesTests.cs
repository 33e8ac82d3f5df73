using Flette.Core.Access;
using Flette.Core.Consents;
using Flette.Core.Families;

namespace Flette.Core.Tests.Consents;

/// <summary>A fagmøte only with the family's yes.</summary>
public sealed class FagYesTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);
    private static readonly Guid Mother = Guid.NewGuid();
    private static readonly Guid Father = Guid.NewGuid();
    private static readonly Guid Child = Guid.NewGuid();
    private static readonly Guid Youth = Guid.NewGuid();

    private static readonly FamilyFacts Family = new(
        Guid.NewGuid(),
        FamilyState.Active,
        [new PlanFacts(Guid.NewGuid(), new PlanAsked(PlanKind.Family, null), PlanState.Open, new HashSet<Guid>())],
        [],
        [
            new(Mother, new(1985, 1, 1), []),
            new(Father, new(1984, 1, 1), []),
            new(Child, new(2014, 5, 1), []),
            new(Youth, new(2010, 5, 1), []),
        ],
        [Responsible(Child, Mother), Responsible(Child, Father), Responsible(Youth, Mother)]
    );

    private static readonly FagYesDraft Good = new(
        Child,
        [Mother, Father],
        Today,
        ConsentHow.Phone,
        [Topic.School],
        "samordne skole og fysioterapi",
        Today.AddMonths(3)
    );

    private static GuardianshipFacts Responsible(Guid child, Guid holder) =>
        new(child, GuardianshipKind.ParentalResponsibility, holder, new Period(new(2010, 1, 1), null));

    private static FagYesFacts Yes(Guid about, DateOnly until, params Guid[] givers) => new(about, givers, until, true);

    private static ConsentRefusal? Check(FagYesDraft draft) => FagYesRules.Check(draft, Family, Today);

    [Fact]
    public void Both_who_have_foreldreansvar_say_it_for_a_child_and_a_youth_of_sixteen_herself()
    {
        Assert.Null(Check(Good));
        Assert.Equal([Father], Assert.IsType<FagYesIncomplete>(Check(Good with { Givers = [Mother] })).Of);
        Assert.Equal(new NotHersToGive(Youth), Check(Good with { Givers = [Mother, Father, Youth] }));
        Assert.Equal(new NotHersToGive(Mother), Check(Good with { About = Youth, Givers = [Mother] }));
        Assert.Null(Check(Good with { About = Youth, Givers = [Youth] }));
        Assert.IsType<GiverMissing>(Check(Good with { Givers = [] }));
    }

    [Fact]
    public void What_is_missing_or_impossible_is_turned_away()
    {
        Assert.IsType<FagAboutMissing>(Check(Good with { About = null }));
        Assert.IsType<FagAboutMissing>(Check(Good with { About = Guid.NewGuid() }));
        Assert.IsType<FagYesHow>(Check(Good with { How = null }));
        Assert.IsType<InTheFuture>(Check(Good with { On = Today.AddDays(1) }));
        Assert.IsType<InTheFuture>(Check(Good with { On = new(2099, 1, 1) }));
        Assert.IsType<FagYesDay>(Check(Good with { On = null }));
        Assert.IsType<FagYesDay>(Check(Good with { On = new(1999, 1, 1) }));
        Assert.IsType<FagTopicsMissing>(Check(Good with { Topics = [] }));
        Assert.IsType<FagPurposeMissing>(Check(Good with { Purpose = "  " }));
        Assert.IsType<FagPurposeTooLong>(Check(Good with { Purpose = new string('a', 201) }));
        Assert.IsType<FagUntilImpossible>(Check(Good with { Until = null }));
        Assert.IsType<FagUntilImpossible>(Check(Good with { Until = Today.AddDays(-1) }));
        Assert.IsType<FagUntilImpossible>(Check(Good with { Until = new(2099, 12, 31) }));
        Assert.Null(Check(Good with { Until = Today.AddYears(1) }));
    }

    [Fact]
    public void Without_a_yes_for_each_there_is_no_meeting()
    {
        var day = Today.AddDays(10);
        var yes = Yes(Child, Today.AddMonths(1), Mother, Father);
        Assert.Null(FagYesRules.MayMeet([Child], day, [yes], Family, Today));
        Assert.IsType<FagAboutMissing>(FagYesRules.MayMeet([], day, [yes], Family, Today));
        Assert.Equal(new FagNotAllowed(Youth), FagYesRules.MayMeet([Child, Youth], day, [yes], Family, Today));
        Assert.Equal(
            new FagNotAllowed(Child),
            FagYesRules.MayMeet([Child], day, [yes with { Stands = false }], Family, Today)
        );
    }

    [Fact]
    public void A_meeting_the_day_after_the_yes_ran_out_is_none()
    {
        var until = Today.AddDays(10);
        var yes = Yes(Child, until, Mother, Father);
        Assert.Null(FagYesRules.MayMeet([Child], until, [yes], Family, Today));
        Assert.Equal(
            new FagYesRunsOut(Child, until),
            FagYesRules.MayMeet([Child], until.AddDays(1), [yes], Family, Today)
        );
        Assert.Equal(
            new FagNotAllowed(Child),
            FagYesRules.MayMeet([Child], until.AddDays(1), [yes], Family, until.AddDays(1))
        );
    }

    [Fact]
    public void A_yes_of_the_parents_does_not_hold_when_the_youth_decides_herself()
    {
        var day = new DateOnly(2030, 5, 1);
        var yes = Yes(Child, day.AddMonths(1), Mother, Father);
        Assert.Null(FagYesRules.MayMeet([Child], day.AddDays(-1), [yes], Family, day.AddDays(-1)));
        Assert.Equal(new FagNotAllowed(Child), FagYesRules.MayMeet([Child], day, [yes], Family, day));
    }

    [Fact]
    public void Those_whose_yes_it_is_are_told_and_a_child_of_twelve_herself()
    {
        Assert.Equal([Mother, Father, Child], FagYesRules.Told(Family, [Child], Today));
        Assert.Equal([Mother, Father], FagYesRules.Told(Family, [Child], new(2026, 4, 30)));
        Assert.Equal([Youth], FagYesRules.Told(Family, [Youth], Today));
    }
}
