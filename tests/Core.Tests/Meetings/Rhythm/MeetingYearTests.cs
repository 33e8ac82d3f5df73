using Flette.Core.Law;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;
using Flette.Core.Meetings.Rhythm;

namespace Flette.Core.Tests.Meetings.Rhythm;

/// <summary>Spring and autumn stand in the year by themselves.</summary>
public sealed class MeetingYearTests
{
    private static readonly DateOnly Long = new(2020, 1, 1);

    private static IReadOnlyList<Turn> Turns(DateOnly today, params YearMeeting[] meetings) =>
        MeetingYear.Turns(MeetingRhythm.Usual, meetings, Long, today);

    private static YearMeeting Held(int year, int month, int day, MinutesKind kind = MinutesKind.Ansvarsgruppe) =>
        new(Guid.NewGuid(), new DateOnly(year, month, day), MeetingState.Held, kind);

    private static YearMeeting Planned(int year, int month, int day) =>
        new(Guid.NewGuid(), new DateOnly(year, month, day), MeetingState.Planned, MinutesKind.Samarbeid);

    private static string Told(IEnumerable<Turn> turns) =>
        string.Join(' ', turns.Select(t => $"{t.Middle:yyyy-MM}:{t.State}"));

    [Fact]
    public void Nothing_has_to_be_made_for_them_to_stand_there() =>
        Assert.Equal("2026-04:NotHeld 2026-10:NotYet 2027-04:NotYet", Told(Turns(new(2026, 9, 15))));

    [Fact]
    public void Each_says_what_has_become_of_it()
    {
        var (spring, autumn) = (Held(2026, 4, 12), Planned(2026, 11, 3));
        var turns = Turns(new(2026, 9, 15), spring, autumn);
        Assert.Equal("2026-04:Held 2026-10:Planned 2027-04:NotYet", Told(turns));
        Assert.Equal([spring, autumn, null], turns.Select(t => t.Meeting));
    }

    [Fact]
    public void A_fagmote_or_one_that_was_not_held_is_no_meeting_with_the_family()
    {
        var off = Planned(2026, 10, 10) with { State = MeetingState.Cancelled };
        Assert.Equal(
            "2026-04:NotHeld 2026-10:NotYet 2027-04:NotYet",
            Told(Turns(new(2026, 9, 15), Held(2026, 4, 12, MinutesKind.Fag), off))
        );
    }

    [Fact]
    public void One_in_the_middle_of_the_summer_is_a_meeting_more_and_takes_nobodys_place()
    {
        var summer = Held(2026, 7, 20);
        var turns = Turns(new(2026, 9, 15), summer);
        Assert.Equal("2026-04:NotHeld 2026-10:NotYet 2027-04:NotYet", Told(turns));
        Assert.Equal([summer], MeetingYear.Besides(turns, [summer], new(2026, 9, 15)));
    }

    [Fact]
    public void A_family_that_is_new_has_not_missed_what_was_before_it() =>
        Assert.Equal(
            "2026-10:NotYet 2027-04:NotYet",
            Told(MeetingYear.Turns(MeetingRhythm.Usual, [], new(2026, 8, 1), new(2026, 9, 15)))
        );

    [Fact]
    public void With_a_meeting_each_month_each_has_its_own()
    {
        var rhythm = MeetingRhythm.Read(Enumerable.Range(1, 12).ToList()).Value;
        var turns = MeetingYear.Turns(rhythm, [Held(2026, 3, 20), Held(2026, 4, 15)], Long, new(2026, 5, 10));
        Assert.Equal("2026-01:NotHeld 2026-02:NotHeld 2026-03:Held 2026-04:Held 2026-05:NotYet", Told(turns.Take(5)));
        Assert.Equal(17, turns.Count);
        Assert.Equal(turns.Count, turns.Select(t => t.Middle).Distinct().Count());
    }

    [Fact]
    public void It_is_set_up_in_time_for_the_one_who_needs_the_longest()
    {
        var (school, habilitation) = (Guid.NewGuid(), Guid.NewGuid());
        var notices = new[] { new Notice(school, 3), new Notice(habilitation, 12) };
        var spring = Turns(new(2026, 11, 30)).Single(t => t.Middle == new DateOnly(2027, 4, 15));
        var setUp = MeetingYear.ToSetUp(spring, notices, new(2026, 11, 30))!;
        Assert.Equal(
            (new DateOnly(2027, 4, 15), new DateOnly(2027, 1, 21), 12, false),
            (setUp.Propose, setUp.By, setUp.Weeks, setUp.Now)
        );
        Assert.Equal([habilitation], setUp.Longest);
        Assert.True(MeetingYear.ToSetUp(spring, notices, new(2026, 12, 24))!.Now);
        Assert.False(MeetingYear.ToSetUp(spring, [], new(2027, 2, 17))!.Now);
        Assert.True(MeetingYear.ToSetUp(spring, [], new(2027, 2, 18))!.Now);
    }

    [Fact]
    public void When_it_is_late_the_day_that_is_proposed_is_late_enough_for_her()
    {
        var spring = Turns(new(2027, 3, 1)).Single(t => t.Middle == new DateOnly(2027, 4, 15));
        var setUp = MeetingYear.ToSetUp(spring, [new(Guid.NewGuid(), 12)], new(2027, 3, 1))!;
        Assert.Equal(new DateOnly(2027, 5, 24), setUp.Propose);
        Assert.True(WorkingDays.Is(setUp.Propose));
    }

    [Theory]
    [InlineData(2027, 4, 11, true)]
    [InlineData(2027, 4, 13, true)]
    [InlineData(2027, 4, 14, false)]
    public void More_than_a_year_since_one_met_is_said(int year, int month, int day, bool within)
    {
        var since = MeetingYear.MoreThanAYear([Held(2026, 4, 13)], Long, new(year, month, day));
        Assert.Equal(within, since is null);
    }

    [Fact]
    public void A_family_that_never_met_counts_from_when_it_was_first_followed_up()
    {
        Assert.Null(MeetingYear.MoreThanAYear([], new(2026, 1, 10), new(2026, 12, 1)));
        Assert.Equal(new LongSinceMet(null, null), MeetingYear.MoreThanAYear([], new(2025, 1, 10), new(2026, 12, 1)));
    }

    [Fact]
    public void A_rhythm_has_each_month_once_and_at_least_one()
    {
        Assert.Equal([2, 5, 9], MeetingRhythm.Read([9, 2, 5]).Value.Months);
        Assert.IsType<RhythmEmpty>(MeetingRhythm.Read([]).Refusal);
        Assert.Equal(new RhythmMonthTwice(5), MeetingRhythm.Read([5, 2, 5]).Refusal);
        Assert.IsType<RhythmTooMany>(MeetingRhythm.Read(Enumerable.Range(1, 13).ToList()).Refusal);
        Assert.IsType<RhythmNoMonth>(MeetingRhythm.Read([0]).Refusal);
        Assert.IsType<RhythmNoMonth>(MeetingRhythm.Read([13]).Refusal);
    }
}
