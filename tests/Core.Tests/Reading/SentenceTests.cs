using Flette.Core.Meetings.Reading;

namespace Flette.Core.Tests.Reading;

/// <summary>One line at a time, the way a coordinator marks it.</summary>
public sealed class SentenceTests
{
    private const string Head = """
        Referat fra samarbeidsmøte tirsdag 10. mars 2026
        Til stede: Kari Nes (mor), Per Dahl (lærer, Lia skole), Ola Berg (PPT), Eva Moe (barnekoordinator)

        """;

    [Theory]
    [InlineData("Ola sender rapporten innen fredag.", "sender rapporten", "Ola", "2026-03-13", null)]
    [InlineData(
        "- Ola (PPT) sender rapporten, første gang innen 12. mai",
        "sender rapporten",
        "Ola",
        "2026-05-12",
        null
    )]
    [InlineData("Ola sender rapporten, svar innen 18. mai.", "sender rapporten", "Ola", "2026-05-18", null)]
    [InlineData("-> rapport til skolen: Ola 15.1", "rapport til skolen", "Ola", "2027-01-15", null)]
    [InlineData("Ola + Per: møte med mor. frist 15/4-26", "møte med mor", "Ola|Per", "2026-04-15", null)]
    [InlineData("- ny time på BUP - Eva, i morgen", "ny time på BUP", "Eva", "2026-03-11", null)]
    [InlineData("Søke om skyss (Eva, uke 18)", "Søke om skyss", "Eva", "2026-05-01", null)]
    [InlineData("Søke om skyss (Ansvarlig: Eva, frist: før påske)", "Søke om skyss", "Eva", null, "før påske")]
    [InlineData("Eva ringer mor hver fredag ettermiddag.", "ringer mor", "Eva", null, "hver fredag ettermiddag")]
    [InlineData("Per og Eva tar det opp på neste møte", "tar det opp", "Per|Eva", null, "på neste møte")]
    [InlineData(
        "NAV, barnevernet og skolen sier fra til Eva først",
        "sier fra til Eva først",
        "NAV|barnevernet|skolen",
        null,
        null
    )]
    [InlineData("Alle tre skolene sender ukeplan", "sender ukeplan", "Alle tre skolene", null, null)]
    [InlineData("hjemmebesøk Eva snarest", "hjemmebesøk", "Eva", null, "snarest")]
    [InlineData("ny plan: Ola m/ vedlegg fra Per og Eva, før sommeren", "ny plan", "Ola", null, "før sommeren")]
    [InlineData("kontaktlapp på kjøleskapet. Eva fikser", "kontaktlapp på kjøleskapet", "Eva", null, null)]
    [InlineData("Det ble avtalt at Ola ringer Kari i dag.", "ringer Kari", "Ola", "2026-03-10", null)]
    [InlineData(
        "Kari søker, og Ola skriver under, innen 1. mai.",
        "Kari søker, og Ola skriver under",
        "Kari|Ola",
        "2026-05-01",
        null
    )]
    [InlineData("Tiltak: Lage plan  Ansvar: Per  Frist: uke 12", "Lage plan", "Per", "2026-03-20", null)]
    [InlineData("Eva ber om plass fra 1. august", "ber om plass fra 1. august", "Eva", null, "fra 1. august")]
    [InlineData("noe som må gjøres", "noe som må gjøres", "", null, null)]
    public void A_marked_line_is_taken_apart(string line, string what, string who, string? due, string? words)
    {
        var document = SourceDocument.FromText(Head + line);
        var today = new DateOnly(2026, 11, 20);
        var context = MinutesReader.Read(document, today);

        var agreement = MinutesReader.AsAgreement(document, document.Lines[^1].Id, context, today);

        Assert.Equal(what, agreement.What);
        Assert.Equal(who.Split('|', StringSplitOptions.RemoveEmptyEntries), agreement.Responsible.Select(r => r.Name));
        Assert.Equal(due, agreement.Due?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        if (due is null)
        {
            Assert.Equal(words, agreement.DueText);
        }
        else
        {
            Assert.Null(agreement.DueText);
        }
    }
}
