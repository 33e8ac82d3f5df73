using System.Globalization;
using Flette.Core.Law.Clocks;

namespace Flette.Law.Tests;

/// <summary>What no clock is counted from: ids there are none of, days a rule does not hold on, and days nobody can mean.</summary>
public sealed class ClockRefusalTests
{
    [Fact]
    public void An_unknown_id_is_answered_with_those_there_are()
    {
        var refusal = Assert.IsType<UnknownClock>(
            Clock.Read("klage", new(Day("2026-03-02")), Day("2026-03-02")).Refusal
        );
        Assert.Equal("klage", refusal.Asked);
        Assert.Equal(ClockRules.Ids, refusal.Known);
        Assert.Superset(
            new HashSet<string>
            {
                "klage-folketrygd",
                "klage-barnetrygd",
                "klage-pbrl",
                "klage-fvl",
                "klage-sosialtjenester",
                "klage-barnevern",
                "forelopig-svar",
                "ulest-vedtak",
                "tilbakemelding-barnevern",
            },
            ClockRules.Ids.ToHashSet()
        );
        Assert.Equal("", Assert.IsType<UnknownClock>(ClockRules.On(null, Day("2026-03-02")).Refusal).Asked);
    }

    [Theory]
    [InlineData("klage-barnevern", "2022-12-31", "2023-01-01")]
    [InlineData("klage-fvl", "1969-12-31", "1970-01-01")]
    [InlineData("varsel-sykehus", "2022-07-31", "2022-08-01")]
    public void Outside_its_validity_a_rule_counts_nothing(string id, string from, string since)
    {
        var refusal = Assert.IsType<ClockNotInForce>(Clock.Read(id, new(Day(from)), Day("2026-03-02")).Refusal);
        Assert.Equal((id, Day(from), Day(since), null), (refusal.Id, refusal.On, refusal.Since, refusal.Until));
        Assert.Null(Clock.Read(id, new(Day(since)), Day("2026-03-02")).Refusal);
    }

    [Theory]
    [InlineData("1899-12-31", "2026-03-02")]
    [InlineData("2100-01-01", "2100-01-01")]
    [InlineData("2026-03-02", "2100-01-01")]
    public void A_day_nobody_can_mean_is_refused(string from, string at) =>
        Assert.IsType<ClockDayNotMeant>(Clock.Read("klage-fvl", new(Day(from)), Day(at)).Refusal);

    [Fact]
    public void In_2099_the_clock_is_counted_into_the_year_after() =>
        Assert.Equal(
            Day("2100-01-11"),
            Clock.Read("klage-fvl", new(Day("2099-12-21")), Day("2099-12-21")).Value.LastDay
        );

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
