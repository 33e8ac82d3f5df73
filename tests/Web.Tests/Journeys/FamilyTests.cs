using System.Net;
using Flette.Core;
using Flette.Core.Families;
using Flette.Kit;

namespace Flette.Web.Tests.Journeys;

/// <summary>The coordinator's families: who sees them, what is found, and the forms that change them.</summary>
public sealed class FamilyTests(BareApp app) : IClassFixture<BareApp>
{
    private World World => app.World(app.Fjellvik);

    [Fact]
    public async Task Who_has_no_families_is_told_what_will_come()
    {
        using var browser = await app.StaffAsync(app.Fjellvik, await World.CoordinatorAsync());
        var today = await browser.OpenAsync("/i-dag");
        Assert.True(today.Says("Du koordinerer ingen familier ennå"), today.Text);
        var families = await browser.OpenAsync("/familier");
        Assert.True(families.Says("Du koordinerer ingen familier ennå"), families.Text);
        Assert.True(families.Says("Det første du gjør da"), families.Text);
    }

    [Fact]
    public async Task A_deputy_who_is_only_named_finds_nothing_and_reads_it_when_opened()
    {
        var deputy = await World.CoordinatorAsync("Dina Deputat");
        var family = await World.FamilyAsync("Hemmelig", deputy: deputy);
        using var browser = await app.StaffAsync(app.Fjellvik, deputy);
        Assert.False((await browser.OpenAsync("/familier")).Says("Hemmelig"));
        Assert.False((await browser.OpenAsync("/i-dag")).Says("Hemmelig"));
        Assert.True((await FindAsync(browser, "hemmelig")).Says("Fant ingenting"));
        await browser.OpenAsync($"/f/{family.Id}", HttpStatusCode.NotFound);
        await browser.OpenAsync($"/f/{family.Id}/logg", HttpStatusCode.NotFound);
        await family.ActivateDeputyAsync(new Period(World.Today, World.Today.AddDays(7)));
        var list = await browser.OpenAsync("/familier");
        Assert.True(list.Says("Du står inne for Kari Koordinator"), list.Text);
        Assert.Equal("Hemmelig", (await list.FollowAsync("Hemmelig")).Heading);
    }

    [Fact]
    public async Task Search_looks_in_names_team_and_calls_of_own_families_only()
    {
        var family = await World.FamilyAsync("Bakken");
        await family.MemberAsync("Ingvild Bakken", FamilyRelation.Mother, 38);
        await family.ParticipantAsync("Tor Hegge");
        await family.ContactAsync("Ingvild Bakken", "Hun lurer på rampen til høsten.");
        var other = await World.FamilyAsync("Fremmed");
        await other.ContactAsync("Noen", "Også her en rampe.");
        using var browser = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        foreach (var search in new[] { "bakken", "INGVILD", "hegge", "rampe", "lurer høsten" })
        {
            var found = await FindAsync(browser, search);
            Assert.True(found.Says("Bakken"), search + ": " + found.Text);
            Assert.False(found.Says("Fremmed"), found.Text);
            Assert.False(found.Says("Fant ingenting"), found.Text);
        }
        Assert.True((await FindAsync(browser, "finnesikke")).Says("Fant ingenting"));
    }

