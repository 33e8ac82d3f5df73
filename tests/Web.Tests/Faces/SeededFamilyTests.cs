using Flette.Core.Access;
using Flette.Demo;
using Flette.Kit;

namespace Flette.Web.Tests.Faces;

/// <summary>The families of the demo, as their members meet them.</summary>
public sealed class SeededFamilyTests(DemoApp app) : IClassFixture<DemoApp>
{
    [Fact]
    public async Task Every_member_one_can_be_lands_on_her_own_page()
    {
        var members = Personas.All.Where(p => p.Kind == AskerKind.Member).ToList();
        Assert.True(members.Count > 9, string.Join(' ', members.Select(m => m.Name)));
        foreach (var persona in members)
        {
            using var browser = app.Visit(persona.Municipality == "fjellvik" ? app.Fjellvik : app.Sundhavn);
            var page = await (await browser.OpenAsync(Personas.Path)).Form("Vær " + persona.Name).PressAsync();
            Assert.Equal("/min-familie", page.Path);
            Assert.Equal("Hei, " + persona.Name.Split(' ')[0], page.Heading);
            Assert.True(page.Says("Koordinatoren vår"), page.Text);
        }
    }

    [Theory]
    [InlineData("Linn Nordli", "Solveig Rustad barnekoordinator Ring 99 99 90 20", "Planen til Oda")]
    [InlineData("Rune Nordli", "Solveig Rustad barnekoordinator", "Planen til Oda")]
    [InlineData("Ronja Lindseth", "barnekoordinator", "Planen min")]
    [InlineData("Trine Lindseth", "Her står det ingen plan ennå", "Planen vår")]
    [InlineData("Silje Hauge", "Her står det ingen plan ennå", "Planen vår")]
    [InlineData("Maja Kvernmo", "barnekoordinator", "Planen til")]
    [InlineData("Saba Tekle", "familiekoordinator", "Familiens plan")]
    public async Task The_plan_is_shown_to_those_it_is_for(string name, string says, string plan)
    {
        var persona = Personas.All.Single(p => p.Name == name);
        var municipality = persona.Municipality == "fjellvik" ? app.Fjellvik : app.Sundhavn;
        using var browser = await app.MemberAsync(municipality, persona.Id);
        var page = await browser.OpenAsync("/min-familie");
        Assert.True(page.Says(says), page.Text);
        Assert.StartsWith(plan, (await browser.OpenAsync("/min-familie/plan")).Heading, StringComparison.Ordinal);
    }
}
