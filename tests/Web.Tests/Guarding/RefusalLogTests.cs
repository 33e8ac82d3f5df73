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
            Assert.Equal(HttpStatusCode.Gone, (await app.App.LinkAsync(app.Fjellvik, link)).Page.Status);
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
}
