using Flette.Core;
using Flette.Core.Law;
using Flette.Core.Law.Clocks;

namespace Flette.Law.Tests;

/// <summary>A municipality may give families more than the law, and never less.</summary>
public sealed class OwnClockTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory]
    [InlineData("klage-fvl", 2, 0, "§ 29")]
    [InlineData("klage-pbrl", 3, 0, "§ 7-5")]
    [InlineData("klage-pbrl", 2, 0, "§ 7-5")]
    [InlineData("forelopig-svar", 5, 0, "§ 11 a tredje ledd")]
    [InlineData("forelopig-svar", 0, 2, "§ 11 a tredje ledd")]
    [InlineData("tilbakemelding-barnevern", 4, 0, "§ 13-3 første ledd")]
    [InlineData("ulest-vedtak", 2, 0, "§ 8 femte ledd")]
    public void What_shortens_a_right_is_refused_with_the_section(string id, int weeks, int months, string section)
    {
        var refusal = Assert.IsType<ShortensRight>(Read(new OwnClock(id, new Span(weeks, months))).Refusal);
        Assert.Equal(section, refusal.Basis!.Section);
        Assert.Equal(ClockRules.On(id, Today).Value.Length, refusal.Law);
        Assert.Equal(id, refusal.Own.Id);
    }

    [Theory]
    [InlineData("klage-fvl", 3, 0, "2026-03-23")]
    [InlineData("klage-fvl", 6, 0, "2026-04-13")]
    [InlineData("klage-fvl", 0, 1, "2026-04-07")]
    [InlineData("klage-pbrl", 0, 2, "2026-05-04")]
    [InlineData("forelopig-svar", 0, 1, "2026-04-07")]
    [InlineData("forelopig-svar", 4, 0, "2026-03-30")]
    [InlineData("forelopig-svar", 2, 0, "2026-03-16")]
    [InlineData("tilbakemelding-barnevern", 1, 0, "2026-03-09")]
    // Where the law names no day the municipality may.
    [InlineData("oversending-klage", 2, 0, "2026-03-16")]
    public void What_gives_more_is_taken_in_and_counted(string id, int weeks, int months, string last)
    {
        var own = Read(new OwnClock(id, new Span(weeks, months))).Value;
        var reading = Clock.Read(id, new(Today), Today, own).Value;
        Assert.Equal(DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture), reading.LastDay);
        Assert.Equal(
            Clock.Read("klage-barnevern", new(Today), Today).Value,
            Clock.Read("klage-barnevern", new(Today), Today, own).Value
        );
    }

    [Theory]
    [InlineData("klage-folketrygd")]
    [InlineData("klage-barnetrygd")]
    [InlineData("krav-folketrygd")]
    [InlineData("varsel-sykehus")]
    public void What_another_authority_decides_is_not_the_municipalitys(string id) =>
        Assert.Equal(
            ClockRules.On(id, Today).Value.Basis,
            Assert.IsType<NotTheMunicipalitys>(Read(new OwnClock(id, new Span(Weeks: 20))).Refusal).Basis
        );

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 0)]
    [InlineData(0, -1)]
    [InlineData(6, -1)]
    [InlineData(-1, 2)]
    public void A_length_that_is_none_means_nothing(int weeks, int months) =>
        Assert.IsType<OwnClockMeaningless>(Read(new OwnClock("klage-fvl", new Span(weeks, months))).Refusal);

    [Fact]
    public void The_same_clock_twice_or_an_unknown_one_is_refused()
    {
        var one = new OwnClock("klage-fvl", new Span(Weeks: 4));
        Assert.IsType<OwnClockMeaningless>(Read(one, one).Refusal);
        Assert.Equal("klage", Assert.IsType<OwnClockUnknown>(Read(new OwnClock("klage", new Span(4))).Refusal).Id);
        Assert.Null(Read(one, new OwnClock("klage-pbrl", new Span(Weeks: 5))).Refusal);
        Assert.Null(OwnClocks.None.For(ClockRules.All[0]));
    }

    [Theory]
    [InlineData(1, 0, "1 uke")]
    [InlineData(3, 0, "3 uker")]
    [InlineData(0, 1, "1 måned")]
    [InlineData(0, 3, "3 måneder")]
    [InlineData(0, 0, "samme dag")]
    public void A_length_is_said_in_words(int weeks, int months, string words) =>
        Assert.Equal(words, new Span(weeks, months).Words);

    private static Result<OwnClocks> Read(params OwnClock[] own) => OwnClocks.Read(own, Today);
}
