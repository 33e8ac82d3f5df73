using Flette.Core.Meetings.Preparing;
using Flette.Core.Meetings.Writing;

namespace Flette.Core.Tests.Meetings;

/// <summary>The agenda builds itself, and the common screen shows only what everyone in the room may see.</summary>
public class AgendaTests
{
    private static readonly Guid Linn = Guid.NewGuid();
    private static readonly Guid Officer = Guid.NewGuid();
    private static readonly Guid Teacher = Guid.NewGuid();
    private static readonly DateOnly Day = new(2026, 3, 12);

    private static (Guid, AgendaPoint) Point(string text, PointFrom from = PointFrom.Family, params Guid[] guests) =>
        (
            Guid.NewGuid(),
            new AgendaPoint(text, from, Linn, Dropped: null, [.. guests.Select(g => new PointGuest(g, Linn, Day))])
        );

    private static MinutesLine Line(string text, LineMark mark = LineMark.Text) => new(mark, text, text, [], null);

    [Fact]
    public void The_familys_points_come_first_then_the_childs_and_then_what_builds_itself()
    {
        var parts = new AgendaParts(
            [Point("Budsjettet", PointFrom.Coordinator), Point("Bilder av de voksne", PointFrom.Child), Point("Jula")],
            OpenAgreements: 3,
            UnownedNeeds: 1,
            ServiceLines: 2
        );
        Assert.Equal(
            [
                "Jula",
                "Bilder av de voksne",
                "Budsjettet",
                "Siden sist",
                "Behov ingen har tatt",
                "Fra tjenestene",
                "Neste møte",
            ],
            Agenda.Steps(parts, []).Select(s => s.Heading)
        );
    }

    [Fact]
    public void What_there_is_nothing_of_is_no_step()
    {
        Assert.Equal(["Neste møte"], Agenda.Steps(new AgendaParts([], 0, 0, 0), []).Select(s => s.Heading));
    }

    [Fact]
    public void The_lines_say_how_far_it_has_come_and_what_nobody_had_thought_of()
    {
        var steps = Agenda.Steps(
            new AgendaParts([Point("Jula"), Point("Skoleveien")], 1, 0, 0),
            [
                Line("jula", LineMark.Point),
                Line("Vi pratet"),
                Line("Sykkel", LineMark.Point),
                Line("Skoleveien", LineMark.Point),
            ]
        );
        Assert.Equal(
            ["Jula Done", "Skoleveien Now", "Siden sist Ahead", "Sykkel Done", "Neste møte Ahead"],
            steps.Select(s => $"{s.Heading} {s.Progress}")
        );
    }

    [Fact]
    public void What_the_family_raised_is_not_dropped_without_a_reason()
    {
        var point = Point("Jula").Item2;
        Assert.IsType<DropNeedsReason>(point.Drop(" ").Refusal);
        Assert.Equal("Linn vil vente", point.Drop(" Linn vil vente ").Value.Dropped);
        Assert.Equal("", Point("Budsjettet", PointFrom.Coordinator).Item2.Drop(null).Value.Dropped);
        Assert.IsType<PointTooLong>(point.Drop(new string('a', 301)).Refusal);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(-400, false)]
    public void A_guest_comes_with_a_yes_that_was_said(int days, bool may)
    {
        var invited = Point("Jula").Item2.Invite(new PointGuest(Officer, Linn, Day.AddDays(days)), Day);
        Assert.Equal(may, invited.Refusal is null);
        if (may)
        {
            Assert.True(invited.Value.Has(Officer));
            Assert.Single(invited.Value.Invite(new PointGuest(Officer, Linn, Day), Day).Value.Guests);
        }
    }

    [Fact]
    public void The_common_screen_shows_what_is_agreed_and_neither_talk_nor_notes()
    {
        var points = new[] { Point("Jula") };
        var lines = new[]
        {
            Line("Jula", LineMark.Point),
            Line("Linn gråt"),
            Line("Ring Linn", LineMark.Note),
            Line("Ingen nye voksne", LineMark.Conclusion),
            Line("Bilder", LineMark.Agreement),
        };
        var shown = Projection.Of(
            Agenda.Steps(new AgendaParts(points, 0, 0, 0), lines),
            points,
            lines,
            new HashSet<Guid> { Linn }
        );
        Assert.Equal("Jula", shown.Heading);
        Assert.Equal("Jula", shown.Words!.Text);
        Assert.Equal(["Ingen nye voksne"], shown.Conclusions.Select(l => l.Text));
        Assert.Equal(["Bilder"], shown.Agreements.Select(l => l.Text));
    }

    [Fact]
    public void While_someone_is_here_for_one_point_the_screen_shows_that_point_and_no_other()
    {
        var points = new[] { Point("Mors søvn"), Point("Avlastning", PointFrom.Family, Officer) };
        MinutesLine[] lines = [Line("Mors søvn", LineMark.Point), Line("Hun får hjelp", LineMark.Conclusion)];
        var steps = Agenda.Steps(new AgendaParts(points, 2, 1, 1), lines);
        var here = new HashSet<Guid> { Linn, Teacher, Officer };
        var shown = Projection.Of(steps, points, lines, here);
        Assert.Equal(["Avlastning"], shown.Steps.Select(s => s.Heading));
        Assert.Null(shown.Heading);
        Assert.Empty(shown.Conclusions);

        lines = [.. lines, Line("Avlastning", LineMark.Point), Line("To helger", LineMark.Conclusion)];
        shown = Projection.Of(Agenda.Steps(new AgendaParts(points, 2, 1, 1), lines), points, lines, here);
        Assert.Equal("Avlastning", shown.Heading);
        Assert.Equal(["To helger"], shown.Conclusions.Select(l => l.Text));
        // When she has left, all of it is there again.
        here.Remove(Officer);
        Assert.Contains("Mors søvn", Projection.Of(steps, points, lines, here).Steps.Select(s => s.Heading));
    }

    [Fact]
    public void A_point_gone_back_to_has_all_that_was_agreed_under_it()
    {
        var points = new[] { Point("Jula") };
        MinutesLine[] lines =
        [
            Line("Jula", LineMark.Point),
            Line("En", LineMark.Conclusion),
            Line("Skole", LineMark.Point),
            Line("To", LineMark.Conclusion),
            Line("Jula", LineMark.Point),
            Line("Tre", LineMark.Conclusion),
        ];
        var shown = Projection.Of(
            Agenda.Steps(new AgendaParts(points, 0, 0, 0), lines),
            points,
            lines,
            new HashSet<Guid>()
        );
        Assert.Equal(["En", "Tre"], shown.Conclusions.Select(l => l.Text));
    }
}
