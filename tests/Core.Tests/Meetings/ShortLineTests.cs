using Flette.Core.Meetings;
using Flette.Core.Meetings.Writing;

namespace Flette.Core.Tests.Meetings;

/// <summary>A line typed in a meeting: the sign says what it is, and a short end says who and by when.</summary>
public class ShortLineTests
{
    private static readonly DateOnly Day = new(2026, 11, 26);

    private static readonly MeantPerson[] People =
    [
        Person(1, "Linn Nordli", null),
        Person(2, "Oda Nordli", null),
        Person(3, "Kari Bjerke", "PPT"),
        Person(4, "Kari Moe", "Åsen skole"),
        Person(5, "Stian Myhre", "Furua avlastning"),
        Person(6, "Solveig Rustad", null),
        Person(7, "Bjørg-Ánne D'Amato", "Habiliteringen"),
    ];

    [Theory]
    [InlineData("Linn forteller om uka.", LineMark.Text, "Linn forteller om uka.")]
    [InlineData("  # Hvem er på Furua? ", LineMark.Point, "Hvem er på Furua?")]
    [InlineData("=Ingen nye voksne i jula", LineMark.Conclusion, "Ingen nye voksne i jula")]
    [InlineData("/ Linn var sliten", LineMark.Note, "Linn var sliten")]
    [InlineData("Dette er viktig!", LineMark.Text, "Dette er viktig!")]
    public void The_sign_in_front_says_what_it_is(string typed, LineMark mark, string text)
    {
        var line = ShortLine.Read(typed, People, chosen: [], Day).Value;
        Assert.Equal((mark, text), (line.Mark, line.Text));
        Assert.Empty(line.Responsible);
    }

    [Theory]
    [InlineData(
        "! sender vaktlisten for julen til Linn og Oda, sti 10/12",
        "Sender vaktlisten for julen til Linn og Oda",
        "Stian Myhre",
        "2026-12-10"
    )]
    [InlineData("! ringer BUP solveig 15/4", "Ringer BUP", "Solveig Rustad", "2027-04-15")]
    [InlineData("! ny søknad, Kari Moe 1.2.2027", "Ny søknad", "Kari Moe", "2027-02-01")]
    [InlineData("! ny søknad, ppt innen fredag", "Ny søknad", "Kari Bjerke", "2026-11-27")]
    [InlineData("! møter hos legen, linn og sti i morgen", "Møter hos legen", "Linn Nordli; Stian Myhre", "2026-11-27")]
    [InlineData("! Stian ringer Linn innen 3. desember", "ringer Linn", "Stian Myhre", "2026-12-03")]
    [InlineData("! finne ny støttekontakt 29/2", "Finne ny støttekontakt", "", "2028-02-29")]
    [InlineData("! finne ny støttekontakt", "Finne ny støttekontakt", "", "")]
    [InlineData("! sender brev til Oda 10/12", "Sender brev til Oda", "", "2026-12-10")]
    [InlineData("! tar med saft, so", "Tar med saft, so", "", "")]
    [InlineData("! kopierer planen, d'amato", "Kopierer planen", "Bjørg-Ánne D'Amato", "")]
    public void An_agreement_takes_who_and_when_from_its_end(string typed, string what, string who, string due)
    {
        var line = ShortLine.Read(typed, People, chosen: [], Day).Value;
        Assert.Equal(LineMark.Agreement, line.Mark);
        Assert.Equal(what, line.Text, ignoreCase: true);
        Assert.Equal(who, string.Join("; ", line.Responsible.Select(p => p.Name)));
        Assert.Equal(due, line.Due?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "");
        Assert.All(line.Responsible, p => Assert.NotNull(p.Id));
        Assert.Equal(typed, line.Typed);
    }

    [Fact]
    public void A_name_that_fits_two_is_asked_about_and_the_answer_taken()
    {
        const string Typed = "! ringer BUP, kari 15/4";
        var asked = Assert.IsType<WhoInLine>(ShortLine.Read(Typed, People, chosen: [], Day).Refusal);
        Assert.Equal(["Kari Bjerke", "Kari Moe"], asked.Fits.Select(p => p.Name));
        var line = ShortLine.Read(Typed, People, [asked.Fits[1].Id], Day).Value;
        Assert.Equal("Kari Moe", Assert.Single(line.Responsible).Name);
        // Someone else's id is no answer.
        Assert.IsType<WhoInLine>(ShortLine.Read(Typed, People, [Guid.NewGuid()], Day).Refusal);
    }

    [Fact]
    public void Two_names_that_each_fit_two_are_asked_about_in_turn_and_no_answer_is_forgotten()
    {
        MeantPerson[] people = [.. People, Person(8, "Stian Berg", "PPT")];
        const string Typed = "! ringer BUP, kari og stian 15/4";
        var first = Assert.IsType<WhoInLine>(ShortLine.Read(Typed, people, chosen: [], Day).Refusal);
        var kari = first.Fits[0].Id;
        var second = Assert.IsType<WhoInLine>(ShortLine.Read(Typed, people, [kari], Day).Refusal);
        Assert.Equal("stian", second.Name);
        var line = ShortLine.Read(Typed, people, [kari, second.Fits[1].Id], Day).Value;
        Assert.Equal(["Kari Bjerke", "Stian Berg"], line.Responsible.Select(p => p.Name));
    }

    [Theory]
    [InlineData("", typeof(LineEmpty))]
    [InlineData("   ", typeof(LineEmpty))]
    [InlineData("!", typeof(LineEmpty))]
    [InlineData("! kari moe 15/4", typeof(LineEmpty))]
    [InlineData("! ringer, sti 31/2", typeof(NoSuchDay))]
    [InlineData("! ringer, sti 31/4", typeof(NoSuchDay))]
    [InlineData("! ringer, sti 12/13", typeof(NoSuchDay))]
    [InlineData("! ringer, sti 1.5.2024", typeof(DayOutOfReach))]
    [InlineData("! ringer, sti 1.5.2099", typeof(DayOutOfReach))]
    public void What_cannot_be_taken_is_said(string typed, Type why) =>
        Assert.IsType(why, ShortLine.Read(typed, People, chosen: [], Day).Refusal);

    [Fact]
    public void A_whole_document_is_no_line()
    {
        Assert.IsType<MinutesLine>(ShortLine.Read(new string('a', ShortLine.Longest), People, [], Day).Value);
        Assert.Equal(
            new LineTooLong(ShortLine.Longest),
            ShortLine.Read(string.Concat(Enumerable.Repeat("Vi snakket om turen.\n", 500)), People, [], Day).Refusal
        );
    }

    private static MeantPerson Person(int number, string name, string? organisation) =>
        new(new Guid(number, 0, 0, new byte[8]), name, organisation, ByNameAlone: organisation is null);
}
