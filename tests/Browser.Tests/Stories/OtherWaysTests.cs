using Flette.Kit;
using Flette.Web.Tests;

namespace Flette.Browser.Tests.Stories;

/// <summary>When the family is not in the room, and when nobody has to be.</summary>
public sealed class OtherWaysTests(BareApp app, Chromium chromium) : IClassFixture<BareApp>
{
    /// <summary>A fagmøte with permission: asked for first, told the same day, read by the family, and taken back in one step.</summary>
    [Fact]
    public async Task Services_meet_without_the_family_only_with_its_yes_and_it_is_told_the_same_day()
    {
        var cast = await Cast.MakeAsync(app, chromium);
        await using var kari = await cast.CoordinatorAsync();
        await kari.StartAsync($"/f/{cast.Family.Id}/mote/nytt?slag=Fag");
        await kari.PressAsync("Lagre");
        Assert.True(await kari.ReadsAsync("bare når familien har sagt ja"));
        await kari.PressAsync("Skriv inn et ja");
        await kari.ChooseAsync("Hvem skal dere snakke om?", "Even");
        await kari.TickAsync("Skole/barnehage");
        await kari.WriteAsync("Hva er møtet til for?", "samordne skole og PPT");
        await kari.TickAsync("Silje Berg");
        await kari.TickAsync("På telefon");
        await kari.PressAsync("Lagre ja-et");
        Assert.True(await kari.ReadsAsync("Even: skole/barnehage"));
        await kari.PressAsync("Sett opp fagmøte");
        await kari.TickAsync("Tor Hegge, Skolen");
        await kari.PressAsync("Lagre");
        await Cast.TypeAsync(kari, "! lager en rolig krok, tor 1/10", 1);
        await kari.PressAsync("Avslutt møtet og ta inn 1 avtale");

        // The mother has no address: she is rung the same day.
        await kari.StartAsync("/i-dag");
        Assert.True(await kari.ReadsAsync("Ring i dag om fagmøtet") && await kari.ReadsAsync("Silje"));
        await kari.PressAsync("Ringt: Silje");
        Assert.False(await kari.ReadsAsync("Ring i dag om fagmøtet"));
        await using var silje = await cast.MemberAsync(cast.Silje);
        await silje.StartAsync("/min-familie");
        await silje.PressAsync("Dette er det sagt ja til");
        Assert.True(await silje.ReadsAsync("rolig krok") && await silje.ReadsAsync("Holdt"));
        await silje.Page.GetByText("Trekk ja-et").First.ClickAsync();
        await silje.Page.GetByText("Ja-et er trukket").WaitForAsync();
        await kari.StartAsync($"/f/{cast.Family.Id}/fagmote");
        Assert.True(await kari.ReadsAsync("Trukket."));
        Assert.False(await kari.ReadsAsync("Sett opp fagmøte"));
    }

    /// <summary>An update without a meeting: each answers by link, the coordinator talks with the family, and it is written up and published.</summary>
    [Fact]
    public async Task An_update_is_collected_by_link_and_read_by_the_family()
    {
        var cast = await Cast.MakeAsync(app, chromium);
        await using var kari = await cast.CoordinatorAsync();
        var update = await cast.PlanAsync(kari, 14, p => p.ChooseAsync("Hva slags møte?", "Oppdatering uten møte"));
        Assert.Equal("Oppdatering uten møte", await kari.HeadingAsync());
        await kari.StartAsync(update + "/innspill");
        await kari.PressAsync("Spør");
        await using var tor = await cast.LinkAsync("input", cast.Tor);
        await tor.WriteAsync("Slik er det nå", "Fire dager av fem.");
        await tor.PressAsync("Send");

        await kari.StartAsync(update);
        Assert.True(await kari.ReadsAsync("har svart"));
        await kari.PressAsync("Spør hver av dem");
        await kari.PressAsync("Skriv det sammen");
        Assert.True(await kari.ReadsAsync("Fire dager av fem."));
        await Cast.TypeAsync(kari, "= Even er på skolen fire av fem dager", 1);
        await Cast.TypeAsync(kari, "! lager ny dagsplan, tor 30/10", 2);
        await kari.LeaveAsync(() => kari.Page.Locator("form[action*='End'] button").First.ClickAsync());
        await kari.PressAsync("Publiser referatet");
        await kari.PressAsync("Publiser og send");
        await using var silje = await cast.MemberAsync(cast.Silje);
        await silje.StartAsync("/min-familie/referat");
        Assert.True(await silje.ReadsAsync("fire av fem dager") && await silje.ReadsAsync("ny dagsplan"));
        await using var after = await cast.LinkAsync("agreements", cast.Tor);
        await after.PressAsync("I gang");
    }
}
