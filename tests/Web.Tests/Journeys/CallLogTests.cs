using System.Net;
using Dapper;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Kit;

namespace Flette.Web.Tests.Journeys;

/// <summary>A call is logged in three actions and the text, without a script, and can be taken back.</summary>
public sealed class CallLogTests(BareApp app) : IClassFixture<BareApp>
{
    private World World => app.World(app.Fjellvik);

    private async Task<FamilyInWorld> FamilyAsync(string name, Guid? coordinator = null)
    {
        var family = await World.FamilyAsync(name, coordinator);
        var child = await family.MemberAsync($"Oda {name}", FamilyRelation.Child, 12);
        await family.MemberAsync($"Rune {name}", FamilyRelation.Father, 43);
        await family.ParticipantAsync("Tor Hegge", Topic.School, isPrivate: false, child);
        return family;
    }

    [Fact]
    public async Task From_i_dag_the_name_says_which_family_and_the_rest_is_proposed()
    {
        var family = await FamilyAsync("Nordli");
        await FamilyAsync("Aas", family.Coordinator);
        using var browser = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        var logged = await (await browser.OpenAsync("/i-dag"))
            .Form("Lagre")
            .Fill("Hvem?", "Tor Hegge, Skolen (Nordli)")
            .Fill("Hva ble sagt?", "Liggende virker best.")
            .PressAsync();
        Assert.StartsWith("/i-dag?logget=", logged.Path, StringComparison.Ordinal);
        Assert.Contains(logged.Via, s => s.Status == HttpStatusCode.TemporaryRedirect);
        Assert.True(logged.Says("Samtalen er lagret"), logged.Text);
        Assert.True(logged.Says("Om Oda, under skole/barnehage."), logged.Text);
        var log = await browser.OpenAsync($"/f/{family.Id}/logg");
        Assert.True(log.Says("Ringte Tor Hegge, Skolen"), log.Text);
        var undone = await logged.Form("Angre").PressAsync();
        Assert.True(undone.Says("Samtalen er tatt bort"), undone.Text);
        Assert.StartsWith("/i-dag", undone.Path, StringComparison.Ordinal);
        Assert.True((await browser.OpenAsync($"/f/{family.Id}/logg")).Says("Ingen samtaler er skrevet ned ennå."));
        await using var db = await app.App.ConnectAsync(app.Fjellvik);
        var states = await db.QueryAsync<string>(
            "select v.state from item_version v join item i on i.id = v.item where i.family = @Id and i.kind = 'contact-log' order by v.version",
            new { family.Id }
        );
        Assert.Equal(["kept", "undone"], states);
    }

    [Fact]
    public async Task A_name_that_does_not_say_which_family_is_asked_about_and_nothing_is_lost()
    {
        var family = await FamilyAsync("Dalen");
        await FamilyAsync("Holte", family.Coordinator);
        using var browser = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        var asked = await (await browser.OpenAsync("/i-dag"))
            .Form("Lagre")
            .Fill("Hvem?", "Tor")
            .Choose("Hvordan", "De ringte")
            .Fill("Hva ble sagt?", "Vi fant en time.")
            .PressAsync();
        Assert.Equal(["Velg hvilken familie det gjelder."], asked.Errors);
        Assert.Equal("Vi fant en time.", asked.Form("Lagre").Value("Hva ble sagt?"));
        var logged = await asked.Form("Lagre").Choose("Hvilken familie gjelder det?", "Dalen").PressAsync();
        Assert.True(logged.Says("Samtalen er lagret"), logged.Text);
        Assert.True((await browser.OpenAsync($"/f/{family.Id}/logg")).Says("Tor Hegge, Skolen ringte"));
    }

    [Fact]
    public async Task Those_named_in_the_text_are_who_it_is_about_and_it_can_be_corrected()
    {
        var family = await FamilyAsync("Fagerli");
        using var browser = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        var refused = await (await browser.OpenAsync($"/f/{family.Id}"))
            .Form("Lagre")
            .Fill("Hvem?", "Rune Fagerli")
            .PressAsync();
        Assert.Equal(["Skriv kort hva som ble sagt, eller velg «Fikk ikke svar»."], refused.Errors);
        var logged = await refused.Form("Lagre").Fill("Hva ble sagt?", "Oda sover bedre.").PressAsync();
        Assert.StartsWith($"/f/{family.Id}?logget=", logged.Path, StringComparison.Ordinal);
        Assert.True(logged.Says("Om Oda, under familieliv."), logged.Text);
        var line = await logged.FollowAsync("Rett");
        var corrected = await line.Form("Lagre")
            .Tick("Oda", on: false)
            .Tick("Rune")
            .Choose("Tema", "Helse")
            .PressAsync();
        Assert.True(corrected.Says("Om Rune, under helse."), corrected.Text);
    }

    [Fact]
    public async Task The_same_form_twice_is_one_call()
    {
        var family = await FamilyAsync("Myrvang");
        using var browser = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        var form = (await browser.OpenAsync($"/f/{family.Id}/logg"))
            .Form("Lagre")
            .Fill("Hvem?", "Rune Myrvang")
            .Choose("Hvordan", "Fikk ikke svar");
        var first = await form.PressAsync();
        var second = await form.PressAsync();
        Assert.Equal(first.Path, second.Path);
        Assert.Single(second.Document.QuerySelectorAll("main li.fl-contact"));
    }

    [Fact]
    public async Task Quiet_families_come_first_and_an_answered_call_ends_the_quiet()
    {
        var family = await FamilyAsync("Warsame");
        var spoken = await FamilyAsync("Bekk", family.Coordinator);
        await spoken.ContactAsync("Rune Bekk", "Hei.");
        using var browser = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        var today = await browser.OpenAsync("/i-dag");
        var quiet = today.Document.QuerySelectorAll("section[aria-labelledby=h-quiet] th[scope=row]");
        Assert.Equal(["Warsame"], quiet.Select(q => q.TextContent.Trim()));
        var log = await today.FollowAsync("Logg samtale med Warsame");
        var tried = await log.Form("Lagre")
            .Fill("Hvem?", "Rune Warsame")
            .Choose("Hvordan", "Fikk ikke svar")
            .PressAsync();
        Assert.True((await browser.OpenAsync("/i-dag")).Says("Lenge siden vi snakket"));
        await tried.Form("Lagre").Fill("Hvem?", "Rune Warsame").Fill("Hva ble sagt?", "Alt vel.").PressAsync();
        Assert.False((await browser.OpenAsync("/i-dag")).Says("Lenge siden vi snakket"));
    }

    [Fact]
    public async Task The_log_of_a_family_one_does_not_hold_is_not_found_and_not_written()
    {
        var family = await FamilyAsync("Solli");
        var other = await FamilyAsync("Vik");
        using var browser = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        var request = (await browser.OpenAsync($"/f/{family.Id}/logg"))
            .Form("Lagre")
            .Fill("Hvem?", "Rune Vik")
            .Fill("Hva ble sagt?", "Forsøk.")
            .Request();
        request.RequestUri = new Uri(request.RequestUri!, $"/f/{other.Id}/logg");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SendAsync(request)).Status);
        using var holder = await app.StaffAsync(app.Fjellvik, other.Coordinator);
        Assert.False((await holder.OpenAsync($"/f/{other.Id}/logg")).Says("Forsøk."));
    }
}
