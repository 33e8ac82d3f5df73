using Dapper;
using Flette.Kit;
using Flette.Web.Operating.Keys;
using Npgsql;

namespace Flette.Web.Tests.Vault;

/// <summary>
/// Every column of bytes is either rotated or stands among the exceptions with a reason: the keys of a column that is in neither list would be
/// destroyed under it.
/// </summary>
public sealed class SealedColumnTests(BareApp app) : IClassFixture<BareApp>
{
    [Fact]
    public async Task Every_column_of_bytes_is_rotated_or_has_a_reason_not_to_be()
    {
        await using var db = await app.App.ConnectAsync(app.Fjellvik);
        Assert.Equal(Listed(), await LiveAsync(db, null));
        Assert.All(SealedColumn.Exceptions, e => Assert.NotEmpty(e.Value));
    }

    [Fact]
    public async Task A_new_sealed_column_that_nobody_listed_is_found()
    {
        await using var db = await app.App.ConnectAsync(app.Fjellvik);
        await using var work = await db.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await db.ExecuteAsync("create table planted (id uuid primary key, body bytea)", transaction: work);
        Assert.Equal(["planted.body"], (await LiveAsync(db, work)).Except(Listed()));
    }

    private static IEnumerable<string> Listed() =>
        SealedColumn
            .All.Select(c => c.Table + ".body")
            .Concat(SealedColumn.Exceptions.Keys)
            .Order(StringComparer.Ordinal);

    private static async Task<IReadOnlyList<string>> LiveAsync(NpgsqlConnection db, NpgsqlTransaction? work) =>
        [
            .. (
                await db.QueryAsync<string>(
                    "select table_name || '.' || column_name from information_schema.columns where table_schema = 'public' and data_type = 'bytea'",
                    transaction: work
                )
            ).Order(StringComparer.Ordinal),
        ];
}
