using Flette.Kit;

namespace Flette.Web.Tests.Minutes;

/// <summary>Who is who: new people join the team once, and at a second import they are known again.</summary>
public sealed class PeopleTests(BareApp app) : IClassFixture<BareApp>
{
    [Fact]
    public async Task Kept_minutes_give_team_agreements_and_meetings_in_the_working_notes()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var page = await (await world.PasteAsync()).Form("Lagre i arbeidsnotatet").PressAsync();
        Assert.True(page.Says("Lagret i arbeidsnotatet"), page.Text);
        Assert.Equal(["Ida Moe", "Tor Hegge"], await TeamAsync(world));
        var plan = await world.Kari.OpenAsync($"/f/{world.Family.Id}/plan");
        Assert.True(plan.Says("Alt her er arbeidsnotat, og ingenting sendes"), plan.Text);
        Assert.True(plan.Says("Sender tilrådning til skolen"), plan.Text);
        Assert.Equal(
            "work",
            await app.App.ScalarAsync<string>(
                app.Fjellvik,
                "select string_agg(distinct room, ',') from item where family = @Id",
                new { world.Family.Id }
            )
        );
        // The same form once more is the same answer.
        Assert.Equal(["Ida Moe", "Tor Hegge"], await TeamAsync(world));
    }

    [Fact]
    public async Task At_a_second_import_full_names_and_first_name_with_service_are_known_again()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        await (await world.PasteAsync()).Form("Lagre i arbeidsnotatet").PressAsync();
        var second = """
            Referat fra ansvarsgruppemøte 7. mai 2026
            Til stede: Silje (mor), Tor (PPT), Ida Moe (helsesykepleier), Berit Vik (SFO)

            Avtaler:
            - Tor ringer skolen innen 14. mai.
            """;
        await (await world.PasteAsync(second)).Form("Lagre i arbeidsnotatet").PressAsync();
        Assert.Equal(["Berit Vik", "Ida Moe", "Tor Hegge"], await TeamAsync(world));
        var plan = await world.Kari.OpenAsync($"/f/{world.Family.Id}/plan");
        var row = plan
            .Document.QuerySelectorAll("tr")
            .Single(r => r.TextContent.Contains("ringer skolen", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Tor Hegge", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_may_be_meant_are_asked_about_and_the_answer_is_taken()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var one = await world.Family.ParticipantAsync("Tor Hegge");
        await world.Family.ParticipantAsync("Tor Lund");
        var page = await world.PasteAsync(
            """
            Møte 7. mai 2026
            Til stede: Silje Berg (mor), Tor (Skolen)

            Avtaler:
            - Tor ringer skolen innen 14. mai.
            """
        );
        page = await page.Form("Lagre i arbeidsnotatet").PressAsync();
        Assert.Contains("Tor kan være flere", string.Join('\n', page.Errors), StringComparison.Ordinal);
        var known = page
            .Document.QuerySelectorAll("select")
            .First(s => s.GetAttribute("name") == "Input.People[1].Known");
        var form = page.Form(known.Closest("form")!.QuerySelector("button")!);
        page = await form.Set("Input.People[1].Known", one.ToString()).PressAsync();
        page = await page.Form("Lagre i arbeidsnotatet").PressAsync();
        Assert.True(page.Says("Lagret i arbeidsnotatet"), page.Text);
        Assert.Equal(["Tor Hegge", "Tor Lund"], await TeamAsync(world));
        var plan = await world.Kari.OpenAsync($"/f/{world.Family.Id}/plan");
        var row = plan
            .Document.QuerySelectorAll("tr")
            .Single(r => r.TextContent.Contains("ringer skolen", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("Tor Hegge", row.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Names of the team as the plan's page lists them.</summary>
    private static async Task<IReadOnlyList<string>> TeamAsync(MinutesWorld world) =>
        (await world.Kari.OpenAsync($"/f/{world.Family.Id}/plan"))
            .Document.QuerySelectorAll(".fl-team-list b")
            .Select(PageWords.Text)
            .Order(StringComparer.Ordinal)
            .ToList();
}
