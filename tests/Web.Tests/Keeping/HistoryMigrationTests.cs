using Flette.Core;
using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Data;

namespace Flette.Web.Tests.Keeping;

/// <summary>
/// A database from before members, positions and appointments had versions: what stands becomes the first one, sealed as it lies.
/// </summary>
public sealed class HistoryMigrationTests
{
    [Fact]
    public async Task What_stood_of_members_before_versions_were_kept_opens_as_the_first_one()
    {
        await using var app = await FletteApp.StartAsync();
        var family = await app.World(app.Fjellvik).FamilyAsync("Holm");
        var mother = await family.MemberAsync("Tone Holm", FamilyRelation.Mother, 37);
        var child = await family.MemberAsync("Per Holm", FamilyRelation.Child, 7);
        await family.PositionAsync(child, GuardianshipKind.ParentalResponsibility, mother);
        using var browser = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        await RenameAsync("Per Olav Holm");
        var before = await app.RowsAsync<string>(
            app.Fjellvik,
            "select distinct on (member) member || ' ' || version || ' ' || by_id || ' ' || at || ' ' || body from member_version order by member, version desc"
        );
        Assert.Equal(2, before.Count);

        await app.ExecuteAsync(app.Fjellvik, "drop table member_version, guardianship_version");
        await app.ExecuteAsync(app.Fjellvik, await SqlAsync("0004_member_history"));
        await app.ExecuteAsync(app.Fjellvik, "alter table member_version add column ident_hash bytea");

        Assert.Equal(
            before,
            await app.RowsAsync<string>(
                app.Fjellvik,
                "select member || ' ' || version || ' ' || by_id || ' ' || at || ' ' || body from member_version order by member"
            )
        );
        Assert.Equal(
            ["registered 1"],
            await app.RowsAsync<string>(app.Fjellvik, "select change || ' ' || version from guardianship_version")
        );
        var history = await browser.OpenAsync($"/f/{family.Id}/medlem/{child}/historikk");
        Assert.True(history.Says("Endret. Det som sto før, ble ikke tatt vare på"), history.Text);
        Assert.True(history.Says("Per Olav Holm"), history.Text);
        var untouched = await browser.OpenAsync($"/f/{family.Id}/medlem/{mother}/historikk");
        Assert.True(untouched.Says("Registrert"), untouched.Text);
        Assert.True(untouched.Says("Kari Koordinator"), untouched.Text);
        // From there it goes on.
        await RenameAsync("Per O. Holm");
        history = await browser.OpenAsync($"/f/{family.Id}/medlem/{child}/historikk");
        Assert.True(history.Says("Før: Per Olav Holm"), history.Text);

        async Task RenameAsync(string name) =>
            await (await browser.OpenAsync($"/f/{family.Id}/medlem/{child}"))
                .Form("Lagre")
                .Fill("Navn", name)
                .PressAsync();
    }

    [Fact]
    public async Task What_stood_of_appointments_before_versions_were_kept_opens_as_the_first_one()
    {
        await using var app = await FletteApp.StartAsync();
        var world = app.World(app.Fjellvik);
        var deputy = await world.CoordinatorAsync("Dina Deputat");
        var (changed, untouched) = (
            await world.FamilyAsync("Holm", deputy: deputy),
            await world.FamilyAsync("Lund", period: new Period(world.Today, world.Today.AddDays(90)))
        );
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        await changed.ActivateDeputyAsync(new Period(world.Today, null));
        const string Newest =
            "select distinct on (appointment) appointment || ' ' || version || ' ' || by_id || ' ' || at || ' ' || body from appointment_version order by appointment, version desc";
        var before = await app.RowsAsync<string>(app.Fjellvik, Newest);
        Assert.Equal(2, before.Count);

        await app.ExecuteAsync(app.Fjellvik, "drop table appointment_version");
        await app.ExecuteAsync(app.Fjellvik, await SqlAsync("0005_appointment_history"));

        Assert.Equal(before, await app.RowsAsync<string>(app.Fjellvik, Newest));
        var kept = await HistoryAsync(changed);
        Assert.True(kept.Says("Endret. Det som sto før, ble ikke tatt vare på"), kept.Text);
        Assert.True(kept.Says("Dina Deputat") && kept.Says("hol § 7-2 a"), kept.Text);
        Assert.True((await HistoryAsync(untouched)).Says("Oppnevnt"));
        // From there it goes on.
        await changed.ActivateDeputyAsync(null);
        kept = await HistoryAsync(changed);
        Assert.True(kept.Says("Stengt for stedfortreder"), kept.Text);

        async Task<Page> HistoryAsync(FamilyInWorld family)
        {
            using var officer = await app.StaffAsync(app.Fjellvik, family.Officer);
            return await (await officer.OpenAsync($"/enhet/{family.Id}")).FollowAsync(
                "Slik ble det til: oppnevningen av Kari Koordinator"
            );
        }
    }

    private static async Task<string> SqlAsync(string migration)
    {
        await using var file = typeof(Migrator).Assembly.GetManifestResourceStream(
            $"Flette.Web.Data.Migrations.{migration}.sql"
        )!;
        using var reader = new StreamReader(file);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
