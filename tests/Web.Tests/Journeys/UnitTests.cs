using System.Net;
using Flette.Core.Access;
using Flette.Kit;

namespace Flette.Web.Tests.Journeys;

/// <summary>The unit registers, appoints and opens for a deputy, by the real forms.</summary>
public sealed class UnitTests(DemoApp app) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task The_unit_registers_a_family_and_appoints()
    {
        var world = app.World(app.Fjellvik);
        var officer = await world.OfficerAsync("Else Enhet");
        var name = "Åse Aas " + Guid.NewGuid().ToString("N")[..6];
        await world.CoordinatorAsync(name);
        using var browser = await app.StaffAsync(app.Fjellvik, officer);
        var unit = await browser.OpenAsync("/enhet");
        var refused = await unit.Form("Registrer").Fill("Hva heter familien?", " ").PressAsync();
        Assert.Equal(["Skriv navnet på familien. Høyst 120 tegn."], refused.Errors);
        var family = await refused.Form("Registrer").Fill("Hva heter familien?", "Ødegård").PressAsync();
        Assert.Equal("Ødegård", family.Heading);
        Assert.Equal(HttpStatusCode.Redirect, Assert.Single(family.Via).Status);
        var appointed = await family
            .Form("Oppnevn")
            .Choose("Hva slags koordinator?", "Familiekoordinator")
            .Choose("Hvem?", name)
            .Fill("Grunn", "Nye mønstre")
            .PressAsync();
        Assert.True(appointed.Says($"{name}, familiekoordinator"), appointed.Text);
    }

    [Fact]
    public async Task A_persona_of_the_demo_comes_in_by_the_way_in()
    {
        using var browser = app.Visit(app.Fjellvik);
        var personas = await browser.OpenAsync("/");
        Assert.Equal("/demo", personas.Path);
        var officer = Flette.Demo.Personas.All.First(p =>
            p.Municipality == "fjellvik" && p.Who.Contains("saksbehandler")
        );
        var first = await personas.Form($"Vær {officer.Name}").PressAsync();
        Assert.Equal("Koordinerende enhet", first.Heading);
        Assert.True(first.Says("Nordli"));
    }
}
