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
public sealed class SealingTests(BareApp app) : IClassFixture<BareApp>
{
    private const int MostLooks = 10_000;

    private Municipality Here => app.Fjellvik;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>What is done behind the program's back, and what is said of it; {row}, {other} and {seal} are numbers in the middle.</summary>
    public static TheoryData<string, string> Attacks =>
        new()
        {
            { "update audit set by_id = gen_random_uuid() where id = {row}", "rad {row} er endret" },
            { "update audit set by_kind = 'member' where id = {row}", "rad {row} er endret" },
            { "update audit set act = 'see-today' where id = {row}", "rad {row} er endret" },
            { "update audit set outcome = 'room' where id = {row}", "rad {row} er endret" },
            { "update audit set at = at + interval '1 microsecond' where id = {row}", "rad {row} er endret" },
            { "update audit set family = gen_random_uuid() where id = {row}", "rad {row} er endret" },
            { "update audit set items = array[gen_random_uuid()] where id = {row}", "rad {row} er endret" },
            { "update audit set request = request || 'x' where id = {row}", "rad {row} er endret" },
            { "update audit set reason = '\\x00' where id = {row}", "rad {row} er endret" },
            { "update audit set minute = at where id = {row}", "rad {row} er endret" },
            { "update audit set xid = '1' where id = {row}", "rad {row} er endret" },
            { "delete from audit where id = {row}", "rad {row} er slettet" },
            {
                "update audit a set request = b.request from audit b where (a.id, b.id) in (({row}, {other}), ({other}, {row}))",
                "rad {row} er endret"
            },
            {
                "insert into audit (at, by_kind, act, outcome, items, request, xid) select at, by_kind, act, outcome, items, request, xid from audit where id = {row}",
                "er satt inn"
            },
            { "update audit_seal set rows = rows + 1 where no = {seal}", "segl {seal} er endret" },
            { "update audit_seal set at = at + interval '1 second' where no = {seal}", "segl {seal} er endret" },
            { "update audit_seal set epoch = 7 where no = {seal}", "segl {seal} er endret" },
            { "update audit_seal set to_xid = '3' where no = {seal}", "segl {seal} er endret" },
            { "update audit_seal set mac = sha256(mac) where no = {seal}", "segl {seal} er endret" },
            {
                "update audit_seal set digests = set_byte(digests, 9, get_byte(digests, 9) # 1) where no = {seal}",
                "segl {seal} er endret"
            },
            {
                "update audit_seal set digests = ''::bytea, rows_hash = sha256(''::bytea), rows = 0 where no = {seal}",
                "segl {seal} er endret"
            },
            { "delete from audit_seal where no = {seal}", "segl {seal} mangler" },
            {
                "update audit_seal set no = case no when {seal} then -1 else {seal} end where no in ({seal}, {seal} + 1)",
                "mangler"
            },
            { "delete from audit_seal where no > {seal}", "er kuttet" },
            { "delete from audit_seal", "er kuttet" },
            {
                "with gone as (delete from audit_seal where no > {seal} returning digests) delete from audit where id > {row}",
                "er kuttet"
            },
        };

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

    [Fact]
    public async Task The_command_says_it_all_and_takes_heads_from_the_operators_log()
    {
        await WriteAsync(2);
        await SealAsync();
        var (exit, head) = await CommandAsync("head", "--municipality", "fjellvik");
        Assert.Equal(0, exit);
        var words = head.Trim().Split(' ');
        using var folder = new TemporaryFolder();
        var file = folder.In("hode.txt");
        await File.WriteAllTextAsync(
            file,
            "{\"EventId\":41,\"Message\":\"Head of the log: "
                + string.Join(' ', words[..4])
                + "\",\"State\":{\"Mac\":\"x\"}}"
                + "\n",
            Ct
        );
        var (unasked, _) = await CommandAsync("verify", "--head", file);
        Assert.Equal(2, unasked);
        var (whole, says) = await CommandAsync("verify", "--head", file, "--municipality", "fjellvik");
        Assert.Equal(0, whole);
        Assert.Contains("fjellvik: loggen er hel.", says, StringComparison.Ordinal);
        await using var db = await app.App.ConnectAsync(Here);
        await db.ExecuteAsync("delete from audit_seal where no = (select max(no) from audit_seal)");
        (var broken, says) = await CommandAsync("verify", "--head", file, "--municipality", "fjellvik");
        Assert.Equal(1, broken);
        Assert.Contains("er kuttet", says, StringComparison.Ordinal);
        await db.ExecuteAsync("delete from audit_seal");
        foreach (
            var wrong in new[]
            {
                "",
                "verify --heads x",
                "head --head x",
                "verify --municipality ingen",
                "verify --head /finnes/ikke",
            }
        )
        {
            Assert.Equal(2, (await CommandAsync(wrong.Split(' ', StringSplitOptions.RemoveEmptyEntries))).Exit);
        }
    }

    [Fact]
    public async Task The_program_seals_by_itself_tells_the_head_each_hour_and_when_it_cannot()
    {
        await using var own = await FletteApp.StartAsync();
        await using var db = await own.ConnectAsync(own.Fjellvik);
        var sealer = new Sealer(
            new Databases([Options(own)]),
            own.Clock,
            new Microsoft.Extensions.Logging.Logger<Sealer>(new Microsoft.Extensions.Logging.LoggerFactory([own.Log]))
        );
        await AuditLog.WriteAsync(db, null, Row("en"), own.Clock.GetUtcNow());
        await LookUntilSealedAsync();
        Assert.Contains(own.Log.Lines, l => l.Contains("Head of the log: fjellvik 1 ", StringComparison.Ordinal));

        await using var slow = await own.ConnectAsync(own.Fjellvik);
        await using var work = await slow.BeginTransactionAsync(Ct);
        await AuditLog.WriteAsync(slow, work, Row("sen"), own.Clock.GetUtcNow());
        await AuditLog.WriteAsync(db, null, Row("to"), own.Clock.GetUtcNow());
        await sealer.LookAsync(own.Fjellvik, Ct);
        Assert.DoesNotContain(own.Log.Lines, l => l.Contains("not been sealed", StringComparison.Ordinal));
        own.Clock.Advance(TimeSpan.FromSeconds(61));
        await sealer.LookAsync(own.Fjellvik, Ct);
        Assert.Contains(own.Log.Lines, l => l.Contains("not been sealed for 61 seconds", StringComparison.Ordinal));
        await work.CommitAsync(Ct);
        own.Clock.Advance(TimeSpan.FromHours(1));
        await LookUntilSealedAsync();
        Assert.True(own.Log.Lines.Count(l => l.Contains("Head of the log: fjellvik", StringComparison.Ordinal)) >= 2);

        async Task LookUntilSealedAsync()
        {
            for (var looks = 0; looks == 0 || (await VerifyAsync(db, null, own)).Unsealed > 0; looks++)
            {
                Assert.True(looks < MostLooks);
                await sealer.LookAsync(own.Fjellvik, Ct);
            }
        }
    }

    private static MunicipalityOptions Options(FletteApp own) =>
        own.Services.GetService(typeof(Hosting.FletteOptions)) is Hosting.FletteOptions options
            ? options.Municipalities.Single(m => m.Key == "fjellvik")
            : throw new InvalidOperationException();

    private async Task<(int Exit, string Says)> CommandAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        var options = (Hosting.FletteOptions)app.App.Services.GetService(typeof(Hosting.FletteOptions))!;
        var exit = await AuditCommand.RunAsync(
            options.Municipalities,
            arguments,
            output,
            TextWriter.Null,
            app.Clock,
            Ct
        );
        return (exit, output.ToString());
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
