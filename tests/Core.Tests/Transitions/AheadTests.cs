using System.Collections.Immutable;
using System.Globalization;
using Flette.Core.Families;
using Flette.Core.Transitions;
using FsCheck;
using FsCheck.Fluent;

namespace Flette.Core.Tests.Transitions;

/// <summary>Which transitions someone has, and when.</summary>
public sealed class AheadTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ImmutableArray<Transition> Of(string born, string at, int? school = null) =>
        TransitionsAhead.Of(new(Day(born), SchoolStartYear: school), Day(at)).Value;

    private static string Told(IEnumerable<Transition> all) =>
        string.Join(", ", all.Select(t => $"{t.Rule.Id} {t.Day:yyyy-MM-dd} {t.State}"));

    [Fact]
    public void A_childhood_has_them_all() =>
        Assert.Equal(
            "barnehage 2013-08-15 Passed, skolestart 2018-08-15 Passed, ungdomsskole 2025-08-15 Passed, 15-ar 2027-05-03 Later, 16-ar 2028-05-03 Later, videregaende 2028-08-15 Later, 18-ar 2030-05-03 Later, etter-skolen 2031-06-15 Later",
            Told(Of("2012-05-03", "2026-11-30"))
        );

    [Theory]
    [InlineData("2021-12-31", "School 2027-08-15")]
    [InlineData("2014-01-01", "LowerSecondary 2027-08-15")]
    [InlineData("2011-05-03", "Sixteen 2027-05-03, UpperSecondary 2027-08-15")]
    [InlineData("2009-05-03", "Eighteen 2027-05-03, LeavingSchool 2028-06-15")]
    [InlineData("2011-12-05", "Fifteen 2026-12-05, UpperSecondary 2027-08-15")]
    [InlineData("2026-02-01", "Kindergarten 2027-08-15")]
    [InlineData("2018-05-03", "")]
    public void Those_to_work_on_are_seen_ahead(string born, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ", ",
                TransitionsAhead
                    .Of(new TransitionFacts(Day(born)), Today)
                    .Value.Where(t => t.IsOpen(Today))
                    .Select(t => $"{t.Kind} {t.Day:yyyy-MM-dd}")
            )
        );

    [Theory]
    [InlineData("2026-01-01", "2027-08-15")]
    [InlineData("2026-08-31", "2027-08-15")]
    [InlineData("2026-09-01", "2027-09-30")]
    [InlineData("2026-10-31", "2027-10-31")]
    [InlineData("2026-11-30", "2027-11-30")]
    [InlineData("2026-12-01", "2028-08-15")]
    [InlineData("2024-02-29", "2025-08-15")]
    public void A_place_in_kindergarten_comes_by_the_month_of_birth(string born, string day) =>
        Assert.Equal(Day(day), Of(born, born).Single(t => t.Kind == TransitionKind.Kindergarten).Day);

    [Theory]
    [InlineData(15, "2023-03-01")]
    [InlineData(16, "2024-02-29")]
    [InlineData(18, "2026-03-01")]
    public void Who_is_born_on_a_leap_day_turns_older_on_the_first_of_march(int years, string day) =>
        Assert.Equal(Day(day), Of("2008-02-29", "2020-01-01").Single(t => t.Rule.Id == $"{years}-ar").Day);

    [Theory]
    [InlineData(null, "2027 2034 2037 2040")]
    [InlineData(2028, "2028 2035 2038 2041")]
    [InlineData(2026, "2026 2033 2036 2039")]
    public void A_school_start_that_is_moved_moves_what_comes_after(int? school, string years) =>
        Assert.Equal(
            years,
            string.Join(
                ' ',
                Of("2021-06-01", "2026-01-01", school)
                    .Where(t => t.Rule.Dated == Dated.SchoolYear)
                    .Select(t => t.Day.Year)
            )
        );

    [Fact]
    public void One_that_is_expected_has_expected_days_or_none_yet()
    {
        Assert.Empty(TransitionsAhead.Of(new(null), Today).Value);
        var expected = TransitionsAhead.Of(new(null, Day("2027-03-10")), Today).Value;
        Assert.Equal(TransitionKind.Kindergarten, expected[0].Kind);
        Assert.Equal(Day("2028-08-15"), expected[0].Day);
        Assert.All(expected, t => Assert.True(t.IsExpected));
    }

    [Fact]
    public void Nothing_opens_before_the_birth()
    {
        var kindergarten = Of("2026-08-20", "2026-08-20")[0];
        Assert.Equal(Day("2026-10-15"), kindergarten.Opens);
        var early = TransitionRules.Of(TransitionKind.Kindergarten) with { Months = 24 };
        var own = TransitionsAhead.Of(new(Day("2026-08-20")), Day("2026-08-20"), [early]).Value;
        Assert.Equal(Day("2026-08-20"), own.Single().Opens);
    }

    [Fact]
    public void An_event_somebody_registers_stands_among_them()
    {
        var id = Guid.NewGuid();
        var facts = new TransitionFacts(
            Day("2009-05-03"),
            Events: [new(id, TransitionKind.OwnHome, Day("2027-06-01"))]
        );
        var home = Assert.Single(TransitionsAhead.Of(facts, Today).Value, t => t.Registered == id);
        Assert.Equal((TransitionState.Now, Day("2025-12-01")), (home.State, home.Opens));
        Assert.Equal(Day("2027-12-01"), home.Steps[^1].By);
        Assert.Equal("kjent-person", Assert.Single(home.After(Day("2027-07-01"))).Step.Id);
        // Without any birth too.
        Assert.Single(TransitionsAhead.Of(facts with { Born = null }, Today).Value);
    }

    [Theory]
    [InlineData("2025-05-02", false)]
    [InlineData("2025-05-03", true)]
    [InlineData("2025-06-02", true)]
    [InlineData("2025-06-03", false)]
    [InlineData("2027-03-03", false)]
    [InlineData("2027-03-04", true)]
    [InlineData("2027-05-03", true)]
    [InlineData("2027-05-04", false)]
    public void It_is_news_when_it_opens_and_when_it_is_near(string at, bool news) =>
        Assert.Equal(news, Of("2009-05-03", at).Single(t => t.Kind == TransitionKind.Eighteen).IsNews(Day(at)));

    [Theory]
    [InlineData("1899-12-31", null, typeof(BirthOutOfRange))]
    [InlineData("2026-12-01", null, typeof(AskedBeforeBirth))]
    [InlineData("2099-01-01", null, typeof(AskedBeforeBirth))]
    [InlineData("2020-05-03", 2020, typeof(SchoolBeforeBirth))]
    [InlineData("2020-05-03", 1, typeof(SchoolBeforeBirth))]
    [InlineData("2020-05-03", 2024, typeof(SchoolYearNotInLaw))]
    [InlineData("2020-05-03", 2028, typeof(SchoolYearNotInLaw))]
    [InlineData(null, 2028, typeof(SchoolYearWithoutBirth))]
    public void What_cannot_be_is_refused(string? born, int? school, Type refusal) =>
        Assert.IsType(
            refusal,
            TransitionsAhead.Of(new(born is null ? null : Day(born), SchoolStartYear: school), Today).Refusal
        );

    [Fact]
    public void What_the_years_date_is_not_registered()
    {
        var by = new TransitionFacts(Day("2009-05-03"), Events: [new(Guid.NewGuid(), TransitionKind.Eighteen, Today)]);
        var refused = Assert.IsType<TransitionHasItsDay>(TransitionsAhead.Of(by, Today).Refusal);
        Assert.Equal("vergemålsloven § 8", refused.Basis.Named);
        var far = by with { Events = [new(Guid.NewGuid(), TransitionKind.Moving, new(2100, 1, 1))] };
        Assert.IsType<EventOutOfRange>(TransitionsAhead.Of(far, Today).Refusal);
    }

    [Fact]
    public void Each_opens_its_lead_before_its_day_and_is_passed_the_day_after() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                seed =>
                {
                    var born = new DateOnly(1990, 1, 1).AddDays(Math.Abs(seed % 20000));
                    foreach (var t in TransitionsAhead.Of(new(born), born).Value)
                    {
                        var lead = t.Day.AddMonths(-t.Rule.Months);
                        Assert.Equal(lead < born ? born : lead, t.Opens);
                        Assert.Equal(TransitionState.Now, On(t.Opens, t));
                        Assert.Equal(TransitionState.Now, On(t.Day, t));
                        Assert.Equal(TransitionState.Passed, On(t.Day.AddDays(1), t));
                        Assert.True(t.Opens == born || On(t.Opens.AddDays(-1), t) == TransitionState.Later);
                        Assert.Equal(t.Steps.OrderBy(s => s.By), t.Steps);
                        Assert.All(t.Steps, s => Assert.True(s.By >= t.Opens));
                        if (t.Rule.Dated == Dated.Birthday)
                        {
                            Assert.Equal(t.Rule.Years, Ages.On(born, t.Day));
                            Assert.Equal(t.Rule.Years - 1, Ages.On(born, t.Day.AddDays(-1)));
                        }
                    }

                    TransitionState On(DateOnly day, Transition of) =>
                        TransitionsAhead.Of(new(born), day).Value.Single(x => x.Kind == of.Kind).State;
                }
            )
        );
}
