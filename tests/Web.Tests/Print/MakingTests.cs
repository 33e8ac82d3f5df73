using System.Net;
using Flette.Core;
using Flette.Kit;
using Flette.Web.Print;
using Flette.Web.Tests.Faces;
using Microsoft.Extensions.DependencyInjection;

namespace Flette.Web.Tests.Print;

/// <summary>What holds while a PDF is made, and what a reader is told when none could be.</summary>
public sealed class MakingTests
{
    [Fact]
    public async Task The_read_is_logged_before_and_no_transaction_is_open_meanwhile()
    {
        var seen = new Looking();
        await using var app = await FletteApp.StartAsync(adjust: b => b.Services.AddSingleton<IPdfPrinter>(seen));
        var family = await TwoHomes.FilledAsync(app.World(app.Fjellvik));
        seen.Look = async () =>
            (
                await app.LogAsync(app.Fjellvik, family.Family.Id),
                await app.ScalarAsync<int>(
                    app.Fjellvik,
                    "select count(*)::int from pg_stat_activity where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()"
                )
            );
        using var mother = await family.BrowserAsync("Siri");
        // Seen on the screen is another row than printed, however soon after.
        await mother.OpenAsync("/min-familie/plan");
        await mother.OpenAsync("/min-familie/plan/pdf");
        Assert.Contains("see-plan ok", seen.Log);
        Assert.Contains("print-plan ok", seen.Log);
        Assert.Equal(0, seen.Open);
    }

    [Fact]
    public async Task When_none_can_be_made_the_reader_is_told_what_is_safe_and_what_to_do()
    {
        await using var app = await FletteApp.StartAsync(adjust: b =>
        {
            b.Services.AddSingleton(new PrintOptions { Chromium = "/finnes/ikke" });
            b.Services.AddSingleton<IPdfPrinter, ChromiumPrinter>();
        });
        var family = await TwoHomes.FilledAsync(app.World(app.Fjellvik));
        using var coordinator = await app.StaffAsync(app.Fjellvik, family.Family.Coordinator);
        using var mother = await family.BrowserAsync("Siri");
        foreach (
            var (browser, plan) in new[] { (coordinator, $"/f/{family.Family.Id}/plan"), (mother, "/min-familie/plan") }
        )
        {
            var page = await browser.OpenAsync(plan + "/pdf", HttpStatusCode.ServiceUnavailable);
            Assert.Equal("Vi fikk ikke laget PDF-en", page.Heading);
            Assert.True(page.Says("Planen er trygg, og ingenting er endret."), page.Text);
            Assert.StartsWith("text/html", page.Header("Content-Type"), StringComparison.Ordinal);
            Assert.True((await page.FollowAsync("Åpne utskriftssiden")).Says("Planen til Ola"));
        }
        var told = app.Log.Lines.Where(l => l.Contains("FLETTE-PDF-01", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, told.Count);
        Assert.All(told, l => Assert.DoesNotContain("Ola", l, StringComparison.Ordinal));
    }

    private sealed class Looking : IPdfPrinter
    {
        public Func<Task<(IReadOnlyList<string>, int)>>? Look { get; set; }

        public IReadOnlyList<string> Log { get; private set; } = [];

        public int Open { get; private set; } = -1;

        public async Task<Result<byte[]>> PdfAsync(string html, CancellationToken cancel)
        {
            (Log, Open) = await Look!();
            return "%PDF"u8.ToArray();
        }
    }
}
