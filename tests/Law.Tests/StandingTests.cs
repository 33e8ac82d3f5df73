using System.Globalization;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Core.Law;
using Flette.Core.Law.Deciding;
using FsCheck;
using FsCheck.Fluent;

namespace Flette.Law.Tests;

/// <summary>Who consents, sees and is told: the decided situations, and every age to the day.</summary>
public sealed class StandingTests
{
    private static readonly Matter[] Matters = Enum.GetValues<Matter>();

    public static TheoryData<string> Names() => [.. Situations.All.Select(s => s.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_situation_is_decided_as_the_law_says(string name)
    {
        var s = Situations.All.Single(x => x.ToString() == name);
        var standing = Standings.Of(s.Family(), s.Who, s.Matter, Situation.Today, s.Circumstances());

        Assert.Equal(s.Rule, standing.Rule);
        Assert.Equal(Sorted(s.Consents), Sorted(standing.Consents));
        Assert.Equal(Sorted(s.Sees), Sorted(standing.Sees));
        Assert.Equal(Sorted(s.Told), Sorted(standing.Told));
        Assert.Equal(Sorted(s.Necessary), Sorted(standing.Necessary));
        Assert.Equal(Sorted(s.WithoutPlace), Sorted(standing.WithoutPlace));
        if (s.Age is "venter" or "?")
        {
            Assert.Empty(standing.Heard);
        }
        if (s.Section.Length > 0)
        {
            Assert.Contains(standing.Why, w => w.Basis.Section == s.Section);
        }
        Assert.All(standing.Why, w => LawDataTests.HasSource(w.Basis));
        Assert.All(standing.Why, w => LawDataTests.DrawsNoConclusion(w.Says));
        Assert.Equal(standing.Why.Count, standing.Why.Distinct().Count());
        var family = s.Family();
        Assert.Equal(
            Sorted(standing.Sees.Where(m => m != s.Who)),
            Sorted(
                family
                    .Members.Select(m => m.Id)
                    .Where(m =>
                        m != s.Who && Seeing.MaySee(family, m, s.Who, s.Matter, Situation.Today, s.Circumstances())
                    )
            )
        );
        var alone = Standings.Consent(s.Family(), s.Who, s.Matter, Situation.Today, s.Circumstances());
        Assert.Equal(standing.Rule, alone.Rule);
        Assert.Equal(standing.Consents, alone.Members);
    }

    [Fact]
    public void There_are_enough_of_them_and_each_is_another()
    {
        Assert.True(Situations.All.Count >= 25);
        Assert.Equal(Situations.All.Count, Situations.All.Select(s => s.ToString()).Distinct().Count());
    }

    [Fact]
    public void Of_somebody_who_is_no_member_nobody_may_anything()
    {
        var nobody = Standings.Of(Situations.All[3].Family(), Guid.NewGuid(), Matter.Plan, Situation.Today);
        Assert.Equal(ConsentRule.NotSettled, nobody.Rule);
        Assert.Empty(nobody.Sees);
        Assert.Empty(nobody.Why);
        Assert.Equal(
            ConsentRule.NotSettled,
            Standings.Consent(Situations.All[3].Family(), Guid.NewGuid(), Matter.Plan, Situation.Today).Rule
        );
    }

    /// <summary>On a day before she is born, of one nobody is written to carry: nothing can be said of her.</summary>
    [Fact]
    public void Before_the_day_of_birth_nobody_may_anything()
    {
        var born = new DateOnly(2026, 12, 2);
        Assert.Equal(ConsentRule.NotSettled, Standings.Consent(Child(born), Her, Matter.Plan, born.AddDays(-1)).Rule);
        Assert.Equal(ConsentRule.Each, Standings.Consent(Child(born), Her, Matter.Plan, born).Rule);
    }

    /// <summary>Each boundary, to the day: what is decided changes on the birthday, and only there.</summary>
    [Theory]
    [InlineData(Matter.Plan, 16)]
    [InlineData(Matter.Sharing, 16)]
    [InlineData(Matter.HealthCare, 16)]
    [InlineData(Matter.ChildWelfare, 15, 18)]
    [InlineData(Matter.School, 15)]
    [InlineData(Matter.Education, 15)]
    [InlineData(Matter.Welfare, 18)]
    [InlineData(Matter.DailyLife, 18)]
    public void Whose_yes_it_is_changes_on_the_birthday_and_on_no_other_day(Matter matter, params int[] ages) =>
        Prop.ForAll(
                Arb.From(
                    from born in Gen.Choose(0, 6_000)
                    from days in Gen.Choose(0, 25 * 366)
                    select (Born: new DateOnly(2005, 1, 1).AddDays(born), days)
                ),
                c =>
                {
                    var family = Child(c.Born);
                    var day = c.Born.AddDays(c.days);
                    var changes =
                        Standings.Consent(family, Her, matter, day).Rule
                        != Standings.Consent(family, Her, matter, day.AddDays(1)).Rule;
                    return changes == ages.Any(a => Birthday(c.Born, a) == day.AddDays(1));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));

    /// <summary>Guardians see to the day before 16 what is hers, and to the day before 18 what is theirs to see.</summary>
    [Fact]
    public void Guardians_see_to_the_day_before_the_birthday() =>
        Prop.ForAll(
                Arb.From(from born in Gen.Choose(0, 8_000) select new DateOnly(2004, 1, 1).AddDays(born)),
                born =>
                    Matters.All(m =>
                    {
                        var last = Birthday(born, SeenUntil(m)).AddDays(-1);
                        return Sees(born, m, last) && !Sees(born, m, last.AddDays(1)) && Sees(born, m, born);
                    })
            )
            .QuickCheckThrowOnFailure();

    /// <summary>Who is born on 29 February is a year older on 1 March in other years.</summary>
    [Theory]
    [InlineData("2008-02-29", "2024-02-28", ConsentRule.Each)]
    [InlineData("2008-02-29", "2024-02-29", ConsentRule.Self)]
    [InlineData("2012-02-29", "2028-02-28", ConsentRule.Each)]
    [InlineData("2012-02-29", "2028-02-29", ConsentRule.Self)]
    public void A_leap_day_comes_round_at_sixteen(string born, string day, ConsentRule rule) =>
        Assert.Equal(rule, Standings.Consent(Child(Day(born)), Her, Matter.Plan, Day(day)).Rule);

    [Theory]
    [InlineData("2008-02-29", "2023-02-28", ConsentRule.Each)]
    [InlineData("2008-02-29", "2023-03-01", ConsentRule.Self)]
    public void A_leap_day_is_passed_on_the_first_of_March_at_fifteen(string born, string day, ConsentRule rule) =>
        Assert.Equal(rule, Standings.Consent(Child(Day(born)), Her, Matter.School, Day(day)).Rule);

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Whatever the positions: nobody is asked without being a member, and a rule that asks somebody names one.</summary>
    [Fact]
    public void A_rule_that_asks_members_names_one_and_one_that_does_not_asks_nobody_else() =>
        Prop.ForAll(
                Arb.From(
                    from age in Gen.Choose(-1, 30)
                    from kinds in Gen.ListOf(
                        from kind in Gen.Elements(Enum.GetValues<GuardianshipKind>())
                        from holder in Gen.Elements("mor", "far", "verge")
                        select (kind, holder)
                    )
                    from matter in Gen.Elements(Matters)
                    from particular in Gen.Elements(
                        Circumstances.None,
                        new(ChildWithholds: true),
                        new(WeightyReasons: true),
                        new(Everyday: true),
                        new(Necessary: true)
                    )
                    select (age, kinds, matter, particular)
                ),
                c =>
                {
                    var family = Family(
                        Situation.Today.AddYears(-c.age),
                        c.kinds.Select(k => (k.kind, k.kind.HasNoHolder() ? null : k.holder))
                    );
                    var s = Standings.Of(family, Her, c.matter, Situation.Today, c.particular);
                    var members = family.Members.Select(m => m.Id).ToHashSet();
                    return s.Consents.Concat(s.Sees).Concat(s.Told).Concat(s.Necessary).All(members.Contains)
                        && s.Consents.Distinct().Count() == s.Consents.Count
                        && !s.Necessary.Intersect(s.Sees).Any()
                        && (s.Rule is not (ConsentRule.Each or ConsentRule.One) || s.Consents.Count > 0)
                        && (s.Rule != ConsentRule.NotSettled || s.Consents.Count == 0)
                        && (s.Rule != ConsentRule.Self || s.Consents.SequenceEqual([Her]))
                        && !(s.Heard.Contains(Her) && s.Consents.Contains(Her))
                        && (c.age is < 0 or >= 18 || s.Consents.Contains(Her) || s.Heard.Contains(Her))
                        && s.Sees.SequenceEqual(
                            s.Sees.Where(r => Seeing.MaySee(family, r, Her, c.matter, Situation.Today, c.particular))
                        );
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    private static readonly Guid Her = Situation.Id("hun");

    // The age at which guardians no longer see.
    private static int SeenUntil(Matter matter) =>
        matter is Matter.Plan or Matter.Sharing or Matter.HealthCare ? 16 : 18;

    private static bool Sees(DateOnly born, Matter matter, DateOnly day) =>
        Standings.Of(Child(born), Her, matter, day).Sees.Contains(Situation.Id("mor"));

    private static DateOnly Birthday(DateOnly born, int age) =>
        born is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(born.Year + age)
            ? new DateOnly(born.Year + age, 3, 1)
            : new DateOnly(born.Year + age, born.Month, born.Day);

    private static FamilyFacts Child(DateOnly born) =>
        Family(
            born,
            [(GuardianshipKind.ParentalResponsibility, "mor"), (GuardianshipKind.ParentalResponsibility, "far")]
        );

    private static FamilyFacts Family(DateOnly born, IEnumerable<(GuardianshipKind Kind, string? Holder)> positions) =>
        new(
            Situation.Id("family"),
            FamilyState.Active,
            [],
            [],
            [
                new(Her, born, []),
                .. new[] { "mor", "far", "verge" }.Select(n => new MemberFacts(Situation.Id(n), new(1980, 1, 1), [])),
            ],
            [
                .. positions.Select(p => new GuardianshipFacts(
                    Her,
                    p.Kind,
                    p.Holder is null ? null : Situation.Id(p.Holder),
                    new Period(new(1990, 1, 1), null)
                )),
            ]
        );

    private static string Sorted(string names) =>
        string.Join(' ', Situation.Words(names).Order(StringComparer.Ordinal));

    private static string Sorted(IEnumerable<Guid> members) =>
        string.Join(' ', members.Select(Situation.Name).Order(StringComparer.Ordinal));
}
