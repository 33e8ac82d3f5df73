using System.Net;
using Flette.Kit;

namespace Flette.Web.Tests.SeveralPlans;

/// <summary>The plans of a meeting changed after it was planned: what was invited, asked and written stays right.</summary>
public sealed class WhichPlansTests(BareApp app) : IClassFixture<BareApp>
{
    private const string Which = "Hvilke planer gjelder møtet?";

    [Fact]
    public async Task A_plan_comes_and_leaves_and_what_was_agreed_follows()
    {
        var world = await (await SiblingsWorld.MakeAsync(app.App)).BothAsync();
        using var kari = await world.KariAsync();
        var form = await (await kari.OpenAsync(world.Url)).FollowAsync("Nytt møte");
        var day = world.App.Clock.Today().AddDays(30);
        var page = await form.Form("Lagre").Tick("Planen til Oda", group: Which).Fill("Dag", day).PressAsync();
        var meeting = page.Address.AbsolutePath;
        var id = page.Address.Segments[^1];
        await world.Family.InviteAsync(Guid.Parse(id));
        var siv = await world.Family.InvitationLinkAsync(Guid.Parse(id), world.Siv);
        await world.Family.AskedLinkAsync(Guid.Parse(id), world.Siv);
        Assert.Equal([world.Oda], await AboutAsync("input", id));

        // Beside the plan stands who is there for it alone, before anything is saved.
        var (choose, open) = (await page.FollowAsync("Endre planene"), await page.FollowAsync("Endre planene"));
        Assert.True(choose.Says("Er på lista bare for denne planen:") && choose.Says("Tor Berge"), choose.Text);
        Assert.False(choose.Says("Siv Moen"), choose.Text);
        var none = await choose.Form("Lagre").Tick("Planen til Oda", on: false, group: Which).PressAsync();
        Assert.Equal(["Velg hvilke planer møtet gjelder."], none.Errors);
        var both = await none.Form("Lagre")
            .Tick("Planen til Oda", group: Which)
            .Tick("Planen til Per", group: Which)
            .PressAsync();
        Assert.True(both.Says("Planen til Oda og planen til Per"), both.Text);
        // The invitation stands, nobody was told anything, and what Siv is asked is about nobody in particular: neither plan takes in both.
        Assert.Equal(
            1,
            await CountAsync("select count(*) from invitation where link = @siv and state = 'invited'", siv)
        );
        Assert.Empty(await AboutAsync("input", id));
        // The one who had the page open meanwhile is told.
        var late = await open.Form("Lagre").PressAsync();
        Assert.Contains("samtidig", late.Errors.Single(), StringComparison.Ordinal);

        // Told and undone in the history; what she is asked goes back too.
        var history = await both.FollowAsync("Slik ble det til");
        Assert.True(history.Says("Hvilke planer møtet gjelder, er endret"), history.Text);
        history = await history.Form("Angre siste endring").PressAsync();
        Assert.Empty(history.Errors);
        Assert.Equal([world.Oda], await AboutAsync("input", id));
        Assert.False((await kari.OpenAsync(meeting)).Says("planen til Per"));

        // In the middle of the meeting: a line of his is written before his plan is in it.
        var live = await kari.OpenAsync(meeting + "/skriv");
        foreach (
            var line in new[]
            {
                "! ringer svømmehallen for Per, Siv Moen 30/11",
                "! søker om avlastning for Linn, Linn Lie 30/11",
            }
        )
        {
            live = await live.Form("Skriv linjen").Set("Typed", line).PressAsync();
            Assert.Empty(live.Errors);
        }
        await (await kari.OpenAsync(meeting + "/planer"))
            .Form("Lagre")
            .Tick("Planen til Per", group: Which)
            .PressAsync();
        live = await (await kari.OpenAsync(meeting + "/skriv")).Form("Alle er her").PressAsync();
        var held = await live.Form("Avslutt møtet og ta inn 2 avtaler").PressAsync();
        Assert.Empty(held.Errors);
        Assert.Equal(["Oda Per", "Per"], await StandAsync(world, id));
        // Now his plan cannot leave, and it is said why; hers can, and the mother's agreement is then his plan's alone.
        choose = await kari.OpenAsync(meeting + "/planer");
        var why = await choose.Form("Lagre").Tick("Planen til Per", on: false, group: Which).PressAsync();
        Assert.Contains("svømmehallen", why.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("Planen til Per kan ikke tas bort", why.Errors.Single(), StringComparison.Ordinal);
        await why.Form("Lagre")
            .Tick("Planen til Per", group: Which)
            .Tick("Planen til Oda", on: false, group: Which)
            .PressAsync();
        Assert.Equal(["Per", "Per"], await StandAsync(world, id));
        await (await kari.OpenAsync(meeting + "/planer"))
            .Form("Lagre")
            .Tick("Planen til Oda", group: Which)
            .PressAsync();
        Assert.Equal(["Oda Per", "Per"], await StandAsync(world, id));

        // A plan whose yes is away is no choice where it is not there, and is said where it is.
        await world.WithdrawAsync(world.Linn, world.Oda);
        choose = await kari.OpenAsync(meeting + "/planer");
        Assert.True(choose.Says("Ja-et er borte."), choose.Text);
        await choose.Form("Lagre").Tick("Planen til Oda", on: false, group: Which).PressAsync();
        choose = await kari.OpenAsync(meeting + "/planer");
        Assert.DoesNotContain("Planen til Oda", choose.Form("Lagre").Labels);
        var odas = await world.PlanAsync(world.Oda);
        var closed = await choose.Form("Lagre").Set("Ticked", odas.ToString()).PressAsync();
        Assert.Contains("kan ikke krysses av nå", closed.Errors.Single(), StringComparison.Ordinal);

        // When it is published it is not changed any more.
        await (await kari.OpenAsync(meeting + "/publiser")).Form("Publiser og send").PressAsync();
        Assert.True((await kari.OpenAsync(meeting + "/planer")).Says("Referatet er publisert"));
        Assert.DoesNotContain("Endre planene", (await kari.OpenAsync(meeting)).Text, StringComparison.Ordinal);
        using var linn = await app.MemberAsync(app.Fjellvik, world.Linn);
        await linn.OpenAsync(meeting + "/planer", HttpStatusCode.NotFound);
    }

    private async Task<List<Guid>> AboutAsync(string kind, string meeting) =>
        (
            await app.App.RowsAsync<Guid[]>(
                app.Fjellvik,
                "select about from item where kind = @kind and parent = @id",
                new { kind, id = Guid.Parse(meeting) }
            )
        )
            .SelectMany(a => a)
            .ToList();

    private async Task<long> CountAsync(string sql, Guid siv) =>
        (await app.App.RowsAsync<long>(app.Fjellvik, sql, new { siv })).Single();

    /// <summary>Whose plans each agreement of the meeting stands in.</summary>
    private async Task<List<string>> StandAsync(SiblingsWorld world, string meeting) =>
        (
            await app.App.RowsAsync<(Guid Item, Guid Recipient)>(
                app.Fjellvik,
                "select i.id, p.recipient from item i join plan p on p.id = any(i.plans) where i.kind = 'agreement' and i.parent = @id",
                new { id = Guid.Parse(meeting) }
            )
        )
            .GroupBy(r => r.Item)
            .Select(g =>
                string.Join(' ', g.Select(r => r.Recipient == world.Oda ? "Oda" : "Per").Order(StringComparer.Ordinal))
            )
            .Order(StringComparer.Ordinal)
            .ToList();
}
