using System.Globalization;
using Flette.Core.Law;
using Flette.Core.Law.Clocks;
using FsCheck;
using FsCheck.Fluent;

namespace Flette.Law.Tests;

/// <summary>Clocks: what starts them anew, what they wait for, and what is lost.</summary>
public sealed class ClockTests
{
    private static readonly Gen<DateOnly> SomeDay = Gen.Choose(0, 20_000)
        .Select(n => new DateOnly(2023, 1, 1).AddDays(n));

    [Fact]
    public void Reasons_that_were_asked_for_in_time_stop_the_clock_and_start_it_anew()
    {
        var asked = new ClockEvents(Day("2026-03-02"), ReasonsAsked: Day("2026-03-23"));
        var waiting = Clock.Read("klage-fvl", asked, Day("2026-04-30")).Value;
        Assert.Equal(ClockState.Interrupted, waiting.State);
        Assert.Null(waiting.LastDay);
        Assert.Null(waiting.Left);
        Assert.False(waiting.Moved);

        var come = Clock.Read("klage-fvl", asked with { ReasonsArrived = Day("2026-04-26") }, Day("2026-05-01")).Value;
        Assert.Equal(Day("2026-04-26"), come.From);
        Assert.Equal(Day("2026-05-18"), come.LastDay);
        Assert.Equal(17, come.Left);
        Assert.Equal(5, come.Waited);
        Assert.Equal(ClockState.Running, come.State);
    }

    [Theory]
    [InlineData("2026-03-02", "2026-03-24")]
    [InlineData("2026-03-02", "2026-03-01")]
    // The last day is Tuesday after Easter, and one may ask on it.
    [InlineData("2026-03-12", "2026-04-08")]
    public void Reasons_asked_for_outside_the_time_start_nothing(string from, string asked)
    {
        var answer = Clock.Read("klage-fvl", new(Day(from), ReasonsAsked: Day(asked)), Day("2026-06-01"));
        var refusal = Assert.IsType<ReasonsAskedOutside>(answer.Refusal);
        Assert.Equal((Day(asked), Day(from)), (refusal.Asked, refusal.From));
        Assert.Equal(Clock.Read("klage-fvl", new(Day(from)), Day(from)).Value.LastDay, refusal.LastDay);
    }

    [Fact]
    public void Reasons_may_be_asked_for_on_the_first_and_on_the_last_day()
    {
        foreach (var asked in new[] { "2026-03-12", "2026-04-07" })
        {
            Assert.Null(Clock.Read("klage-fvl", new(Day("2026-03-12"), ReasonsAsked: Day(asked)), Day(asked)).Refusal);
        }
    }

    [Fact]
    public void Reasons_that_come_the_day_they_are_asked_for_count_from_that_day() =>
        Assert.Equal(
            Day("2026-03-31"),
            Clock
                .Read(
                    "klage-fvl",
                    new(Day("2026-03-02"), ReasonsAsked: Day("2026-03-10"), ReasonsArrived: Day("2026-03-10")),
                    Day("2026-03-10")
                )
                .Value.LastDay
        );

    [Theory]
    [InlineData(null, "2026-03-05")]
    [InlineData("2026-03-06", "2026-03-05")]
    public void Reasons_cannot_come_before_they_are_asked_for(string? asked, string arrived) =>
        Assert.IsType<ReasonsBeforeAsked>(
            Clock
                .Read(
                    "klage-fvl",
                    new(
                        Day("2026-03-02"),
                        ReasonsAsked: asked is null ? null : Day(asked),
                        ReasonsArrived: Day(arrived)
                    ),
                    Day("2026-06-01")
                )
                .Refusal
        );

    [Theory]
    [InlineData("klage-pbrl")]
    [InlineData("forelopig-svar")]
    [InlineData("krav-folketrygd")]
    public void Some_clocks_do_not_start_anew_for_reasons(string id)
    {
        var events = new ClockEvents(Day("2026-03-02"), ReasonsAsked: Day("2026-03-03"));
        Assert.Equal(id, Assert.IsType<ClockDoesNotRestart>(Clock.Read(id, events, Day("2026-03-04")).Refusal).Id);
        var arrived = new ClockEvents(Day("2026-03-02"), ReasonsArrived: Day("2026-03-03"));
        Assert.IsType<ClockDoesNotRestart>(Clock.Read(id, arrived, Day("2026-03-04")).Refusal);
    }

