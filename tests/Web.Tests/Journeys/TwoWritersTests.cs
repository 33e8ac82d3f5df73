using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Tests.Links;

namespace Flette.Web.Tests.Journeys;

/// <summary>Of two who write at the same time the later one is told, and sees what stands beside what she wrote.</summary>
public sealed class TwoWritersTests(BareApp app) : IClassFixture<BareApp>
{
    private const string Given = "En av avtalene ble endret samtidig. Se over listen og send på nytt.";

    private World World => app.World(app.Fjellvik);

    [Fact]
    public async Task Who_ends_a_position_on_another_day_sees_both_days()
    {
        var family = await World.FamilyAsync("Aune");
        var mother = await family.MemberAsync("Berit Aune", FamilyRelation.Mother, 35);
        var child = await family.MemberAsync("Liv Aune", FamilyRelation.Child, 5);
        await family.PositionAsync(child, GuardianshipKind.ParentalResponsibility, mother);
        using var browser = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        var page = await browser.OpenAsync($"/f/{family.Id}");
        var end = (await page.FollowAsync("Avslutt: foreldreansvar, Berit for Liv")).Path;
        var late = (await browser.OpenAsync(end)).Form("Lagre").Fill("Siste dag", new DateOnly(2026, 5, 2));
        await (await browser.OpenAsync(end)).Form("Lagre").Fill("Siste dag", new DateOnly(2026, 5, 1)).PressAsync();
        var lost = await late.PressAsync();
        Assert.Equal(["Noen andre endret rollen samtidig. Se over begge dagene og lagre på nytt."], lost.Errors);
        BothAreSaid(lost, "1. mai 2026", "2. mai 2026");
        Assert.Equal("2026-05-02", lost.Form("Lagre").Value("Siste dag"));
        await lost.Form("Lagre").PressAsync();
        Assert.True((await browser.OpenAsync(end)).Says("2. mai 2026"));
    }

    [Fact]
    public async Task Who_ends_an_appointment_or_opens_for_the_deputy_late_sees_what_the_other_did()
    {
        var deputy = await World.CoordinatorAsync("Dina Deputat");
        var family = await World.FamilyAsync("Berge", deputy: deputy);
        using var officer = await app.StaffAsync(app.Fjellvik, family.Officer);
        var (one, two) = (World.Today.AddDays(30), World.Today.AddDays(60));
        const string End = "Avslutt oppnevningen";
        var late = (await OpenAsync()).Form(End).Fill("Siste dag", two);
        await (await OpenAsync()).Form(End).Fill("Siste dag", one).PressAsync();
        var lost = await late.PressAsync();
        Assert.Equal(["Noen andre endret dette samtidig. Se over og lagre på nytt."], lost.Errors);
        BothAreSaid(lost, Day(one), Day(two));
        Assert.Equal(two, DateOnly.Parse(lost.Form(End).Value("Siste dag"), Norwegian.Culture));

        var open = (await OpenAsync()).Form("Åpne for stedfortreder").Fill("Til og med", World.Today.AddDays(7));
        await (await OpenAsync())
            .Form("Åpne for stedfortreder")
            .Fill("Til og med", World.Today.AddDays(3))
            .PressAsync();
        lost = await open.PressAsync();
        BothAreSaid(lost, Day(World.Today.AddDays(3)), Day(World.Today.AddDays(7)));
        var saved = await lost.Form("Lagre tiden").PressAsync();
        Assert.Empty(saved.Errors);
        var close = saved.Form("Steng for stedfortreder nå");
        await (await OpenAsync()).Form(End).Fill("Siste dag", World.Today.AddDays(2)).PressAsync();
        lost = await close.PressAsync();
        Assert.Equal(["Noen andre endret dette samtidig. Se over og lagre på nytt."], lost.Errors);
        Assert.False((await lost.Form("Steng for stedfortreder nå").PressAsync()).Says("Dina Deputat leser"));

        Task<Page> OpenAsync() => officer.OpenAsync($"/enhet/{family.Id}");
    }

    [Fact]
    public async Task Who_changes_an_agreement_late_sees_both_texts_and_can_save()
    {
        var world = await LinkWorld.MakeAsync(World);
        using var browser = await world.Plan.BrowserAsync();
        var address = $"/f/{world.Family.Id}/avtale/{world.Agreement}";
        var late = (await browser.OpenAsync(address))
            .Form("Lagre avtalen")
            .Fill("Hva skal gjøres?", "lager to kroker")
            .Tick("Siv Moen, Skolen");
        var undo = (
            await (await browser.OpenAsync(address))
                .Form("Lagre avtalen")
                .Fill("Hva skal gjøres?", "lager et telt")
                .PressAsync()
        ).Form("Angre siste endring");
        var lost = await late.PressAsync();
        BothAreSaid(lost, "lager et telt", "lager to kroker");
        Assert.True(
            lost.Says("Du skrev: Tor Berge, Skolen og Siv Moen, Skolen")
                || lost.Says("Du skrev: Siv Moen, Skolen og Tor Berge, Skolen"),
            lost.Text
        );
        Assert.Equal("lager to kroker", lost.Form("Lagre avtalen").Value("Hva skal gjøres?"));
        Assert.Empty((await lost.Form("Lagre avtalen").PressAsync()).Errors);
        // What is undone late is not undone, and the form shows what stands.
        lost = await undo.PressAsync();
        Assert.Contains("samtidig", Assert.Single(lost.Errors), StringComparison.Ordinal);
        Assert.Equal("lager to kroker", lost.Form("Lagre avtalen").Value("Hva skal gjøres?"));
    }

