using System.Net;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;
using Flette.Kit;
using Flette.Web.Features.Meetings;

namespace Flette.Web.Tests.Minutes.Preparing;

/// <summary>Before the meeting: the family first, an agenda that builds itself, and a screen for everyone in the room.</summary>
public sealed class PrepareTests(BareApp app) : IClassFixture<BareApp>
{
    [Fact]
    public async Task What_the_family_raises_stands_first_and_is_not_dropped_without_a_reason_it_sees()
    {
        var (world, meeting) = await PlannedAsync();
        using var _ = world;
        using var silje = await app.MemberAsync(app.Fjellvik, world.Silje);
        var page = await (await silje.OpenAsync("/min-familie")).FollowAsync("Hva vil dere ta opp?");
        var empty = await page.Form("Ta det opp").PressAsync();
        Assert.Equal(["Skriv hva du vil ta opp."], empty.Errors);
        page = await empty.Form("Ta det opp").Fill("Hva vil du ta opp?", "Hvem henter når skolen ringer?").PressAsync();
        Assert.True(page.Says("Lagret. Koordinatoren ser det."), page.Text);
        page = await page.Form("Ta det opp")
            .Fill("Hva vil du ta opp?", "Jeg sover ikke")
            .Choose("Hvem skal få vite det?", "Bare koordinatoren")
            .PressAsync();
        Assert.True(page.Says("Jeg sover ikke") && page.Says("Bare du og koordinatoren ser dette"), page.Text);
        await page.Form("Lagre").Fill("Tider som er umulige", "Aldri onsdager").PressAsync();

        var agenda = await world.Kari.OpenAsync($"/f/{world.Family.Id}/mote/{meeting}/sakliste");
        Assert.Equal(
            ["Hvem henter når skolen ringer?", "Jeg sover ikke", "Neste møte"],
            agenda.Document.QuerySelectorAll(".fl-point h2").Select(PageWords.Text)
        );
        Assert.True(agenda.Says("Aldri onsdager"), agenda.Text);
        var form = agenda.Form("Ta ut saken: Hvem henter når skolen ringer?");
        Assert.NotNull(form);
    }

    [Fact]
    public async Task Dropped_with_a_reason_the_family_reads_it_and_it_can_be_taken_up_after_all()
    {
        var (world, meeting) = await PlannedAsync();
        using var _ = world;
        var agenda = await world.Kari.OpenAsync($"/f/{world.Family.Id}/mote/{meeting}/sakliste");
        // By telephone: the coordinator writes it down, and it says so.
        agenda = await agenda
            .Form("Sett opp saken")
            .Fill("Hva skal tas opp?", "Sommeren")
            .Fill("Hvem sier det?", "Silje")
            .PressAsync();
        Assert.True(agenda.Says("Fra Silje Berg, skrevet ned av koordinatoren"), agenda.Text);
        var refused = await agenda.Form(agenda.Document.QuerySelector("form[action*='Drop'] button")!).PressAsync();
        Assert.Equal(["Familien ser at saken er tatt ut. Skriv hvorfor."], refused.Errors);
        agenda = await refused
            .Form(refused.Document.QuerySelector("form[action*='Drop'] button")!)
            .Fill("Hvorfor?", "Silje vil vente til mai")
            .PressAsync();
        using var silje = await app.MemberAsync(app.Fjellvik, world.Silje);
        var hers = await silje.OpenAsync("/min-familie/mote");
        Assert.True(hers.Says("Tas ikke opp: Silje vil vente til mai"), hers.Text);
        agenda = await agenda.Form("Ta opp likevel: Sommeren").PressAsync();
        Assert.Equal(
            ["Sommeren", "Neste møte"],
            agenda.Document.QuerySelectorAll(".fl-point h2").Select(PageWords.Text)
        );
    }

    [Fact]
    public async Task What_is_for_the_coordinator_alone_no_other_member_reads_and_no_common_screen_shows()
    {
        var (world, meeting) = await PlannedAsync();
        using var _ = world;
        var screen = $"/f/{world.Family.Id}/mote/{meeting}/skjerm";
        using var even = await app.MemberAsync(app.Fjellvik, world.Even);
        await RaiseAsync(world, "Jula", own: false);
        var (before, evens) = (
            Body(await world.Kari.OpenAsync(screen)),
            Body(await even.OpenAsync("/min-familie/mote"))
        );
        await RaiseAsync(world, "Jeg sover ikke", own: true);
        await world.Family.LineAsync(meeting, "/ Ring Silje");
        await world.Family.LineAsync(meeting, "Silje gråt.");
        Assert.Equal(before, Body(await world.Kari.OpenAsync(screen)));
        Assert.Equal(evens, Body(await even.OpenAsync("/min-familie/mote")));
        Assert.Contains("Jula", before, StringComparison.Ordinal);
        await world.Family.LineAsync(meeting, "# Jula");
        await world.Family.LineAsync(meeting, "= Ingen nye voksne");
        var shown = await world.Kari.OpenAsync(screen);
        Assert.Equal("Jula", shown.Heading);
        Assert.True(shown.Says("Ingen nye voksne"), shown.Text);
        Assert.False(shown.Says("gråt"), shown.Text);
    }

    [Fact]
    public async Task The_common_screen_answers_304_while_nothing_it_shows_is_new()
    {
        var (world, meeting) = await PlannedAsync();
        using var _ = world;
        var screen = $"/f/{world.Family.Id}/mote/{meeting}/skjerm";
        await world.Family.LineAsync(meeting, "# Jula");
        var tag = (await world.Kari.OpenAsync(screen)).Header("ETag")!;
        await world.Family.LineAsync(meeting, "/ Ikke for andre");
        await world.Family.LineAsync(meeting, "Dette ble sagt.");
        Assert.Equal(tag, (await world.Kari.OpenAsync(screen)).Header("ETag"));
        await world.Family.LineAsync(meeting, "= Enige");
        Assert.NotEqual(tag, (await world.Kari.OpenAsync(screen)).Header("ETag"));
    }

