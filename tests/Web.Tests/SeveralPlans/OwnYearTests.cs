using Flette.Core.Access;
using Flette.Kit;
using Flette.Web.Features.Meetings.Rhythm;

namespace Flette.Web.Tests.SeveralPlans;

/// <summary>The year as the family sees it. The day is 15 September 2026.</summary>
public sealed class OwnYearTests(BareApp app) : IClassFixture<BareApp>
{
    [Fact]
    public async Task The_family_sees_when_one_meets_and_says_that_a_time_does_not_suit()
    {
        var world = await SiblingsWorld.MakeAsync(app.App);
        await world.Family.SayYesAsync(world.Oda, world.Linn, world.Rune);
        using var linn = await app.MemberAsync(app.Fjellvik, world.Linn);
        var first = await linn.OpenAsync("/min-familie");
        Assert.True(first.Says("Vi møtes vår og høst. Neste gang er tenkt i oktober."), first.Text);
        var page = await first.FollowAsync("Når møtes vi?");
        Assert.True(page.Says("Dette er tenkt, ikke avtalt. Dagen finner vi sammen."), page.Text);
        page = await page.Form("Nynorsk").PressAsync();
        Assert.True(page.Says("Vi møtest vår og haust. Neste gong er tenkt i oktober."), page.Text);
        page = await page.Form("English").PressAsync();
        Assert.True(page.Says("We meet in spring and autumn."), page.Text);
        page = await page.Form("Bokmål").PressAsync();

        var none = await page.Form("Si fra").PressAsync();
        Assert.Contains("Velg minst én måned.", none.Errors);
        var said = await none.Form("Si fra")
            .Tick("Oktober")
            .Fill("Vil du si mer? (valgfritt)", "Da er vi på hytta.")
            .PressAsync();
        Assert.True(said.Says("Du sa 15. september at oktober ikke passer."), said.Text);
        Assert.Equal("Da er vi på hytta.", said.Form("Si fra").Value("Vil du si mer? (valgfritt)"));
        using var rune = await app.MemberAsync(app.Fjellvik, world.Rune);
        Assert.False((await rune.OpenAsync("/min-familie/onsker-mote")).Says("at oktober ikke passer"));

        using var kari = await world.KariAsync();
        var today = await kari.OpenAsync("/i-dag");
        Assert.True(today.Says("Linn: oktober passer ikke. «Da er vi på hytta.»"), today.Text);
        var year = await today.Form("Sett: Linn: oktober passer ikke. «Da er vi på hytta.» Lie").PressAsync();
        Assert.True(year.Says("Tider som ikke passer") && year.Says("sett på"), year.Text);
        Assert.False((await kari.OpenAsync("/i-dag")).Says("oktober passer ikke"));
        // The months are moved by the coordinator, and the family sees it.
        await year.Form("Lagre månedene").Tick("Oktober", on: false).Tick("November").PressAsync();
        Assert.True((await rune.OpenAsync("/min-familie")).Says("Neste gang er tenkt i november."));
        var back = await (await linn.OpenAsync("/min-familie/onsker-mote")).Form("Det passer likevel").PressAsync();
        Assert.False(back.Says("at oktober ikke passer"), back.Text);
        Assert.False((await kari.OpenAsync($"{world.Url}/arshjul")).Says("Tider som ikke passer"));
    }

    [Fact]
    public async Task Each_sees_the_year_of_the_plans_she_knows_of_and_nothing_of_others()
    {
        var world = await SiblingsWorld.MakeAsync(app.App);
        await world.Family.SayYesAsync(world.Oda, world.Linn, world.Rune);
        using var oda = await app.MemberAsync(app.Fjellvik, world.Oda);
        var before = (await oda.OpenAsync("/min-familie/onsker-mote")).Text;
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.Family.SayYesAsync(world.Per, world.Linn, world.Rune);
        var per = await world.PlanAsync(world.Per);
        await world.Family.DoAsync(
            Act.ChangePlan,
            async write =>
                await RhythmBook.ChangeOfPlanAsync(write, per, apart: true, [1, 5, 12], 0, CancellationToken.None)
        );
        // Her brother's plan and its months change no word of hers.
        Assert.Equal(before, (await oda.OpenAsync("/min-familie/onsker-mote")).Text);
        using var linn = await app.MemberAsync(app.Fjellvik, world.Linn);
        var page = await linn.OpenAsync("/min-familie/onsker-mote");
        Assert.True(page.Says("Planen til Oda: Vi møtes vår og høst."), page.Text);
        Assert.True(
            page.Says("Planen til Per: Vi møtes i januar, mai og desember. Neste gang er tenkt i desember."),
            page.Text
        );
        await world.WithdrawAsync(world.Linn, world.Per);
        page = await linn.OpenAsync("/min-familie/onsker-mote");
        Assert.False(page.Says("desember"), page.Text);
    }
}
