using System.Net;
using Flette.Core.Agreements;
using Flette.Kit;
using Flette.Web.Data;

namespace Flette.Web.Tests.Links;

/// <summary>Who gets what, and what the coordinator does about those who cannot be sent anything.</summary>
public sealed class SendingTests(BareApp app) : IClassFixture<BareApp>
{
    [Fact]
    public async Task Each_person_gets_one_mail_and_it_can_be_taken_back()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        await world.Family.AgreementAsync("sender timeplanen", [world.Plan.Oda], world.Tor);
        await world.Family.AgreementAsync("ringer Linn", [world.Plan.Oda], world.Siv);
        using var coordinator = await world.Plan.BrowserAsync();
        var page = await coordinator.OpenAsync(world.Send);
        Assert.True(page.Says("Tor Berge, Skolen tor.berge@example.no") && page.Says("Får ingen e-post"), page.Text);
        var sent = await page.Form("Send").PressAsync();
        Assert.True(sent.Says("E-posten går om 30 sekunder") && sent.Says("2 avtaler"), sent.Text);
        Assert.Equal(
            1,
            await CountAsync(world, "select count(*) from outbox where family = @Id and state = 'waiting'")
        );
        // Sent once already: nothing is ticked the next time.
        Assert.DoesNotContain(
            (await coordinator.OpenAsync(world.Send)).Form("Send").Sent(),
            f => f.Name.EndsWith(".Send", StringComparison.Ordinal)
        );
        var undone = await sent.Form("Angre").PressAsync();
        Assert.True(undone.Says("Angret. Ingenting ble sendt."), undone.Text);
        Assert.Equal(1, await CountAsync(world, "select count(*) from outbox where family = @Id and state = 'undone'"));
        Assert.Equal(
            1,
            await CountAsync(world, "select count(*) from link where family = @Id and revoked_why = 'undone'")
        );
    }

    [Fact]
    public async Task Nothing_is_sent_before_there_is_a_yes()
    {
        var plan = await Plans.PlanWorld.MakeAsync(app.World(app.Fjellvik));
        var tor = await plan.Family.ReachableAsync("Tor Berge", "tor@example.no", plan.Oda);
        await plan.Family.AgreementAsync("ringer", [plan.Oda], tor);
        using var coordinator = await plan.BrowserAsync();
        var page = await coordinator.OpenAsync($"/f/{plan.Id}/send");
        Assert.True(page.Says("Det er ikke sagt ja til en plan ennå."), page.Text);
        await plan.YesAsync();
        var form = (await coordinator.OpenAsync($"/f/{plan.Id}/send")).Form("Send");
        await plan.WithdrawAsync();
        using var late = form.Request();
        Assert.Equal(HttpStatusCode.Conflict, (await coordinator.SendAsync(late)).Status);
        Assert.Equal(
            0,
            await app.App.ScalarAsync<int>(
                app.Fjellvik,
                "select count(*) from outbox where family = @Id",
                new { plan.Id }
            )
        );
    }

    [Fact]
    public async Task A_title_that_tells_too_much_is_pointed_out_and_never_stands_in_the_subject()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        using var coordinator = await world.Plan.BrowserAsync();
        var page = await coordinator.OpenAsync(world.Send);
        var pointed = await page.Form("Send").Fill("Tittel i e-posten", "Odas time hos BUP").PressAsync();
        Assert.True(pointed.Says("«Odas», «BUP» kan røpe hvem det gjelder."), pointed.Text);
        Assert.Equal("Odas time hos BUP", pointed.Form("Send").Value("Tittel i e-posten"));
        Assert.Equal(0, await CountAsync(world, "select count(*) from outbox where family = @Id"));
        await pointed.Form("Send").Tick("Jeg har sett over titlene. Send likevel, uten dem i emnefeltet.").PressAsync();
        Assert.Equal(1, await CountAsync(world, "select count(*) from outbox where family = @Id"));
    }

    [Fact]
    public async Task A_bare_service_is_first_given_to_one_person_who_is_asked()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var nobodys = await world.Family.AgreementAsync("bestiller rampe", [world.Plan.Oda]);
        using var coordinator = await world.Plan.BrowserAsync();
        var page = await coordinator.OpenAsync(world.Send);
        await page.Form("Send").Choose("Gi den til (valgfritt)", "Tor Berge, Skolen").PressAsync();
        var row = (await world.Plan.RowsAsync(ItemKinds.Agreement)).Single(r => r.Id == nobodys);
        Assert.Empty(row.Holders);
        Assert.Equal([world.Tor], row.Asked);
        Assert.Equal(2, await CountAsync(world, "select cardinality(items) from link where family = @Id"));
        Assert.True((await coordinator.OpenAsync("/i-dag")).Says("bestiller rampe"));
    }

    [Fact]
    public async Task Nothing_is_given_to_someone_who_is_not_with_us_any_more_or_is_of_another_family()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var stranger = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        await world.Family.AgreementAsync("bestiller rampe", [world.Plan.Oda]);
        using var coordinator = await world.Plan.BrowserAsync();
        var member = await coordinator.OpenAsync($"/f/{world.Family.Id}/deltaker/{world.Siv}");
        await member.Form("Avslutt deltakelsen til Siv").PressAsync();
        var page = await coordinator.OpenAsync(world.Send);
        Assert.DoesNotContain("Siv Moen", page.Text, StringComparison.Ordinal);
        foreach (var person in new[] { world.Siv, stranger.Tor, stranger.Plan.Linn })
        {
            var refused = await page.Form("Send")
                .Set("Lines[0].Send", null)
                .Set("Give[0].Person", person.ToString())
                .PressAsync();
            Assert.True(refused.Says("Velg minst én avtale å sende eller gi til noen."), refused.Text);
        }
        Assert.Equal(0, await CountAsync(world, "select count(*) from link where family = @Id"));
    }

    [Fact]
    public async Task Who_has_no_address_is_rung_and_the_answer_is_marked_as_written_for_her()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var agreement = await world.Family.AgreementAsync("skriver en epikrise", [world.Plan.Oda], world.Siv);
        using var coordinator = await world.Plan.BrowserAsync();
        var today = await coordinator.OpenAsync("/i-dag");
        Assert.True(today.Says("har ingen e-post") && today.Says("99 99 90 41"), today.Text);
        var form = await today.FollowAsync("Skriv inn svar fra Siv Moen, Skolen: skriver en epikrise");
        var empty = await form.Form("Lagre svaret").PressAsync();
        Assert.Contains("Velg et svar.", empty.Errors);
        var saved = await empty
            .Form("Lagre svaret")
            .Choose("Hva var svaret?", "Gjort")
            .Fill("En linje (valgfritt)", "Sendt i går")
            .PressAsync();
        Assert.True(saved.Says("Kari Koordinator på vegne av Siv Moen, Skolen"), saved.Text);
        var row = (await world.Plan.RowsAsync(ItemKinds.Agreement)).Single(r => r.Id == agreement);
        Assert.Equal(("done", world.Siv, world.Family.Coordinator), (row.State, row.OnBehalf, row.ById));
        // Later changes are the coordinator's own.
        await saved.Form("Lagre avtalen").Fill("Hva skal gjøres?", "skriver epikrisen").PressAsync();
        Assert.Null((await world.Plan.RowsAsync(ItemKinds.Agreement)).Single(r => r.Id == agreement).OnBehalf);
        Assert.False((await coordinator.OpenAsync("/i-dag")).Says("har ingen e-post"));
    }

    [Fact]
    public async Task I_dag_shows_what_came_what_waits_and_what_nobody_has()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        await world.Family.AgreementAsync("bestiller rampe", [world.Plan.Oda]);
        var (_, _, page) = await world.OpenAsync();
        await page.Form("Trenger hjelp").Fill("Vil du si noe mer? (valgfritt)", "Mangler utstyr").PressAsync();
        using var coordinator = await world.Plan.BrowserAsync();
        var today = await coordinator.OpenAsync("/i-dag");
        foreach (
            var words in new[] { "Svar som kom", "«Mangler utstyr»", "Ingen har dette", "bestiller rampe", "Venter på" }
        )
        {
            Assert.True(today.Says(words), $"{words}: {today.Text}");
        }
        var seen = await today.Form("Sett: svaret fra Tor Berge, Skolen").PressAsync();
        Assert.False(seen.Says("Svar som kom"), seen.Text);
        Assert.Equal(AgreementState.NeedsHelp, await world.StateAsync());
    }

    private Task<int> CountAsync(LinkWorld world, string sql) =>
        app.App.ScalarAsync<int>(app.Fjellvik, sql, new { world.Family.Id });
}
