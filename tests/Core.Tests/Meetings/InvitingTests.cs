using Flette.Core.Meetings;
using Flette.Core.Meetings.Inviting;
using Flette.Core.Meetings.Reading;

namespace Flette.Core.Tests.Meetings;

/// <summary>The hours of a meeting as people type them, who is told what, and which answers hold.</summary>
public class InvitingTests
{
    private static readonly DateOnly Day = new(2027, 5, 5);
    private static readonly Guid Tor = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Siv = Guid.Parse("00000000-0000-0000-0000-000000000002");

    [Theory]
    [InlineData("09.00–10.30", "09:00-10:30")]
    [InlineData("09:00-10:30", "09:00-10:30")]
    [InlineData(" kl. 9 til 10.30 ", "09:00-10:30")]
    [InlineData("kl 9", "09:00")]
    [InlineData("0900-1030", "09:00-10:30")]
    [InlineData("fra kl. 13 til kl. 14.", "13:00-14:00")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Hours_are_read_as_they_are_typed(string? typed, string? stored) =>
        Assert.Equal(stored, MeetingHours.Type(typed).Value.Hours);

    [Theory]
    [InlineData("etter skolen")]
    [InlineData("25.00")]
    [InlineData("10.30-09.00")]
    [InlineData("9.75")]
    [InlineData("09.00-10.30 og 12-13")]
    [InlineData("99999999999999999999")]
    public void What_is_no_hours_is_refused(string typed)
    {
        Assert.IsType<HoursUnreadable>(MeetingHours.Type(typed).Refusal);
    }

    [Fact]
    public void Each_is_told_what_she_does_not_know()
    {
        var now = new MeetingMoment(Day, "09:00-10:30");
        var knows = new ToldMeeting(Tor, now, "Grendehuset", Living: true);
        Assert.Equal(Word.Invite, Of(now, "Grendehuset", []));
        Assert.Equal(Word.Nothing, Of(now, "Grendehuset", [knows]));
        Assert.Equal(Word.Update, Of(now with { Day = Day.AddDays(1) }, "Grendehuset", [knows]));
        Assert.Equal(Word.Update, Of(now with { Time = "10:00" }, "Grendehuset", [knows]));
        Assert.Equal(Word.Update, Of(now, "Rådhuset", [knows]));
        Assert.Equal(Word.Invite, Of(now, "Grendehuset", [knows with { Living = false }]));
        Assert.Equal(Word.Cancel, Of(now, "Grendehuset", [knows], state: MeetingState.Cancelled));
        Assert.Equal(Word.Cancel, Of(now, "Grendehuset", [knows], listed: [Siv]));
        Assert.Equal(Word.Ring, Of(now, "Grendehuset", [], reachable: false));

        Word Of(
            MeetingMoment when,
            string place,
            IReadOnlyList<ToldMeeting> told,
            MeetingState state = MeetingState.Planned,
            Guid[]? listed = null,
            bool reachable = true
        ) => Invitees.Of(state, when, place, listed ?? [Tor], _ => reachable, told).Single(p => p.Person == Tor).Word;
    }

    [Fact]
    public void Only_one_on_the_list_answers_and_only_before_the_meeting_has_been()
    {
        var details = new MeetingDetails(MinutesKind.Ansvarsgruppe, "09:00", null, [new MeetingPerson(Tor, "Tor")], []);
        Assert.Null(Check(MeetingState.Planned, Tor, "ja", Day));
        Assert.IsType<MeetingIsOver>(Check(MeetingState.Planned, Tor, null, Day.AddDays(1)));
        Assert.IsType<MeetingIsOver>(Check(MeetingState.Cancelled, Tor, null, Day));
        Assert.IsType<MeetingIsOver>(Check(MeetingState.Held, Tor, null, Day));
        Assert.IsType<NotInvited>(Check(MeetingState.Planned, Siv, null, Day));
        Assert.IsType<ReplyLineTooLong>(Check(MeetingState.Planned, Tor, new string('x', 501), Day));

        Refusal? Check(MeetingState state, Guid who, string? line, DateOnly today) =>
            Replies.Check(state, details, Day, who, line, today);
    }

    [Fact]
    public void An_answer_to_another_time_is_no_answer()
    {
        var reply = new ReplyDetails(new MeetingMoment(Day, "09:00"), ReplyWay.Link);
        Assert.True(Replies.IsToThis(reply, Day, "09:00"));
        Assert.False(Replies.IsToThis(reply, Day, "10:00"));
        Assert.False(Replies.IsToThis(reply, Day.AddDays(1), "09:00"));
    }
}
