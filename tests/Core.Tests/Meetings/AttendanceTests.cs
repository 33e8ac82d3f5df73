using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;
using Flette.Core.Meetings.Writing;

namespace Flette.Core.Tests.Meetings;

/// <summary>Who is at a meeting: nobody by default, and nobody stays away before it has ended.</summary>
public class AttendanceTests
{
    private static readonly MeetingPerson Linn = new(new Guid(1, 0, 0, new byte[8]), "Linn");
    private static readonly MeetingPerson Tor = new(new Guid(2, 0, 0, new byte[8]), "Tor");
    private static readonly MeetingPerson Ida = new(Id: null, "Ida");

    private static MeetingDetails Invited => new(MinutesKind.Samarbeid, null, null, [Linn, Tor], []);

    [Fact]
    public void Those_invited_are_neither_there_nor_away_until_somebody_says()
    {
        Assert.All(Attendance.Of(Invited, held: false), p => Assert.False(p.Here));
        Assert.IsType<NobodyHere>(Attendance.Ended(Invited, held: false).Refusal);
        Assert.Null(Attendance.Ended(Invited with { Present = [] }, held: false).Refusal);
    }

    [Fact]
    public void The_end_writes_down_who_was_there_and_who_was_not()
    {
        var pressed = Attendance.Press(Invited, held: false, Attendance.Key(Tor));
        Assert.Equal([Linn, Tor], pressed.Present);
        Assert.Equal([(Linn, false), (Tor, true)], Attendance.Of(pressed, held: false));
        var ended = Attendance.Ended(Attendance.Comes(pressed, held: false, Ida), held: false).Value;
        Assert.Equal([Tor, Ida], ended.Present);
        Assert.Equal([Linn], ended.Absent);
        // Corrected afterwards, and by one press back.
        var corrected = Attendance.Press(ended, held: true, Attendance.Key(Linn));
        Assert.Equal((3, 0), (corrected.Present.Length, corrected.Absent.Length));
        Assert.Equal([Linn], Attendance.Press(corrected, held: true, Attendance.Key(Linn)).Absent);
    }

    [Fact]
    public void Everyone_nobody_unknown_and_twice()
    {
        Assert.All(Attendance.Of(Attendance.All(Invited, held: false), held: false), p => Assert.True(p.Here));
        var invited = Invited;
        Assert.Same(invited, Attendance.Press(invited, held: false, who: null));
        Assert.Same(invited, Attendance.Press(invited, held: false, "en annen"));
        var twice = Attendance.Comes(Attendance.Comes(Invited, held: false, Ida), held: false, Ida);
        Assert.Equal([Linn, Tor, Ida], twice.Present);
    }

    [Fact]
    public void A_meeting_read_from_old_minutes_has_those_they_say()
    {
        var read = Invited with { Present = [Linn], Absent = [Tor] };
        Assert.Equal([(Linn, true), (Tor, false)], Attendance.Of(read, held: true));
    }
}
