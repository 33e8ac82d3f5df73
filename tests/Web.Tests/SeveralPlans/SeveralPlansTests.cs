using System.Net;
using Flette.Kit;
using Flette.Web.Vault;
using Microsoft.Extensions.DependencyInjection;

namespace Flette.Web.Tests.SeveralPlans;

/// <summary>Several plans in one family, each with its own yes: what is about whom stands where, and one withdrawn stops no other.</summary>
public sealed class SeveralPlansTests(BareApp app) : IClassFixture<BareApp>
{
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

    private async Task<(string? Link, string Mail)> StandsAsync(Guid link, FletteApp? of = null) =>
        (
            await (of ?? app.App).RowsAsync<(string?, string)>(
                (of ?? app.App).Fjellvik,
                "select l.revoked_why, o.state from link l join outbox o on o.link = l.id where l.id = @link",
                new { link }
            )
        ).Single();
}
