using Flette.Core.Access;
using Flette.Core.Meetings.Publishing;
using Flette.Core.Meetings.Reading;
using Flette.Core.Meetings.Writing;

namespace Flette.Core.Tests.Meetings;

/// <summary>What is proposed before minutes are published: whom each line is about, and which service gets it.</summary>
public class LinePlacesTests
{
    private static readonly PlacementMember Linn = new(Guid.NewGuid(), "Linn Nordli");
    private static readonly PlacementMember Oda = new(Guid.NewGuid(), "Oda Nordli");
    private static readonly TeamVoice Henrik = new(Guid.NewGuid(), "Henrik Aune", "PPT Fjellvik", Topic.School);
    private static readonly TeamVoice Solveig = new(Guid.NewGuid(), "Solveig Lie", "Furua avlastning", Topic.Health);

    private static LinePlace Place(
        string text,
        LineMark mark = LineMark.Text,
        Guid? recipient = null,
        string? under = null
    )
    {
        var lines = new List<MinutesLine>();
        if (under is not null)
        {
            lines.Add(new MinutesLine(LineMark.Point, "# " + under, under, [], null));
        }
        lines.Add(new MinutesLine(mark, text, text, [], null));
        return LinePlaces.Propose(lines, [Linn, Oda], recipient, [Henrik, Solveig])[^1];
    }

    [Fact]
    public void A_note_stays_with_the_coordinator_whoever_it_names() =>
        Assert.Equal(LinePlace.Notes, Place("PPT: Linn er sliten", LineMark.Note, Oda.Id));

    [Fact]
    public void A_line_is_about_those_it_names_else_those_its_point_names_else_the_recipient()
    {
        Assert.Equal([Linn.Id], Place("Linn har hatt migrene", recipient: Oda.Id).About);
        Assert.Equal([Linn.Id], Place("Det har vært tungt", recipient: Oda.Id, under: "Hvordan har Linn det?").About);
        Assert.Equal([Oda.Id], Place("Svømmingen går bra", recipient: Oda.Id).About);
    }

    [Fact]
    public void What_is_about_nobody_is_published_to_nobody()
    {
        var place = Place("Det går greit hjemme");
        Assert.False(place.Published);
        Assert.Empty(place.About);
    }

    [Theory]
    [InlineData("PPT: rapporten kommer i mai")]
    [InlineData("Henrik Aune: rapporten kommer i mai")]
    [InlineData("Henrik: rapporten kommer i mai")]
    [InlineData("Henrik, PPT: rapporten kommer i mai")]
    [InlineData("Henrik Aune (PPT): rapporten kommer i mai")]
    public void A_service_gets_what_its_own_person_said(string line)
    {
        var place = Place(line, recipient: Oda.Id);
        Assert.Equal([Henrik.Id], place.To);
        Assert.Equal(Topic.School, place.Topic);
    }

    [Theory]
    [InlineData("Linn er misfornøyd med PPT")]
    [InlineData("Henrik Aune kom sent")]
    [InlineData("Kl. 09: vi begynte")]
    [InlineData(": tomt")]
    public void That_it_is_named_gives_a_service_nothing(string line) =>
        Assert.Empty(Place(line, recipient: Oda.Id).To);

    [Fact]
    public void Every_line_has_a_place()
    {
        MinutesLine[] lines =
        [
            new(LineMark.Point, "# Skole", "Skole", [], null),
            new(LineMark.Agreement, "! ringer", "Ringer", [], null),
            new(LineMark.Note, "/ tenk", "Tenk", [], null),
        ];
        Assert.Equal(3, LinePlaces.Propose(lines, [Linn], null, []).Length);
        Assert.Equal([Linn.Id], LinePlaces.Propose(lines, [Linn], null, [])[1].About);
    }

    [Theory]
    [InlineData("2026-03-12", "2026-03-19", true)]
    [InlineData("2026-03-12", "2026-03-20", false)]
    public void A_week_to_say_that_something_is_wrong(string published, string today, bool open) =>
        Assert.Equal(
            open,
            Publication.IsOpenTo(
                DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture),
                DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)
            )
        );
}
