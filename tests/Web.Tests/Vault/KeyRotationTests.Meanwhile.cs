using Dapper;
using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Data;
using Flette.Web.Operating.Keys;

namespace Flette.Web.Tests.Vault;

/// <summary>The program serves while keys are rotated.</summary>
public sealed partial class KeyRotationTests
{
    [Fact]
    public async Task What_is_read_and_written_between_the_turns_is_read_and_kept()
    {
        await using var app = await FletteApp.StartAsync();
        var (family, page) = await AgreedAsync(app);
        using var coordinator = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        using var officer = await app.StaffAsync(app.Fjellvik, family.Officer);
        await SealedWorld.MunicipalAsync(officer, "Mottaker 0");
        var waits = 0;

        var (exit, _, _) = await app.RotateAsync(meanwhile: async () =>
        {
            waits++;
            var form = (await coordinator.OpenAsync(page)).Form("Lagre avtalen");
            Assert.Equal(waits == 1 ? "Ringe skolen" : "Endret 1", form.Value("Hva skal gjøres?"));
            await form.Fill("Hva skal gjøres?", $"Endret {waits}").PressAsync();
            await SealedWorld.MunicipalAsync(officer, $"Mottaker {waits}");
            await family.MemberAsync($"Ny {waits}", FamilyRelation.Child, 1);
        });

        Assert.Equal((0, 2), (exit, waits));
        Assert.Equal("Endret 2", (await coordinator.OpenAsync(page)).Form("Lagre avtalen").Value("Hva skal gjøres?"));
        Assert.True((await officer.OpenAsync(SealedWorld.Of18)).Says("Mottaker 1"));
        Assert.True((await officer.OpenAsync(SealedWorld.Of18)).Says("Mottaker 2"));
        await SealedWorld.MunicipalAsync(officer, "Mottaker 3");
        var opened = await SealedRows.OpenAsync(app, app.Fjellvik);
        Assert.Contains(opened, o => o.Table == "own_transition" && o.KeyNumber == 2);
        var keys = await SealedRows.KeysAsync(app, app.Fjellvik);
        Assert.Equal(keys.Count, keys.Select(k => k.Owner).Distinct().Count());
        // Undo takes words over as they lie.
        await (await coordinator.OpenAsync(page)).Form("Angre siste endring").PressAsync();
        Assert.Equal("Endret 1", (await coordinator.OpenAsync(page)).Form("Lagre avtalen").Value("Hva skal gjøres?"));
    }

    [Fact]
    public async Task Writers_and_a_turn_that_come_at_once_wait_for_each_other_and_nothing_is_lost()
    {
        await using var app = await FletteApp.StartAsync();
        var (family, page) = await AgreedAsync(app);
        using var coordinator = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        await using var databases = new Databases(app.AsOwner);
        var rotation = new KeyRotation(databases.All.Single(m => m.Key == "fjellvik"), app.Clock);
        Func<Task>[] turns =
        [
            () => rotation.MakeAsync(family.Id, Ct),
            () => rotation.ResealAsync(family.Id, Ct),
            () => rotation.DestroyAsync(family.Id, Ct),
        ];
        for (var i = 0; i < turns.Length; i++)
        {
            var form = (await coordinator.OpenAsync(page))
                .Form("Lagre avtalen")
                .Fill("Hva skal gjøres?", $"Samtidig {i}");
            Task turn;
            Task<Page> saving;
            // Both have begun, and stand before the family's row, when they are let in.
            await using (var db = await app.ConnectAsync(app.Fjellvik))
            {
                await using var work = await db.BeginTransactionAsync(Ct);
                await db.ExecuteAsync("select 1 from family where id = @Id for update", new { family.Id }, work);
                (turn, saving) = (turns[i](), coordinator.SendAsync(form.Request()));
                await BothWaitAsync(app);
                Assert.False(turn.IsCompleted || saving.IsCompleted);
                await work.CommitAsync(Ct);
            }
            await turn;
            Assert.Equal(System.Net.HttpStatusCode.Redirect, (await saving).Status);
            Assert.Equal(
                $"Samtidig {i}",
                (await coordinator.OpenAsync(page)).Form("Lagre avtalen").Value("Hva skal gjøres?")
            );
        }
        Assert.NotEmpty(await SealedRows.OpenAsync(app, app.Fjellvik));
        Assert.All(await SealedRows.KeysAsync(app, app.Fjellvik), k => Assert.Equal(2, k.Number));
    }

