using System.Net;
using Flette.Core;
using Flette.Kit;
using static Flette.Web.Tests.Journeys.ToldHistory;

namespace Flette.Web.Tests.Journeys;

/// <summary>How an appointment came to be: each decision of the unit is kept, and read by the unit and those who coordinate.</summary>
public sealed class AppointmentHistoryTests(BareApp app) : IClassFixture<BareApp>
{
    private const string Close = "Steng for stedfortreder nå";

    private World World => app.World(app.Fjellvik);

    [Fact]
    public async Task Each_decision_of_the_unit_is_kept_and_read_by_unit_and_coordinator()
    {
        var deputy = await World.CoordinatorAsync("Dina Deputat");
        var family = await World.FamilyAsync("Berge", deputy: deputy);
        using var officer = await app.StaffAsync(app.Fjellvik, family.Officer);
        var (week, month) = (World.Today.AddDays(7), World.Today.AddDays(30));
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        var unit = await (await officer.OpenAsync($"/enhet/{family.Id}"))
            .Form("Åpne for stedfortreder")
            .Fill("Til og med", week)
            .PressAsync();
        unit = await unit.Form(Close).PressAsync();
        var end = unit.Form("Avslutt oppnevningen").Fill("Siste dag", month);
        unit = await end.PressAsync();
        // The same form once more, and the same day in a new one, keep nothing.
        await end.PressAsync();
        unit = await unit.Form("Avslutt oppnevningen").Fill("Siste dag", month).PressAsync();

        var history = await unit.FollowAsync("Slik ble det til: oppnevningen av Kari Koordinator");
        Assert.Equal("Kari Koordinator: slik ble oppnevningen til", history.Heading);
        Assert.Equal(
            ["Siste dag satt", "Stengt for stedfortreder", "Åpnet for stedfortreder", "Oppnevnt"],
            Changes(history)
        );
        Assert.Equal([$"Siste dag, {Said(month)}, Før: ingen"], Fields(history, 0));
        Assert.Equal(
            [$"Stedfortreder leser fra, {Said(World.Today)}", $"Stedfortreder leser til, {Said(week)}"],
            Fields(history, 2)
        );
        Assert.Equal(
            [
                "Koordinator, Kari Koordinator",
                "Hva slags, barnekoordinator",
                $"Første dag, {Said(World.Today.AddYears(-1))}",
                "Siste dag, ingen",
                "Grunn, hol § 7-2 a",
                "Delegeringsvedtak, nei",
                "Stedfortreder, Dina Deputat",
            ],
            Fields(history, 3)
        );
        Assert.Equal(4, Lines(history).Count(l => l.Contains("Olga Oppnevner", StringComparison.Ordinal)));

        using var coordinator = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        var same = await (await coordinator.OpenAsync($"/f/{family.Id}")).FollowAsync("Slik ble oppnevningen til");
        Assert.Equal(Lines(history), Lines(same));
        Assert.Equal(Fields(history, 3), Fields(same, 3));
        Assert.Equal(
            ["appointed 1", "deputy-opened 2", "deputy-closed 3", "ended 4"],
            await app.App.RowsAsync<string>(
                app.Fjellvik,
                """
                select v.change || ' ' || v.version from appointment_version v join appointment a on a.id = v.appointment
                 where a.family = @Id order by v.version
                """,
                new { family.Id }
            )
        );
        Assert.Contains("see-unit-family ok", await app.App.LogAsync(app.Fjellvik, family.Id));
    }

    [Fact]
    public async Task Nobody_else_reads_it()
    {
        var named = await World.CoordinatorAsync("Nils Navngitt");
        var (family, other) = (await World.FamilyAsync("Vik", deputy: named), await World.FamilyAsync("Dal"));
        var mother = await family.MemberAsync("Mona Vik", Core.Families.FamilyRelation.Mother, 35);
        var appointment = await app.App.ScalarAsync<Guid>(
            app.Fjellvik,
            "select id from appointment where family = @Id",
            new { family.Id }
        );
        var part = $"/oppnevning/{appointment}/historikk";
        using var officer = await app.StaffAsync(app.Fjellvik, family.Officer);
        using var coordinator = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        await officer.OpenAsync($"/enhet/{family.Id}{part}");
        await coordinator.OpenAsync($"/f/{family.Id}{part}");
        // The unit's page is the unit's, the coordinator's the coordinator's.
        await officer.OpenAsync($"/f/{family.Id}{part}", HttpStatusCode.NotFound);
        await coordinator.OpenAsync($"/enhet/{family.Id}{part}", HttpStatusCode.NotFound);
        using var stranger = await app.StaffAsync(app.Fjellvik, other.Coordinator);
        using var deputy = await app.StaffAsync(app.Fjellvik, named);
        using var parent = await app.MemberAsync(app.Fjellvik, mother);
        foreach (var asker in new[] { stranger, deputy, parent })
        {
            await asker.OpenAsync($"/f/{family.Id}{part}", HttpStatusCode.NotFound);
            await asker.OpenAsync($"/enhet/{family.Id}{part}", HttpStatusCode.NotFound);
        }
        // Through another family what is this one's is not there, and what does not exist is not there either.
        await officer.OpenAsync($"/enhet/{other.Id}{part}", HttpStatusCode.NotFound);
        await stranger.OpenAsync($"/f/{other.Id}{part}", HttpStatusCode.NotFound);
        await officer.OpenAsync($"/enhet/{family.Id}/oppnevning/{Guid.NewGuid()}/historikk", HttpStatusCode.NotFound);
    }
}
