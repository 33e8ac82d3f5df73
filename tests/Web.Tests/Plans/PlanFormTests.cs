using System.Net;
using Flette.Kit;
using Flette.Web.Data;

namespace Flette.Web.Tests.Plans;

/// <summary>What matters, goals, measures and needs are written by the real forms; nothing typed is lost.</summary>
public sealed class PlanFormTests(BareApp app) : IClassFixture<BareApp>
{
    /// <summary>Address of a form · what it asks for · a choice of a member · a text field and what is typed · kind.</summary>
    public static TheoryData<string, string, string, string, string> Forms { get; } =
        new()
        {
            { "viktig/ny", "Hvem sa det?", "Egne ord", "Skriv det som ble sagt.", ItemKinds.WhatMatters },
            { "behov/ny", "Hvem gjelder det?", "Behovet, med vanlige ord", "Skriv noe her.", ItemKinds.Need },
            { "mal/ny", "Hvem sitt mål er det?", "Målet, med egne ord", "Skriv det som ble sagt.", ItemKinds.Goal },
            { "ressurs/ny", "Hvem?", "Hva er hun eller han god på?", "Skriv noe her.", ItemKinds.Resource },
            { "bidrag/ny", "Hvem gjelder det?", "Hva?", "Skriv noe her.", ItemKinds.Contribution },
        };

