using System.Net;
using Flette.Core.Access;
using Flette.Kit;
using Flette.Web.Vault;
using Microsoft.Extensions.DependencyInjection;

namespace Flette.Web.Tests.SeveralPlans;

/// <summary>Several plans in one family, each with its own yes: what is about whom stands where, and one withdrawn stops no other.</summary>
public sealed class SeveralPlansTests(BareApp app) : IClassFixture<BareApp>
{
    private const string Withdrawn = "Ja-et er trukket. Planen kan leses, men ikke endres.";

    [Fact]
    public async Task Each_plan_is_opened_with_its_own_yes_and_shown_by_itself()
    {
        var world = await SiblingsWorld.MakeAsync(app.App);
        using var kari = await world.KariAsync();
        var yes = await SayYesAsync(
            await kari.OpenAsync($"{world.Url}/ja"),
            "Individuell plan",
            "Oda Lie",
            "Linn Lie",
            "Rune Lie"
        );
        // One plan: nothing to choose.
        Assert.Null(yes.Document.QuerySelector("nav[aria-label='Planer']"));
        Assert.Null((await kari.OpenAsync($"{world.Url}/plan")).Document.QuerySelector("nav[aria-label='Planer']"));
        yes = await SayYesAsync(
            await yes.FollowAsync("Skriv inn et ja til en plan til"),
            "Individuell plan",
            "Per Lie",
            "Linn Lie"
        );
        Assert.True(yes.Says("Vi mangler ja fra Rune. Planen finnes ikke før alle har sagt ja."), yes.Text);
        Assert.Equal(["Planen til Oda", "Planen til Per", "En plan til"], Choice(yes));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        yes = await yes.Form("Lagre ja-et").Tick("Rune Lie").PressAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        yes = await SayYesAsync(await yes.FollowAsync("En plan til"), "Familiens plan", null, "Linn Lie");
        Assert.Equal(["Planen til Oda", "Planen til Per", "Familiens plan", "En plan til"], Choice(yes));

        await world.Family.AgreementAsync("lager en rolig krok", [world.Oda], world.Tor);
        await world.Family.AgreementAsync("ringer svømmehallen", [world.Per], world.Siv);
        await world.Family.AgreementAsync("sender felles timeplan", [world.Oda, world.Per], world.Siv);
        await world.Family.AgreementAsync("bestiller time", [world.Oda, world.Rune], world.Tor);
        var oda = await kari.OpenAsync($"{world.Url}/plan");
        Assert.Equal("Planen til Oda", oda.Heading);
        Assert.Equal(["Planen til Oda", "Planen til Per", "Familiens plan"], Choice(oda));
        Assert.Equal(["krok", "time"], Found(oda));
        var per = await oda.FollowAsync("Planen til Per");
        Assert.Equal(("Planen til Per", "svømmehallen"), (per.Heading, string.Join(' ', Found(per))));
        // The family plan takes in the mother and both children, and their father not.
        var family = await per.FollowAsync("Familiens plan");
        Assert.Equal(["krok", "svømmehallen", "timeplan"], Found(family));
        Assert.Equal(["svømmehallen"], Found(await per.FollowAsync("Skriv ut")));
        Assert.Equal(["krok", "time"], Found(await (await per.FollowAsync("Skriv ut")).FollowAsync("Planen til Oda")));
        await kari.OpenAsync($"{world.Url}/plan?plan={Guid.NewGuid()}", HttpStatusCode.NotFound);

        // What is said of a plan as a whole is said of one.
        var head = await per.FollowAsync("Om planen");
        var until = world.App.Clock.Today().AddDays(100);
        per = await head.Form("Lagre")
            .Fill("Gjelder til (valgfritt)", until)
            .Fill("Hvordan har Per vært med? (valgfritt)", "Per tegnet.")
            .PressAsync();
        Assert.Equal("Planen til Per", per.Heading);
        Assert.Equal(
            "Per tegnet.",
            (await per.FollowAsync("Om planen")).Form("Lagre").Value("Hvordan har Per vært med? (valgfritt)")
        );
        var odas = await (await per.FollowAsync("Planen til Oda")).FollowAsync("Om planen");
        Assert.Equal(
            ("", ""),
            (
                odas.Form("Lagre").Value("Gjelder til (valgfritt)"),
                odas.Form("Lagre").Value("Hvordan har Oda vært med? (valgfritt)")
            )
        );

        // The family reads one at a time too.
        using var linn = await app.MemberAsync(app.Fjellvik, world.Linn);
        var own = await linn.OpenAsync("/min-familie/plan");
        // What is about the father too is not hers to read.
        Assert.Equal(["krok"], Found(own));
        own = await own.FollowAsync("Planen til Per");
        Assert.Equal(["svømmehallen"], Found(own));
        Assert.Equal(
            ["svømmehallen"],
            Found(await linn.OpenAsync($"/min-familie/plan/utskrift?plan={await world.PlanAsync(world.Per)}"))
        );
        await linn.OpenAsync($"/min-familie/plan?plan={Guid.NewGuid()}", HttpStatusCode.NotFound);
        // Oda knows of no plan of her brother's.
        using var hers = await app.MemberAsync(app.Fjellvik, world.Oda);
        Assert.DoesNotContain(
            "Planen til Per",
            (await hers.OpenAsync("/min-familie/plan")).Text,
            StringComparison.Ordinal
        );
        await hers.OpenAsync($"/min-familie/plan?plan={await world.PlanAsync(world.Per)}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task With_one_withdrawn_the_other_still_sends_and_the_links_of_the_first_are_dead()
    {
        var world = await (await SiblingsWorld.MakeAsync(app.App)).BothAsync();
        var corner = await world.AgreeAsync("lager en rolig krok", [world.Oda], world.Tor);
        var pool = await world.AgreeAsync("ringer svømmehallen", [world.Per], world.Siv);
        var mother = await world.AgreeAsync("ringer Linn", [world.Linn], world.Siv);
        await world.AgreeAsync("sender felles timeplan", [world.Oda, world.Per], world.Siv);
        Assert.Equal("Oda Per", await world.StandsInAsync("ringer Linn"));
        var odas = await world.Family.LinkAsync(world.Tor, "Tor", (corner, "Avtale 1"));
        var pers = await world.Family.LinkAsync(world.Siv, "Siv", (pool, "Avtale 2"), (mother, "Avtale 3"));
        var (tor, dead) = await app.App.LinkAsync(app.Fjellvik, odas);
        var (siv, living) = await app.App.LinkAsync(app.Fjellvik, pers);

        using var kari = await world.KariAsync();
        var yes = await kari.OpenAsync($"{world.Url}/ja?plan={world.Oda}");
        yes = await yes.Form("Trekk ja-et til Rune").PressAsync();
        Assert.True(yes.Says("Ja-et er trukket."), yes.Text);
        Assert.Equal(("withdrawn", "undone"), await StandsAsync(odas));
        Assert.Equal((null, "waiting"), await StandsAsync(pers));
        Assert.Equal(HttpStatusCode.Gone, (await tor.GetAsync(dead.Path)).Status);
        var card = await siv.OpenAsync(living.Path);
        await card.Form(card.Document.QuerySelectorAll("button").First(b => b.TextContent.Trim() == "I gang"))
            .PressAsync();

        // What both had is the other's now; what only the first had stays to be read, and nothing is done with it.
        Assert.Equal("Per", await world.StandsInAsync("ringer Linn"));
        Assert.Equal("Oda", await world.StandsInAsync("lager en rolig krok"));
        var plan = await kari.OpenAsync(await world.PageAsync(world.Oda));
        Assert.True(plan.Says(Withdrawn) && plan.Says("rolig krok"), plan.Text);
        Assert.True((await kari.OpenAsync($"{world.Url}/avtale/{corner}")).Says("Ja-et til planen er trukket."));
        Assert.True((await kari.OpenAsync($"{world.Url}/avtale/{corner}/svar")).Says("Ja-et til planen er trukket."));
        Assert.Equal("Planen til Per", (await kari.OpenAsync($"{world.Url}/plan")).Heading);
        await Assert.ThrowsAnyAsync<Exception>(() =>
            world.Family.DoAsync(
                Act.ChangePlan,
                write => Features.Agreements.AgreementBook.FollowAsync(write, corner, 1, default)
            )
        );
        await (await kari.OpenAsync($"{world.Url}/avtale/{pool}")).Form("Lagre avtalen").PressAsync();

        // One mail can be sent, and it asks about the brother alone.
        await world.Family.DoAsync(
            Act.SendAgreements,
            async write =>
            {
                await Features.Links.LinkBook.RevokeAsync(write, pers, Features.Links.Revoked.Undone);
                return null;
            }
        );
        var send = await kari.OpenAsync($"{world.Url}/send");
        Assert.DoesNotContain("tor.berge", send.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("timeplan", send.Text, StringComparison.Ordinal);
        var sent = await send.Form(
                send.Document.QuerySelectorAll("main form button")
                    .First(b => b.TextContent.Contains("Send", StringComparison.Ordinal))
            )
            .PressAsync();
        Assert.Empty(sent.Errors);
        Assert.Equal(
            [pool, mother],
            (
                await app.App.RowsAsync<Guid[]>(
                    app.Fjellvik,
                    "select items from link where family = @Id and revoked_at is null",
                    new { world.Family.Id }
                )
            )
                .Single()
                .OrderBy(i => i != pool)
        );

        // Something new about her is a note until there is a yes again, and then it is hers.
        await world.AgreeAsync("skriver en søknad", [world.Oda], world.Tor);
        Assert.Equal(["work"], await RoomsAsync(world, "{}"));
        await world.Family.SayYesAsync(world.Oda, world.Rune);
        Assert.Equal("Oda", await world.StandsInAsync("skriver en søknad"));
        Assert.Equal("Oda Per", await world.StandsInAsync("ringer Linn"));
        // The link that was dead is dead.
        Assert.Equal(HttpStatusCode.Gone, (await tor.GetAsync(dead.Path)).Status);
    }

    [Fact]
    public async Task What_a_family_plan_has_too_goes_on_and_what_only_the_withdrawn_one_had_does_not()
    {
        var world = await SiblingsWorld.MakeAsync(app.App);
        await world.Family.SayYesAsync(world.Oda, world.Linn, world.Rune);
        var before = await world.AgreeAsync("lager en rolig krok", [world.Oda], world.Tor);
        await world.AgreeAsync("ringer Rune", [world.Rune], world.Tor);
        await world.Family.SayYesAsync(null, world.Linn);
        Assert.Equal("Oda family", await world.StandsInAsync("lager en rolig krok"));
        Assert.Equal("Oda", await world.StandsInAsync("ringer Rune"));
        var link = await world.Family.LinkAsync(world.Tor, "Tor", (before, "Avtale 1"));
        await world.WithdrawAsync(world.Rune, world.Oda);
        Assert.Equal("family", await world.StandsInAsync("lager en rolig krok"));
        Assert.Equal("Oda", await world.StandsInAsync("ringer Rune"));
        Assert.Equal((null, "waiting"), await StandsAsync(link));
        // Withdrawing the last is as it is with one plan: nothing opens, nothing leaves.
        await world.WithdrawAsync(world.Linn, null);
        Assert.Equal(("withdrawn", "undone"), await StandsAsync(link));
    }

    [Fact]
    public async Task A_birthday_stops_her_plan_and_not_her_brothers()
    {
        await using var own = await FletteApp.StartAsync(adjust: b =>
            b.Services.Remove(b.Services.Single(s => s.ImplementationType == typeof(Web.Delivery.Sender)))
        );
        var world = await (await SiblingsWorld.MakeAsync(own, own.Clock.Today().AddYears(-16).AddDays(1))).BothAsync();
        var corner = await world.AgreeAsync("lager en rolig krok", [world.Oda], world.Tor);
        var pool = await world.AgreeAsync("ringer svømmehallen", [world.Per], world.Siv);
        var odas = await world.Family.LinkAsync(world.Tor, "Tor", (corner, "Avtale 1"));
        var pers = await world.Family.LinkAsync(world.Siv, "Siv", (pool, "Avtale 2"));
        own.Clock.Advance(TimeSpan.FromDays(1));
        var dispatch = own.Services.GetRequiredService<Web.Delivery.Dispatch>();
        while ((await dispatch.NextAsync(own.Fjellvik, CancellationToken.None)).More) { }
        Assert.Equal((null, "undone"), await StandsAsync(odas, own));
        Assert.Equal((null, "sent"), await StandsAsync(pers, own));
        using var tor = own.Visit(own.Fjellvik);
        await tor.OpenAsync("/l/" + LinkTokens.Of(own.Fjellvik.Master, odas), HttpStatusCode.Gone);
        var (_, hers) = await own.LinkAsync(own.Fjellvik, pers);
        Assert.True(hers.Says("Avtale 2"), hers.Text);
        using var kari = await world.KariAsync();
        Assert.True((await kari.OpenAsync(await world.PageAsync(world.Oda))).Says("venter på et ja som mangler"));
        Assert.False((await kari.OpenAsync(await world.PageAsync(world.Per))).Says("venter på et ja som mangler"));
        // Taking a yes to his plan back makes hers no more than it was.
        await world.WithdrawAsync(world.Linn, world.Per);
        Assert.Equal(
            ["open", "withdrawn"],
            await own.RowsAsync<string>(
                own.Fjellvik,
                "select state from plan where family = @Id order by state",
                new { world.Family.Id }
            )
        );
    }

    private static async Task<Page> SayYesAsync(Page page, string kind, string? whose, params string[] givers)
    {
        var form = page.Form("Lagre ja-et").Choose("Hva slags plan?", kind);
        if (whose is not null)
        {
            form.Fill("Hvem er planen for?", whose);
        }
        foreach (var giver in givers)
        {
            form.Tick(giver, group: "Hvem sa ja?");
        }
        var said = await form.PressAsync();
        Assert.Empty(said.Errors);
        return said;
    }

    private static List<string> Choice(Page page) =>
        page.Document.QuerySelectorAll("nav[aria-label='Planer'] a").Select(a => a.TextContent.Trim()).ToList();

    private static List<string> Found(Page page) =>
        new[]
        {
            ("krok", "rolig krok"),
            ("svømmehallen", "ringer svømmehallen"),
            ("time", "bestiller time"),
            ("timeplan", "felles timeplan"),
        }
            .Where(w => page.Text.Contains(w.Item2, StringComparison.OrdinalIgnoreCase))
            .Select(w => w.Item1)
            .ToList();

    private Task<IReadOnlyList<string>> RoomsAsync(SiblingsWorld world, string plans) =>
        app.App.RowsAsync<string>(
            app.Fjellvik,
            "select room from item where family = @Id and kind = 'agreement' and plans = @plans::uuid[] and room <> 'plan'",
            new { world.Family.Id, plans }
        );

    private async Task<(string? Link, string Mail)> StandsAsync(Guid link, FletteApp? of = null) =>
        (
            await (of ?? app.App).RowsAsync<(string?, string)>(
                (of ?? app.App).Fjellvik,
                "select l.revoked_why, o.state from link l join outbox o on o.link = l.id where l.id = @link",
                new { link }
            )
        ).Single();
}
