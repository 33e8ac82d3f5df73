using Flette.Core.Coordination;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;

namespace Flette.Core.Tests.Coordination;

public class QuietTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly DateOnly Appointed = Today.AddYears(-1);

    private static Occasion Spoke(int daysAgo) => new(Today.AddDays(-daysAgo), Spoke: true, "Ringte Rune");

    private static Occasion Tried(int daysAgo) => new(Today.AddDays(-daysAgo), Spoke: false, "Fikk ikke svar");

    [Theory]
    [InlineData(ContactDirection.Outgoing, false, true)]
    [InlineData(ContactDirection.Incoming, false, true)]
    [InlineData(ContactDirection.Met, false, true)]
    [InlineData(ContactDirection.Unanswered, false, false)]
    [InlineData(ContactDirection.Outgoing, true, false)]
    public void Only_an_answered_call_with_the_family_counts(ContactDirection how, bool withTeam, bool counts) =>
        Assert.Equal(counts, Quiet.Counts(how, withTeam));

    [Theory]
    [InlineData(MeetingState.Held, MinutesKind.Ansvarsgruppe, true)]
    [InlineData(MeetingState.Held, MinutesKind.Unknown, true)]
    [InlineData(MeetingState.Held, MinutesKind.Fag, false)]
    [InlineData(MeetingState.Planned, MinutesKind.Ansvarsgruppe, false)]
    [InlineData(MeetingState.Cancelled, MinutesKind.Ansvarsgruppe, false)]
    public void Only_a_meeting_that_was_held_with_the_family_counts(
        MeetingState state,
        MinutesKind kind,
        bool counts
    ) => Assert.Equal(counts, Quiet.Counts(state, kind));

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    [InlineData(61, true)]
    public void Sixty_days_is_long(int days, bool isLong) =>
        Assert.Equal(isLong, Quiet.Since([Spoke(days), Spoke(days + 30)], Appointed, Today).IsLong);

    [Fact]
    public void A_new_family_is_not_quiet_though_nobody_has_spoken()
    {
        var silence = Quiet.Since([], Today.AddDays(-3), Today);
        Assert.Equal(3, silence.Days);
        Assert.Null(silence.Last);
        Assert.False(silence.IsLong);
    }

    [Fact]
    public void An_appointment_a_year_old_without_a_word_is_quiet() =>
        Assert.True(Quiet.Since([Tried(2)], Appointed, Today).IsLong);

    [Fact]
    public void An_attempt_is_told_only_when_it_is_later_than_the_last_word()
    {
        Assert.Equal(Tried(4), Quiet.Since([Spoke(70), Tried(4)], Appointed, Today).Tried);
        Assert.Null(Quiet.Since([Spoke(70), Tried(80)], Appointed, Today).Tried);
        Assert.Equal(70, Quiet.Since([Spoke(70), Tried(4)], Appointed, Today).Days);
    }

    [Fact]
    public void What_lies_ahead_has_not_happened() =>
        Assert.Equal(70, Quiet.Since([Spoke(70), Spoke(-5)], Appointed, Today).Days);

    [Fact]
    public void The_quietest_come_first_and_equals_keep_their_order()
    {
        var days = new[] { ("a", 3), ("b", 90), ("c", 3), ("d", 61) };
        var sorted = Quiet.First(days, d => new Silence(null, null, d.Item2)).Select(d => d.Item1);
        Assert.Equal(["b", "d", "a", "c"], sorted);
    }
}