    private async Task<PlanWorld> FamilyAsync(bool yes = true)
    {
        var family = await PlanWorld.MakeAsync(app.World(app.Fjellvik));
        if (yes)
        {
            await family.YesAsync();
        }
        return family;
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_keeps_what_is_typed_and_is_one_effect(
        string path,
        string who,
        string field,
        string missing,
        string kind
    )
    {
        var family = await FamilyAsync();
        using var browser = await family.BrowserAsync();
        var form = (await browser.OpenAsync($"/f/{family.Id}/{path}")).Form("Lagre");
        var unsaid = await form.Fill(field, "  ").Choose(who, "Oda").PressAsync();
        Assert.Equal([missing], unsaid.Errors);
        var nobody = await (await browser.OpenAsync($"/f/{family.Id}/{path}"))
            .Form("Lagre")
            .Fill(field, "Svømme og æøå")
            .Choose("Hvem kan se det?", "Bare den det gjelder")
            .PressAsync();
        Assert.Equal(["Velg hvem det gjelder."], nobody.Errors);
        Assert.Equal("Svømme og æøå", nobody.Form("Lagre").Value(field));
        Assert.Equal("Private", nobody.Form("Lagre").Sent().Single(f => f.Name == "Input.Sharing").Value);
        var long_ = await nobody.Form("Lagre").Choose(who, "Oda").Fill(field, new string('å', 2001)).PressAsync();
        Assert.Equal(["Teksten er for lang. Høyst 2000 tegn."], long_.Errors);
        var athome = await long_
            .Form("Lagre")
            .Fill(field, "Svømme og æøå")
            .Choose("Hvem kan se det?", "Også de andre voksne hjemme")
            .PressAsync();
        Assert.StartsWith("Bare det som er en voksens eget", Assert.Single(athome.Errors), StringComparison.Ordinal);
        var good = athome.Form("Lagre").Choose("Hvem kan se det?", "De som vanligvis ser det");
        var saved = await good.PressAsync();
        Assert.True(saved.Says("Svømme og æøå"), saved.Text);
        Assert.StartsWith(family.Plan, saved.Path, StringComparison.Ordinal);
        var again = await good.PressAsync();
        Assert.Equal(saved.Path, again.Path);
        var row = Assert.Single(await family.RowsAsync(kind));
        Assert.Equal(("plan", true), (row.Room, row.InPlan));
        Assert.Equal([family.Oda], row.About);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Before_the_yes_it_is_a_note_and_after_the_withdrawal_nothing_is_written(
        string path,
        string who,
        string field,
        string missing,
        string kind
    )
    {
        Assert.NotEmpty(missing);
        var family = await FamilyAsync(yes: false);
        using var browser = await family.BrowserAsync();
        Form Filled(Page page, string words) => page.Form("Lagre").Fill(field, words).Choose(who, "Oda");
        var page = await browser.OpenAsync($"/f/{family.Id}/{path}");
        Assert.True(page.Says("Bare du leser det"), page.Text);
        await Filled(page, "Skrevet før").PressAsync();
        var note = Assert.Single(await family.RowsAsync(kind));
        Assert.Equal(("work", false), (note.Room, note.InPlan));
        await family.YesAsync();
        var moved = Assert.Single(await family.RowsAsync(kind));
        Assert.Equal(("plan", true), (moved.Room, moved.InPlan));
        Assert.True((await browser.OpenAsync(family.Plan)).Says("Skrevet før"));
        var late = Filled(await browser.OpenAsync($"/f/{family.Id}/{path}"), "Skrevet etter");
        await family.WithdrawAsync();
        using var request = late.Request();
        var refused = await browser.SendAsync(request);
        Assert.True(refused.Status >= HttpStatusCode.BadRequest, refused.Text);
        Assert.True(refused.Says("trukket"), refused.Text);
        Assert.Single(await family.RowsAsync(kind));
        Assert.DoesNotContain("Nytt mål", (await browser.OpenAsync(family.Plan)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_about_one_the_plan_does_not_take_in_hangs_on_the_family()
    {
        var family = await FamilyAsync();
        using var browser = await family.BrowserAsync();
        var plan = await (await browser.OpenAsync($"/f/{family.Id}/behov/ny"))
            .Form("Lagre")
            .Choose("Hvem gjelder det?", "Mikkel")
            .Fill("Behovet, med vanlige ord", "Bli fulgt til skolen")
            .PressAsync();
        Assert.False(Assert.Single(await family.RowsAsync(ItemKinds.Need)).InPlan);
        Assert.Contains(
            "Bli fulgt til skolen",
            plan.Document.QuerySelector("section[aria-labelledby=outside]")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "Bli fulgt",
            plan.Document.QuerySelector("section[aria-labelledby=needs]")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task New_words_stand_beside_the_old()
    {
        var family = await FamilyAsync();
        using var browser = await family.BrowserAsync();
        foreach (var (words, day) in new[] { ("Svømme.", -60), ("Ikke bli båret.", -1) })
        {
            await (await browser.OpenAsync($"/f/{family.Id}/viktig/ny?medlem={family.Oda}"))
                .Form("Lagre")
                .Fill("Egne ord", words)
                .Fill("Når?", app.World(app.Fjellvik).Today.AddDays(day))
                .Fill("Hvordan?", "bildekort")
                .Choose("Hvem fortalte det videre?", "Rune")
                .PressAsync();
        }
        var plan = await browser.OpenAsync(family.Plan);
        var large = Assert.Single(plan.Document.QuerySelectorAll(".fl-matters__owner blockquote"));
        Assert.Equal("Ikke bli båret.", large.TextContent.Trim());
        Assert.True(plan.Says("bildekort, fortalt av Rune"), plan.Text);
        Assert.Contains(
            "Svømme.",
            plan.Document.QuerySelector("section.fl-matters details")!.TextContent,
            StringComparison.Ordinal
        );
        var ahead = await (await browser.OpenAsync($"/f/{family.Id}/viktig/ny"))
            .Form("Lagre")
            .Choose("Hvem sa det?", "Oda")
            .Fill("Egne ord", "Mer.")
            .Fill("Når?", app.World(app.Fjellvik).Today.AddDays(1))
            .PressAsync();
        Assert.Equal(["Dagen kan ikke være fram i tid."], ahead.Errors);
    }

    [Fact]
    public async Task A_need_nobody_has_comes_first_until_someone_takes_it()
    {
        var family = await FamilyAsync();
        using var browser = await family.BrowserAsync();
        var plan = await (await browser.OpenAsync($"/f/{family.Id}/behov/ny"))
            .Form("Lagre")
            .Choose("Hvem gjelder det?", "Oda")
            .Fill("Behovet, med vanlige ord", "Hente seg inn etter lunsj")
            .PressAsync();
        Assert.True(plan.Says("Behov ingen har tatt"), plan.Text);
        var need = await plan.FollowAsync("Si hvem som tar det: Hente seg inn etter lunsj");
        var other = await browser.OpenAsync(need.Path);
        plan = await need.Form("Lagre").Fill("Hvem har det?", "Åsen skole").PressAsync();
        Assert.False(plan.Says("Behov ingen har tatt"), plan.Text);
        Assert.True(plan.Says("Åsen skole"), plan.Text);
        var lost = await other.Form("Lagre").Fill("Hvem har det?", "PPT").PressAsync();
        Assert.True(lost.Says("To har skrevet samtidig"), lost.Text);
        Assert.True(lost.Says("Åsen skole"), lost.Text);
        Assert.Equal("PPT", lost.Form("Lagre").Value("Hvem har det?"));
        plan = await lost.Form("Lagre").PressAsync();
        Assert.True(plan.Says("PPT"), plan.Text);
    }
}