    /// <summary>Fvl § 31 tredje ledd: not more than a year after the decision, whenever word of it came.</summary>
    [Theory]
    [InlineData("klage-fvl", "2026-02-20", "2027-02-20")]
    [InlineData("klage-pbrl", "2024-02-29", "2025-02-28")]
    public void A_late_complaint_can_be_taken_up_until_a_year_after_the_decision(
        string id,
        string decided,
        string until
    )
    {
        var events = new ClockEvents(Day("2026-03-02"), Decided: Day(decided));
        Assert.Equal(Day(until), Clock.Read(id, events, Day("2026-03-02")).Value.LateUntil);
        Assert.Null(Clock.Read(id, events with { Decided = null }, Day("2026-03-02")).Value.LateUntil);
    }

    [Fact]
    public void The_year_for_late_complaints_stands_while_the_clock_is_interrupted()
    {
        var events = new ClockEvents(Day("2026-03-02"), Day("2026-02-20"), ReasonsAsked: Day("2026-03-03"));
        Assert.Equal(Day("2027-02-20"), Clock.Read("klage-fvl", events, Day("2026-03-03")).Value.LateUntil);
    }

    [Fact]
    public void A_duty_has_no_year_for_late_complaints() =>
        Assert.Null(
            Clock
                .Read("forelopig-svar", new(Day("2026-03-02"), Decided: Day("2026-03-01")), Day("2026-03-02"))
                .Value.LateUntil
        );

    /// <summary>Sunday 20 December and three weeks is a Sunday in January; where no section moves it, it stands.</summary>
    [Fact]
    public void Where_no_section_moves_it_the_last_day_stands()
    {
        var rule = ClockRules.On("klage-fvl", Day("2026-12-20")).Value;
        Assert.Equal(Day("2027-01-11"), Clock.Read(rule, new(Day("2026-12-20")), Day("2026-12-20")).Value.LastDay);
        Assert.Equal(
            Day("2027-01-10"),
            Clock.Read(rule with { Moves = null }, new(Day("2026-12-20")), Day("2026-12-20")).Value.LastDay
        );
    }

    [Fact]
    public void A_decision_comes_before_word_of_it()
    {
        var refusal = Assert.IsType<DecidedAfterArrival>(
            Clock.Read("klage-fvl", new(Day("2026-03-02"), Decided: Day("2026-03-03")), Day("2026-03-04")).Refusal
        );
        Assert.Equal((Day("2026-03-03"), Day("2026-03-02")), (refusal.Decided, refusal.From));
        Assert.Null(
            Clock.Read("klage-fvl", new(Day("2026-03-02"), Decided: Day("2026-03-02")), Day("2026-03-04")).Refusal
        );
    }

    /// <summary>Forwarding a complaint has no day in the law (fvl § 33 fjerde ledd): days waited, never a date.</summary>
    [Theory]
    [InlineData("oversending-klage")]
    [InlineData("saksbehandling")]
    [InlineData("underretning")]
    [InlineData("saksbehandling-folketrygd")]
    [InlineData("melding-plan-koordinator")]
    [InlineData("varsel-sykehus")]
    public void Where_the_law_names_no_day_the_days_are_counted_and_none_is_made_up(string id)
    {
        var reading = Clock.Read(id, new(Day("2026-03-02")), Day("2026-03-30")).Value;
        Assert.Equal(ClockState.Waiting, reading.State);
        Assert.Equal(28, reading.Waited);
        Assert.Null(reading.LastDay);
        Assert.Null(reading.Before);
        Assert.False(reading.Moved);
        Assert.Null(reading.MovedFrom);
        Assert.Equal(0, Clock.Read(id, new(Day("2026-03-02")), Day("2026-03-02")).Value.Waited);
        var early = Assert.IsType<ClockNotStarted>(Clock.Read(id, new(Day("2026-03-02")), Day("2026-03-01")).Refusal);
        Assert.Equal((Day("2026-03-02"), Day("2026-03-01")), (early.From, early.At));
    }

