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
    [InlineData(2285, "2285-03-22")]
    public void Easter_is_computed(int year, string sunday) => Assert.Equal(Day(sunday), WorkingDays.Easter(year));

    [Theory]
    [InlineData("2026-01-01")]
    [InlineData("2026-04-02")]
    [InlineData("2026-04-03")]
    [InlineData("2026-04-05")]
    [InlineData("2026-04-06")]
    [InlineData("2026-05-01")]
    [InlineData("2026-05-14")]
    [InlineData("2026-05-17")]
    [InlineData("2026-05-24")]
    [InlineData("2026-05-25")]
    [InlineData("2026-12-25")]
    [InlineData("2026-12-26")]
    [InlineData("2027-05-06")]
    [InlineData("2027-05-17")]
    public void Holidays_are_no_working_days(string day)
    {
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
