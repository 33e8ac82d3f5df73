using Flette.Kit;
using Flette.Web.Tests.Delivery;
using Flette.Web.Tests.Invitations;

namespace Flette.Web.Tests.Asking;

/// <summary>An update in place of a meeting: each answers by link, the coordinator talks with the family, and it becomes minutes like others.</summary>
public sealed class UpdateTests
{
    [Fact]
    public async Task Each_answers_by_link_and_what_came_is_put_together_published_and_read_by_the_family()
    {
        await using var app = await Mailing.StartAsync();
        using var world = await InvitationWorld.MakeAsync(app);
        using var kari = await app.StaffAsync(app.Fjellvik, world.Family.Coordinator);
        var page = await kari.OpenAsync($"/f/{world.Family.Id}/mote/nytt");
        page = await page.Form("Lagre")
            .Fill("Hva slags møte?", "Oppdatering uten møte")
            .Fill("Dag", app.Clock.Today().AddDays(14))
            .PressAsync();
        Assert.Equal("Oppdatering uten møte", page.Heading);
        var url = page.Path[..page.Path.LastIndexOf('/')];
        page = await page.Form("Spør").PressAsync();
        Assert.True(page.Says("E-posten går om 30 sekunder"), page.Text);
        var mail = await world.MailAsync();
        Assert.StartsWith("Noen spørsmål, svar innen ", mail.Subject, StringComparison.Ordinal);
        await (await world.OpenAsync(mail)).Form("Send").Fill("Slik er det nå", "Fire dager av fem.").PressAsync();

        // Nobody is invited to it, and the family is not asked whether it comes.
        using var linn = await app.MemberAsync(app.Fjellvik, world.Links.Plan.Linn);
        await kari.OpenAsync(url + "/innkall", System.Net.HttpStatusCode.NotFound);
        Assert.True((await kari.OpenAsync(url)).Says("1 av 1 har svart"));

        // The day has been, and it is still open until it is put together.
        await app.LaterAsync(TimeSpan.FromDays(15));
        Assert.NotEqual("Dette er avsluttet", (await world.OpenAsync(mail)).Heading);
        using var later = await app.StaffAsync(app.Fjellvik, world.Family.Coordinator);
        page = await (await later.OpenAsync(url + "/innspill")).FollowAsync("Skriv det sammen");
        Assert.True(page.Says("Fire dager av fem.") && page.Says("Snakket med"), page.Text);
        page = await page.Form("Skriv linjen").Fill("Ny linje", "Skolen er fornøyd med fire dager.").PressAsync();
        page = await page.Form("Skriv linjen").Fill("Ny linje", "! lager ny dagsplan, Tor Berge").PressAsync();
        page = await page.Form(page.Document.QuerySelector("form[action*='End'] button")!).PressAsync();
        Assert.Empty(page.Errors);
        Assert.True(page.Says("Lager ny dagsplan"), page.Text);
        Assert.Equal("Dette er avsluttet", (await world.OpenAsync(mail)).Heading);

        page = await page.FollowAsync("Publiser referatet");
        Assert.True(page.Says("Skolen er fornøyd med fire dager."), page.Text);
        page = await page.Form("Publiser og send").PressAsync();
        Assert.Empty(page.Errors);
        using var home = await app.MemberAsync(app.Fjellvik, world.Links.Plan.Linn);
        Assert.True((await home.OpenAsync("/min-familie/referat")).Says("Skolen er fornøyd med fire dager."));
    }
}
