using Flette.Core.Access;
using Flette.Kit;
using Flette.Web.Delivery;
using Flette.Web.Features.Consents;
using Npgsql;

namespace Flette.Web.Tests.Delivery;

/// <summary>When mail leaves, and what stops it.</summary>
public sealed class LeavingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private static readonly TimeSpan Window = Outbox.UndoWindow;

    [Fact]
    public async Task Mail_leaves_after_30_seconds_and_not_before()
    {
        await using var app = await Mailing.StartAsync();
        var posted = await (await app.FamilyAsync()).PostAsync();
        await app.LaterAsync(TimeSpan.FromSeconds(29));
        Assert.Empty(app.Post.Taken);
        await app.LaterAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(Mailing.Address, Assert.Single(app.Post.Taken).To);
        Assert.Equal("sent 1", await app.HowAsync(posted));
        Assert.Equal(["system deliver-mail ok"], await app.LogAsync(posted));
        await app.LaterAsync(TimeSpan.FromDays(4));
        Assert.Single(app.Post.Taken);
    }

    [Fact]
    public async Task What_is_undone_in_time_never_leaves()
    {
        await using var app = await Mailing.StartAsync();
        var family = await app.FamilyAsync();
        var posted = await family.PostAsync();
        var other = await family.PostAsync(Mailing.Mail with { Address = "other@example.no" });
        app.Clock.Advance(TimeSpan.FromSeconds(29));
        var undone = 0;
        await family.DoAsync(
            Act.SendAgreements,
            async write =>
            {
                undone = await Outbox.UndoAsync(write, posted.Sending);
                return null;
            }
        );
        Assert.Equal(1, undone);
        await app.LaterAsync(TimeSpan.FromDays(1));
        Assert.Equal("undone 0", await app.HowAsync(posted));
        Assert.Equal("sent 1", await app.HowAsync(other));
        Assert.Equal("other@example.no", Assert.Single(app.Post.Taken).To);
    }

    [Fact]
    public async Task A_withdrawn_yes_stops_what_waits()
    {
        await using var app = await Mailing.StartAsync();
        var family = await app.FamilyAsync();
        var posted = await family.PostAsync();
        await WithdrawAsync(app, family);
        await app.LaterAsync(Window);
        Assert.Empty(app.Post.Taken);
        Assert.StartsWith("undone", await app.HowAsync(posted), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update link set revoked_at = created_at, revoked_why = 'not-me'", "link")]
    [InlineData("update link set expires_on = '2026-09-14'", "link")]
    [InlineData("update plan set state = 'withdrawn', withdrawn_at = opened_at", "plan")]
    [InlineData("update family set state = 'closed'", "closed")]
    public async Task What_has_happened_meanwhile_stops_what_waits(string sql, string why)
    {
        await using var app = await Mailing.StartAsync();
        var posted = await (await app.FamilyAsync()).PostAsync();
        await app.ExecuteAsync(app.Fjellvik, sql);
        await app.LaterAsync(Window);
        Assert.Empty(app.Post.Taken);
        Assert.Equal($"undone 0 {why}", await app.HowAsync(posted));
        Assert.Equal([$"system deliver-mail {why}"], await app.LogAsync(posted));
    }

    [Fact]
    public async Task A_link_opens_on_its_last_day_and_its_mail_leaves_then()
    {
        await using var app = await Mailing.StartAsync();
        var posted = await (await app.FamilyAsync()).PostAsync(days: 0);
        await app.LaterAsync(Window);
        Assert.Equal("sent 1", await app.HowAsync(posted));
    }

    [Theory]
    [InlineData("update plan set state = 'withdrawn', withdrawn_at = opened_at", "plan")]
    [InlineData("update link set revoked_at = created_at, revoked_why = 'not-me'", "link")]
    public async Task A_mail_is_not_looked_at_while_what_may_stop_it_is_being_changed(string sql, string why)
    {
        await using var app = await Mailing.StartAsync();
        var posted = await (await app.FamilyAsync()).PostAsync();
        await using (var db = await app.ConnectAsync(app.Fjellvik))
        await using (var work = await db.BeginTransactionAsync(Ct))
        {
            await using var command = new NpgsqlCommand(sql, db, work);
            await command.ExecuteNonQueryAsync(Ct);
            await app.LaterAsync(Window);
            Assert.Empty(app.Post.Taken);
            Assert.Equal("waiting 0", await app.HowAsync(posted));
            await work.CommitAsync(Ct);
        }
        await app.LaterAsync(TimeSpan.FromSeconds(1));
        Assert.Empty(app.Post.Taken);
        Assert.Equal($"undone 0 {why}", await app.HowAsync(posted));
    }

    [Fact]
    public async Task What_may_stop_a_mail_cannot_change_while_it_leaves_and_the_familys_other_work_goes_on()
    {
        await using var app = await Mailing.StartAsync();
        await (await app.FamilyAsync()).PostAsync();
        var free = new List<string>();
        app.Post.Taking = async _ =>
        {
            foreach (var table in new[] { "outbox", "plan", "link", "family" })
            {
                if (await IsFreeAsync(app, table))
                {
                    free.Add(table);
                }
            }
            return "250 OK";
        };
        await app.LaterAsync(Window);
        Assert.Single(app.Post.Taken);
        Assert.Equal(["family"], free);
    }

    private static async Task<bool> IsFreeAsync(FletteApp app, string table)
    {
        try
        {
            await app.ExecuteAsync(app.Fjellvik, $"select 1 from {table} for update nowait");
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
    }

    private static async Task WithdrawAsync(FletteApp app, FamilyInWorld family)
    {
        var mother = await app.ScalarAsync<Guid>(
            app.Fjellvik,
            "select given_by from consent where family = @Id",
            new { family.Id }
        );
        await family.DoAsync(Act.RecordPlanYes, async write => await PlanBook.WithdrawAsync(write, mother));
    }
}
