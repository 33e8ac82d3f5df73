using Flette.Kit;
using Flette.Web.Data;
using Npgsql;

namespace Flette.Web.Tests.Cluster;

public class PrivateClusterTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_role_connects_and_only_admin_may_make_databases()
    {
        var cluster = await TestCluster.GetAsync();
        var database = await TestCluster.EmptyAsync();
        foreach (var role in new[] { PrivateCluster.AdminRole, PrivateCluster.OwnerRole, PrivateCluster.AppRole })
        {
            Assert.Equal(role, await Sql.ScalarAsync(cluster.ConnectionStringFor(database, role), "select current_user"));
        }

        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            Sql.ScalarAsync(cluster.ConnectionStringFor(database, PrivateCluster.OwnerRole), "create database more")
        );
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }
}
