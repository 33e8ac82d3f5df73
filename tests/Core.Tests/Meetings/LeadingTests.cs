using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;

namespace Flette.Core.Tests.Meetings;

/// <summary>A second representative of the unit, so that a meeting is led neutrally.</summary>
public sealed class LeadingTests
{
    private static readonly Guid Berit = Guid.NewGuid();
    private static readonly Guid Kari = Guid.NewGuid();
    private static readonly HashSet<Guid> Staff = [Berit, Kari];

    [Fact]
    public void One_of_the_staff_leads_and_not_whoever_coordinates()
    {
        Assert.Null(Leading.Check(Berit, Staff, new HashSet<Guid> { Kari }));
        Assert.IsType<LeaderCoordinates>(Leading.Check(Kari, Staff, new HashSet<Guid> { Kari }));
        Assert.IsType<LeaderUnknown>(Leading.Check(Guid.NewGuid(), Staff, new HashSet<Guid>()));
        Assert.IsType<LeaderUnknown>(Leading.Check(null, Staff, new HashSet<Guid>()));
    }

    [Fact]
    public void A_no_is_said_with_a_word()
    {
        Assert.Null(Leading.Check("Ingen er ledig den dagen."));
        Assert.IsType<LeadWordMissing>(Leading.Check(" "));
        Assert.IsType<LeadWordTooLong>(Leading.Check(new string('a', 201)));
    }

    [Fact]
    public void Whoever_leads_comes_on_the_list_and_leaves_it_when_she_does_not()
    {
        var mother = new MeetingPerson(Guid.NewGuid(), "Siri");
        var meeting = new MeetingDetails(MinutesKind.Ansvarsgruppe, null, null, [mother], []);
        var leader = new MeetingPerson(Berit, "Berit");
        var led = Leading.With(meeting, leader);
        Assert.Equal([mother, leader], led.Present);
        Assert.Equal(leader, led.Leader);
        var other = Leading.With(led, new MeetingPerson(Kari, "Kari"));
        Assert.Equal(["Siri", "Kari"], other.Present.Select(p => p.Name));
        Assert.Equal([mother], Leading.With(other, null).Present);
    }
}
