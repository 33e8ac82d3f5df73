using System.Net;
using Flette.Core;
using Flette.Core.Plans;
using Flette.Kit;
using Flette.Web.Tests.Faces;

namespace Flette.Web.Tests.Print;

/// <summary>The plan on paper: what stands on it for whom, and what does not.</summary>
public sealed class PaperTests(BareApp app) : IClassFixture<BareApp>
{
    private const string Own = "/min-familie/plan";

    /// <summary>What is within the plan and for all who may see it.</summary>
    private static readonly string[] Within =
    [
        "Planen til Ola",
        "Individuell plan for Ola Nordli.",
        "Gjelder fra 15. september",
        "Ringe fysioterapeuten",
        "Snakke om søvn",
        "Kjøpe gymsko",
        "Hente fredager",
        "Finne avlaster",
        "Svømme mye",
        "Gå til skolen alene",
        "Øve på veien",
        "Noen å gå sammen med",
        "Mandag 21. september",
        "Kl. 12.30–14.00",
        "Åsen skole, rom 114",
        "Tore Lærer",
        "kontaktlærer, Skolen",
        "Kari Koordinator",
        "barnekoordinator",
        "99 99 90 20",
        "Fjellvik kommune",
    ];

    /// <summary>What hangs beside the plan, is a note, or is one person's own: seen by some, or by nobody on paper.</summary>
    private static readonly string[] Beside =
    [
        "Søke gjeldsråd",
        "Pia Psykolog",
        "Time hos helsesykepleier",
        "Besøk av Pål",
        "Sove selv",
        "Bente Barnevern",
        "Han vil ikke at noen vet",
        "Trenger noen å snakke med",
    ];

    private World World => app.World(app.Fjellvik);

    [Fact]
    public async Task Each_reader_has_on_paper_what_is_hers_within_the_plan_and_nothing_beside_it()
    {
        var family = await FilledAsync();
        foreach (
            var (who, more) in new (string, string[])[]
            {
                // She sees what is for one person alone, but her paper is made to be handed on.
                ("coordinator", ["Søke gjeldsråd", "En i ansvarsgruppa"]),
                ("Siri", ["Pia Psykolog", "Sove selv", "En i ansvarsgruppa"]),
                ("Per", ["Søke gjeldsråd", "En i ansvarsgruppa"]),
                ("Ola", ["Trenger noen å snakke med", "En i ansvarsgruppa"]),
            }
        )
        {
            using var browser =
                who == "coordinator"
                    ? await app.StaffAsync(app.Fjellvik, family.Family.Coordinator)
                    : await family.BrowserAsync(who);
            var plan = who == "coordinator" ? $"/f/{family.Family.Id}/plan" : Own;
            await HasAsync(browser, plan, [.. Within, .. more], [.. Beside.Except(more)]);
        }
    }

