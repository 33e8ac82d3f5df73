using Dapper;
using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Data;
using Flette.Web.Operating.Keys;
using Flette.Web.Vault;

namespace Flette.Web.Tests.Vault;

/// <summary><c>keys rotate</c>: everything gets a new key, nothing is lost on the way, and the old key is gone.</summary>
public sealed partial class KeyRotationTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_is_sealed_with_a_new_key_says_the_same_and_the_old_key_is_gone()
    {
        await using var app = await FletteApp.StartAsync(Filling.Demo);
        await SealedWorld.FillAsync(app);
        var before = await SealedRows.OpenAsync(app, app.Fjellvik);
        var elsewhere = await app.SnapshotAsync(app.Sundhavn);
        var rest = await RestAsync(app);
        var old = await SealedRows.KeysAsync(app, app.Fjellvik);
        Assert.Equal(SealedColumn.All.Select(c => c.Table), before.Select(o => o.Table).Distinct());

        var (exit, output, errors) = await app.RotateAsync();

        Assert.Equal((0, ""), (exit, errors));
        Assert.Contains(
            $"{old.Count} nøkler byttet i {before.Select(b => b.Family).Distinct().Count()} familier, {before.Count} rader forseglet på nytt.",
            output,
            StringComparison.Ordinal
        );
        var after = await SealedRows.OpenAsync(app, app.Fjellvik);
        Assert.Equal(Told(before), Told(after));
        Assert.All(after, a => Assert.Equal(2, a.KeyNumber));
        var keys = await SealedRows.KeysAsync(app, app.Fjellvik);
        Assert.Equal(old.Select(k => (k.Owner, 2)), keys.Select(k => (k.Owner, k.Number)));
        await Assert.ThrowsAsync<VaultException>(() => SealedRows.OpenAsync(app, app.Fjellvik, old));
        Assert.Equal(rest, await RestAsync(app));
        Assert.Equal(elsewhere, await app.SnapshotAsync(app.Sundhavn));

        // And once more, from 2 to 3.
        Assert.Equal(0, (await app.RotateAsync()).Exit);
        after = await SealedRows.OpenAsync(app, app.Fjellvik);
        Assert.Equal(Told(before), Told(after));
        Assert.All(after, a => Assert.Equal(3, a.KeyNumber));
    }

    [Fact]
    public async Task One_family_is_rotated_alone_and_the_log_says_when_its_keys_were_made_and_destroyed()
    {
        await using var app = await FletteApp.StartAsync();
        var world = app.World(app.Fjellvik);
        var (one, other) = (await world.FamilyAsync("Bakken"), await world.FamilyAsync("Vik"));
        var ida = await one.MemberAsync("Ida Bakken", FamilyRelation.Child, 9);
        await other.MemberAsync("Kim Vik", FamilyRelation.Child, 9);
        var hash = KeyedHash.OfIdentity(app.Fjellvik.Master, "03051712345");
        await app.ExecuteAsync(app.Fjellvik, "update member set ident_hash = @hash where id = @ida", new { hash, ida });
        var before = await app.LogAsync(app.Fjellvik, one.Id);

        Assert.Equal(0, (await app.RotateAsync(one.Id)).Exit);

        foreach (var row in await SealedRows.OpenAsync(app, app.Fjellvik))
        {
            Assert.Equal(row.Family == one.Id ? 2 : 1, row.KeyNumber);
        }
        var keys = await SealedRows.KeysAsync(app, app.Fjellvik);
        Assert.Equal(new[] { ida, one.Id }.Order(), keys.Where(k => k.Number == 2).Select(k => k.Owner).Order());
        Assert.Equal([.. before, "rotate-keys ok", "rotate-keys ok"], await app.LogAsync(app.Fjellvik, one.Id));
        Assert.DoesNotContain("rotate-keys ok", await app.LogAsync(app.Fjellvik, other.Id));
        // She is found by her number as before.
        Assert.Equal(
            ida,
            await app.ScalarAsync<Guid>(
                app.Fjellvik,
                "select id from member where ident_hash = @hash",
                new { hash = KeyedHash.OfIdentity(app.Fjellvik.Master, "03051712345") }
            )
        );
        Assert.Equal(
            new[] { ida, one.Id }.Order(),
            await app.ScalarAsync<Guid[]>(app.Fjellvik, "select items from audit where act = 'rotate-keys' limit 1")
        );
    }

    [Fact]
    public async Task One_that_was_broken_off_is_gone_on_with_and_makes_no_third_key()
    {
        await using var app = await FletteApp.StartAsync();
        var world = app.World(app.Fjellvik);
        var families = new[]
        {
            await world.FamilyAsync("En"),
            await world.FamilyAsync("To"),
            await world.FamilyAsync("Tre"),
        };
        var before = await SealedRows.OpenAsync(app, app.Fjellvik);
        await using (var databases = new Databases(app.AsOwner))
        {
            var rotation = new KeyRotation(databases.All.Single(m => m.Key == "fjellvik"), app.Clock);
            await rotation.MakeAsync(families[0].Id, Ct);
            await rotation.MakeAsync(families[1].Id, Ct);
            await rotation.ResealAsync(families[0].Id, Ct);
        }
        Assert.Equal(Told(before), Told(await SealedRows.OpenAsync(app, app.Fjellvik)));

        Assert.Equal(0, (await app.RotateAsync()).Exit);

        Assert.Equal(Told(before), Told(await SealedRows.OpenAsync(app, app.Fjellvik)));
        Assert.All(await SealedRows.KeysAsync(app, app.Fjellvik), k => Assert.Equal(2, k.Number));
    }

    [Fact]
    public async Task A_family_with_something_that_does_not_open_is_left_as_it_was_and_the_others_go_on()
    {
        await using var app = await FletteApp.StartAsync();
        var world = app.World(app.Fjellvik);
        var (hurt, whole) = (await world.FamilyAsync("Skadet"), await world.FamilyAsync("Hel"));
        var child = await hurt.MemberAsync("Oda Skadet", FamilyRelation.Child, 9);
        var agreement = await hurt.AgreementAsync("Ringe skolen", [child], hurt.Coordinator);
        const string Flip = "update item set body = set_byte(body, 20, get_byte(body, 20) # 1) where id = @agreement";
        await app.ExecuteAsync(app.Fjellvik, Flip, new { agreement });

        var (exit, _, errors) = await app.RotateAsync();

        Assert.Equal(1, exit);
        Assert.Contains(hurt.Id.ToString(), errors, StringComparison.Ordinal);
        Assert.DoesNotContain(whole.Id.ToString(), errors, StringComparison.Ordinal);
        await app.ExecuteAsync(app.Fjellvik, Flip, new { agreement });
        // The tables before that of the row that did not open were rolled back with it.
        foreach (var row in await SealedRows.OpenAsync(app, app.Fjellvik))
        {
            Assert.Equal(row.Family == hurt.Id ? 1 : 2, row.KeyNumber);
        }

        Assert.Equal(0, (await app.RotateAsync(hurt.Id)).Exit);
        Assert.All(await SealedRows.OpenAsync(app, app.Fjellvik), r => Assert.Equal(2, r.KeyNumber));
        Assert.All(await SealedRows.KeysAsync(app, app.Fjellvik), k => Assert.Equal(2, k.Number));
    }

    [Fact]
    public async Task A_destroyed_key_is_not_made_anew()
    {
        await using var app = await FletteApp.StartAsync();
        var family = await app.World(app.Fjellvik).FamilyAsync();
        var gone = await family.MemberAsync("Oda Borte", FamilyRelation.Child, 9);
        await app.ExecuteAsync(app.Fjellvik, "update owner_key set wrapped = null where owner = @gone", new { gone });
        Assert.Equal(0, (await app.RotateAsync()).Exit);
        var keys = await SealedRows.KeysAsync(app, app.Fjellvik);
        Assert.Equal((1, null), keys.Where(k => k.Owner == gone).Select(k => (k.Number, k.Wrapped)).Single());
        Assert.Equal(2, keys.Single(k => k.Owner == family.Id).Number);
    }

    [Fact]
    public async Task A_row_whose_owner_has_no_key_in_its_family_stops_it_before_anything_is_changed()
    {
        await using var app = await FletteApp.StartAsync();
        var world = app.World(app.Fjellvik);
        var (family, other) = (await world.FamilyAsync("En"), await world.FamilyAsync("To"));
        var child = await family.MemberAsync("Oda En", FamilyRelation.Child, 9);
        var agreement = await family.AgreementAsync("Ringe skolen", [child], family.Coordinator);
        await app.ExecuteAsync(
            app.Fjellvik,
            "update item set family = @Id where id = @agreement",
            new { other.Id, agreement }
        );
        var before = await app.SnapshotAsync(app.Fjellvik);
        var (exit, _, errors) = await app.RotateAsync(family.Id);
        Assert.Equal(1, exit);
        Assert.Contains("fjellvik: item, item_version har rader uten nøkkel", errors, StringComparison.Ordinal);
        Assert.Equal(before, await app.SnapshotAsync(app.Fjellvik));
    }

    [Theory]
    [InlineData("")]
    [InlineData("rotate --family")]
    [InlineData("rotate --family Bakken")]
    [InlineData("rotate --family 00000000-0000-0000-0000-000000000001")]
    [InlineData("rotate --municipality ingen")]
    [InlineData("destroy")]
    public async Task What_is_asked_wrongly_changes_nothing(string arguments)
    {
        await using var app = await FletteApp.StartAsync();
        await app.World(app.Fjellvik).FamilyAsync();
        var before = await app.SnapshotAsync(app.Fjellvik);
        var (exit, _, errors) = await app.KeysAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(2, exit);
        Assert.NotEmpty(errors);
        Assert.Equal(before, await app.SnapshotAsync(app.Fjellvik));
    }

    /// <summary>What is sealed, without the key it is sealed with.</summary>
    private static IEnumerable<(string, Guid, Guid, string)> Told(IEnumerable<SealedRows.Opened> opened) =>
        opened.Select(o => (o.Table, o.Family, o.Owner, o.Words)).Order();

    /// <summary>Everything but what is rotated and what tells of it: the keyed digests people are found by among it.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> RestAsync(FletteApp app)
    {
        await using var db = await app.ConnectAsync(app.Fjellvik);
        var rest = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var columns = await db.QueryAsync<(string Table, string Column)>(
            """
            select c.table_name, c.column_name from information_schema.columns c
             where c.table_schema = 'public' and c.table_name not in ('audit', 'audit_seal', 'owner_key') order by 1, 2
            """
        );
        foreach (var (table, column) in columns)
        {
            if (column == "body" && SealedColumn.All.Any(c => c.Table == table))
            {
                continue;
            }
            rest[$"{table}.{column}"] =
                await db.ExecuteScalarAsync<string>(
                    $"select coalesce(string_agg(t.\"{column}\"::text, ' ' order by t.\"{column}\"::text), '') from {table} t"
                ) ?? "";
        }
        return rest;
    }
}