    [Fact]
    public async Task Somebody_comes_for_one_point_with_the_familys_yes_and_the_screen_shows_her_that_alone()
    {
        var (world, meeting) = await PlannedAsync();
        using var _ = world;
        var officer = await world.Family.ParticipantAsync("Siv Saksbehandler", Topic.Welfare, false, world.Even);
        await RaiseAsync(world, "Mors helse", own: false);
        await RaiseAsync(world, "Avlastning", own: false);
        var agenda = await world.Kari.OpenAsync($"/f/{world.Family.Id}/mote/{meeting}/sakliste");
        var button = agenda.Document.QuerySelectorAll("form[action*='Guest'] button")[1];
        var refused = await agenda.Form(button).PressAsync();
        Assert.Equal(["Velg hvem som kommer, hvem i familien som har sagt ja, og hvilken dag."], refused.Errors);
        button = refused.Document.QuerySelectorAll("form[action*='Guest'] button")[1];
        agenda = await refused
            .Form(button)
            .Fill("Hvem kommer?", "Siv Saksbehandler, Skolen")
            .Fill("Hvem i familien har sagt ja?", "Silje")
            .PressAsync();
        Assert.True(agenda.Says("Bare til denne saken kommer Siv Saksbehandler"), agenda.Text);
        await world.Family.LineAsync(meeting, "# Mors helse");
        await world.Family.LineAsync(meeting, "= Hun får fri mandager");
        var screen = $"/f/{world.Family.Id}/mote/{meeting}/skjerm";
        Assert.True((await world.Kari.OpenAsync(screen)).Says("Hun får fri mandager"));
        var live = await world.Kari.OpenAsync($"/f/{world.Family.Id}/mote/{meeting}/skriv");
        await live.Form(live.Document.QuerySelector($"button[value='{officer}']")!).PressAsync();
        var shown = await world.Kari.OpenAsync(screen);
        Assert.False(shown.Says("Mors helse"), shown.Text);
        Assert.False(shown.Says("Hun får fri mandager"), shown.Text);
        Assert.True(shown.Says("Avlastning"), shown.Text);
    }

    [Fact]
    public async Task A_step_of_the_agenda_is_taken_up_with_one_press()
    {
        var (world, meeting) = await PlannedAsync();
        using var _ = world;
        await RaiseAsync(world, "Jula", own: false);
        var live = await world.Kari.OpenAsync($"/f/{world.Family.Id}/mote/{meeting}/skriv");
        live = await live.Form("Ta opp: Jula").PressAsync();
        Assert.Equal("Jula", PageWords.Text(live.Document.QuerySelector(".fl-point[aria-current] h3")!));
        Assert.Contains(
            live.Document.QuerySelectorAll(".fl-min--point"),
            l => l.TextContent.Contains("Jula", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_meeting_that_was_held_takes_nothing_more()
    {
        var (world, meeting) = await PlannedAsync();
        using var _ = world;
        using var silje = await app.MemberAsync(app.Fjellvik, world.Silje);
        var open = await silje.OpenAsync("/min-familie/mote");
        await world.Family.DoAsync(
            Act.WriteMinutes,
            async write =>
            {
                var seen = await Web.Access.Visible.ItemAsync(write, Data.ItemKinds.Meeting, meeting);
                await Data.Items.ChangeAsync(
                    write,
                    seen!.Row with
                    {
                        State = "held",
                    },
                    seen.Row.Version,
                    "held",
                    seen.Open<MeetingDetails>()
                );
                return null;
            }
        );
        var refused = await open.Form("Ta det opp").Fill("Hva vil du ta opp?", "En ting til").PressAsync();
        Assert.Equal(["Møtet er holdt eller flyttet. Det du skrev, er ikke lagret."], refused.Errors);
        using var stranger = await app.StaffAsync(
            app.Fjellvik,
            (await app.World(app.Fjellvik).FamilyAsync("Andre")).Coordinator
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await stranger.GetAsync($"/f/{world.Family.Id}/mote/{meeting}/skjerm")).Status
        );
    }

    private async Task<(MinutesWorld World, Guid Meeting)> PlannedAsync()
    {
        var world = await MinutesWorld.MakeAsync(app);
        await world.Family.SayYesAsync(world.Even, world.Silje);
        var id = Guid.Empty;
        await world.Family.DoAsync(
            Act.WriteMinutes,
            async write =>
            {
                id = await MeetingBook.AddAsync(
                    write,
                    write.Pass.Today.AddDays(20),
                    MeetingState.Planned,
                    new MeetingDetails(
                        MinutesKind.Ansvarsgruppe,
                        "09:00-10:30",
                        "Åsen skole",
                        [new MeetingPerson(world.Silje, "Silje Berg"), new MeetingPerson(world.Even, "Even Berg")],
                        []
                    ),
                    [world.Even]
                );
                return null;
            }
        );
        return (world, id);
    }

    private async Task RaiseAsync(MinutesWorld world, string text, bool own)
    {
        using var silje = await app.MemberAsync(app.Fjellvik, world.Silje);
        var page = await silje.OpenAsync("/min-familie/mote");
        var form = page.Form("Ta det opp").Fill("Hva vil du ta opp?", text);
        await (own ? form.Choose("Hvem skal få vite det?", "Bare koordinatoren") : form).PressAsync();
    }

    // Without form keys and tokens, which differ each time.
    private static string Body(Page page) => page.Document.GetElementById("main")!.TextContent;
}