    /// <summary>Ftrl § 22-13 tredje ledd and barnetrygdloven § 11: three months before the month of the claim.</summary>
    [Theory]
    [InlineData("krav-folketrygd", "2026-01-15", "2026-04-30", "2026-04-30", 0)]
    [InlineData("krav-folketrygd", "2026-01-15", "2026-04-30", "2026-05-01", 1)]
    [InlineData("krav-folketrygd", "2026-01-31", "2026-04-30", "2026-12-01", 8)]
    [InlineData("krav-folketrygd", "2025-11-01", "2026-02-28", "2026-03-01", 1)]
    [InlineData("krav-folketrygd", "2027-11-30", "2028-02-29", "2027-11-30", 0)]
    [InlineData("krav-barnetrygd", "2026-06-01", "2026-09-30", "2027-06-01", 9)]
    // § 22-13 annet ledd: six months; femte ledd: nothing for the time before.
    [InlineData("krav-engangsbelop", "2026-08-31", "2027-02-28", "2027-03-01", 0)]
    [InlineData("krav-arbeidsavklaringspenger", "2026-08-31", "2026-08-31", "2026-09-01", 0)]
    public void What_is_lost_by_waiting_is_told(string id, string met, string last, string at, int lost)
    {
        var reading = Clock.Read(id, new(Day(met)), Day(at)).Value;
        Assert.Equal(Day(last), reading.LastDay);
        Assert.Equal(lost, reading.MonthsLost);
        Assert.False(reading.Moved);
        Assert.Equal(Day(at) > Day(last) ? ClockState.Over : ClockState.Running, reading.State);
    }

    /// <summary>A claim is not moved to a working day: no section says so.</summary>
    [Fact]
    public void The_month_of_a_claim_ends_on_a_Sunday_too() =>
        Assert.Equal(
            Day("2026-05-31"),
            Clock.Read("krav-folketrygd", new(Day("2026-02-10")), Day("2026-02-10")).Value.LastDay
        );

    [Fact]
    public void What_is_enacted_is_counted_only_when_it_is_asked_for()
    {
        var enacted = ClockRules.EnactedOf("klage-fvl")!;
        Assert.Equal(Statutes.NewPublicAdministration, enacted.Basis.Statute);
        Assert.Equal(Day("2027-05-18"), Clock.Read(enacted, new(Day("2027-04-26")), Day("2027-04-26")).Value.LastDay);
        Assert.Equal(
            Statutes.PublicAdministration,
            Clock.Read("klage-fvl", new(Day("2027-04-26")), Day("2027-04-26")).Value.Rule.Basis.Statute
        );
        Assert.Null(ClockRules.EnactedOf("klage-pbrl"));
    }

    [Fact]
    public void On_the_last_day_there_are_none_left_and_it_is_not_over()
    {
        var last = Clock.Read("klage-fvl", new(Day("2026-03-02")), Day("2026-03-23")).Value;
        Assert.Equal((0, ClockState.Running), (last.Left, last.State));
        var after = Clock.Read("klage-fvl", new(Day("2026-03-02")), Day("2026-03-24")).Value;
        Assert.Equal((-1, ClockState.Over), (after.Left, after.State));
        Assert.Equal(-1, Clock.Read("klage-fvl", new(Day("2026-03-02")), Day("2026-03-01")).Value.Waited);
    }

    /// <summary>Whatever day it starts: the last day of a complaint and of a duty is a working day, and none before it would do.</summary>
    [Fact]
    public void The_last_day_is_the_first_working_day_from_the_day_the_law_names() =>
        Prop.ForAll(
                Arb.From(
                    from day in SomeDay
                    from rule in Gen.Elements(ClockRules.All.Where(r => r.Moves is not null).ToArray())
                    select (day, rule)
                ),
                c =>
                {
                    var reading = Clock.Read(c.rule, new(c.day), c.day).Value;
                    var (before, last) = (reading.Before!.Value, reading.LastDay!.Value);
                    return WorkingDays.Is(last)
                        && last >= before
                        && Enumerable
                            .Range(before.DayNumber, last.DayNumber - before.DayNumber)
                            .All(n => !WorkingDays.Is(DateOnly.FromDayNumber(n)))
                        && (c.rule.Length!.Weeks == 0 || before.DayOfWeek == c.day.DayOfWeek)
                        && (
                            c.rule.Length.Months == 0
                            || before.Day == c.day.Day
                            || (before.Day < c.day.Day && before.AddDays(1).Day == 1)
                        );
                }
            )
            .QuickCheckThrowOnFailure();

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
