using Flette.Kit;
using Flette.Kit.Canaries;
using Flette.Web.Tests.Links;
using Flette.Web.Vault;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace Flette.Web.Tests.Canaries;

/// <summary>
/// What is written of people is found nowhere in the clear: not in a dump, the data files, the write-ahead log, any log, trace,
/// measurement or address, nor in any temporary file, also while a document is on its way. Each test first sees the search find what
/// is planted.
/// </summary>
[Trait("Speed", "slow")]
public sealed class CanaryTests(CanaryApp canaries) : IClassFixture<CanaryApp>
{
    /// <summary>More than the line itself can hold, so that the program has taken some of it.</summary>
    private const int Held = 20 * 1024 * 1024;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private FletteApp App => canaries.App;

    [Fact]
    public async Task The_search_finds_one_planted_in_each_place_in_each_form()
    {
        await ProvenAsync();
        Assert.True(Canary.New().Forms.Count > 60);
        Assert.Empty((await canaries.SearchAsync(Canary.New())).Found);
    }

    [Fact]
    public async Task What_is_written_of_people_is_found_nowhere()
    {
        await ProvenAsync();
        var canary = Canary.New();
        using var family = await CanaryFamily.MakeAsync(App, canary);
        var all = new AllThatIsWritten(canaries, family, canary);
        await all.ReadAsync();
        await all.MinutesAsync();
        var told = await all.EveryFormAsync();
        Assert.True(told.Count >= 15, string.Join('\n', told));
        await all.MailAsync();
        await all.BadDaysAsync();

        var search = await canaries.SearchAsync(canary);
        Assert.True(search.Found.Count == 0, string.Join('\n', search.Found));
        string[] places =
        [
            ClusterPlaces.Dump,
            ClusterPlaces.Data,
            ClusterPlaces.Wal,
            ClusterPlaces.Log,
            CanaryApp.AllLog,
            CanaryApp.Traces,
            CanaryApp.Metrics,
            CanaryApp.Asked,
            CanaryApp.Keys,
        ];
        Assert.Superset(new HashSet<string>(["Microsoft.AspNetCore", "Npgsql"]), canaries.Sources.ToHashSet());
        Assert.All(places, p => Assert.True(search.Looked[p] > 500, $"{p}: {search.Looked[p]}"));
    }

    /// <summary>Who has the token has the link: it stands in the mail, and in the address it is opened at.</summary>
    [Fact]
    public async Task The_token_of_a_link_is_kept_nowhere()
    {
        await ProvenAsync();
        var world = await LinkWorld.MakeAsync(App.World(App.Fjellvik));
        var (link, browser, _) = await world.OpenAsync();
        browser.Dispose();
        var token = LinkTokens.Of(App.Fjellvik.Master, link);
        var found = (await canaries.SearchAsync(Canary.Of(token))).Found;
        Assert.Contains(found, f => f.Place == CanaryApp.Asked);
        Assert.True(found.All(f => f.Place is CanaryApp.Asked or CanaryApp.AllLog), string.Join('\n', found));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nor_while_a_document_is_on_its_way(bool attached)
    {
        await ProvenAsync();
        var canary = Canary.New();
        await WhileOnItsWayAsync(
            App,
            canary,
            () =>
            {
                var search = new Search(canary);
                canaries.LookHere(search);
                Assert.True(search.Found.Count == 0, string.Join('\n', search.Found));
                return Task.CompletedTask;
            },
            attached
        );
        Assert.Empty((await canaries.SearchAsync(canary)).Found);
    }

    [Fact]
    public async Task A_document_that_is_laid_on_disk_on_its_way_is_found()
    {
        await using var app = await FletteApp.StartAsync(adjust: b =>
            b.Services.Configure<MvcOptions>(o => o.Filters.Add(new AsTheFramework()))
        );
        var canary = Canary.New();
        await WhileOnItsWayAsync(
            app,
            canary,
            () =>
            {
                // Taken off the line is not yet written down: it may take the program a moment.
                Search search;
                var times = 0;
                do
                {
                    search = new Search(canary);
                    canaries.LookHere(search);
                } while (search.Found.Count == 0 && ++times < 100);
                Assert.Contains(search.Found, f => f.Place == TemporaryPlaces.Open);
                return Task.CompletedTask;
            }
        );
    }

    private async Task ProvenAsync()
    {
        var missed = await canaries.MissedAsync();
        Assert.True(missed.Count == 0, string.Join('\n', missed));
    }

    /// <param name="attached">Whether it is attached to a meeting, or taken in as old minutes.</param>
    private static async Task WhileOnItsWayAsync(FletteApp app, Canary canary, Func<Task> look, bool attached = false)
    {
        var family = await app.World(app.Fjellvik).FamilyAsync("Nordli");
        using var browser = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        var document = Documents.Saying(canary.Word, 100, Held + 512 * 1024);
        var meeting = await family.PlannedMeetingAsync(
            await family.MemberAsync("Ola Nordli", Core.Families.FamilyRelation.Child, 8),
            "Ola Nordli"
        );
        var form = attached
            ? (await browser.OpenAsync($"/f/{family.Id}/mote/{meeting}/vedlegg"))
                .Form("Legg ved")
                .Attach("Dokument", "referat.docx", document)
            : (await browser.OpenAsync($"/f/{family.Id}/referat/nytt"))
                .Form("Les referatet")
                .Attach("Eller velg et dokument", "referat.docx", document);
        using var request = form.Request();
        using var whole = request.Content!;
        using var held = new HeldContent(whole, await whole.ReadAsByteArrayAsync(Ct), Held);
        request.Content = held;
        var sending = browser.SendAsync(request);
        await held.FirstPart.WaitAsync(TimeSpan.FromMinutes(1), Ct);
        try
        {
            await look();
        }
        finally
        {
            held.Break();
            await Assert.ThrowsAnyAsync<Exception>(() => sending);
        }
    }

    /// <summary>Has forms read as the framework does it by itself.</summary>
    private sealed class AsTheFramework : IAuthorizationFilter, IOrderedFilter
    {
        /// <summary>After the page's own way is set, and before anything reads the form.</summary>
        public int Order => 950;

        public void OnAuthorization(AuthorizationFilterContext context) =>
            context.HttpContext.Features.Set<IFormFeature>(
                new FormFeature(context.HttpContext.Request, new FormOptions())
            );
    }
}
