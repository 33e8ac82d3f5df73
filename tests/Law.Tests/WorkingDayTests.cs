using System.Globalization;
using Flette.Core.Law;
using FsCheck;
using FsCheck.Fluent;

namespace Flette.Law.Tests;

/// <summary>Days on which offices answer: holidays that move with Easter among them.</summary>
public sealed class WorkingDayTests
{
    [Theory]
    [InlineData(2024, "2024-03-31")]
    [InlineData(2025, "2025-04-20")]
    [InlineData(2026, "2026-04-05")]
    [InlineData(2027, "2027-03-28")]
    [InlineData(2038, "2038-04-25")]
    // The two years in which the last correction of the computus bites, the earliest and the latest, and a century.
    [InlineData(1954, "1954-04-18")]
    [InlineData(1981, "1981-04-19")]
    [InlineData(2049, "2049-04-18")]
    [InlineData(2076, "2076-04-19")]
    [InlineData(1943, "1943-04-25")]
    [InlineData(1818, "1818-03-22")]
    [InlineData(2000, "2000-04-23")]
    [InlineData(2100, "2100-03-28")]
    [InlineData(2200, "2200-04-06")]
    [InlineData(2285, "2285-03-22")]
    public void Easter_is_computed(int year, string sunday) => Assert.Equal(Day(sunday), WorkingDays.Easter(year));

    [Theory]
    [InlineData("2026-01-01", "nyttårsdag")]
    [InlineData("2026-04-02", "skjærtorsdag")]
    [InlineData("2026-04-03", "langfredag")]
    [InlineData("2026-04-05", "første påskedag")]
    [InlineData("2026-04-06", "annen påskedag")]
    [InlineData("2026-05-01", "1. mai")]
    [InlineData("2026-05-14", "Kristi himmelfartsdag")]
    [InlineData("2026-05-17", "17. mai")]
    [InlineData("2026-05-24", "første pinsedag")]
    [InlineData("2026-05-25", "annen pinsedag")]
    [InlineData("2026-12-25", "første juledag")]
    [InlineData("2026-12-26", "annen juledag")]
    [InlineData("2027-05-06", "Kristi himmelfartsdag")]
    [InlineData("2027-05-17", "annen pinsedag")]
    public void Holidays_are_no_working_days(string day, string name)
    {
        Assert.Equal(name, WorkingDays.WhyNot(Day(day)));
        Assert.True(WorkingDays.IsHoliday(Day(day)));
        Assert.False(WorkingDays.Is(Day(day)));
    }

    [Theory]
    [InlineData("2026-04-01", 1, "2026-04-07")]
    [InlineData("2026-04-07", -1, "2026-04-01")]
    [InlineData("2026-09-25", 3, "2026-09-30")]
    [InlineData("2026-09-26", 1, "2026-09-28")]
    [InlineData("2026-12-23", 2, "2026-12-28")]
    [InlineData("2026-12-30", 0, "2026-12-30")]
    public void Working_days_are_counted_past_the_others(string from, int days, string to) =>
        Assert.Equal(Day(to), WorkingDays.Add(Day(from), days));

    /// <summary>
    /// The first Sunday after the first full moon on or after 21 March, by the tables of the calendar: a way of its own to the same
    /// days, for four hundred years, after which Easter comes round to the same days of the week.
    /// </summary>
    [Fact]
    public void Easter_is_the_Sunday_after_the_full_moon_of_the_tables() =>
        Assert.All(
            Enumerable.Range(1900, 400),
            year =>
            {
                var golden = (year % 19) + 1;
                var century = (year / 100) + 1;
                var skipped = (3 * century / 4) - 12;
                var moon = (((8 * century) + 5) / 25) - 5;
                var sunday = (5 * year / 4) - skipped - 10;
                var epact = ((11 * golden) + 20 + moon - skipped) % 30;
                epact = epact < 0 ? epact + 30 : epact;
                epact += epact == 24 || (epact == 25 && golden > 11) ? 1 : 0;
                var full = 44 - epact < 21 ? 74 - epact : 44 - epact;
                var easter = full + 7 - ((sunday + full) % 7);
                Assert.Equal(new DateOnly(year, 3, 1).AddDays(easter - 1), WorkingDays.Easter(year));
            }
        );

    /// <summary>Each year has the twelve, save where two of them fall together.</summary>
    [Fact]
    public void Every_year_has_ten_to_twelve_holidays() =>
        Prop.ForAll(
                Arb.From(Gen.Choose(1900, 2199)),
                year =>
                    Enumerable.Range(0, 365).Select(new DateOnly(year, 1, 1).AddDays).Count(WorkingDays.IsHoliday)
                        is >= 10
                            and <= 12
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Going_on_and_back_again_ends_where_one_began() =>
        Prop.ForAll(
                Arb.From(from day in Gen.Choose(0, 20_000) from steps in Gen.Choose(0, 60) select (day, steps)),
                c =>
                {
                    var from = WorkingDays.Add(new DateOnly(2020, 1, 1).AddDays(c.day), 1);
                    var to = WorkingDays.Add(from, c.steps);
                    return WorkingDays.Is(to)
                        && WorkingDays.Add(to, -c.steps) == from
                        && to.DayNumber - from.DayNumber >= c.steps;
                }
            )
            .QuickCheckThrowOnFailure();

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
