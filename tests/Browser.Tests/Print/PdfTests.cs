using System.Text;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Core.Plans;
using Flette.Kit;
using Flette.Web.Print;
using Microsoft.Extensions.DependencyInjection;

namespace Flette.Browser.Tests.Print;

/// <summary>The PDF of a plan by the real Chromium: what a reader, and a reader's screen reader, gets out of it.</summary>
public sealed class PdfTests : IAsyncLifetime
{
    private const string Letters = "æøåÆØÅ áčđŋšŧž ÁČĐŊŠŦŽ";

    private static readonly string[] Sentences =
    [
        "Svømme og ha venner hjemme",
        "Gå til skolen alene",
        "Øve på veien hver fredag",
        "Ringe Sámi giellaguovddáš om " + Letters,
        "Finne en avlaster som kan samisk",
        "Noen å gå sammen med om vinteren",
        "Kjører til trening på tirsdager",
        "Husker alle bursdager",
        "Tore Lærer",
        "Individuell plan for Ola Nordli.",
        "Plass til å skrive",
    ];

    private FletteApp _app = null!;
    private Browserless _mother = null!;

    public async ValueTask InitializeAsync()
    {
        // The program's clock stands still, so the limit is never passed here: a slow machine may take its time.
        _app = await FletteApp.StartAsync(adjust: b =>
        {
            b.Services.AddSingleton(new PrintOptions { Queue = TimeSpan.FromMinutes(3) });
            b.Services.AddSingleton<IPdfPrinter, ChromiumPrinter>();
        });
        var family = await _app.World(_app.Fjellvik).FamilyAsync("Nordli");
        var home = await family.HouseholdAsync();
        var mother = await family.MemberAsync("Siri Nordli", FamilyRelation.Mother, 40, home);
        var child = await family.MemberAsync("Ola Nordli", FamilyRelation.Child, 8, home);
        await family.PositionAsync(child, GuardianshipKind.ParentalResponsibility, mother);
        await family.SayYesAsync(child, mother);
        await family.ParticipantAsync("Tore Lærer", Topic.School, false, child);
        await family.MatterAsync(Sentences[0], child);
        var goal = await family.GoalAsync(Sentences[1], child);
        await family.MeasureAsync(Sentences[2], goal, new PlanPerson(family.Coordinator, "Kari Koordinator"));
        await family.AgreementAsync(Sentences[3], [child], mother);
        await family.AgreementAsync(Sentences[4], [child]);
        await family.NeedAsync(Sentences[5], child);
        await family.ContributionAsync(Sentences[6], child);
        await family.ResourceAsync(Sentences[7], child);
        _mother = await _app.MemberAsync(_app.Fjellvik, mother);
    }

    [Fact]
    public async Task A_screen_reader_gets_each_sentence_once_with_tables_and_language()
    {
        var pdf = (await _mother.OpenAsync("/min-familie/plan/pdf")).Body;
        var about = await PdfReading.RunAsync("pdfinfo", pdf);
        Assert.Contains("Tagged:          yes", about, StringComparison.Ordinal);
        Assert.Contains("A4", about, StringComparison.Ordinal);
        Assert.Contains("/Lang (nb)", Encoding.Latin1.GetString(pdf), StringComparison.Ordinal);
        var lines = await PdfReading.TagsAsync(pdf);
        var read = PdfReading.Read(lines);
        Assert.All(
            Sentences.Where(s => s != Sentences[2]),
            s =>
                Assert.True(
                    PdfReading.Times(read, s) == 1,
                    $"{PdfReading.Times(read, s)} × {s}\n{string.Join('\n', lines)}"
                )
        );
        // A measure with a day is an agreement too.
        Assert.Equal(2, PdfReading.Times(read, Sentences[2]));
        Assert.Equal(4 + 3, lines.Count(l => l.StartsWith("TH", StringComparison.Ordinal)));
        Assert.Equal(4, lines.Count(l => l == "/Scope /Column"));
        Assert.Equal(3, lines.Count(l => l == "/Scope /Row"));
        foreach (var tag in new[] { "H1", "H2", "H3", "Table", "TR", "TD", "BlockQuote", "L", "LI" })
        {
            Assert.Contains(lines, l => l.Split(' ', ':')[0] == tag);
        }
    }

    [Fact]
    public async Task Eyes_get_all_letters_right_and_each_page_its_number()
    {
        var pdf = (await _mother.OpenAsync("/min-familie/plan/pdf")).Body;
        var read = PdfReading.Bare(await PdfReading.RunAsync("pdftotext", pdf, "-raw", output: "-"));
        Assert.Contains(PdfReading.Bare(Letters), read, StringComparison.Ordinal);
        Assert.All(Sentences, s => Assert.Contains(PdfReading.Bare(s), read, StringComparison.Ordinal));
        Assert.Matches("1/[1-9]", read);
    }

    [Fact]
    public async Task Two_at_once_both_get_theirs()
    {
        var both = await Task.WhenAll(
            _mother.OpenAsync("/min-familie/plan/pdf"),
            _mother.OpenAsync("/min-familie/plan/pdf")
        );
        Assert.All(both, p => Assert.Equal("%PDF"u8.ToArray(), p.Body[..4]));
    }

    public async ValueTask DisposeAsync()
    {
        _mother.Dispose();
        await _app.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
