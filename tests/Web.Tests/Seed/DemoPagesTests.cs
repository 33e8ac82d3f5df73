using System.Net;
using Flette.Core.Access;
using Flette.Demo;
using Flette.Demo.Minutes;
using Flette.Kit;

namespace Flette.Web.Tests.Seed;

/// <summary>Who one can be, and what one can try the reader on.</summary>
public class DemoPagesTests(DemoApp app) : IClassFixture<DemoApp>
{
    [Fact]
    public void Parents_and_a_youth_are_personas_once_they_have_a_page()
    {
        var members = Personas.All.Where(p => p.Kind == AskerKind.Member).ToList();
        Assert.Superset(
            new HashSet<string>
            {
                "Linn Nordli",
                "Rune Nordli",
                "Saba Tekle",
                "Habtom Gebre",
                "Ronja Lindseth",
                "Silje Hauge",
            },
            members.Select(m => m.Name).ToHashSet()
        );
        Assert.Equal("17 år, i Ronja Lindseth og familien", members.Single(m => m.Name == "Ronja Lindseth").Who);
        Assert.All(members, m => Assert.False(m.HasScreen(new HashSet<string>())));
        Assert.All(members, m => Assert.True(m.HasScreen(new HashSet<string> { "/min-familie" })));
    }

    [Fact]
    public async Task The_leader_has_no_screen_and_is_not_offered()
    {
        using var browser = app.Visit(app.Fjellvik);
        var page = await browser.OpenAsync("/demo");
        Assert.True(page.Says("Solveig Rustad"), page.Text);
        Assert.True(page.Says("Torill Haugen"), page.Text);
        Assert.False(page.Says("leder for koordinerende enhet"), page.Text);
        Assert.False(page.Says(Personas.All.Single(p => p.Who.Contains("mange laget")).Name), page.Text);
    }

    [Fact]
    public async Task Old_minutes_can_be_copied_and_downloaded_moved_to_now()
    {
        using var browser = app.Visit(app.Fjellvik);
        var page = await browser.OpenAsync(DemoMinutes.Path);
        Assert.Equal("Gamle referater å prøve", page.Heading);
        // Ten weeks before 20 November, when the cases are told as of: 6 May is 25 February.
        Assert.True(page.Says("onsdag 25. februar 2026 kl. 12.30-14.00"), page.Text);
        foreach (var document in DemoMinutes.All)
        {
            Assert.True(page.Says(document.File), page.Text);
            var file = await browser.GetAsync($"{DemoMinutes.Path}?handler=File&name={document.File}");
            Assert.Equal(HttpStatusCode.OK, file.Status);
            Assert.StartsWith("attachment", file.Header("Content-Disposition"), StringComparison.Ordinal);
            Assert.Equal(document.On(new DateOnly(2026, 9, 15)), file.Body);
        }
    }
}
