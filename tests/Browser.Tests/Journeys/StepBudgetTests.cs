using Flette.Core.Families;
using Flette.Demo;
using Flette.Kit;
using Flette.Web.Tests;

namespace Flette.Browser.Tests.Journeys;

/// <summary>The step budgets of the main jobs, walked in a real browser: clicks, keys and fields, counted (ux.md, Step budgets).</summary>
public sealed class StepBudgetTests(DemoApp app, Chromium chromium) : IClassFixture<DemoApp>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_service_worker_answers_from_the_link_in_one_action(bool script)
    {
        var (link, tor) = await LinkAsync();
        using var mail = app.Visit(app.Fjellvik);
        await using var person = await chromium.PersonAsync(app.App, app.Fjellvik, mail, script, Chromium.Narrow);
        await person.StartAsync("/l/" + Web.Vault.LinkTokens.Of(app.Fjellvik.Master, link));
        await person.PressAsync("Gjort");
        Assert.Equal($"Takk, {tor}. Svaret er lagret.", await person.HeadingAsync());
        Assert.Single(person.Actions);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pasted_minutes_become_team_agreements_and_a_plan_in_twelve_actions(bool script)
    {
        await using var own = await FletteApp.StartAsync(Filling.Demo);
        using var marit = await own.StaffAsync(own.Fjellvik, Persona("Marit"));
        var text = (await marit.OpenAsync("/demo/referat")).Document.QuerySelector("textarea, pre")!.TextContent;
        await using var person = await chromium.PersonAsync(own, own.Fjellvik, marit, script);
        await person.StartAsync("/i-dag");
        await person.PressAsync("Familien Hauge");
        await person.PressAsync("Legg inn gammelt referat");
        await person.WriteAsync("Lim inn teksten", text);
        await person.PressAsync("Les referatet");
        await person.PressAsync("Lagre i arbeidsnotatet");
        await person.PressAsync("Ja til plan");
        await person.TickAsync("Silje Hauge");
        await person.TickAsync("Thomas Hauge");
        await person.PressAsync("Lagre ja-et");
        await person.PressAsync("Se planen");
        Assert.Equal("Planen til Even", await person.HeadingAsync());
        Assert.True(await person.ReadsAsync("Åpne avtaler") || await person.ReadsAsync("Avtaler"));
        Assert.False(await person.ReadsAsync("Ingen åpne avtaler"));
        Assert.False(await person.ReadsAsync("Ingen ennå. De som sto i et gammelt referat"));
        Assert.True(person.Actions.Count <= 12, string.Join('\n', person.Actions));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_telephone_call_is_logged_in_three_actions(bool script)
    {
        using var solveig = await app.StaffAsync(app.Fjellvik, Persona("Solveig"));
        await using var person = await chromium.PersonAsync(app.App, app.Fjellvik, solveig, script);
        await person.StartAsync("/i-dag");
        await person.WriteAsync("Hvem?", "Rune Nordli");
        await person.WriteAsync("Hva ble sagt?", "Rune henter onsdag.");
        await person.PressAsync("Lagre");
        Assert.True(await person.ReadsAsync("Samtalen er lagret"));
        Assert.Equal(3, person.Actions.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_line_written_in_a_meeting_is_an_agreement_with_person_and_day_by_keyboard_alone(bool script)
    {
        using var solveig = await app.StaffAsync(app.Fjellvik, Persona("Solveig"));
        await using var person = await chromium.PersonAsync(app.App, app.Fjellvik, solveig, script);
        await person.StartAsync("/familier");
        await person.PressAsync("Familien Nordli");
        await person.PressAsync("Nytt møte");
        await person.PressAsync("Lagre");
        person.Actions.Clear();
        // The cursor stands in the field already, and again after each line.
        foreach (var line in new[] { "! sender vaktlisten til Linn, ivar 10/12", "! ringer PPT, tor 15/4" })
        {
            await person.Page.Keyboard.TypeAsync(line);
            if (script)
            {
                await person.KeyAsync("Enter");
                continue;
            }
            await person.LeaveAsync(() => person.KeyAsync("Enter"));
        }
        await person.Page.Locator("[data-part=lines] .fl-min--agreement >> nth=1").WaitForAsync();
        Assert.Equal(2, person.Actions.Count);
        // A day keeps together on the line.
        var read = (await person.Page.Locator("main").InnerTextAsync()).Replace('\u00a0', ' ');
        Assert.Contains("Ivar Sletten · frist torsdag 10. desember", read, StringComparison.Ordinal);
        Assert.Contains("Tor Hegge · frist torsdag 15. april", read, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Solveig", "/i-dag", true)]
    [InlineData("Linn", "/min-familie", false)]
    public async Task The_plan_is_on_paper_in_two_actions_from_the_plan(string who, string start, bool staff)
    {
        var id = Persona(who);
        using var browser = staff ? await app.StaffAsync(app.Fjellvik, id) : await app.MemberAsync(app.Fjellvik, id);
        await using var person = await chromium.PersonAsync(app.App, app.Fjellvik, browser, script: false);
        await person.StartAsync(start);
        if (staff)
        {
            await person.PressAsync("Familien Nordli");
            await person.PressAsync("Planen");
        }
        else
        {
            await person.PressAsync("Se hele planen");
        }
        var before = person.Actions.Count;
        await person.PressAsync("Skriv ut");
        Assert.Equal("plan.pdf", await person.DownloadAsync("Last ned PDF"));
        Assert.Equal(2, person.Actions.Count - before);
    }

    /// <summary>A link to an agreement of someone in the seeded family Nordli, with her first name.</summary>
    private async Task<(Guid Link, string FirstName)> LinkAsync()
    {
        var world = app.World(app.Fjellvik);
        var family = await world.FamilyAsync("Prøve");
        var child = await family.MemberAsync("Ola Prøve", FamilyRelation.Child, 9);
        var mother = await family.MemberAsync("Siri Prøve", FamilyRelation.Mother, 39);
        await family.PositionAsync(child, GuardianshipKind.ParentalResponsibility, mother);
        var tor = await family.ReachableAsync("Tor Berge", "tor@example.no", child);
        await family.SayYesAsync(child, mother);
        var agreement = await family.AgreementAsync("finner et rolig rom", [child], tor);
        return (await family.LinkAsync(tor, "Tor", (agreement, "Avtale fra møtet 12. mars")), "Tor");
    }

    private static Guid Persona(string firstName) =>
        Personas.All.First(p => p.Name.StartsWith(firstName, StringComparison.Ordinal)).Id;
}
