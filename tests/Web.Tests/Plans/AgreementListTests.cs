using System.Net;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Features.Agreements;

namespace Flette.Web.Tests.Plans;

/// <summary>The agreements as the plan shows them: who has each, whom it waits for, and what nobody has.</summary>
public sealed class AgreementListTests(BareApp app) : IClassFixture<BareApp>
{
    private const string Nobodys = "Avtaler ingen har";

    private async Task<PlanWorld> FamilyAsync()
    {
        var family = await PlanWorld.MakeAsync(app.World(app.Fjellvik));
        await family.YesAsync();
        return family;
    }

    [Fact]
    public async Task What_nobody_has_stands_first_and_not_among_the_finished()
    {
        var family = await FamilyAsync();
        await family.Family.AgreementAsync("ringer legen", [family.Oda], family.Tor);
        var refused = await family.Family.AgreementAsync("finne avlaster", [family.Oda], family.Tor);
        var done = await family.Family.AgreementAsync("Kjøpe gymsko", [family.Oda], family.Linn);
        await AnswerAsync(family, refused, AnswerKind.Cannot, family.Tor, "har ikke tid");
        await AnswerAsync(family, done, AnswerKind.Done, family.Linn);
        using var browser = await family.BrowserAsync();
        var page = await browser.OpenAsync(family.Plan);
        var nobody = Table(page, Nobodys);
        Assert.Contains("Finne avlaster", nobody, StringComparison.Ordinal);
        Assert.Contains("Ingen har den ennå", nobody, StringComparison.Ordinal);
        Assert.Contains("Tor Hegge, Skolen kan ikke: «har ikke tid»", nobody, StringComparison.Ordinal);
        Assert.Contains("Ringer legen", Table(page, "Åpne avtaler"), StringComparison.Ordinal);
        var ended = page.Document.QuerySelector("#avtaler")!.ParentElement!.ParentElement!.QuerySelector("details")!;
        Assert.Contains("Kjøpe gymsko", ended.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("avlaster", ended.TextContent, StringComparison.Ordinal);
        Assert.True(
            page.Text.IndexOf("Finne avlaster", StringComparison.Ordinal)
                < page.Text.IndexOf("Ringer legen", StringComparison.Ordinal)
        );
        using var mother = await app.MemberAsync(app.Fjellvik, family.Linn);
        var theirs = await mother.OpenAsync("/min-familie/plan");
        Assert.True(theirs.Says("Avtaler ingen har ennå Finne avlaster Har den:Ingen har den ennå"), theirs.Text);
        Assert.True((await mother.OpenAsync("/min-familie")).Says("Finne avlaster"));
    }

    [Fact]
    public async Task Each_says_whom_it_waits_for_and_a_day_that_has_been_is_no_future_day()
    {
        var family = await FamilyAsync();
        var handed = await family.Family.AgreementAsync("Søke støttekontakt", [family.Oda], family.Tor);
        var helped = await family.Family.AgreementAsync("Bestille rampe", [family.Oda], family.Rune);
        await family.Family.AgreementAsync("Lese", [family.Oda], family.Linn);
        await family.Family.DoAsync(
            Act.ChangePlan,
            async write => await AgreementAnswers.GiveAsync(write, handed, 1, family.Linn)
        );
        await AnswerAsync(family, helped, AnswerKind.NeedsHelp, family.Rune);
        var today = family.Family.World.Today;
        await LateAsync(family, "Sende papirer", today.AddDays(-9), family.Linn, family.Rune, family.Tor);
        using var browser = await family.BrowserAsync();
        var open = Table(await browser.OpenAsync(family.Plan), "Åpne avtaler");
        Assert.Contains("ja fra Linn Nordli, siden", open, StringComparison.Ordinal);
        Assert.Contains("hjelp fra ", open, StringComparison.Ordinal);
        Assert.Contains(
            "svar fra Linn Nordli, Rune Nordli og Tor Hegge (Skolen), siden",
            open,
            StringComparison.Ordinal
        );
        Assert.Contains("fristen var", open, StringComparison.Ordinal);
        Assert.Contains("Venter på svar", open, StringComparison.Ordinal);
        Assert.DoesNotContain("forfalt", open, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Two_tabs_see_both_texts_beside_each_other()
    {
        var family = await FamilyAsync();
        var id = await family.Family.AgreementAsync("Ringe legen", [family.Oda], family.Tor);
        using var browser = await family.BrowserAsync();
        var address = $"/f/{family.Id}/avtale/{id}";
        var mine = (await browser.OpenAsync(address)).Form("Lagre avtalen").Fill("Hva skal gjøres?", "Ringe i dag");
        await (await browser.OpenAsync(address))
            .Form("Lagre avtalen")
            .Fill("Hva skal gjøres?", "Ringe i morgen")
            .PressAsync();
        var both = await mine.PressAsync();
        Assert.Equal(["Noen andre endret avtalen samtidig. Se over begge tekstene og lagre på nytt."], both.Errors);
        Assert.True(both.Says("Lagret nå: Ringe i morgen Du skrev: Ringe i dag"), both.Text);
        Assert.False(both.Says("Hvem gjelder det Lagret nå"), both.Text);
        var kept = await both.Form("Lagre avtalen").PressAsync();
        Assert.Equal("Ringe i dag", kept.Heading);
    }

    [Theory]
    [InlineData("avtale/ny")]
    [InlineData("mal/ny")]
    [InlineData("tiltak/ny")]
    [InlineData("behov/ny")]
    [InlineData("ressurs/ny")]
    [InlineData("bidrag/ny")]
    [InlineData("viktig/ny")]
    public async Task A_form_that_cannot_be_saved_says_so_and_has_no_fields(string path)
    {
        var family = await FamilyAsync();
        var id = await family.Family.AgreementAsync("Ringe legen", [family.Oda], family.Tor);
        await family.WithdrawAsync();
        using var browser = await family.BrowserAsync();
        var addresses = path.StartsWith("avtale", StringComparison.Ordinal)
            ? [path, $"avtale/{id}", $"avtale/{id}/svar"]
            : new[] { path };
        foreach (var address in addresses)
        {
            var page = await browser.OpenAsync($"/f/{family.Id}/{address}");
            Assert.True(page.Says("Ja-et til planen er trukket. Planen kan leses, men ikke endres."), page.Text);
            Assert.Empty(page.Document.QuerySelectorAll("main form, main input, main textarea, main select"));
            Assert.Equal(HttpStatusCode.OK, (await page.FollowAsync("Les planen")).Status);
        }
    }

    [Fact]
    public async Task Two_of_one_name_are_told_apart_wherever_people_are_chosen()
    {
        var family = await FamilyAsync();
        await family.Family.MemberAsync("Oda Nordli", FamilyRelation.Grandparent, 70);
        using var browser = await family.BrowserAsync();
        foreach (var path in new[] { "avtale/ny", "mal/ny", "tiltak/ny", "stilling/ny", "deltaker/ny", "logg", "ja" })
        {
            var page = await browser.OpenAsync($"/f/{family.Id}/{path}");
            var said = page
                .Document.QuerySelectorAll("main label, main option")
                .Select(o => o.TextContent.Trim())
                .Concat(page.Document.QuerySelectorAll("datalist option").Select(o => o.GetAttribute("value") ?? ""))
                .ToList();
            Assert.DoesNotContain(said, s => s is "Oda" or "Oda Nordli");
        }
        var form = await browser.OpenAsync($"/f/{family.Id}/avtale/ny");
        Assert.True(form.Says("Oda Nordli (barn)") && form.Says("Oda Nordli (besteforelder)"), form.Text);
        Assert.True(form.Says("FamilienOda") && form.Says("TeametTor Hegge, Skolen"), form.Text);
    }

    private static Task AnswerAsync(PlanWorld family, Guid agreement, AnswerKind kind, Guid by, string? line = null) =>
        family.Family.DoAsync(
            Act.AnswerOnBehalf,
            async write =>
                await AgreementAnswers.AnswerAsync(write, agreement, new AnswerDraft(kind, line), by, onBehalf: true)
        );

    private static Task LateAsync(PlanWorld family, string what, DateOnly due, params Guid[] holders) =>
        family.Family.DoAsync(
            Act.ChangePlan,
            async write =>
                (
                    await AgreementBook.AddAsync(
                        write,
                        new AgreementDraft(what, holders, [family.Oda], null, due, null, AgreementState.Open),
                        holders.ToHashSet()
                    )
                ).Refusal
        );

    private static string Table(Page page, string caption)
    {
        var table = page
            .Document.QuerySelectorAll("table")
            .Single(t => t.QuerySelector("caption")!.TextContent.StartsWith(caption, StringComparison.Ordinal));
        return string.Join(' ', table.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