    [Fact]
    public async Task The_coordinator_prints_for_a_member_what_that_member_prints_herself()
    {
        var family = await FilledAsync();
        using var coordinator = await app.StaffAsync(app.Fjellvik, family.Family.Coordinator);
        var plan = $"/f/{family.Family.Id}/plan";
        var mine = await coordinator.OpenAsync(plan + "/utskrift");
        foreach (var who in new[] { "Siri", "Per", "Ola" })
        {
            var hers = await mine.FollowAsync(who);
            Assert.Equal($"{plan}/utskrift?for={family[who]}", hers.Path);
            Assert.Equal(who, hers.Document.QuerySelector("nav [aria-current]")!.TextContent);
            var pdf = await hers.FollowAsync("Last ned PDF");
            using var browser = await family.BrowserAsync(who);
            Assert.Equal(OnPaper(await browser.OpenAsync(Own + "/utskrift")), OnPaper(hers));
            Assert.Equal(OnPaper(await browser.OpenAsync(Own + "/pdf")), OnPaper(pdf));
        }
        // Whom the plan is nothing to is not offered a sheet of it, nor given one by whoever writes the address.
        var offered = mine.Document.QuerySelectorAll("nav li").Select(li => li.TextContent.Trim()).ToHashSet();
        Assert.Equal(["Meg", "Ola", "Per", "Siri"], offered.Order(StringComparer.Ordinal));
        foreach (var wrong in new[] { family["Stein"].ToString(), Guid.CreateVersion7().ToString(), "Siri" })
        {
            await coordinator.OpenAsync($"{plan}/utskrift?for={wrong}", HttpStatusCode.NotFound);
            await coordinator.OpenAsync($"{plan}/pdf?for={wrong}", HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Whom_the_plan_is_nothing_to_has_no_paper_of_it()
    {
        var family = await FilledAsync();
        foreach (var who in new[] { "Stein", "Frida", "Nina", "Pål" })
        {
            using var browser = await family.BrowserAsync(who);
            foreach (var path in new[] { "/utskrift", "/pdf" })
            {
                var page = await browser.OpenAsync(Own + path);
                Assert.Equal(Own, page.Path);
                Assert.DoesNotContain("Ola", page.Text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Paper_and_file_are_two_actions_from_the_plan_on_both_faces()
    {
        var family = await FilledAsync();
        using var coordinator = await app.StaffAsync(app.Fjellvik, family.Family.Coordinator);
        using var mother = await family.BrowserAsync("Siri");
        foreach (
            var (browser, plan, by) in new[]
            {
                (coordinator, $"/f/{family.Family.Id}/plan", "Kari Koordinator, koordinator"),
                (mother, Own, "Siri"),
            }
        )
        {
            var paper = await (await browser.OpenAsync(plan)).FollowAsync("Skriv ut");
            Assert.Equal(plan + "/utskrift", paper.Path);
            Assert.True(paper.Says($"Skrevet ut tirsdag 15. september 2026, av {by}"), paper.Text);
            Assert.Equal(plan, (await paper.FollowAsync("Tilbake til planen")).Path);
            var pdf = await paper.FollowAsync("Last ned PDF");
            Assert.Equal(plan + "/pdf", pdf.Path);
            Assert.Equal("application/pdf", pdf.Header("Content-Type"));
            Assert.Equal("attachment; filename=plan.pdf; filename*=UTF-8''plan.pdf", pdf.Header("Content-Disposition"));
            Assert.Equal("no-store", pdf.Header("Cache-Control"));
            // It fetches nothing and leads nowhere.
            Assert.Empty(pdf.Document.QuerySelectorAll("a, link, script, [src]"));
        }
        // Whoever comes by the other face's address is led to her own.
        Assert.Equal(Own + "/utskrift", (await mother.OpenAsync($"/f/{family.Family.Id}/plan/utskrift")).Path);
        await coordinator.OpenAsync(Own + "/pdf", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Before_the_yes_notes_are_not_printed_and_after_a_withdrawal_it_says_so()
    {
        var family = await TwoHomes.MakeAsync(World);
        await family.FillAsync();
        using var coordinator = await app.StaffAsync(app.Fjellvik, family.Family.Coordinator);
        var plan = $"/f/{family.Family.Id}/plan";
        Assert.DoesNotContain(
            (await coordinator.OpenAsync(plan)).Document.QuerySelectorAll("a"),
            a => a.TextContent == "Skriv ut"
        );
        foreach (var path in new[] { "/utskrift", "/pdf" })
        {
            Assert.Equal(plan, (await coordinator.OpenAsync(plan + path)).Path);
        }
        await family.YesAsync();
        await family.WithdrawAsync();
        var paper = await coordinator.OpenAsync(plan + "/utskrift");
        Assert.True(paper.Says("Ja-et til planen er trukket"), paper.Text);
        Assert.True(paper.Says("Ringe fysioterapeuten"), paper.Text);
    }

    [Fact]
    public async Task The_paper_is_in_the_readers_language()
    {
        var family = await FilledAsync();
        using var mother = await family.BrowserAsync("Siri");
        foreach (
            var (code, words) in new (string, string[])[]
            {
                ("nn", ["Skrive ut tysdag 15. september 2026, av Siri", "Frist", "Behov ingen har teke", "sidan"]),
                ("en", ["Printed on", "Who takes part", "Individual plan for Ola Nordli", "Agreed"]),
            }
        )
        {
            mother.SetCookie("flette-sprak", code);
            foreach (var path in new[] { "/utskrift", "/pdf" })
            {
                var page = await mother.OpenAsync(Own + path);
                Assert.Equal(code, page.Document.DocumentElement.GetAttribute("lang"));
                Assert.All(words, w => Assert.True(page.Says(w), w + ": " + page.Text));
            }
        }
    }

    [Fact]
    public async Task The_markup_is_what_makes_right_tags()
    {
        var family = await FilledAsync();
        using var coordinator = await app.StaffAsync(app.Fjellvik, family.Family.Coordinator);
        var page = await coordinator.OpenAsync($"/f/{family.Family.Id}/plan/utskrift");
        Assert.Empty(page.Document.QuerySelectorAll("strong, figure"));
        Assert.NotEmpty(page.Document.QuerySelectorAll("blockquote"));
        var table = Assert.Single(page.Document.QuerySelectorAll("table"));
        Assert.NotNull(table.QuerySelector("caption"));
        Assert.All(table.QuerySelectorAll("th"), th => Assert.True(th.HasAttribute("scope")));
        Assert.All(table.QuerySelectorAll("tbody tr"), tr => Assert.Equal("TH", tr.FirstElementChild!.TagName));
        Assert.Single(page.Document.QuerySelectorAll("h1"));
    }

    /// <summary>Both as page and as file.</summary>
    private static async Task HasAsync(Browserless browser, string plan, string[] there, string[] not)
    {
        foreach (var path in new[] { "/utskrift", "/pdf" })
        {
            var text = string.Join(
                ' ',
                (await browser.OpenAsync(plan + path)).Text.Split(
                    [' ', '\u00a0'],
                    StringSplitOptions.RemoveEmptyEntries
                )
            );
            Assert.Equal("", string.Join(" · ", there.Where(t => !text.Contains(t, StringComparison.Ordinal))));
            Assert.Equal("", string.Join(" · ", not.Where(t => text.Contains(t, StringComparison.Ordinal))));
        }
    }

    /// <summary>The sheet itself: without what stands around it on a screen, and without who printed it.</summary>
    private static string OnPaper(Page page)
    {
        foreach (var around in page.Document.QuerySelectorAll(".fl-print-screen, .fl-print-head, head"))
        {
            around.Remove();
        }
        var sheet = page.Document.DocumentElement.OuterHtml;
        Assert.Contains("Planen til", sheet, StringComparison.Ordinal);
        return sheet;
    }

    private async Task<TwoHomes> FilledAsync()
    {
        var family = await TwoHomes.FilledAsync(World);
        await family.PhoneAsync(family.Family.Coordinator, "99 99 90 20");
        await family.Family.ContactAsync("Tore Lærer", "Han vil ikke at noen vet.", family["Ola"]);
        await family.Family.NeedAsync("Trenger noen å snakke med", family["Ola"], Sharing.Private);
        return family;
    }
}
