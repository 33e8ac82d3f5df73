using System.Net;
using System.Text.RegularExpressions;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Kit;

namespace Flette.Web.Tests.Guarding;

/// <summary>Not yours is not found, with the same bytes as what does not exist.</summary>
public sealed partial class NotYoursTests(BareApp app) : IClassFixture<BareApp>
{
    [Fact]
    public async Task A_family_that_is_not_yours_answers_as_one_that_does_not_exist()
    {
        var world = app.World(app.Fjellvik);
        var family = await world.FamilyAsync("Hemmeli");
        var mother = await family.MemberAsync("Siri Hemmeli", FamilyRelation.Mother, 40);
        using var other = await app.StaffAsync(app.Fjellvik, await world.CoordinatorAsync());
        using var leader = await app.StaffAsync(app.Fjellvik, await world.StaffAsync("Lars Leder", StaffRole.Leader));
        using var former = await app.StaffAsync(
            app.Fjellvik,
            (
                await world.FamilyAsync(period: new Core.Period(world.Today.AddYears(-2), world.Today.AddYears(-1)))
            ).Coordinator
        );
        using var member = await app.MemberAsync(app.Fjellvik, mother);
        var strangers = new[] { other, leader, former, member };
        foreach (
            var template in Addresses
                .Templates(app.App)
                .Where(t => t.Contains("{family:guid}", StringComparison.Ordinal))
        )
        {
            var real = Addresses.Fill(
                template,
                new Dictionary<string, string>(StringComparer.Ordinal) { ["family"] = family.Id.ToString() }
            );
            var missing = Addresses.Fill(
                template,
                new Dictionary<string, string>(StringComparer.Ordinal) { ["family"] = Guid.NewGuid().ToString() }
            );
            foreach (var asker in strangers)
            {
                var (one, two) = (await asker.GetAsync(real), await asker.GetAsync(missing));
                if (
                    ReferenceEquals(asker, member)
                    && (
                        one.Status == HttpStatusCode.OK
                        || one.Header("Location")?.StartsWith("/min-familie", StringComparison.Ordinal) == true
                    )
                )
                {
                    continue; // A page of her own family's, or the way to it.
                }
                Assert.Equal(HttpStatusCode.NotFound, one.Status);
                Assert.Equal(Same(two), Same(one));
                Assert.DoesNotContain("Hemmeli", one.Html, StringComparison.Ordinal);
                var posted = await asker.PostAsync(real, []);
                Assert.Equal(Same(await asker.PostAsync(missing, [])), Same(posted));
            }
        }
    }

    [Fact]
    public async Task The_unit_reads_no_page_of_a_familys()
    {
        var family = await app.World(app.Fjellvik).FamilyAsync("Hemmeli");
        using var officer = await app.StaffAsync(app.Fjellvik, family.Officer);
        foreach (var template in Addresses.Templates(app.App).Where(t => t.StartsWith("/f/", StringComparison.Ordinal)))
        {
            var page = await officer.GetAsync(
                Addresses.Fill(
                    template,
                    new Dictionary<string, string>(StringComparer.Ordinal) { ["family"] = family.Id.ToString() }
                )
            );
            Assert.True(page.Status == HttpStatusCode.NotFound, template);
        }
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_sent_to_the_way_in_whether_it_exists_or_not()
    {
        var family = await app.World(app.Fjellvik).FamilyAsync();
        using var nobody = app.Visit(app.Fjellvik);
        foreach (var id in new[] { family.Id, Guid.NewGuid() })
        {
            var page = await nobody.GetAsync($"/enhet/{id}");
            Assert.Equal(HttpStatusCode.Redirect, page.Status);
            Assert.Equal($"/demo?til=%2Fenhet%2F{id}", page.Header("Location"));
        }
    }

    [Fact]
    public async Task A_deputy_reads_while_the_unit_has_opened_and_not_before_or_after()
    {
        var world = app.World(app.Fjellvik);
        var deputy = await world.CoordinatorAsync("Dina Deputy");
        var family = await world.FamilyAsync(deputy: deputy);
        using var browser = await app.StaffAsync(app.Fjellvik, deputy);
        var page = $"/f/{family.Id}/referat/nytt";
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(page)).Status);
        await family.ActivateDeputyAsync(new Core.Period(world.Today, world.Today));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(page)).Status);
        app.Clock.Advance(TimeSpan.FromHours(14));
        using var next = await app.StaffAsync(app.Fjellvik, deputy);
        Assert.Equal(HttpStatusCode.NotFound, (await next.GetAsync(page)).Status);
    }

    private static string Same(Page page) =>
        $"{(int)page.Status}\n{string.Join('\n', page.HeaderNames.Order(StringComparer.Ordinal).Where(n => n != "Date"))}\n{Reference().Replace(page.Html, "Referanse")}";

    [GeneratedRegex("Referanse [^<]+")]
    private static partial Regex Reference();
}
