using System.Globalization;
using Flette.Core.Law;
using Flette.Core.Law.Clocks;

namespace Flette.Law.Tests;

/// <summary>
/// The last day, example by example. The days were worked out apart from the program, from the section named and the calendar.
/// </summary>
public sealed class ClockDayTests
{
    [Theory]
    [InlineData("klage-fvl", "2026-03-02", "2026-03-23", "fvl § 29", null)]
    [InlineData("klage-fvl", "2026-03-12", "2026-04-07", "fvl § 29", "skjærtorsdag")]
    [InlineData("klage-fvl", "2026-03-13", "2026-04-07", "fvl § 29", "langfredag")]
    [InlineData("klage-fvl", "2026-03-14", "2026-04-07", "fvl § 29", "lørdag")]
    [InlineData("klage-fvl", "2026-03-16", "2026-04-07", "fvl § 29", "annen påskedag")]
    [InlineData("klage-fvl", "2026-04-10", "2026-05-04", "fvl § 29", "1. mai")]
    [InlineData("klage-fvl", "2026-04-23", "2026-05-15", "fvl § 29", "Kristi himmelfartsdag")]
    [InlineData("klage-fvl", "2026-04-26", "2026-05-18", "fvl § 29", "17. mai")]
    [InlineData("klage-fvl", "2026-05-04", "2026-05-26", "fvl § 29", "annen pinsedag")]
    [InlineData("klage-fvl", "2026-12-04", "2026-12-28", "fvl § 29", "første juledag")]
    [InlineData("klage-fvl", "2026-12-05", "2026-12-28", "fvl § 29", "annen juledag")]
    [InlineData("klage-fvl", "2026-12-11", "2027-01-04", "fvl § 29", "nyttårsdag")]
    [InlineData("klage-fvl", "2027-03-04", "2027-03-30", "fvl § 29", "skjærtorsdag")]
    [InlineData("klage-fvl", "2027-03-05", "2027-03-30", "fvl § 29", "langfredag")]
    [InlineData("klage-fvl", "2027-03-08", "2027-03-30", "fvl § 29", "annen påskedag")]
    [InlineData("klage-fvl", "2027-04-10", "2027-05-03", "fvl § 29", "1. mai")]
    [InlineData("klage-fvl", "2027-04-15", "2027-05-07", "fvl § 29", "Kristi himmelfartsdag")]
    [InlineData("klage-fvl", "2027-04-26", "2027-05-18", "fvl § 29", "annen pinsedag")]
    [InlineData("klage-fvl", "2024-02-08", "2024-02-29", "fvl § 29", null)]
    [InlineData("klage-fvl", "2024-03-07", "2024-04-02", "fvl § 29", "skjærtorsdag")]
    [InlineData("klage-fvl", "2028-02-08", "2028-02-29", "fvl § 29", null)]
    [InlineData("klage-fvl", "2025-12-04", "2025-12-29", "fvl § 29", "første juledag")]
    [InlineData("klage-fvl", "2025-12-11", "2026-01-02", "fvl § 29", "nyttårsdag")]
    [InlineData("klage-fvl", "2025-12-10", "2025-12-31", "fvl § 29", null)]
    [InlineData("klage-pbrl", "2026-03-05", "2026-04-07", "pbrl § 7-5", "skjærtorsdag")]
    [InlineData("klage-pbrl", "2026-03-06", "2026-04-07", "pbrl § 7-5", "langfredag")]
    [InlineData("klage-pbrl", "2026-03-09", "2026-04-07", "pbrl § 7-5", "annen påskedag")]
    [InlineData("klage-pbrl", "2026-04-03", "2026-05-04", "pbrl § 7-5", "1. mai")]
    [InlineData("klage-pbrl", "2026-04-16", "2026-05-15", "pbrl § 7-5", "Kristi himmelfartsdag")]
    [InlineData("klage-pbrl", "2026-04-19", "2026-05-18", "pbrl § 7-5", "17. mai")]
    [InlineData("klage-pbrl", "2026-04-27", "2026-05-26", "pbrl § 7-5", "annen pinsedag")]
    [InlineData("klage-pbrl", "2026-11-27", "2026-12-28", "pbrl § 7-5", "første juledag")]
    [InlineData("klage-pbrl", "2026-11-28", "2026-12-28", "pbrl § 7-5", "annen juledag")]
    [InlineData("klage-pbrl", "2026-12-04", "2027-01-04", "pbrl § 7-5", "nyttårsdag")]
    [InlineData("klage-pbrl", "2024-02-01", "2024-02-29", "pbrl § 7-5", null)]
    [InlineData("klage-pbrl", "2028-02-01", "2028-02-29", "pbrl § 7-5", null)]
    [InlineData("klage-pbrl", "2027-02-25", "2027-03-30", "pbrl § 7-5", "skjærtorsdag")]
    [InlineData("klage-pbrl", "2030-03-22", "2030-04-23", "pbrl § 7-5", "langfredag")]
    [InlineData("klage-folketrygd", "2026-02-19", "2026-04-07", "ftrl § 21-12", "skjærtorsdag")]
    [InlineData("klage-folketrygd", "2026-02-20", "2026-04-07", "ftrl § 21-12", "langfredag")]
    [InlineData("klage-folketrygd", "2026-02-22", "2026-04-07", "ftrl § 21-12", "første påskedag")]
    [InlineData("klage-folketrygd", "2026-03-20", "2026-05-04", "ftrl § 21-12", "1. mai")]
    [InlineData("klage-folketrygd", "2026-04-02", "2026-05-15", "ftrl § 21-12", "Kristi himmelfartsdag")]
    [InlineData("klage-folketrygd", "2026-04-13", "2026-05-26", "ftrl § 21-12", "annen pinsedag")]
    [InlineData("klage-folketrygd", "2026-11-13", "2026-12-28", "ftrl § 21-12", "første juledag")]
    [InlineData("klage-folketrygd", "2026-11-20", "2027-01-04", "ftrl § 21-12", "nyttårsdag")]
    [InlineData("klage-folketrygd", "2024-01-18", "2024-02-29", "ftrl § 21-12", null)]
    [InlineData("klage-barnetrygd", "2026-03-19", "2026-04-30", "barnetrygdloven § 15", null)]
    [InlineData("klage-barnetrygd", "2027-04-05", "2027-05-18", "barnetrygdloven § 15", "annen pinsedag")]
    [InlineData("klage-barnetrygd", "2027-02-11", "2027-03-30", "barnetrygdloven § 15", "skjærtorsdag")]
    [InlineData("klage-barnetrygd", "2025-11-14", "2025-12-29", "barnetrygdloven § 15", "annen juledag")]
    [InlineData("klage-sosialtjenester", "2026-03-15", "2026-04-07", "fvl § 29, sotjl § 47", "første påskedag")]
    [InlineData("klage-sosialtjenester", "2026-06-01", "2026-06-22", "fvl § 29, sotjl § 47", null)]
    [InlineData("klage-sosialtjenester", "2027-04-26", "2027-05-18", "fvl § 29, sotjl § 47", "annen pinsedag")]
    [InlineData("klage-barnevern", "2026-04-23", "2026-05-15", "fvl § 29, bvl § 12-9", "Kristi himmelfartsdag")]
    [InlineData("klage-barnevern", "2023-01-01", "2023-01-23", "fvl § 29, bvl § 12-9", "søndag")]
    [InlineData("klage-barnevern", "2023-03-16", "2023-04-11", "fvl § 29, bvl § 12-9", "skjærtorsdag")]
    [InlineData("forelopig-svar", "2026-01-31", "2026-03-02", "fvl § 11 a", "lørdag")]
    [InlineData("forelopig-svar", "2024-01-31", "2024-02-29", "fvl § 11 a", null)]
    [InlineData("forelopig-svar", "2027-01-29", "2027-03-01", "fvl § 11 a", "søndag")]
    [InlineData("forelopig-svar", "2026-03-03", "2026-04-07", "fvl § 11 a", "langfredag")]
    [InlineData("forelopig-svar", "2026-04-01", "2026-05-04", "fvl § 11 a", "1. mai")]
    [InlineData("forelopig-svar", "2026-04-17", "2026-05-18", "fvl § 11 a", "17. mai")]
    [InlineData("forelopig-svar", "2025-11-25", "2025-12-29", "fvl § 11 a", "første juledag")]
    [InlineData("forelopig-svar", "2026-12-01", "2027-01-04", "fvl § 11 a", "nyttårsdag")]
    [InlineData("forelopig-svar", "2028-01-30", "2028-02-29", "fvl § 11 a", null)]
    [InlineData("forelopig-svar", "2026-08-31", "2026-09-30", "fvl § 11 a", null)]
    [InlineData("ulest-vedtak", "2026-03-26", "2026-04-07", "eForvaltningsforskriften § 8", "skjærtorsdag")]
    [InlineData("ulest-vedtak", "2026-05-10", "2026-05-18", "eForvaltningsforskriften § 8", "17. mai")]
    [InlineData("ulest-vedtak", "2026-12-18", "2026-12-28", "eForvaltningsforskriften § 8", "første juledag")]
    [InlineData("ulest-vedtak", "2026-06-03", "2026-06-10", "eForvaltningsforskriften § 8", null)]
    [InlineData("tilbakemelding-barnevern", "2026-03-13", "2026-04-07", "bvl § 13-3", "langfredag")]
    [InlineData("tilbakemelding-barnevern", "2026-12-10", "2026-12-31", "bvl § 13-3", null)]
    [InlineData("tilbakemelding-barnevern", "2026-05-04", "2026-05-26", "bvl § 13-3", "annen pinsedag")]
    [InlineData("tilbakemelding-barnevern", "2028-02-08", "2028-02-29", "bvl § 13-3", null)]
    public void The_last_day_is_the_one_the_section_gives(
        string basis,
        string from,
        string last,
        string section,
        string? movedFrom
    )
    {
        var reading = Clock.Read(basis, new ClockEvents(Day(from)), Day(from)).Value;

        Assert.Equal(Day(last), reading.LastDay);
        Assert.Equal(movedFrom is not null, reading.Moved);
        Assert.Equal(movedFrom, reading.MovedFrom);
        Assert.NotEmpty(section);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
