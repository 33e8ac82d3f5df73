using System.Net;
using Flette.Core.Access;
using Flette.Kit;

namespace Flette.Web.Tests.SeveralPlans;

/// <summary>The year of a family with two plans. The day is 15 September 2026.</summary>
public sealed class PlansOfYearTests(BareApp app) : IClassFixture<BareApp>
{
    [Fact]
    public async Task Each_plan_follows_the_family_or_has_months_of_its_own()
    {
        var world = await (await SiblingsWorld.MakeAsync(app.App)).BothAsync();
        var year = $"{world.Url}/arshjul";
        var (oda, per) = (await world.PlanAsync(world.Oda), await world.PlanAsync(world.Per));
        using var kari = await world.KariAsync();
        var today = await kari.OpenAsync("/i-dag");
        Assert.True(today.Says("Planen til Oda og planen til Per: høstmøtet i oktober."), today.Text);
        // The form has both ticked.
        var form = (await today.FollowAsync("Sett opp høstmøtet, Lie, planen til Oda og planen til Per")).Form("Lagre");
        Assert.Equal(
            [oda.ToString(), per.ToString()],
            form.Sent().Where(f => f.Name == "Input.Plans").Select(f => f.Value)
        );

        // One who needs to know early for Per alone holds only his up, when they meet apart.
        var siv = await kari.OpenAsync($"{world.Url}/deltaker/{world.Siv}");
        await siv.Form("Lagre").Set("Input.NoticeWeeks", "12").Set("Input.Organisation", "Svømmehallen").PressAsync();
        var page = await (await kari.OpenAsync(year)).FollowAsync("Planen til Per");
        var none = await page.Form("Lagre for planen")
            .Choose("Hvordan møtes dere om planen til Per?", "For seg selv, i egne måneder")
            .Set("Months", null)
            .PressAsync();
        Assert.Contains("Velg minst én måned.", none.Text, StringComparison.Ordinal);
        page = await (await kari.OpenAsync($"{year}?plan={per}"))
            .Form("Lagre for planen")
            .Choose("Hvordan møtes dere om planen til Per?", "For seg selv, i egne måneder")
            .Tick("April", on: false)
            .Tick("Oktober", on: false)
            .Tick("Desember")
            .PressAsync();
        Assert.True(page.Says("Planen til Per for seg: desember."), page.Text);
        Assert.True(page.Says("Møtet i desember · desember · Planen til Per"), page.Text);
        Assert.True(page.Says("Høstmøtet · oktober · Planen til Oda"), page.Text);
        today = await kari.OpenAsync("/i-dag");
        Assert.True(today.Says("Planen til Oda: høstmøtet i oktober. Settes opp innen"), today.Text);
        Assert.True(today.Says("Planen til Per: møtet i desember. Svømmehallen må vite det 12 uker før."), today.Text);
        form = (await today.FollowAsync("Sett opp møtet i desember, Lie, planen til Per")).Form("Lagre");
        Assert.Equal([per.ToString()], form.Sent().Where(f => f.Name == "Input.Plans").Select(f => f.Value));
        await form.PressAsync();
        Assert.False((await kari.OpenAsync("/i-dag")).Says("Planen til Per: møtet i desember"));

        // Two at the same time; then back to the others, and history.
        var (one, other) = (await kari.OpenAsync($"{year}?plan={oda}"), await kari.OpenAsync($"{year}?plan={oda}"));
        await one.Form("Lagre for planen")
            .Choose("Hvordan møtes dere om planen til Oda?", "For seg selv, i egne måneder")
            .PressAsync();
        var late = await other.Form("Lagre for planen").PressAsync();
        Assert.Contains(late.Errors, e => e.Contains("samtidig", StringComparison.Ordinal));
        var back = await (await kari.OpenAsync($"{year}?plan={oda}&gjort=egen")).Form("Angre").PressAsync();
        Assert.True(back.Says("Planen til Oda sammen med de andre"), back.Text);
        var history = await back.FollowAsync("Slik ble det til");
        Assert.True(history.Says("For seg selv, i egne måneder") && history.Says("Angret"), history.Text);
        await kari.OpenAsync($"{year}?plan={Guid.NewGuid()}", HttpStatusCode.NotFound);

        // A plan whose yes is away suggests nothing, and the other goes on.
        await world.WithdrawAsync(world.Linn, world.Per);
        page = await kari.OpenAsync(year);
        Assert.True(page.Says("Planen til Per er ikke åpen nå, så ingen møter foreslås for den."), page.Text);
        Assert.False(page.Says("desember · Planen til Per"), page.Text);
        Assert.True(page.Says("Høstmøtet · oktober · Planen til Oda"), page.Text);
        await world.WithdrawAsync(world.Linn, world.Oda);
        page = await kari.OpenAsync(year);
        Assert.True(page.Says("Ingen plan er åpen nå, så ingen møter foreslås."), page.Text);
        Assert.False((await kari.OpenAsync("/i-dag")).Says("høstmøtet i oktober"));
    }
}
