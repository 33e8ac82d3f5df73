using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Data;
using Flette.Web.Tests.Minutes.Publishing;

namespace Flette.Web.Tests.Undoing;

/// <summary>
/// What the walk does not show of an undo: that it is refused with words when something rests on what was done, that the history tells of
/// it, and that nobody reads anything by what was taken away.
/// </summary>
public sealed class MistakeTests
{
    [Fact]
    public async Task What_was_done_by_mistake_is_taken_away_while_nothing_rests_on_it_and_the_history_brings_it_back()
    {
        await using var world = await PublishWorld.MakeAsync();
        var family = $"/f/{world.Family.Id}";
        // What a member says is wrong, she takes back until the coordinator has dealt with it.
        await (await world.HoldAsync("# Skoleveien", "! sender kart, Tor Hegge 30/9"))
            .Form("Publiser og send")
            .PressAsync();
        await world.Family.RemarkAsync(world.Silje, "Det var Henrik.");
        await world.Family.RemarkAsync(world.Silje, "Det var i oktober.");
        var silje = await world.AsAsync(world.Silje);
        var reads = await silje.OpenAsync("/min-familie/referat");
        var stale = reads.Form("Ta det tilbake: Det var i oktober.");
        reads = await reads.Form("Ta det tilbake: Det var Henrik.").PressAsync();
        Assert.False(reads.Says("Det var Henrik."), reads.Text);
        var meeting = await world.Kari.OpenAsync(world.Meeting);
        Assert.False(meeting.Says("Det var Henrik."), meeting.Text);
        await meeting.Form("Sett på: Det var i oktober.").PressAsync();
        reads = await stale.PressAsync();
        Assert.Contains("Koordinatoren så på det samtidig", Assert.Single(reads.Errors), StringComparison.Ordinal);
        // Nobody takes back what another said.
        var per = await world.AsAsync(world.Per);
        Assert.DoesNotContain(
            "Ta det tilbake",
            (await per.OpenAsync("/min-familie/referat")).Html,
            StringComparison.Ordinal
        );

        // A meeting is away with one press, and not once something stands in it.
        var begun = await BeginAsync(world);
        var late = Undo(begun);
        await begun.Form("Skriv linjen").Set("Typed", "Vi snakket om turen.").PressAsync();
        var refused = await late.PressAsync();
        Assert.Contains("Da tas det ikke bort", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.True(refused.Says("Planlagt"), refused.Text);
        var away = await Undo(await BeginAsync(world)).PressAsync();
        Assert.True(away.Says("Møtet er tatt bort"), away.Text);
        var history = await away.FollowAsync("Slik ble det til");
        Assert.True(history.Says("Tatt bort: det var satt opp ved en feil"), history.Text);
        await history.Form("Angre siste endring").PressAsync();
        Assert.True((await world.Kari.OpenAsync(away.Address.AbsolutePath)).Says("Planlagt"));

        // By a legal position that was taken away nobody reads anything, and what was written of it stays.
        await world.Family.GoalAsync("Sykle til skolen", world.Even);
        var uncle = await world.Family.MemberAsync("Ulf Berg", FamilyRelation.Other, 40);
        await world.Family.PositionAsync(world.Even, GuardianshipKind.ParentalResponsibility, uncle);
        var position = await world.App.ScalarAsync<Guid>(
            world.App.Fjellvik,
            "select id from guardianship where holder = @uncle",
            new { uncle }
        );
        var ulf = await world.AsAsync(uncle);
        Assert.True((await ulf.OpenAsync("/min-familie/plan")).Says("Sykle til skolen"));
        history = await world.Kari.OpenAsync($"{family}/stilling/{position}/historikk");
        history = await history.Form("Angre siste endring").PressAsync();
        Assert.True(history.Says("Tatt bort: den var skrevet inn ved en feil"), history.Text);
        var hidden = await ulf.GetAsync("/min-familie/plan");
        Assert.DoesNotContain("Sykle til skolen", hidden.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(position.ToString(), (await world.Kari.OpenAsync(family)).Html, StringComparison.Ordinal);
        await history.Form("Angre siste endring").PressAsync();
        Assert.True((await ulf.OpenAsync("/min-familie/plan")).Says("Sykle til skolen"));
    }

    private static async Task<Page> BeginAsync(PublishWorld world) =>
        await (await world.Kari.OpenAsync($"/f/{world.Family.Id}/mote/nytt")).Form("Lagre").PressAsync();

    private static Form Undo(Page page) => page.Form(page.Document.QuerySelector(".fl-undo button")!);
}
