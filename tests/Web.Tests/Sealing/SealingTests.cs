using System.Globalization;
using Dapper;
using Flette.Core.Access;
using Flette.Kit;
using Flette.Web.Audit;
using Flette.Web.Audit.Sealing;
using Flette.Web.Data;
using Flette.Web.Vault;
using Npgsql;

namespace Flette.Web.Tests.Sealing;

/// <summary>The log is sealed row by row, and whatever is done to it afterwards is found and named.</summary>
public sealed partial class SealingTests(BareApp app) : IClassFixture<BareApp>
{
    private const int MostLooks = 10_000;

    private Municipality Here => app.Fjellvik;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task What_is_done_to_the_log_is_found_and_named(string attack, string says)
    {
        await WriteAsync(3);
        await SealAsync();
        await WriteAsync(3);
        await SealAsync();
        await WriteAsync(2);
        await SealAsync();
        await using var db = await app.App.ConnectAsync(Here);
        var rows = (await db.QueryAsync<long>("select id from audit order by id desc limit 4 offset 2")).ToList();
        var head = (await Seals.HeadAsync(db, Ct))!;
        string Fill(string text) =>
            text.Replace("{row}", rows[0].ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{other}", rows[1].ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{seal}", (head.No - 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty((await VerifyAsync(db, head)).Broken);
        await using var work = await db.BeginTransactionAsync(Ct);
        Assert.True(await db.ExecuteAsync(Fill(attack), transaction: work) > 0);
        await work.CommitAsync(Ct);
        try
        {
            var found = await VerifyAsync(db, head);
            Assert.True(
                found.Broken.Any(b => b.Contains(Fill(says), StringComparison.Ordinal)),
                Fill(attack) + "\n" + string.Join('\n', found.Broken)
            );
        }
        finally
        {
            // The next attack finds a log that is whole.
            await db.ExecuteAsync("delete from audit_seal; delete from audit");
        }
    }

    [Fact]
    public async Task Without_the_key_no_other_chain_can_be_made()
    {
        await WriteAsync(3);
        await SealAsync();
        await using var db = await app.App.ConnectAsync(Here);
        var head = (await Seals.HeadAsync(db, Ct))!;
        await using (var work = await db.BeginTransactionAsync(Ct))
        {
            await db.ExecuteAsync(
                "delete from audit_seal; delete from audit where id = (select max(id) from audit)",
                transaction: work
            );
            await Seals.OpenEpochAsync(db, work, Here.Key, new MasterKey(new byte[32]), app.Clock.GetUtcNow());
            await work.CommitAsync(Ct);
        }
        var found = await VerifyAsync(db, null);
        Assert.Contains(found.Broken, b => b.Contains("laget uten nøkkelen", StringComparison.Ordinal));
        await db.ExecuteAsync("delete from audit_seal; delete from audit");
        Assert.NotNull(head);
    }

    [Fact]
    public async Task A_row_that_commits_late_is_sealed_afterwards_and_none_is_left_out()
    {
        await SealAsync();
        await using var slow = await app.App.ConnectAsync(Here);
        await using var work = await slow.BeginTransactionAsync(Ct);
        await AuditLog.WriteAsync(slow, work, Row("sen"), app.Clock.GetUtcNow());
        await WriteAsync(4);
        // What came after the one that still runs waits for it.
        Assert.Equal(0, (await Seals.TurnAsync(Here, app.Clock.GetUtcNow(), Ct)).Sealed);
        await work.CommitAsync(Ct);
        await SealAsync();
        await using var db = await app.App.ConnectAsync(Here);
        Assert.Empty((await VerifyAsync(db, null)).Broken);
        Assert.Equal(5, (await Seals.HeadAsync(db, Ct))!.Rows);
    }

    [Fact]
    public async Task Two_who_seal_at_once_make_one_chain()
    {
        await WriteAsync(20);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Seals.TurnAsync(Here, app.Clock.GetUtcNow(), Ct)));
        await SealAsync();
        await using var db = await app.App.ConnectAsync(Here);
        Assert.Empty((await VerifyAsync(db, null)).Broken);
    }

    [Fact]
    public async Task More_than_a_seal_takes_becomes_several_also_from_one_transaction()
    {
        await using var db = await app.App.ConnectAsync(Here);
        const string Many =
            "insert into audit (at, by_kind, act, outcome, items, request) select now(), 'system', 'remind', 'ok', '{}', 'mange' from generate_series(1, @n)";
        await db.ExecuteAsync(Many, new { n = Seals.Most + 7 });
        await db.ExecuteAsync(Many, new { n = Seals.Most - 1 });
        await db.ExecuteAsync(Many, new { n = 3 });
        await SealAsync();
        var found = await VerifyAsync(db, null);
        Assert.Equal("", string.Join('\n', found.Broken));
        Assert.Equal(0, found.Unsealed);
    }

