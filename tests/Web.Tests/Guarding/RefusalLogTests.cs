using System.Net;
using Flette.Kit;
using Flette.Web.Tests.Links;
using Flette.Web.Vault;

namespace Flette.Web.Tests.Guarding;

/// <summary>Refusals are in the log: of those who are known always, of anybody else as often as it is worth reading.</summary>
public sealed class RefusalLogTests(BareApp app) : IClassFixture<BareApp>
{
    [Theory]
    [InlineData("update link set revoked_at = now(), revoked_why = 'not-me' where id = @link")]
    [InlineData("update link set expires_on = '2020-01-01' where id = @link")]
    public async Task A_genuine_token_that_opens_nothing_is_a_row_each_time_with_its_link(string end)
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var (link, browser, _) = await world.OpenAsync();
        using var __ = browser;
        await app.App.ExecuteAsync(app.Fjellvik, end, new { link });
        for (var i = 0; i < 2; i++)
        {
            var answer = await browser.GetAsync("/l/" + LinkTokens.Of(app.Fjellvik.Master, link));
            Assert.Equal(HttpStatusCode.Gone, answer.Status);
        }
        Assert.Equal(
            [$"link {world.Tor} see-link link", $"link {world.Tor} see-link link"],
            await app.App.RowsAsync<string>(
                app.Fjellvik,
                "select concat_ws(' ', by_kind, by_id, act, outcome) from audit where family = @Id and items = array[@link] and outcome <> 'ok' order by id",
                new { world.Family.Id, link }
            )
        );
    }

    [Fact]
    public async Task Those_nobody_knows_share_a_row_for_each_act_family_and_minute()
    {
        var family = await app.World(app.Fjellvik).FamilyAsync();
        using var nobody = app.Visit(app.Fjellvik);
        // The start of a minute, and one that no other test of this program has been in.
        app.Clock.Advance(
            TimeSpan.FromMinutes(2) - TimeSpan.FromTicks(app.Clock.GetUtcNow().Ticks % TimeSpan.TicksPerMinute)
        );
        async Task<IReadOnlyList<string>> RefusedAsync()
        {
            var since = app.Clock.GetUtcNow();
            var paths = new[] { $"/f/{family.Id}", $"/f/{family.Id}/plan", "/i-dag", $"/f/{Guid.NewGuid()}" }
                .Concat(Enumerable.Range(0, 3).Select(i => $"/l/{new string((char)('a' + i), 43)}"))
                .ToList();
            for (var i = 0; i < 3; i++)
            {
                await Task.WhenAll(paths.Select(nobody.GetAsync));
                app.Clock.Advance(TimeSpan.FromSeconds(19));
            }
            var rows = await app.App.RowsAsync<string>(
                app.Fjellvik,
                "select concat_ws(' ', act, outcome, family) from audit where by_kind = 'nobody' and at >= @since",
                new { since }
            );
            return [.. rows.Order(StringComparer.Ordinal)];
        }
        var once = new[]
        {
            "see-family level",
            $"see-family level {family.Id}",
            "see-link link",
            $"see-plan level {family.Id}",
            "see-today level",
        };
        Assert.Equal(once, await RefusedAsync());
        app.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(once, await RefusedAsync());
    }

    [Fact]
    public async Task A_session_that_has_ended_is_still_somebodys_and_a_row_each_time()
    {
        var family = await app.World(app.Fjellvik).FamilyAsync();
        using var coordinator = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        await coordinator.OpenAsync($"/f/{family.Id}");
        app.Clock.Advance(Web.Access.FactsLoader.Idle);
        for (var i = 0; i < 2; i++)
        {
            await coordinator.GetAsync($"/f/{family.Id}");
        }
        Assert.Equal(
            ["see-family ok", "see-family ended", "see-family ended"],
            (await app.App.LogAsync(app.Fjellvik, family.Id)).Where(r =>
                r.StartsWith("see-family", StringComparison.Ordinal)
            )
        );
    }
}
