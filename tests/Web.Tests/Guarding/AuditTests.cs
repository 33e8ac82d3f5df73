using System.Collections.Concurrent;
using System.Net;
using Dapper;
using Flette.Core.Access;
using Flette.Kit;
using Flette.Web.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Flette.Web.Tests.Guarding;

/// <summary>No act without its row in the log, and no row without its act.</summary>
public sealed class AuditTests(WatchedApp app) : IClassFixture<WatchedApp>
{
    [Fact]
    public async Task A_reads_row_is_committed_before_the_first_byte_leaves()
    {
        var family = await app.World(app.Fjellvik).FamilyAsync("Sett");
        using var coordinator = await app.App.StaffAsync(app.Fjellvik, family.Coordinator);
        var page = await coordinator.GetAsync($"/f/{family.Id}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var seen = Assert.Single(app.BeforeFirstByte, r => r.Path == $"/f/{family.Id}");
        Assert.Equal("see-family ok", seen.Row);
        using var stranger = await app.App.StaffAsync(app.Fjellvik, await app.World(app.Fjellvik).CoordinatorAsync());
        await stranger.GetAsync($"/f/{family.Id}?s");
        Assert.Equal("see-family relation", Assert.Single(app.BeforeFirstByte, r => r.Path == $"/f/{family.Id}?s").Row);
    }

    [Fact]
    public async Task A_read_is_one_row_per_person_page_and_ten_minutes()
    {
        var family = await app.World(app.Fjellvik).FamilyAsync();
        using var one = await app.App.StaffAsync(app.Fjellvik, family.Coordinator);
        async Task<int> RowsAsync(Browserless browser)
        {
            await browser.OpenAsync($"/f/{family.Id}");
            return (await app.App.LogAsync(app.Fjellvik, family.Id)).Count(r => r == "see-family ok");
        }
        Assert.Equal(1, await RowsAsync(one));
        Assert.Equal(1, await RowsAsync(one));
        app.App.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        Assert.Equal(1, await RowsAsync(one));
        app.App.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, await RowsAsync(one));
    }

