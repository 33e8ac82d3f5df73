using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Data;

namespace Flette.Web.Tests.Keeping;

/// <summary>A database from before members and positions had versions: what stands becomes the first one, sealed as it lies.</summary>
public sealed class MemberHistoryMigrationTests
{
    private const string Migration = "Flette.Web.Data.Migrations.0004_member_history.sql";

    [Fact]
    public async Task What_stood_before_versions_were_kept_opens_as_the_first_one()
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
        await app.ExecuteAsync(app.Fjellvik, await SqlAsync());

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

    private static async Task<string> SqlAsync()
    {
        await using var file = typeof(Migrator).Assembly.GetManifestResourceStream(Migration)!;
        using var reader = new StreamReader(file);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