    [Fact]
    public async Task Search_finds_what_is_in_the_plan_and_numbers_says_what_it_is_and_leads_there()
    {
        var family = await World.FamilyAsync("Dal");
        var child = await family.MemberAsync("Eva Dal", FamilyRelation.Child, 9);
        var tor = await family.ReachableAsync("Tor Hegge", null, child);
        var agreement = await family.AgreementAsync("søker ledsagerbevis", [child], tor);
        var other = await World.FamilyAsync("Fremmed");
        var theirs = await other.MemberAsync("Per Fremmed", FamilyRelation.Child, 9);
        await other.AgreementAsync("Søke ledsagerbevis her også", [theirs]);
        using var browser = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        var goal = await (await browser.OpenAsync($"/f/{family.Id}/mal/ny"))
            .Form("Lagre")
            .Choose("Hvem sitt mål er det?", "Eva")
            .Fill("Målet, med egne ord", "Jeg vil sykle til skolen")
            .PressAsync();
        Assert.True(goal.Says("sykle"), goal.Text);
        var found = await FindAsync(browser, "LEDSAGERBEVIS");
        Assert.True(found.Says("Avtale Søker ledsagerbevis"), found.Text);
        Assert.False(found.Says("Fremmed"), found.Text);
        Assert.Equal($"/f/{family.Id}/avtale/{agreement}", (await found.FollowAsync("Søker ledsagerbevis")).Path);
        Assert.True((await FindAsync(browser, "sykle skolen")).Says("Mål Jeg vil sykle til skolen"));
        foreach (var number in new[] { "99999041", "99 99 90 41", "+47 999 99 041" })
        {
            Assert.True((await FindAsync(browser, number)).Says("I teamet Tor Hegge"), number);
        }
        Assert.True((await FindAsync(browser, "041")).Says("Fant ingenting"));
    }

    [Fact]
    public async Task What_is_searched_for_is_in_no_address_and_opens_for_nobody_else()
    {
        var family = await World.FamilyAsync("Bakken");
        await family.MemberAsync("Ingvild Bakken", FamilyRelation.Mother, 38);
        using var browser = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        var found = await FindAsync(browser, "ingvild");
        Assert.True(found.Says("Ingvild Bakken"), found.Text);
        Assert.DoesNotContain(
            found.Via.Select(s => s.Address).Append(found.Address),
            a => Uri.UnescapeDataString(a.ToString()).Contains("ingvild", StringComparison.OrdinalIgnoreCase)
        );
        // The way back to it is the same address; in another session it says nothing.
        Assert.True((await browser.OpenAsync(found.Path)).Says("Ingvild Bakken"));
        using var other = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        var elsewhere = await other.OpenAsync(found.Path);
        Assert.Equal("Familier", elsewhere.Heading);
        Assert.Equal("Familier", (await browser.OpenAsync("/familier?sok=noe")).Heading);
        Assert.Equal("Familier", (await FindAsync(browser, " ")).Heading);
        Assert.True((await FindAsync(browser, new string('å', 5000))).Says("Fant ingenting"));
    }

    private static async Task<Page> FindAsync(Browserless browser, string words) =>
        await (await browser.OpenAsync("/i-dag")).Form("Søk").Fill("Søk i dine familier", words).PressAsync();

    [Fact]
    public async Task A_child_who_is_expected_needs_no_day_but_someone_who_carries_it()
    {
        var family = await World.FamilyAsync("Kvam");
        await family.MemberAsync("Maja Kvam", FamilyRelation.Mother, 33);
        using var browser = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        var form = (await browser.OpenAsync($"/f/{family.Id}/medlem/ny"))
            .Form("Lagre")
            .Fill("Navn", "Lillebror")
            .Choose("Hvem er det?", "Barn")
            .Choose("Fødsel", "Ventes")
            .Fill("Hjem", "Hjemme hos Maja");
        var refused = await form.PressAsync();
        Assert.Equal(
            ["Velg hvem som bærer barnet. Fram til fødselen er det som sies om barnet, sagt om henne."],
            refused.Errors
        );
        var page = await refused.Form("Lagre").Fill("Hvem bærer barnet, når det ventes?", "Maja Kvam").PressAsync();
        Assert.Equal("Kvam", page.Heading);
        Assert.True(page.Says("Lillebror barn ventes Hjemme hos Maja"), page.Text);
    }

    [Fact]
    public async Task Channels_are_kept_in_the_persons_own_order()
    {
        var family = await World.FamilyAsync("Nowak");
        var member = await family.MemberAsync("Jan Nowak", FamilyRelation.Father, 41);
        using var browser = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        var page = await (await browser.OpenAsync($"/f/{family.Id}/medlem/{member}"))
            .Form("Lagre")
            .Choose("Helst", "Lydmelding")
            .Choose("Ellers", "Telefon")
            .Fill("Telefon", "99 99 91 01")
            .Choose("Trengs det tolk?", "Ja")
            .Fill("Tolkespråk", "polsk")
            .PressAsync();
        Assert.True(page.Says("Helst lydmelding, ellers telefon"), page.Text);
        Assert.True(page.Says("Trenger tolk: polsk"), page.Text);
    }

