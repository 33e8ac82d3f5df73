using Dapper;
using Flette.Demo;
using Flette.Kit;
using Flette.Web.Data;
using Npgsql;

namespace Flette.Web.Tests.Seed;

/// <summary>A seed that was cut short must not look like a whole one. The databases have the demo's own names here.</summary>
public class UnfinishedSeedTests
{
    [Fact]
    public async Task A_seed_that_never_ended_is_thrown_away_and_a_finished_one_kept()
    {
        var cancel = TestContext.Current.CancellationToken;
        var cluster = await TestCluster.GetAsync();
        using var keys = new TemporaryFolder();
        var store = new DemoStore(
            cluster.MaintenanceConnectionString,
            cluster.ConnectionStringFor,
            keys.Path,
            new DemoPorts(Web: 1, Mail: 1, Sms: 1),
            new TestClock(TestClock.Usual)
        );
        try
        {
            await store.ReadyAsync(fresh: false, cancel);
            await AddStaffAsync(cluster);
            Assert.Null(await store.FinishedAsync("fjellvik", cancel));
            await store.ReadyAsync(fresh: false, cancel);
            Assert.Equal(0, await StaffAsync(cluster));

            var mark = new SeedMark { Day = new DateOnly(2026, 9, 15), Families = 7 };
            await AddStaffAsync(cluster);
            await store.FinishAsync("fjellvik", mark, cancel);
            await store.ReadyAsync(fresh: false, cancel);
            Assert.Equal(1, await StaffAsync(cluster));
            Assert.Equal(mark, await store.FinishedAsync("fjellvik", cancel));

            await store.ReadyAsync(fresh: true, cancel);
            Assert.Equal(0, await StaffAsync(cluster));
        }
        finally
        {
            await DropAsync();
        }
    }

    [Fact]
    public async Task What_is_not_stamped_as_demo_is_never_thrown_away()
    {
        var cancel = TestContext.Current.CancellationToken;
        var cluster = await TestCluster.GetAsync();
        using var keys = new TemporaryFolder();
        var store = new DemoStore(
            cluster.MaintenanceConnectionString,
            cluster.ConnectionStringFor,
            keys.Path,
            new DemoPorts(Web: 1, Mail: 1, Sms: 1),
            new TestClock(TestClock.Usual)
        );
        try
        {
            await store.ReadyAsync(fresh: false, cancel);
            await AddStaffAsync(cluster);
            await using (var db = Owner(cluster))
            {
                await db.ExecuteAsync("update municipality set demo = false");
            }
            await store.ReadyAsync(fresh: false, cancel);
            Assert.Equal(1, await StaffAsync(cluster));
        }
        finally
        {
            await DropAsync();
        }
    }

    private static async Task AddStaffAsync(PrivateCluster cluster)
    {
        await using var db = Owner(cluster);
        await db.ExecuteAsync("insert into staff (id, name, email) values (gen_random_uuid(), 'Halv Ferdig', '')");
    }

    private static async Task<int> StaffAsync(PrivateCluster cluster)
    {
        await using var db = Owner(cluster);
        return await db.ExecuteScalarAsync<int>("select count(*) from staff");
    }

    private static NpgsqlConnection Owner(PrivateCluster cluster) =>
        new(cluster.ConnectionStringFor("flette_fjellvik", PrivateCluster.OwnerRole) + ";Pooling=false");

    private static async Task DropAsync()
    {
        foreach (var m in DemoMunicipality.All)
        {
            await TestCluster.DropAsync(m.Database);
        }
    }
}
