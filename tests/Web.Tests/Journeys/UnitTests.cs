using System.Net;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Kit;
using Flette.Web.Features.Unit;

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
    public async Task What_minutes_say_of_a_new_coordinator_is_a_proposal_to_the_unit_and_appoints_nobody()
    {
        var world = app.World(app.Fjellvik);
        var family = await world.FamilyAsync("Ravndal");
        using var coordinator = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        var read = await (await coordinator.OpenAsync($"/f/{family.Id}/referat/nytt"))
            .Form("Les referatet")
            .Fill(
                "Lim inn teksten",
                "Ansvarsgruppemøte 1. september 2026\nTil stede: Tore Berg, rektor\n\nSak 1 Veien videre\nHun gråt da hun hørte det.\nKari Lie blir ny barnekoordinator.\n"
            )
            .PressAsync();
        await read.Form("Lagre i arbeidsnotatet").PressAsync();
        using var officer = await app.StaffAsync(app.Fjellvik, family.Officer);
        var unit = await officer.OpenAsync("/enhet");
        Assert.True(unit.Says("Kari Lie som barnekoordinator"), unit.Text);
        Assert.False(unit.Says("gråt") || unit.Says("Tore Berg"), unit.Text);
        Assert.Equal(
            1,
            await app.App.ScalarAsync<int>(
                app.Fjellvik,
                "select count(*) from appointment where family = @Id",
                new { family.Id }
            )
        );
        await family.EndAppointmentAsync(world.Today.AddDays(-1));
        var next = await world.CoordinatorAsync("Kari Lie " + Guid.NewGuid().ToString("N")[..6]);
        await world.DoAsync(
            family.Officer,
            StaffRole.Unit,
            Act.Appoint,
            family.Id,
            async write =>
                await Register.AppointAsync(
                    write,
                    new AppointmentDraft(
                        next,
                        CoordinatorKind.ChildrensCoordinator,
                        new Period(world.Today, Until: null),
                        "hol § 7-2 a",
                        Delegation: false,
                        Deputy: null
                    )
                )
        );
        Assert.False((await officer.OpenAsync("/enhet")).Says("Kari Lie som barnekoordinator"));
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