    [Fact]
    public async Task Two_who_write_at_the_same_time_both_see_both_texts()
    {
        var family = await World.FamilyAsync("Ness");
        var member = await family.MemberAsync("Lea Ness", FamilyRelation.Child, 12);
        using var browser = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        var address = $"/f/{family.Id}/medlem/{member}";
        var mine = (await browser.OpenAsync(address)).Form("Lagre").Fill("Språk", "nordsamisk");
        await (await browser.OpenAsync(address)).Form("Lagre").Fill("Språk", "sørsamisk").PressAsync();
        var conflict = await mine.PressAsync();
        Assert.Equal(["Noen andre endret dette samtidig. Se over begge tekstene og lagre på nytt."], conflict.Errors);
        Assert.True(conflict.Says("Lagret nå: sørsamisk"), conflict.Text);
        Assert.True(conflict.Says("Du skrev: nordsamisk"), conflict.Text);
        Assert.Equal("nordsamisk", conflict.Form("Lagre").Value("Språk"));
        var kept = await conflict.Form("Lagre").PressAsync();
        Assert.True(kept.Says("nordsamisk"), kept.Text);
    }

    [Fact]
    public async Task Two_get_a_position_in_one_go_and_one_ends()
    {
        var family = await World.FamilyAsync("Lie");
        await family.MemberAsync("Silje Lie", FamilyRelation.Mother, 35);
        await family.MemberAsync("Thomas Lie", FamilyRelation.Father, 36);
        await family.MemberAsync("Emma Lie", FamilyRelation.Child, 5);
        using var browser = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        var page = await browser.OpenAsync($"/f/{family.Id}");
        Assert.True(page.Says("Det er ikke skrevet hvem som har foreldreansvar for Emma."), page.Text);
        var form = (await page.FollowAsync("Skriv det inn")).Form("Lagre");
        var refused = await form.PressAsync();
        Assert.Single(refused.Errors);
        var both = await refused
            .Form("Lagre")
            .Tick("Silje Lie", group: "Hvem har den?")
            .Tick("Thomas Lie", group: "Hvem har den?")
            .PressAsync();
        Assert.True(both.Says("Thomas og Silje har foreldreansvar for Emma."), both.Text);
        Assert.False(both.Says("Det er ikke skrevet"), both.Text);
        var end = await both.FollowAsync("Avslutt: foreldreansvar, Thomas for Emma");
        var after = await end.Form("Lagre").Fill("Siste dag", World.Today.AddDays(-1)).PressAsync();
        Assert.True(after.Says("Silje har foreldreansvar for Emma."), after.Text);
        Assert.False(after.Says("Thomas og Silje har"), after.Text);
    }

    [Fact]
    public async Task A_participation_ends_and_the_end_is_taken_back()
    {
        var family = await World.FamilyAsync("Tran");
        await family.MemberAsync("Linh Tran", FamilyRelation.Child, 9);
        using var browser = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        var form = (await browser.OpenAsync($"/f/{family.Id}/deltaker/ny"))
            .Form("Lagre")
            .Fill("Navn", "Anita Solvang")
            .Fill("Tjeneste", "Nyland skole");
        Assert.Equal(["Velg hvem deltakeren er med for."], (await form.PressAsync()).Errors);
        var page = await form.Tick("Linh").PressAsync();
        Assert.True(page.Says("Nyland skole Anita Solvang"), page.Text);
        var edit = await page.FollowAsync("Anita Solvang");
        var ended = await edit.Form("Avslutt deltakelsen til Anita").PressAsync();
        Assert.True(ended.Says("Anita er ikke lenger med"), ended.Text);
        Assert.True(ended.Says("Har vært med før"), ended.Text);
        var back = await ended.Form("Angre").PressAsync();
        Assert.False(back.Says("Har vært med før"), back.Text);
        Assert.True(back.Says("Anita Solvang"), back.Text);
    }
}