    [Fact]
    public async Task A_refusal_is_a_row_every_time_also_for_what_does_not_exist()
    {
        var missing = Guid.NewGuid();
        using var coordinator = await app.App.StaffAsync(
            app.Fjellvik,
            await app.World(app.Fjellvik).CoordinatorAsync()
        );
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await coordinator.GetAsync($"/f/{missing}")).Status);
        }
        Assert.Equal(
            ["see-family relation", "see-family relation", "see-family relation"],
            await app.App.LogAsync(app.Fjellvik, missing)
        );
    }

    [Fact]
    public async Task A_write_and_its_row_are_one_transaction()
    {
        var world = app.World(app.Fjellvik);
        var family = await world.FamilyAsync("Skrevet");
        var (xidOfRow, xidOfFamily) = (
            await app.App.ScalarAsync<string>(
                app.Fjellvik,
                "select xid::text from audit where act = 'register-family' and items = array[@Id]",
                new { family.Id }
            ),
            await app.App.ScalarAsync<string>(
                app.Fjellvik,
                "select xmin::text from family where id = @Id",
                new { family.Id }
            )
        );
        Assert.Equal(xidOfFamily, xidOfRow);
    }

    [Fact]
    public async Task When_the_row_cannot_be_written_nothing_else_is()
    {
        var world = app.World(app.Fjellvik);
        var officer = await world.OfficerAsync();
        using var browser = await app.App.StaffAsync(app.Fjellvik, officer);
        var form = (await browser.OpenAsync("/enhet")).Form("Registrer").Fill("Hva heter familien?", "Uten spor");
        var before = await app.App.SnapshotAsync(app.Fjellvik, everything: true);
        await app.App.ExecuteAsync(
            app.Fjellvik,
            "alter table audit add constraint no_writes check (act <> 'register-family') not valid"
        );
        try
        {
            await form.PressAsync(HttpStatusCode.InternalServerError);
            Assert.Equal(before, await app.App.SnapshotAsync(app.Fjellvik, everything: true));
        }
        finally
        {
            await app.App.ExecuteAsync(app.Fjellvik, "alter table audit drop constraint no_writes");
        }
        Assert.Equal("Uten spor", (await form.PressAsync()).Heading);
    }

    [Fact]
    public async Task When_a_write_fails_no_row_says_it_was_done()
    {
        var world = app.World(app.Fjellvik);
        var family = await world.FamilyAsync();
        await Assert.ThrowsAsync<DivideByZeroException>(() =>
            family.DoAsync(
                Act.ChangeMember,
                async write =>
                {
                    await write.ExecuteAsync("update family set version = 99 where id = @Id", new { family.Id });
                    throw new DivideByZeroException();
                }
            )
        );
        Assert.DoesNotContain("change-member ok", await app.App.LogAsync(app.Fjellvik, family.Id));
        Assert.Equal(
            1,
            await app.App.ScalarAsync<int>(app.Fjellvik, "select version from family where id = @Id", new { family.Id })
        );
    }

    [Fact]
    public async Task The_log_holds_ids_and_never_names()
    {
        var family = await app.World(app.Fjellvik).FamilyAsync("Kanarifugl");
        await family.MemberAsync("Kanarina Kanarifugl", Core.Families.FamilyRelation.Mother, 33);
        var log = await app.App.ScalarAsync<string>(app.Fjellvik, "select string_agg(a::text, ' ') from audit a");
        Assert.DoesNotContain("Kanari", log, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("update audit set outcome = 'ok'")]
    [InlineData("delete from audit")]
    [InlineData("truncate audit")]
    [InlineData("alter table audit add column x int")]
    [InlineData("drop table audit")]
    [InlineData("create trigger t before insert on audit execute function pg_notify()")]
    [InlineData("alter table audit disable trigger all")]
    [InlineData("create table more (id int)")]
    [InlineData("create schema more")]
    [InlineData("alter table family add column name text")]
    [InlineData("drop table family")]
    [InlineData("truncate family")]
    [InlineData("delete from item")]
    [InlineData("delete from family")]
    [InlineData("update item_version set version = 1")]
    [InlineData("update plan_version set version = 1")]
    [InlineData("update member_version set version = 1")]
    [InlineData("delete from member_version")]
    [InlineData("update guardianship_version set version = 1")]
    [InlineData("delete from guardianship_version")]
    [InlineData("update appointment_version set version = 1")]
    [InlineData("delete from appointment_version")]
    [InlineData("update municipality set demo = false")]
    [InlineData("insert into municipality values ('x', true, '', now())")]
    [InlineData("insert into schema_version values (99, 'x', now())")]
    [InlineData("set role flette_owner")]
    [InlineData("grant all on audit to public")]
    public async Task The_role_that_serves_may_not(string sql)
    {
        await using var db = await app.App.ConnectAsync(app.Fjellvik, PrivateCluster.AppRole);
        var refused = await Record.ExceptionAsync(() => db.ExecuteAsync(sql));
        if (sql.StartsWith("grant", StringComparison.Ordinal))
        {
            // PostgreSQL only warns; what counts is that nothing was given.
            Assert.False(
                await db.ExecuteScalarAsync<bool>("select has_table_privilege('flette_app', 'audit', 'delete')")
            );
            return;
        }
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, Assert.IsType<PostgresException>(refused).SqlState);
    }
}

/// <summary>A program that looks, from another connection, at what is committed when the first byte of an answer is about to leave.</summary>
public sealed class WatchedApp : IAsyncLifetime
{
    private FletteApp? _app;

    public FletteApp App => _app ?? throw new InvalidOperationException("The program is not started.");

    public Municipality Fjellvik => App.Fjellvik;

    /// <summary>For each answer the log row of its request, as another connection saw it then.</summary>
    public ConcurrentQueue<(string Path, string? Row)> BeforeFirstByte { get; } = new();

    public World World(Municipality municipality) => App.World(municipality);

    public async ValueTask InitializeAsync() =>
        _app = await FletteApp.StartAsync(adjust: b => b.Services.AddSingleton<IStartupFilter>(new Watch(this)));

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
        GC.SuppressFinalize(this);
    }

    private async Task LookAsync(HttpContext http)
    {
        await using var db = await App.ConnectAsync(Fjellvik);
        var row = await db.ExecuteScalarAsync<string?>(
            "select act || ' ' || outcome from audit where request = @TraceIdentifier",
            new { http.TraceIdentifier }
        );
        BeforeFirstByte.Enqueue((http.Request.Path + http.Request.QueryString, row));
    }

    private sealed class Watch(WatchedApp app) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            builder =>
            {
                builder.Use(
                    (http, rest) =>
                    {
                        http.Response.OnStarting(() => app.LookAsync(http));
                        return rest(http);
                    }
                );
                next(builder);
            };
    }
}
