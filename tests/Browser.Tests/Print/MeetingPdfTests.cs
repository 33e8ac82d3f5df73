using System.Text;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Print;
using Microsoft.Extensions.DependencyInjection;

namespace Flette.Browser.Tests.Print;

/// <summary>The papers of a meeting by the real Chromium: agenda, minutes, a service's own part, and the sheets to answer on by pen.</summary>
public sealed class MeetingPdfTests
{
    [Fact]
    public async Task Agenda_minutes_and_sheets_are_tagged_and_say_each_thing_once()
    {
        await using var app = await FletteApp.StartAsync(adjust: b =>
        {
            b.Services.AddSingleton(new PrintOptions { Queue = TimeSpan.FromMinutes(3) });
            b.Services.AddSingleton<IPdfPrinter, ChromiumPrinter>();
        });
        var family = await app.World(app.Fjellvik).FamilyAsync("Berg");
        var even = await family.MemberAsync("Even Berg", FamilyRelation.Child, 8);
        var silje = await family.MemberAsync("Silje Berg", FamilyRelation.Mother, 40);
        await family.PositionAsync(even, GuardianshipKind.ParentalResponsibility, silje);
        await family.SayYesAsync(even, silje);
        var tor = await family.ParticipantAsync("Tor Hegge", Topic.School, false, even);
        await family.AgreementAsync("lager en rolig krok", [even], tor);
        var planned = await family.PlannedMeetingAsync(even, "Even Berg");
        await family.RaiseAsync(planned, silje, "Hvem henter når skolen ringer?");
        var held = await family.MeetingAsync(family.World.Today, even, "Åsen skole", "Even Berg", "Rektor");
        await family.PublishLineAsync(held, "# Skoledagen", even);
        await family.PublishLineAsync(held, "= Even begynner klokka ni", even);
        using var coordinator = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        var here = $"/f/{family.Id}";
        await ReadAsync(coordinator, $"{here}/mote/{planned}/sakliste/pdf", "Hvem henter når skolen ringer?");
        await ReadAsync(coordinator, $"{here}/mote/{held}/pdf", "Skoledagen", "Even begynner klokka ni");
        await ReadAsync(coordinator, $"{here}/mote/{planned}/innspill/{even}/pdf", "Hva vil du at de skal snakke om?");
        await ReadAsync(coordinator, $"{here}/send/{tor}/pdf", "Lager en rolig krok", "Trenger hjelp");
        using var mother = await app.MemberAsync(app.Fjellvik, silje);
        await ReadAsync(mother, $"/min-familie/referat/pdf?mote={held}", "Skoledagen", "Even begynner klokka ni");
    }

    private static async Task ReadAsync(Browserless browser, string path, params string[] sentences)
    {
        var pdf = (await browser.OpenAsync(path)).Body;
        var about = await PdfReading.RunAsync("pdfinfo", pdf);
        Assert.Contains("Tagged:          yes", about, StringComparison.Ordinal);
        Assert.Contains("A4", about, StringComparison.Ordinal);
        Assert.Contains("/Lang (nb)", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        var tags = await PdfReading.TagsAsync(pdf);
        foreach (var heading in new[] { "H1", "H2" })
        {
            Assert.True(tags.Any(t => t.Split(' ', ':')[0] == heading), $"{path} has no {heading}");
        }
        var read = PdfReading.Read(tags);
        Assert.All(
            sentences,
            s => Assert.True(PdfReading.Times(read, s) == 1, $"{path}: {s}\n{string.Join('\n', tags)}")
        );
    }
}