    [Fact]
    public async Task Whoever_took_her_keys_between_the_turns_can_read_before_and_after()
    {
        await using var app = await FletteApp.StartAsync();
        var (family, _) = await AgreedAsync(app);
        await using var databases = new Databases(app.AsOwner);
        var rotation = new KeyRotation(databases.All.Single(m => m.Key == "fjellvik"), app.Clock);
        await rotation.MakeAsync(family.Id, Ct);
        var between = await SealedRows.KeysAsync(app, app.Fjellvik);
        Assert.NotEmpty(await SealedRows.OpenAsync(app, app.Fjellvik, between));
        await rotation.ResealAsync(family.Id, Ct);
        Assert.NotEmpty(await SealedRows.OpenAsync(app, app.Fjellvik, between));
        await rotation.DestroyAsync(family.Id, Ct);
        Assert.NotEmpty(await SealedRows.OpenAsync(app, app.Fjellvik, between));
    }

    [Fact]
    public async Task A_row_that_is_held_by_a_mail_under_way_is_not_waited_for_and_keeps_its_key_until_it_is_let_go()
    {
        await using var app = await FletteApp.StartAsync();
        var (family, _) = await AgreedAsync(app);
        await using var databases = new Databases(app.AsOwner);
        var rotation = new KeyRotation(databases.All.Single(m => m.Key == "fjellvik"), app.Clock);
        await rotation.MakeAsync(family.Id, Ct);
        await using (var db = await app.ConnectAsync(app.Fjellvik))
        {
            await using var work = await db.BeginTransactionAsync(Ct);
            await db.ExecuteAsync("select 1 from plan where family = @Id for share", new { family.Id }, work);
            await rotation.ResealAsync(family.Id, Ct);
            Assert.Equal((0, 0, true), await rotation.DestroyAsync(family.Id, Ct));
            var (exit, _, errors) = await app.RotateAsync();
            Assert.Equal(1, exit);
            Assert.Contains($"familie {family.Id} har noe som holdes", errors, StringComparison.Ordinal);
        }
        Assert.NotEmpty(await SealedRows.OpenAsync(app, app.Fjellvik));
        // Let go, it is sealed anew; and whoever may hold it as it was, has until the next turn.
        Assert.Equal((0, 1, true), await rotation.DestroyAsync(family.Id, Ct));
        Assert.Equal((2, 0, false), await rotation.DestroyAsync(family.Id, Ct));
        Assert.All(await SealedRows.OpenAsync(app, app.Fjellvik), o => Assert.Equal(2, o.KeyNumber));
    }

    /// <summary>A family with a plan and an agreement about its child, and the agreement's page.</summary>
    private static async Task<(FamilyInWorld Family, string Page)> AgreedAsync(FletteApp app)
    {
        var family = await app.World(app.Fjellvik).FamilyAsync("Travel");
        var child = await family.MemberAsync("Oda Travel", FamilyRelation.Child, 17);
        await family.SayYesAsync(child, child);
        var agreement = await family.AgreementAsync("Ringe skolen", [child], family.Coordinator);
        return (family, $"/f/{family.Id}/avtale/{agreement}");
    }

    /// <summary>Looks until two wait for somebody's lock.</summary>
    private static async Task BothWaitAsync(FletteApp app)
    {
        const int MostLooks = 50_000;
        // Each look is a transaction of its own: within one the server always tells the same.
        await using var db = await app.ConnectAsync(app.Fjellvik);
        for (var looks = 0; ; looks++)
        {
            var waiting = await db.ExecuteScalarAsync<int>(
                "select count(distinct pid)::int from pg_locks join pg_stat_activity using (pid) where datname = current_database() and not granted"
            );
            if (waiting == 2)
            {
                return;
            }
            Assert.True(looks < MostLooks);
        }
    }
}
