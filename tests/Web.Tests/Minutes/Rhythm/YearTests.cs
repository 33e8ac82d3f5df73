using Flette.Core.Families;
using Flette.Core.Plans;
using Flette.Kit;
using Flette.Web.Data;
using Flette.Web.Features.Needs;
using Flette.Web.Tests.Links;

namespace Flette.Web.Tests.Minutes.Rhythm;

/// <summary>The year that stands there by itself, and meetings more when something says so. The day is 15 September 2026.</summary>
public sealed class YearTests(BareApp app) : IClassFixture<BareApp>
{
    private static string Year(FamilyInWorld family) => $"/f/{family.Id}/arshjul";

    [Fact]
    public async Task Spring_and_autumn_stand_there_and_one_press_opens_the_form_filled_in()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        using var coordinator = await world.Plan.BrowserAsync();
        var today = await coordinator.OpenAsync("/i-dag");
        Assert.True(today.Says("høstmøtet i oktober. Settes opp innen 17."), today.Text);
        var year = await (await coordinator.OpenAsync($"/f/{world.Family.Id}")).FollowAsync("Årshjul");
        Assert.Equal(Year(world.Family), year.Path);
        Assert.True(year.Says("Vårmøtet · april") && year.Says("Høstmøtet · oktober"), year.Text);
        Assert.True(year.Says("Ikke satt opp ennå"), year.Text);
        var form = await year.FollowAsync("Sett opp høstmøtet 2026");
        Assert.Equal("2026-10-15", form.Form("Lagre").Value("Dag"));
        await form.Form("Lagre").PressAsync();
        var planned = await coordinator.OpenAsync(Year(world.Family));
        Assert.True(planned.Says("Planlagt 15."), planned.Text);
        Assert.False((await coordinator.OpenAsync("/i-dag")).Says("høstmøtet i oktober"));
        Assert.Empty(await world.Plan.RowsAsync(ItemKinds.MeetingRhythm));
    }

    [Fact]
    public async Task Who_must_know_twelve_weeks_before_is_said_and_the_day_is_late_enough_for_her()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        using var coordinator = await world.Plan.BrowserAsync();
        var someone = await coordinator.OpenAsync($"/f/{world.Family.Id}/deltaker/{world.Tor}");
        await someone
            .Form("Lagre")
            .Set("Input.NoticeWeeks", "12")
            .Set("Input.Organisation", "Habiliteringen")
            .PressAsync();
        var today = await coordinator.OpenAsync("/i-dag");
        Assert.True(today.Says("Habiliteringen må vite det 12 uker før. Tidligste dag nå er"), today.Text);
        var form = await today.FollowAsync("Sett opp høstmøtet, Nordli");
        Assert.Equal("2026-12-08", form.Form("Lagre").Value("Dag"));
    }

    [Fact]
    public async Task A_family_chooses_its_months_and_can_take_that_back()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        using var coordinator = await world.Plan.BrowserAsync();
        var changed = await (await coordinator.OpenAsync(Year(world.Family)))
            .Form("Lagre månedene")
            .Tick("April", on: false)
            .Tick("Januar")
            .Tick("Mai")
            .PressAsync();
        Assert.True(changed.Says("Møtene står i året av seg selv: januar, mai og oktober."), changed.Text);
        Assert.True(changed.Says("Møtet i januar"), changed.Text);
        var back = await changed.Form("Angre").PressAsync();
        Assert.True(back.Says("Møtene står i året av seg selv: april og oktober."), back.Text);
        var history = await back.FollowAsync("Slik ble det til");
        Assert.True(history.Says("januar, mai og oktober") && history.Says("Angret"), history.Text);
        Assert.Equal(
            [("meeting-rhythm", 3, "work")],
            (await world.Plan.RowsAsync(ItemKinds.MeetingRhythm)).Select(r => (r.Kind, r.Version, r.Room))
        );
    }

    [Fact]
    public async Task Months_that_make_no_year_are_turned_away()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        using var coordinator = await world.Plan.BrowserAsync();
        var page = await coordinator.OpenAsync(Year(world.Family));
        var none = await page.Form("Lagre månedene").Set("Months", null).PressAsync();
        Assert.True(none.Says("Velg minst én måned."), none.Text);
        foreach (
            var (months, why) in new[]
            {
                (new[] { 4, 4 }, "April er valgt to ganger."),
                (Enumerable.Range(1, 13).ToArray(), "Høyst 12 møter"),
                ([0, 4], "Velg måneder fra januar til desember."),
            }
        )
        {
            var form = page.Form("Lagre månedene");
            var refused = await coordinator.PostAsync(
                Year(world.Family),
                form.Sent()
                    .Where(f => f.Name != "Months")
                    .Select(f => KeyValuePair.Create(f.Name, f.Value))
                    .Concat(months.Select(m => KeyValuePair.Create("Months", m.ToString(Norwegian.Culture))))
            );
            Assert.True(refused.Says(why), refused.Text);
        }
        Assert.Empty(await world.Plan.RowsAsync(ItemKinds.MeetingRhythm));
    }

    [Fact]
    public async Task Two_who_change_the_months_at_the_same_time_are_told()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        using var coordinator = await world.Plan.BrowserAsync();
        var (one, other) = (
            await coordinator.OpenAsync(Year(world.Family)),
            await coordinator.OpenAsync(Year(world.Family))
        );
        await one.Form("Lagre månedene").Tick("Juni").PressAsync();
        var late = await other.Form("Lagre månedene").Tick("August").PressAsync();
        Assert.Contains(late.Errors, e => e.Contains("samtidig", StringComparison.Ordinal));
        Assert.True(late.Says("april, juni og oktober") && late.Says("april, august og oktober"), late.Text);
        Assert.True((await late.Form("Lagre månedene").PressAsync()).Says("april, august og oktober"));
    }

    [Fact]
    public async Task The_family_asks_for_a_meeting_with_one_tap_and_its_coordinator_sees_it()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        using var mother = await app.App.MemberAsync(app.Fjellvik, world.Plan.Linn);
        var said = await (await mother.OpenAsync("/min-familie")).Form("Vi ønsker et møte").PressAsync();
        Assert.Equal("/min-familie", said.Path.Split('#')[0]);
        Assert.True(said.Says("Du sa 15. september at dere ønsker et møte."), said.Text);
        using var father = await app.App.MemberAsync(app.Fjellvik, world.Plan.Rune);
        Assert.False((await father.OpenAsync("/min-familie")).Says("at dere ønsker et møte"));
        using var coordinator = await world.Plan.BrowserAsync();
        var today = await coordinator.OpenAsync("/i-dag");
        Assert.True(today.Says("Familien ønsker et møte") && today.Says("Linn, 15."), today.Text);
        var year = await today.Form("Sett: Linn ønsker et møte, Nordli").PressAsync();
        Assert.True(year.Says("Linn ønsker et møte") && year.Says("sett på"), year.Text);
        Assert.False((await coordinator.OpenAsync("/i-dag")).Says("Familien ønsker et møte"));
        Assert.True((await year.Form("Ta fram igjen: Linn ønsker et møte").PressAsync()).Says("Linn ønsker et møte"));
        var back = await (await mother.OpenAsync("/min-familie")).Form("Vi trenger det ikke likevel").PressAsync();
        Assert.False(back.Says("at dere ønsker et møte"), back.Text);
        Assert.False((await coordinator.OpenAsync("/i-dag")).Says("Familien ønsker et møte"));
    }

    [Fact]
    public async Task What_is_said_on_the_telephone_is_written_down_for_her()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        using var coordinator = await world.Plan.BrowserAsync();
        var page = await coordinator.OpenAsync(Year(world.Family));
        var nobody = await page.Form("Skriv inn ønsket").PressAsync();
        Assert.True(nobody.Says("Velg hvem som ønsker et møte."), nobody.Text);
        var written = await nobody.Form("Skriv inn ønsket").Set("Member", world.Plan.Rune.ToString()).PressAsync();
        Assert.True(written.Says("Rune ønsker et møte"), written.Text);
        var row = Assert.Single(await world.Plan.RowsAsync(ItemKinds.MeetingWish));
        Assert.Equal((world.Plan.Rune, "staff", true), (row.OnBehalf!.Value, row.ByKind, row.Private));
    }

    [Fact]
    public async Task What_stands_still_suggests_a_meeting_that_can_be_put_aside_and_taken_up_again()
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        using var coordinator = await world.Plan.BrowserAsync();
        foreach (var parent in new[] { world.Plan.Linn, world.Plan.Rune })
        {
            Assert.False((await coordinator.OpenAsync("/i-dag")).Says("stått stille"));
            using var browser = await app.App.MemberAsync(app.Fjellvik, parent);
            await (await browser.OpenAsync("/min-familie"))
                .Form("Ingenting har skjedd: Lager en rolig krok i klasserommet til Oda")
                .PressAsync();
        }
        var today = await coordinator.OpenAsync("/i-dag");
        const string Why = "Flere avtaler har stått stille siden forrige møte.";
        Assert.True(today.Says(Why), today.Text);
        var form = await today.FollowAsync("Sett opp et møte, Nordli: " + Why);
        Assert.Equal("2026-10-06", form.Form("Lagre").Value("Dag"));
        var aside = await today.Form("Ikke nå: " + Why).PressAsync();
        Assert.True(aside.Says("Lagt bort"), aside.Text);
        Assert.False((await coordinator.OpenAsync("/i-dag")).Says(Why));
        await aside.Form("Ta fram igjen: " + Why).PressAsync();
        Assert.True((await coordinator.OpenAsync("/i-dag")).Says(Why));
    }

    [Fact]
    public async Task A_need_nobody_has_taken_and_a_transition_ahead_give_their_reasons()
    {
        var world = app.World(app.Fjellvik);
        var family = await world.FamilyAsync("Bakken");
        var youth = await family.BornAsync("Ida Bakken", FamilyRelation.Child, new DateOnly(2009, 5, 3));
        await family.BornAsync("Ole Bakken", FamilyRelation.Sibling, new DateOnly(2009, 5, 3));
        await family.DoAsync(
            Core.Access.Act.ChangePlan,
            async write =>
                (
                    await NeedBook.AddAsync(
                        write,
                        new NeedDraft(
                            youth,
                            "Noen å ringe om natta",
                            null,
                            false,
                            new DateOnly(2026, 7, 1),
                            NeedState.Unmet,
                            Sharing.Usual
                        )
                    )
                ).Refusal
        );
        using var coordinator = await app.App.StaffAsync(app.Fjellvik, family.Coordinator);
        var today = await coordinator.OpenAsync("/i-dag");
        Assert.True(today.Says("«Noen å ringe om natta» har ingen tatt ennå. Det har stått siden 1."), today.Text);
        Assert.True(today.Says("Ida fyller 18 år 3."), today.Text);
        Assert.False(today.Says("Ole fyller"), today.Text);
    }

    [Fact]
    public async Task More_than_a_year_without_a_meeting_is_said_in_a_line()
    {
        var world = app.World(app.Fjellvik);
        var family = await world.FamilyAsync("Lien");
        var mother = await family.MemberAsync("Mor Lien", FamilyRelation.Mother, 40);
        await family.MeetingAsync(new DateOnly(2025, 9, 1), mother, "Rådhuset", "Mor Lien", "Far");
        using var coordinator = await app.App.StaffAsync(app.Fjellvik, family.Coordinator);
        var today = await coordinator.OpenAsync("/i-dag");
        Assert.True(today.Says("mer enn ett år siden siste møte"), today.Text);
        Assert.True((await coordinator.OpenAsync(Year(family))).Says("Mer enn ett år siden siste møte."));
    }

    [Theory]
    [InlineData("2026-02-31")]
    [InlineData("tull")]
    [InlineData("9999-12-31")]
    public async Task A_day_that_is_none_in_the_address_is_passed_over(string day)
    {
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        using var coordinator = await world.Plan.BrowserAsync();
        var page = await coordinator.OpenAsync($"/f/{world.Family.Id}/mote/nytt?dag={day}");
        Assert.Equal("2026-09-15", page.Form("Lagre").Value("Dag"));
    }
}
