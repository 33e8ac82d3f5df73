using Flette.Core.FollowUp;
using Flette.Core.Plans;
using Flette.Kit;
using Flette.Web.Data;
using Flette.Web.Features.Shared;
using Flette.Web.Tests.Links;

namespace Flette.Web.Tests.FollowUp;

/// <summary>What the family presses: to its coordinator, and to no service.</summary>
public sealed class FamilySaysTests(BareApp app) : IClassFixture<BareApp>
{
    [Fact]
    public async Task One_tap_says_that_nothing_has_happened_and_one_takes_it_back()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        using var mother = await app.App.MemberAsync(app.Fjellvik, world.Plan.Linn);
        var page = await mother.OpenAsync("/min-familie");
        var said = await page.Form("Ingenting har skjedd: Lager en rolig krok i klasserommet til Oda").PressAsync();
        Assert.Equal("/min-familie", said.Path);
        Assert.True(said.Says("Du sa 15. september at ingenting har skjedd."), said.Text);
        using var coordinator = await world.Plan.BrowserAsync();
        var today = await coordinator.OpenAsync("/i-dag");
        Assert.True(today.Says("Familien sier at ingenting har skjedd") && today.Says("Linn"), today.Text);
        var noted = await today.Form("Sett: Linn, " + LinkWorld.What).PressAsync();
        Assert.Equal("/i-dag", noted.Address.AbsolutePath);
        Assert.False(noted.Says("Familien sier at ingenting har skjedd"));
        // Seen by mistake: one press where she lands, and it waits again.
        today = await noted.Form(noted.Document.QuerySelector(".fl-undo button")!).PressAsync();
        Assert.True(today.Says("Familien sier at ingenting har skjedd"), today.Text);
        await today.Form("Sett: Linn, " + LinkWorld.What).PressAsync();
        // Nothing of it leaves the house, and her husband reads nothing of what she said.
        Assert.Equal(
            0,
            await app.App.ScalarAsync<int>(
                app.Fjellvik,
                "select count(*) from outbox where family = @Id",
                new { world.Family.Id }
            )
        );
        using var father = await app.App.MemberAsync(app.Fjellvik, world.Plan.Rune);
        Assert.False((await father.OpenAsync("/min-familie")).Says("Du sa"));
        var back = await (await mother.OpenAsync("/min-familie"))
            .Form("Ta det tilbake: Lager en rolig krok i klasserommet til Oda")
            .PressAsync();
        Assert.False(back.Says("Du sa"), back.Text);
        var row = Assert.Single(await world.Plan.RowsAsync(ItemKinds.NothingYet));
        Assert.Equal(("unsaid", 5, true), (row.State, row.Version, row.Private));
    }

    [Fact]
    public async Task This_helps_or_not_in_own_words_stands_in_the_plan_for_both()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var goal = await world.Family.GoalAsync("Ro på skolen", world.Plan.Oda);
        await world.Family.MeasureAsync("Rolig krok", goal, new PlanPerson(world.Tor, "Tor Berge"));
        using var mother = await app.App.MemberAsync(app.Fjellvik, world.Plan.Linn);
        var page = await (await mother.OpenAsync("/min-familie")).FollowAsync("Si hvordan det går");
        var said = await page.Form("Dette hjelper ikke: Rolig krok")
            .Set("Own", "Hun er like sliten når hun kommer hjem.")
            .PressAsync();
        Assert.True(said.Says("Dette hjelper ikke, 15. september"), said.Text);
        var plan = await mother.OpenAsync("/min-familie/plan");
        Assert.True(plan.Says("«Hun er like sliten når hun kommer hjem.»"), plan.Text);
        using var coordinator = await world.Plan.BrowserAsync();
        var seen = await coordinator.OpenAsync(world.Plan.Plan);
        Assert.True(seen.Says("Linn: Dette hjelper ikke, 15. september"), seen.Text);
        await said.Form("Dette hjelper: Rolig krok").Set("Own", "").PressAsync();
        var row = Assert.Single(await world.Plan.RowsAsync(ItemKinds.Helps));
        Assert.Equal(("yes", 2, world.Plan.Linn), (row.State, row.Version, row.ById));
        // Her words are her own to undo, and the coordinator's to see the history of.
        var history = await coordinator.OpenAsync($"/f/{world.Family.Id}/historikk/{row.Id}");
        Assert.True(history.Says("Hun er like sliten"), history.Text);
    }

    [Fact]
    public async Task What_is_said_by_telephone_is_written_down_and_marked_so()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        using var coordinator = await world.Plan.BrowserAsync();
        var page = await coordinator.OpenAsync($"/f/{world.Family.Id}/sier");
        var said = await page.Form("Lagre at ingenting har skjedd")
            .Set("Member", world.Plan.Linn.ToString())
            .Set("Agreement", world.Agreement.ToString())
            .PressAsync();
        Assert.True(said.Says("sier at ingenting har skjedd"), said.Text);
        var row = Assert.Single(await world.Plan.RowsAsync(ItemKinds.NothingYet));
        Assert.Equal((world.Plan.Linn, "staff"), (row.OnBehalf!.Value, row.ByKind));
        var silent = await said.Form("Lagre at ingenting har skjedd").Set("Member", "").PressAsync();
        Assert.True(silent.Says("Velg hvem som sier det."), silent.Text);
    }

    [Fact]
    public async Task Nobody_in_the_family_is_reminded_before_she_has_asked_and_she_can_stop_it()
    {
        await using var weeks = await Weeks.StartAsync();
        var linn = weeks.World.Plan.Linn;
        await MailAsync(weeks, linn);
        await weeks.Family.AgreementAsync("henter legeerklæring", [weeks.World.Plan.Oda], linn);
        await weeks.SendAsync();
        var before = weeks.App.Post.Taken.Count;
        await weeks.UntilAsync(new(2026, 9, 25));
        Assert.DoesNotContain(weeks.App.Post.Taken.Skip(before), m => m.To == "linn@example.no");
        using (var mother = await weeks.MemberAsync(linn))
        {
            var page = await mother.OpenAsync("/min-familie/si");
            Assert.True(page.Says("Du får ingen påminnelser."), page.Text);
            var on = await page.Form("Ja, minn meg på det").PressAsync();
            Assert.True(on.Says("Du får påminnelse på e-post"), on.Text);
        }
        var came = await weeks.UntilAsync(new(2026, 10, 5));
        Assert.Equal(new(2026, 10, 2), Assert.Single(came, m => m.Mail.To == "linn@example.no").Day);
        using (var mother = await weeks.MemberAsync(linn))
        {
            await (await mother.OpenAsync("/min-familie/si")).Form("Slutt å minne meg på det").PressAsync();
        }
        var after = await weeks.UntilAsync(new(2026, 11, 20));
        Assert.DoesNotContain(after, m => m.Mail.To == "linn@example.no");
    }

    [Fact]
    public async Task A_wish_the_coordinator_writes_down_says_how_it_was_said()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        using var coordinator = await world.Plan.BrowserAsync();
        var page = await coordinator.OpenAsync($"/f/{world.Family.Id}/sier");
        var refused = await page.Form("Vil ha påminnelser: Linn").PressAsync();
        Assert.True(refused.Says("Skriv hvordan det ble sagt."), refused.Text);
        var said = await page.Form("Vil ha påminnelser: Linn").Set("Words", "Hun sa det på telefon.").PressAsync();
        Assert.True(said.Says("«Hun sa det på telefon.»"), said.Text);
        var row = Assert.Single(await world.Plan.RowsAsync(ItemKinds.ReminderWish));
        Assert.Equal((Rows.Code(ReminderWish.On), world.Plan.Linn), (row.State, row.OnBehalf!.Value));
    }

    [Theory]
    [InlineData("nn", "Sei korleis det går")]
    [InlineData("en", "Say how it goes")]
    public async Task In_nynorsk_and_english(string language, string words)
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        using var mother = await app.App.MemberAsync(app.Fjellvik, world.Plan.Linn);
        mother.SetCookie(Language.Cookie, language);
        Assert.Equal(words, (await mother.OpenAsync("/min-familie/si")).Heading);
        Assert.False((await mother.OpenAsync("/min-familie/trader")).Says("Venter på"));
    }

    private static Task MailAsync(Weeks weeks, Guid member) =>
        weeks.Family.DoAsync(
            Core.Access.Act.ChangeMember,
            async write =>
            {
                var now = Features.Families.Members.All(write.Pass).Single(m => m.Id == member);
                return await Features.Families.Members.ChangeAsync(
                    write,
                    member,
                    now.Version,
                    new Core.Families.MemberDraft(
                        now.Details with
                        {
                            Reach = now.Details.Reach with { Email = "linn@example.no" },
                        },
                        now.Born,
                        now.Due,
                        now.CarriedBy,
                        now.Households
                    )
                );
            }
        );
}