    [Fact]
    public async Task After_a_restore_a_new_epoch_begins_though_the_server_counts_from_the_start_again()
    {
        await WriteAsync(3);
        await SealAsync();
        await WriteAsync(2);
        await using var db = await app.App.ConnectAsync(Here);
        // As a log from a server that had come further than this one.
        await db.ExecuteAsync(
            "delete from audit_seal; update audit set xid = (xid::text::numeric + 1000000000000)::text::xid8"
        );
        await using (var work = await db.BeginTransactionAsync(Ct))
        {
            var opened = await Seals.OpenEpochAsync(db, work, Here.Key, Here.Master, app.Clock.GetUtcNow());
            await work.CommitAsync(Ct);
            Assert.Equal(2, opened.Epoch);
        }
        await WriteAsync(3);
        var waiting = await VerifyAsync(db, null);
        Assert.Equal("", string.Join('\n', waiting.Broken));
        Assert.Equal(3, waiting.Unsealed);
        await SealAsync();
        await using (var work = await db.BeginTransactionAsync(Ct))
        {
            Assert.Equal(3, (await Seals.OpenEpochAsync(db, work, Here.Key, Here.Master, app.Clock.GetUtcNow())).Epoch);
            await work.CommitAsync(Ct);
        }
        var found = await VerifyAsync(db, null);
        Assert.Empty(found.Broken);
        Assert.Equal(0, found.Unsealed);
        // What is put in among the old is found in the new epoch too.
        await db.ExecuteAsync(
            "insert into audit (id, at, by_kind, act, outcome, items, request) overriding system value values (-5, now(), 'staff', 'see-plan', 'ok', '{}', 'x')"
        );
        Assert.Contains(
            (await VerifyAsync(db, null)).Broken,
            b => b.Contains("rad -5 er satt inn", StringComparison.Ordinal)
        );
        await db.ExecuteAsync("delete from audit_seal; delete from audit");
    }

    [Fact]
    public async Task A_row_put_in_before_a_backup_is_still_found_in_the_epoch_after_it()
    {
        await WriteAsync(3);
        await SealAsync();
        await using var db = await app.App.ConnectAsync(Here);
        var put = await db.ExecuteScalarAsync<long>(
            "insert into audit (at, by_kind, act, outcome, items, request, xid) select at, by_kind, act, outcome, items, request, xid from audit order by id desc limit 1 returning id"
        );
        await WriteAsync(2);
        await using (var work = await db.BeginTransactionAsync(Ct))
        {
            await Seals.OpenEpochAsync(db, work, Here.Key, Here.Master, app.Clock.GetUtcNow());
            await work.CommitAsync(Ct);
        }
        var found = await VerifyAsync(db, null);
        Assert.Contains($"rad {put} er satt inn", Assert.Single(found.Broken), StringComparison.Ordinal);
        Assert.Equal(0, found.Unsealed);
        await db.ExecuteAsync("delete from audit_seal; delete from audit");
    }

    [Fact]
    public async Task The_role_that_serves_can_write_seals_and_change_none()
    {
        await WriteAsync(1);
        await SealAsync();
        await using var db = await app.App.ConnectAsync(Here, PrivateCluster.AppRole);
        foreach (
            var forbidden in new[]
            {
                "update audit_seal set rows = 0",
                "delete from audit_seal",
                "truncate audit_seal",
                "update audit set act = 'x'",
                "delete from audit",
                "truncate audit",
                "create trigger t before insert on audit execute function now()",
                "alter table audit disable trigger all",
            }
        )
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => db.ExecuteAsync(forbidden));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    private AuditRow Row(string request) =>
        new(Asker.System(Here.Key), Act.Remind, "ok", null, [Guid.NewGuid()], request);

    private async Task WriteAsync(int many)
    {
        await using var db = await app.App.ConnectAsync(Here);
        for (var i = 0; i < many; i++)
        {
            await AuditLog.WriteAsync(db, null, Row($"r{i}"), app.Clock.GetUtcNow());
        }
    }

    // Others' tests run on the same server, and what they have not finished holds ours back for a moment.
    private async Task SealAsync()
    {
        await using var db = await app.App.ConnectAsync(Here);
        for (var looks = 0; await Seals.LagAsync(db, DateTimeOffset.MaxValue, Ct) > TimeSpan.Zero; looks++)
        {
            Assert.True(looks < MostLooks);
            await Seals.TurnAsync(Here, app.Clock.GetUtcNow(), Ct);
        }
    }

    private Task<Verified> VerifyAsync(NpgsqlConnection db, Seal? head, FletteApp? own = null)
    {
        var here = own?.Fjellvik ?? Here;
        IReadOnlyList<KnownHead> heads = head is null
            ? []
            : [new KnownHead(here.Key, head.Epoch, head.No, Convert.ToHexStringLower(head.Mac))];
        var now = (own?.Clock ?? app.Clock).GetUtcNow();
        return Verifying.RunAsync(db, new AuditKey(here.Key, here.Master), heads, now, Ct);
    }
}
