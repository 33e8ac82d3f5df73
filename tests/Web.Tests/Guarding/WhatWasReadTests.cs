using System.Net;
using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Tests.Links;

namespace Flette.Web.Tests.Guarding;

/// <summary>The log says what was read: one row per person, page, what the page is about, and ten minutes.</summary>
public sealed class WhatWasReadTests(BareApp app) : IClassFixture<BareApp>
{
    [Fact]
    public async Task Five_histories_and_five_participants_are_ten_rows_each_with_its_own()
    {
        var family = await app.World(app.Fjellvik).FamilyAsync();
        var child = await family.MemberAsync("Oda Nordmann", FamilyRelation.Child, 9);
        var paths = new List<(string Path, string Row)>();
        for (var i = 0; i < 5; i++)
        {
            var agreement = await family.AgreementAsync($"Avtale {i}", [child], family.Coordinator);
            var participant = await family.ParticipantAsync($"Lærer {i}", concerns: child);
            paths.Add(($"/f/{family.Id}/historikk/{agreement}", $"see-plan {agreement}"));
            paths.Add(($"/f/{family.Id}/deltaker/{participant}", $"see-family {participant}"));
        }
        using var coordinator = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        async Task<IReadOnlyList<string>> ReadAllAsync()
        {
            foreach (var (path, _) in paths)
            {
                Assert.Equal(HttpStatusCode.OK, (await coordinator.GetAsync(path)).Status);
            }
            return await app.App.RowsAsync<string>(
                app.Fjellvik,
                "select act || ' ' || array_to_string(items, ' ') from audit where family = @Id and outcome = 'ok' and act like 'see-%' order by id",
                new { family.Id }
            );
        }
        var once = paths.Select(p => p.Row).ToList();
        Assert.Equal(once, await ReadAllAsync());
        Assert.Equal(once, await ReadAllAsync());
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(once.Concat(once), await ReadAllAsync());
    }

    [Fact]
    public async Task A_link_is_read_as_itself_whatever_the_address_names()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var (link, browser, page) = await world.OpenAsync();
        using var _ = browser;
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(
            [link],
            (
                await app.App.ScalarAsync<Guid[]>(
                    app.Fjellvik,
                    "select items from audit where family = @Id and act = 'see-link' and outcome = 'ok'",
                    new { world.Family.Id }
                )
            )!
        );
    }
}
