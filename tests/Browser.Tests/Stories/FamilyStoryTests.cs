using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Core.Plans;
using Flette.Kit;
using Flette.Web.Tests;

namespace Flette.Browser.Tests.Stories;

/// <summary>Two stories from the interviews, as those in them live them: each in her own browser.</summary>
public sealed class FamilyStoryTests(BareApp app, Chromium chromium) : IClassFixture<BareApp>
{
    /// <summary>
    /// Needs-family-coordinator, S3: the school sends the child home and the father cannot work. He asks for a meeting, his matter stands
    /// first, all services hear it, the school takes it on, and he says himself whether it helps.
    /// </summary>
    [Fact]
    public async Task The_school_sends_the_child_home_until_all_have_met_and_the_school_takes_it_on()
    {
        var cast = await Cast.MakeAsync(app, chromium);
        var family = cast.Family;
        var father = await family.MemberAsync("Jon Berg", FamilyRelation.Father, 41);
        await family.PositionAsync(cast.Even, GuardianshipKind.ParentalResponsibility, father);
        await family.SayYesAsync(cast.Even, cast.Silje, father);
        var work = await family.ReachableAsync("Gry Lunde", "gry@example.no", cast.Even);
        var goal = await family.GoalAsync("En hel skoledag", cast.Even);
        await family.MeasureAsync("En fast voksen i friminuttene", goal, new PlanPerson(cast.Tor, "Tor Hegge"));

        // One tap, and what he wants to raise in his own words.
        await using var jon = await cast.MemberAsync(father);
        await jon.StartAsync("/min-familie");
        await jon.PressAsync("Vi ønsker et møte");
        await using var kari = await cast.CoordinatorAsync();
        await kari.StartAsync("/i-dag");
        Assert.True(await kari.ReadsAsync("Familien ønsker et møte"));
        await kari.PressAsync("Sett opp et møte: Jon, Berg");
        await kari.PressAsync("Lagre");
        var meeting = new Uri(kari.Page.Url).AbsolutePath;
        await jon.StartAsync("/min-familie");
        await jon.PressAsync("Hva vil dere ta opp?");
        await jon.WriteAsync("Hva vil du ta opp?", "Skolen sender Even hjem, og jeg kommer ikke på jobb");
        await jon.PressAsync("Ta det opp");

        // The services are asked by link, and whoever works with the father's job reads nothing of the school's lines.
        await kari.PressAsync("Innspill og tid");
        await kari.PressAsync("Spør");
        await using var school = await cast.LinkAsync("input", cast.Tor);
        await school.WriteAsync("Slik er det nå", "Vi mangler en voksen i friminuttene.");
        await school.PressAsync("Send");
        await using var nav = await cast.LinkAsync("input", work);
        Assert.False(await nav.ReadsAsync("friminuttene"));
        await kari.StartAsync(meeting + "/sakliste");
        var points = await kari.Page.Locator(".fl-point h2").AllInnerTextsAsync();
        Assert.Equal("Skolen sender Even hjem, og jeg kommer ikke på jobb", points[0]);
        Assert.True(await kari.ReadsAsync("Vi mangler en voksen i friminuttene."));

        // In the room the school takes it on, with a person and a day.
        await kari.StartAsync(meeting + "/skriv");
        await Cast.AllHereAsync(kari);
        await kari.Page.GetByText("Ta opp: Skolen sender Even hjem").First.ClickAsync();
        await kari.SavedAsync(1);
        await Cast.TypeAsync(kari, "= Even blir på skolen hele dagen", 2);
        await Cast.TypeAsync(kari, "! setter en fast voksen i friminuttene, tor 30/10", 3);
        await kari.PressAsync("Les opp");
        await kari.LeaveAsync(() => kari.Page.GetByText("Sier ja").First.ClickAsync());
        await kari.PressAsync("Familien er enig i alle");
        await kari.PressAsync("Avslutt møtet og ta inn 1 avtale");
        await kari.PressAsync("Publiser referatet");
        await kari.PressAsync("Publiser og send");

        // The school says that it is done; the father sees it and says whether it helps.
        await using var after = await cast.LinkAsync("agreements", cast.Tor);
        await after.PressAsync("Gjort");
        await jon.StartAsync("/min-familie/referat");
        Assert.True(await jon.ReadsAsync("Even blir på skolen hele dagen"));
        await jon.StartAsync("/min-familie/si");
        await jon.PressAsync("Dette hjelper: En fast voksen i friminuttene");
        await kari.StartAsync($"/f/{family.Id}/plan");
        Assert.Contains("Jon: Dette hjelper", await kari.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        var done = kari
            .Page.Locator("li, tr")
            .Filter(new() { HasTextString = "setter en fast voksen i friminuttene" })
            .Filter(new() { HasTextString = "Gjort" });
        Assert.NotEqual(0, await done.CountAsync());
    }

    /// <summary>
    /// Needs-coordinator, scenario 7 (N68, N69, N145): the case officer is invited to one point with the family's yes, meets the mother, and
    /// sees and keeps that one point and nothing else.
    /// </summary>
    [Fact]
    public async Task The_case_officer_comes_for_one_point_with_the_familys_yes()
    {
        var cast = await Cast.MakeAsync(app, chromium);
        var officer = await cast.Family.ParticipantAsync("Siv Moen", Topic.Welfare, false, cast.Even);
        await using var kari = await cast.CoordinatorAsync();
        var meeting = await cast.PlanAsync(kari, 20);
        await using var silje = await cast.MemberAsync(cast.Silje);
        foreach (var point in new[] { "Nettene er tunge", "Avlastning annenhver helg" })
        {
            await silje.StartAsync("/min-familie/mote");
            await silje.WriteAsync("Hva vil du ta opp?", point);
            await silje.PressAsync("Ta det opp");
        }

        await kari.StartAsync(meeting + "/sakliste");
        await kari.UnfoldAsync("Inviter en bare til denne: Avlastning annenhver helg");
        var form = kari.Page.Locator(".fl-point").Filter(new() { HasTextString = "Avlastning annenhver helg" });
        await form.GetByLabel("Hvem kommer?").SelectOptionAsync(officer.ToString());
        // No yes, no invitation.
        await kari.LeaveAsync(() => form.GetByText("Inviter til saken").ClickAsync());
        Assert.True(await kari.ReadsAsync("hvem i familien som har sagt ja"));
        await kari.UnfoldAsync("Inviter en bare til denne: Avlastning annenhver helg");
        await form.GetByLabel("Hvem kommer?").SelectOptionAsync(officer.ToString());
        await form.GetByLabel("Hvem i familien har sagt ja?").SelectOptionAsync(cast.Silje.ToString());
        await kari.LeaveAsync(() => form.GetByText("Inviter til saken").ClickAsync());
        Assert.True(await kari.ReadsAsync("Bare til denne saken kommer Siv Moen"));

        // On the screen in the room: her point while she is there, and before she came the other one too.
        await kari.StartAsync(meeting + "/skriv");
        await Cast.TypeAsync(kari, "# Nettene er tunge", 1);
        await Cast.TypeAsync(kari, "= Silje får hvile mandager", 2);
        await using var screen = await cast.CoordinatorAsync();
        await screen.StartAsync(meeting + "/skjerm");
        Assert.Contains("hvile mandager", await screen.Page.InnerTextAsync("body"), StringComparison.Ordinal);
        await kari.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Siv Moen" }).First.ClickAsync();
        await kari.Page.Locator(".fl-there[aria-pressed=true]", new() { HasTextString = "Siv" }).WaitForAsync();
        await screen.StartAsync(meeting + "/skjerm");
        var shown = await screen.Page.InnerTextAsync("body");
        Assert.DoesNotContain("hvile mandager", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Nettene", shown, StringComparison.Ordinal);
        Assert.Contains("Avlastning annenhver helg", shown, StringComparison.Ordinal);
    }
}
