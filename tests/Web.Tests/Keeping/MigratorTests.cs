using System.Security.Cryptography;
using Dapper;
using Flette.Kit;
using Flette.Web.Data;
using Flette.Web.Delivery;
using Flette.Web.Hosting;
using Flette.Web.Vault;
using Npgsql;

namespace Flette.Web.Tests.Keeping;

/// <summary>Migrating twice changes nothing, failing changes nothing, and a database that does not fit is not served.</summary>
public class MigratorTests
{
    private static readonly MasterKey Key = new(RandomNumberGenerator.GetBytes(MasterKey.Size));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twice_is_no_change()
    {
        var database = await TestCluster.EmptyAsync();
        var first = await RunAsync(database);
        Assert.Equal(("fjellvik", 0, Migrator.Newest, (string?)null), (first.Key, first.From, first.To, first.Error));
        var before = await SchemaAsync(database);
        var second = await RunAsync(database);
        Assert.Equal((Migrator.Newest, Migrator.Newest, (string?)null), (second.From, second.To, second.Error));
        Assert.Equal(before, await SchemaAsync(database));
    }

    [Fact]
    public async Task Two_at_once_are_one()
    {
        var database = await TestCluster.EmptyAsync();
        var both = await Task.WhenAll(RunAsync(database), RunAsync(database));
        Assert.All(both, r => Assert.Null(r.Error));
        Assert.Equal([0, Migrator.Newest], both.Select(r => r.From).Order());
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_nothing_behind_and_the_others_go_on()
    {
        var (broken, good) = (await TestCluster.EmptyAsync(), await TestCluster.EmptyAsync());
        // Something stands in the way of a table in the middle of the first file.
        await ExecuteAsync(broken, "create view item as select 1 as id");
        var before = await SchemaAsync(broken);
        var results = new[] { await RunAsync(broken), await RunAsync(good) };
        Assert.NotNull(results[0].Error);
        Assert.Equal((0, 0), (results[0].From, results[0].To));
        Assert.Null(results[1].Error);
        Assert.Equal(before, await SchemaAsync(broken));
        await ExecuteAsync(broken, "drop view item");
        Assert.Null((await RunAsync(broken)).Error);
    }

    [Fact]
    public async Task A_database_that_fits_is_served()
    {
        var database = await TestCluster.EmptyAsync();
        await RunAsync(database, demo: true);
        Assert.Null(await UnfitAsync(database, Key, demo: true));
    }

    [Fact]
    public async Task Another_key_stops_the_start()
    {
        var database = await TestCluster.EmptyAsync();
        await RunAsync(database);
        Assert.Contains(
            "key file is not the one",
            await UnfitAsync(database, new MasterKey(RandomNumberGenerator.GetBytes(32))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Demo_and_production_are_not_mixed()
    {
        var (demo, real) = (await TestCluster.EmptyAsync(), await TestCluster.EmptyAsync());
        await RunAsync(demo, demo: true);
        await RunAsync(real);
        Assert.Contains("stamped as demo", await UnfitAsync(demo, Key), StringComparison.Ordinal);
        Assert.Contains("real data", await UnfitAsync(real, Key, demo: true), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_municipalitys_or_versions_database_is_not_served()
    {
        var database = await TestCluster.EmptyAsync();
        await RunAsync(database);
        Assert.Contains(
            "belongs to fjellvik",
            await UnfitAsync(database, Key, key: "sundhavn"),
            StringComparison.Ordinal
        );
        await ExecuteAsync(database, "insert into schema_version values (9999, 'later', now())");
        Assert.Contains("schema version 9999", await UnfitAsync(database, Key), StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_configuration_is_told_all_at_once()
    {
        var one = Wrong("Stor Key", ["a.example.no"], " ", "https://a.example.no");
        var two = Wrong("liten", ["A.example.no"], "Host=x", "https://a.example.no");
        var none = Wrong("liten", [], "Host=x", "https://a.example.no");
        var errors = new FletteOptions
        {
            Municipalities = [one, two, none],
            KeyFolder = "k",
            WayIn = "/x",
        }.Errors();
        // The address of one that has no host is no host of it either.
        Assert.Equal(6, errors.Count);
        Assert.NotEmpty(
            new FletteOptions
            {
                Municipalities = [],
                KeyFolder = "k",
                WayIn = "/x",
            }.Errors()
        );
    }

    [Theory]
    [InlineData("http://a.example.no")]
    [InlineData("https://b.example.no")]
    [InlineData("https://a.example.no/x")]
    [InlineData("https://a.example.no/?x")]
    [InlineData("https://u@a.example.no")]
    public void Links_go_out_under_a_safe_address_of_the_municipality_itself(string address)
    {
        var options = Wrong("a", ["a.example.no"], "Host=x", address);
        var error = Assert.Single(
            new FletteOptions
            {
                Municipalities = [options],
                KeyFolder = "k",
                WayIn = "/x",
            }.Errors()
        );
        Assert.Contains("Address", error, StringComparison.Ordinal);
    }

    private static MunicipalityOptions Wrong(string key, string[] hosts, string connection, string address) =>
        new()
        {
            Key = key,
            Name = "x",
            Hosts = hosts,
            Address = new Uri(address),
            Mail = new MailOptions { Host = "smtp.example.no", From = "flette@example.no" },
            Connection = connection,
            KeyFile = "k",
        };

    private static async Task<MigrationResult> RunAsync(string database, bool demo = false) =>
        await Migrator.RunAsync("fjellvik", await OwnerAsync(database), Key, demo, new TestClock(TestClock.Usual), Ct);

    private static async Task<string> OwnerAsync(string database) =>
        (await TestCluster.GetAsync()).ConnectionStringFor(database, PrivateCluster.OwnerRole);

    private static async Task ExecuteAsync(string database, string sql)
    {
        await using var db = new NpgsqlConnection(await OwnerAsync(database));
        await db.OpenAsync(Ct);
        await db.ExecuteAsync(sql);
    }

    private static async Task<string> SchemaAsync(string database)
    {
        await using var db = new NpgsqlConnection(await OwnerAsync(database));
        await db.OpenAsync(Ct);
        return string.Join(
            '\n',
            await db.QueryAsync<string>(
                """
                select concat_ws(' ', table_name, column_name, data_type, is_nullable) from information_schema.columns where table_schema = 'public'
                union all select concat_ws(' ', grantee, table_name, privilege_type) from information_schema.role_table_grants where table_schema = 'public'
                order by 1
                """
            )
        );
    }

    private static async Task<string?> UnfitAsync(
        string database,
        MasterKey master,
        bool demo = false,
        string key = "fjellvik"
    )
    {
        using var folder = new TemporaryFolder();
        var file = folder.In("a.key");
        // The registry reads keys from files only; this one is made there and then filled with the key under test.
        _ = MasterKey.FromFile(file, create: true);
        await File.WriteAllBytesAsync(file, Bytes(master), Ct);
        var connection = (await TestCluster.GetAsync()).ConnectionStringFor(database, PrivateCluster.AppRole);
        await using var databases = new Databases([
            new MunicipalityOptions
            {
                Key = key,
                Name = key,
                Hosts = ["a.example.no"],
                Address = new Uri("http://a.example.no"),
                Mail = new MailOptions { Host = "smtp.example.no", From = "flette@example.no" },
                Connection = connection,
                KeyFile = file,
            },
        ]);
        return await Migrator.UnfitAsync(databases.All[0], demo, Ct);
    }

    private static byte[] Bytes(MasterKey key) =>
        (byte[])
            typeof(MasterKey)
                .GetField("_key", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
                .GetValue(key)!;
}
