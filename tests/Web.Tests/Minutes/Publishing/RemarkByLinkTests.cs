namespace Flette.Web.Tests.Minutes.Publishing;

/// <summary>A participant says by the link of her agreement that it is not what was agreed.</summary>
public sealed class RemarkByLinkTests
{
    [Fact]
    public async Task Whoever_has_an_agreement_says_by_her_link_within_a_week_that_it_is_wrong()
    {
        await using var world = await PublishWorld.MakeAsync();
        await (await world.HoldAsync("# Skoleveien", "! sender kart, Tor Hegge 30/9"))
            .Form("Publiser og send")
            .PressAsync();
        var link = Assert.Single(
            await world.App.RowsAsync<Guid>(
                world.App.Fjellvik,
                "select id from link where person = @Tor",
                new { world.Tor }
            )
        );
        var (browser, card) = await world.App.LinkAsync(world.App.Fjellvik, link);
        using var _ = browser;
        Assert.False(card.Says("kart"), card.Text);
        var empty = await card.Form("Send").PressAsync();
        Assert.True(empty.Says("Skriv hva som er feil."), empty.Text);
        card = await empty.Form("Send").Fill("Hva er feil?", "Det var Henrik som skulle det.").PressAsync();
        Assert.True(card.Says("Sendt. Koordinatoren ser på det."), card.Text);
        Assert.True((await world.Kari.OpenAsync(world.Meeting)).Says("Det var Henrik som skulle det."));
        var silje = await world.AsAsync(world.Silje);
        Assert.True((await silje.OpenAsync("/min-familie/referat")).Says("Det var Henrik som skulle det."));

        world.App.Clock.Advance(TimeSpan.FromDays(8));
        var (later, late) = await world.App.LinkAsync(world.App.Fjellvik, link);
        using var __ = later;
        Assert.False(late.Says("Stemmer ikke avtalen?"), late.Text);
    }
}