    [Fact]
    public async Task A_day_or_an_answer_nobody_has_seen_is_not_said_yes_to()
    {
        var world = await LinkWorld.MakeAsync(World);
        using var browser = await world.Plan.BrowserAsync();
        await AnswerAsync(10);
        var today = await browser.OpenAsync("/i-dag");
        await AnswerAsync(20);
        foreach (var button in new[] { "Ja til ny frist for Tor Berge, Skolen", "Sett: svaret fra Tor Berge, Skolen" })
        {
            var late = await today.Form(button).PressAsync();
            Assert.Equal(["Avtalen er endret siden du så svaret. Det som står nå, ser du under."], late.Errors);
            Assert.True(late.Says("«Dag 20»") && !late.Says("«Dag 10»"), late.Text);
        }
        var agreed = await (await today.Form("Ja til ny frist for Tor Berge, Skolen").PressAsync())
            .Form("Ja til ny frist")
            .PressAsync();
        Assert.Empty(agreed.Errors);
        Assert.Equal(World.Today.AddDays(20), (await world.RowAsync()).Day);

        Task AnswerAsync(int days) =>
            world.Family.DoAsync(
                Act.AnswerOnBehalf,
                write =>
                    AgreementAnswers.AnswerAsync(
                        write,
                        world.Agreement,
                        new AnswerDraft(AnswerKind.NeedsHelp, $"Dag {days}", write.Pass.Today.AddDays(days)),
                        world.Tor,
                        onBehalf: true
                    )
            );
    }

    [Fact]
    public async Task An_answer_taken_by_telephone_meets_the_one_that_came_by_link()
    {
        var world = await LinkWorld.MakeAsync(World);
        using var browser = await world.Plan.BrowserAsync();
        var late = (await browser.OpenAsync($"/f/{world.Family.Id}/avtale/{world.Agreement}/svar"))
            .Form("Lagre svaret")
            .Choose("Hva var svaret?", "I gang")
            .Fill("En linje", "Nesten ferdig");
        var (_, link, card) = await world.OpenAsync();
        using var hers = link;
        await card.Form("Gjort").PressAsync();
        var lost = await late.PressAsync();
        BothAreSaid(lost, "Gjort", "I gang");
        Assert.Equal(AgreementState.Done, await world.StateAsync());
        await lost.Form("Lagre svaret").PressAsync();
        Assert.Equal(AgreementState.InProgress, await world.StateAsync());
    }

    [Fact]
    public async Task What_was_given_to_someone_meanwhile_is_not_given_to_another()
    {
        var world = await LinkWorld.MakeAsync(World);
        var nobodys = await world.Family.AgreementAsync("bestiller rampe", [world.Plan.Oda]);
        using var browser = await world.Plan.BrowserAsync();
        var first = await browser.OpenAsync(world.Send);
        var late = (await browser.OpenAsync(world.Send)).Form("Send").Choose("Gi den til", "Siv Moen, Skolen");
        await first.Form("Send").Choose("Gi den til", "Tor Berge, Skolen").PressAsync();
        var lost = await late.PressAsync();
        Assert.Equal([Given], lost.Errors);
        Assert.True(lost.Says("Tor Berge, Skolen er spurt"), lost.Text);
        Assert.Equal([world.Tor], await AskedAsync());
        await lost.Form("Send").PressAsync();
        Assert.Equal([world.Siv], await AskedAsync());
        // Taken by someone, it is on the list no more, and who chose it is told.
        late = (await browser.OpenAsync(world.Send)).Form("Send").Choose("Gi den til", "Tor Berge, Skolen");
        await (await browser.OpenAsync($"/f/{world.Family.Id}/avtale/{nobodys}/svar"))
            .Form("Lagre svaret")
            .Choose("Hva var svaret?", "Tar den")
            .PressAsync();
        lost = await late.PressAsync();
        Assert.Equal([Given], lost.Errors);
        Assert.False(lost.Says("Ingen har dette ennå"), lost.Text);

        async Task<Guid[]> AskedAsync() =>
            (await world.Plan.RowsAsync(ItemKinds.Agreement)).Single(r => r.Id == nobodys).Asked;
    }

    [Fact]
    public async Task A_yes_given_since_is_not_withdrawn_with_the_one_before()
    {
        var world = await LinkWorld.MakeAsync(World);
        using var browser = await world.Plan.BrowserAsync();
        var address = $"/f/{world.Family.Id}/ja";
        var late = (await browser.OpenAsync(address)).Form("Trekk ja-et til Linn");
        await (await browser.OpenAsync(address)).Form("Trekk ja-et til Linn").PressAsync();
        await (await browser.OpenAsync(address))
            .Form("Lagre ja-et")
            .Tick("Linn Nordli", group: "Hvem sa ja?")
            .PressAsync();
        var lost = await late.PressAsync();
        Assert.Equal(["Det er ikke noe ja å trekke."], lost.Errors);
        Assert.True(lost.Says("Det er sagt ja til individuell plan"), lost.Text);
    }

    private static void BothAreSaid(Page page, string theirs, string mine)
    {
        Assert.True(page.Says("To har skrevet samtidig"), page.Text);
        Assert.True(page.Says($"Lagret nå: {theirs}"), page.Text);
        Assert.True(page.Says($"Du skrev: {mine}"), page.Text);
    }

    private static string Day(DateOnly day) => day.ToString("d. MMMM yyyy", Norwegian.Culture);
}
