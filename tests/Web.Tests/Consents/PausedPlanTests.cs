using System.Net;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Core.Plans;
using Flette.Kit;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Goals;
using Flette.Web.Features.Measures;
using Flette.Web.Features.Team;
using Flette.Web.Tests.Links;

namespace Flette.Web.Tests.Consents;

/// <summary>What a plan rests on can be gone without anyone withdrawing it; and what is out of a plan has no link that opens.</summary>
public sealed class PausedPlanTests(BareApp app) : IClassFixture<BareApp>
{
    private const string Waits = "Planen venter på et ja som mangler.";

    [Fact]
    public async Task A_new_guardian_stops_the_plan_until_she_has_said_yes()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var (_, link, card) = await world.OpenAsync();
        var grandmother = await world.Family.MemberAsync("Gerd Nordli", FamilyRelation.Grandparent, 70);
        await world.Family.PositionAsync(world.Plan.Oda, GuardianshipKind.Guardian, grandmother);
        using var coordinator = await world.Plan.BrowserAsync();
        var plan = await coordinator.OpenAsync(world.Plan.Plan);
        Assert.True(plan.Says(Waits), plan.Text);
        Assert.DoesNotContain(plan.Document.QuerySelectorAll("a"), a => a.TextContent == "Send avtalene");
        Assert.True((await coordinator.OpenAsync("/i-dag")).Says("et ja mangler nå"));
        await coordinator.OpenAsync(world.Plan.Plan + "/utskrift");
        // Nothing is sent or changed, and no link opens.
        await Assert.ThrowsAnyAsync<Exception>(() =>
            world.Family.LinkAsync(world.Tor, "Tor", (world.Agreement, "Avtale"))
        );
        await Assert.ThrowsAnyAsync<Exception>(() =>
            world.Family.AgreementAsync("ringer noen", [world.Plan.Oda], world.Tor)
        );
        Assert.Equal(HttpStatusCode.Gone, (await link.GetAsync(card.Path)).Status);
        using var mother = await app.MemberAsync(app.Fjellvik, world.Plan.Linn);
        Assert.True((await mother.OpenAsync("/min-familie")).Says("Planen venter på et ja"));
        // Her yes is what was missing; the link that was sent is alive again.
        var yes = await coordinator.OpenAsync($"/f/{world.Family.Id}/ja");
        Assert.True(yes.Says("Vi mangler ja fra Gerd. Planen står stille"), yes.Text);
        await world.Family.SayYesAsync(world.Plan.Oda, grandmother);
        Assert.False((await coordinator.OpenAsync(world.Plan.Plan)).Says(Waits));
        Assert.Equal(HttpStatusCode.OK, (await link.GetAsync(card.Path)).Status);
    }

    [Fact]
    public async Task The_birthday_that_makes_the_yes_her_own_stops_the_plan_by_itself()
    {
        await using var own = await FletteApp.StartAsync();
        var family = await own.World(own.Fjellvik).FamilyAsync("Lindseth");
        var born = own.Clock.Today().AddYears(-16).AddDays(10);
        var ronja = await family.BornAsync("Ronja Lindseth", FamilyRelation.Child, born);
        var mother = await family.MemberAsync("Anne Lindseth", FamilyRelation.Mother, 44);
        await family.PositionAsync(ronja, GuardianshipKind.ParentalResponsibility, mother);
        await family.SayYesAsync(ronja, mother);
        async Task<bool> PausedAsync()
        {
            using var coordinator = await own.StaffAsync(own.Fjellvik, family.Coordinator);
            return (await coordinator.OpenAsync($"/f/{family.Id}/plan")).Says(Waits);
        }
        Assert.False(await PausedAsync());
        own.Clock.Advance(TimeSpan.FromDays(10));
        Assert.True(await PausedAsync());
        await family.SayYesAsync(ronja, ronja);
        Assert.False(await PausedAsync());
    }

    /// <summary>From 16 the plan is her own, and shut for her parents; where she cannot decide it is theirs again (pbrl §§ 4-3, 4-5).</summary>
    [Fact]
    public async Task Of_one_who_cannot_decide_the_parents_say_yes_and_see()
    {
        var family = await app.World(app.Fjellvik).FamilyAsync("Ødegård");
        var mia = await family.MemberAsync("Mia Ødegård", FamilyRelation.Child, 17);
        var mother = await family.MemberAsync("Wenche Ødegård", FamilyRelation.Mother, 44);
        await family.PositionAsync(mia, GuardianshipKind.ParentalResponsibility, mother);
        await family.SayYesAsync(mia, mia);
        await family.GoalAsync("Ta bussen selv", mia);
        using var coordinator = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        using var parent = await app.MemberAsync(app.Fjellvik, mother);
        Assert.False((await parent.OpenAsync("/min-familie/plan")).Says("Ta bussen selv"));

        var form = (await coordinator.OpenAsync($"/f/{family.Id}/stilling/ny")).Form("Lagre");
        var made = await form.Set("Input.Child", mia.ToString())
            .Set("Input.Kind", nameof(GuardianshipKind.NoDecisionCapacity))
            .Set("Input.Source", nameof(Features.Families.GuardianshipSource.Decision))
            .PressAsync();
        Assert.True(made.Says("Det er avgjort at Mia ikke har beslutningskompetanse"), made.Text);

        Assert.True((await coordinator.OpenAsync($"/f/{family.Id}/plan")).Says(Waits));
        var yes = await coordinator.OpenAsync($"/f/{family.Id}/ja");
        Assert.True(yes.Says("Vi mangler ja fra Wenche. Planen står stille til alle har sagt ja."), yes.Text);
        await family.SayYesAsync(mia, mother);
        Assert.False((await coordinator.OpenAsync($"/f/{family.Id}/plan")).Says(Waits));
        Assert.True((await parent.OpenAsync("/min-familie/plan")).Says("Ta bussen selv"));
    }

    [Fact]
    public async Task Care_taken_over_stops_the_plan()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        await world.Family.PositionAsync(world.Plan.Oda, GuardianshipKind.CareTakenOver, null);
        using var coordinator = await world.Plan.BrowserAsync();
        Assert.True((await coordinator.OpenAsync(world.Plan.Plan)).Says(Waits));
    }

    [Fact]
    public async Task With_one_adults_part_out_of_a_family_plan_its_links_and_mails_stop_and_the_others_do_not()
    {
        var family = await app.World(app.Fjellvik).FamilyAsync("Tekle");
        var home = await family.HouseholdAsync();
        var saba = await family.MemberAsync("Saba Tekle", FamilyRelation.Mother, 38, home);
        var habtom = await family.MemberAsync("Habtom Tekle", FamilyRelation.Father, 41, home);
        var tor = await family.ReachableAsync("Tor Berge", "tor.berge@example.no", saba);
        await family.SayYesAsync(null, saba, habtom);
        var hers = await family.LinkAsync(
            tor,
            "Tor",
            (await family.AgreementAsync("ringer Saba", [saba], tor), "Avtale 1 fra møtet")
        );
        var his = await family.LinkAsync(
            tor,
            "Tor",
            (await family.AgreementAsync("ringer Habtom", [habtom], tor), "Avtale 2 fra møtet")
        );
        await family.DoAsync(
            Act.RecordPlanYes,
            async write => await Features.Consents.PlanBook.WithdrawAsync(write, saba)
        );
        Assert.Equal(("withdrawn", "undone"), await StandsAsync(hers));
        Assert.Equal((null, "waiting"), await StandsAsync(his));
    }

    [Fact]
    public async Task Whoever_takes_part_no_longer_has_no_link_and_no_mail_on_its_way()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var (link, browser, card) = await world.OpenAsync();
        await world.Family.DoAsync(
            Act.ChangeParticipant,
            async write => await Participants.EndAsync(write, world.Tor, 2, world.Family.World.Today, default)
        );
        Assert.Equal(("ended", "undone"), await StandsAsync(link));
        Assert.Equal(HttpStatusCode.Gone, (await browser.GetAsync(card.Path)).Status);
    }

    [Fact]
    public async Task An_agreement_undone_is_seen_by_no_more_people_than_its_measure()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var goal = await world.Family.GoalAsync("Sove", world.Plan.Oda);
        await world.Family.MeasureAsync("Prate om søvn", goal, new PlanPerson(world.Tor, "Tor Berge"));
        await world.Family.DoAsync(
            Act.ChangePlan,
            async write =>
                await GoalBook.ChangeAsync(
                    write,
                    goal,
                    1,
                    new GoalDraft(world.Plan.Oda, "Sove", LifeArea.Home, GoalState.Active, Sharing.Private),
                    null,
                    default
                )
        );
        var secret = Followed(await world.Plan.RowsAsync(ItemKinds.Agreement));
        Assert.True(secret.Private);
        await world.Family.DoAsync(
            Act.ChangePlan,
            async write => await AgreementBook.UndoAsync(write, secret.Id, secret.Version, default)
        );
        Assert.True(Followed(await world.Plan.RowsAsync(ItemKinds.Agreement)).Private);

        static ItemRow Followed(IEnumerable<ItemRow> agreements) => agreements.Single(a => a.Parent is not null);
    }

    [Fact]
    public async Task An_answer_taken_back_takes_what_it_did_to_the_measure_with_it()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var goal = await world.Family.GoalAsync("Sove", world.Plan.Oda);
        await world.Family.MeasureAsync("Prate om søvn", goal, new PlanPerson(world.Tor, "Tor Berge"));
        var agreement = (await world.Plan.RowsAsync(ItemKinds.Agreement)).Single(a => a.Parent is not null);
        var link = await world.Family.LinkAsync(world.Tor, "Tor", (agreement.Id, "Avtale fra møtet"));
        var (browser, card) = await app.App.LinkAsync(app.Fjellvik, link);
        using var _ = browser;
        var before = await MeasureAsync();
        var thanks = await card.Form("Gjort").PressAsync();
        Assert.Equal("done", await MeasureAsync());
        await thanks.Form("Angre og svar på nytt").PressAsync();
        Assert.Equal(before, await MeasureAsync());

        async Task<string> MeasureAsync() => (await world.Plan.RowsAsync(ItemKinds.Measure)).Single().State;
    }

    private async Task<(string? Link, string? Mail)> StandsAsync(Guid link) =>
        (
            await app.App.ScalarAsync<string?>(
                app.Fjellvik,
                "select revoked_why from link where id = @link",
                new { link }
            ),
            await app.App.ScalarAsync<string?>(
                app.Fjellvik,
                "select state from outbox where link = @link",
                new { link }
            )
        );
}
