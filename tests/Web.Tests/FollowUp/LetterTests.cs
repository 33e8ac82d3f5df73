using Flette.Kit;
using Flette.Web.Data;
using Flette.Web.Delivery;
using Flette.Web.Tests.Delivery;
using Flette.Web.Tests.Links;

namespace Flette.Web.Tests.FollowUp;

/// <summary>When all reminders have been: one letter to the leader, with the family's yes to it and not otherwise.</summary>
public sealed class LetterTests
{
    private static readonly DateOnly Silent = new(2026, 10, 14);

    [Fact]
    public async Task Silence_offers_a_letter_and_without_a_yes_there_is_none()
    {
        await using var weeks = await SilentAsync();
        using var coordinator = await weeks.CoordinatorAsync();
        var today = await coordinator.OpenAsync("/i-dag");
        Assert.True(today.Says("Venter på svar fra Skolen siden 29. september"), today.Text);
        var page = await today.FollowAsync("Skriv til lederen: " + LinkWorld.What);
        Assert.Equal("Brev til lederen i tjenesten", page.Heading);
        Assert.Equal("skole", page.Form("Send brevet").Hidden("Input.Duty"));
        var refused = await Filled(page, "På papir").PressAsync();
        Assert.True(refused.Says("Brevet kan ikke sendes uten ja fra"), refused.Text);
        var half = await Filled(refused, "På papir").Tick("Linn Nordli", group: "Hvem sa ja?").PressAsync();
        Assert.True(half.Says("uten ja fra Rune Nordli."), half.Text);
        Assert.Empty(await weeks.World.Plan.RowsAsync(ItemKinds.Letter));
        Assert.Equal(0, await MailsAsync(weeks));
    }

    [Fact]
    public async Task By_mail_it_waits_can_be_undone_and_names_nobody_in_the_family()
    {
        await using var weeks = await SilentAsync();
        using var coordinator = await weeks.CoordinatorAsync();
        var page = await coordinator.OpenAsync(New(weeks));
        var sent = await WithYes(page, "På e-post").PressAsync();
        Assert.True(sent.Says("Brev sendt til rektor Moe, Skolen, 14. oktober"), sent.Text);
        var stopped = await sent.Form("Angre").PressAsync();
        Assert.True(stopped.Says("Brevet ble stoppet"), stopped.Text);
        await weeks.App.LaterAsync(Outbox.UndoWindow);
        Assert.DoesNotContain(weeks.App.Post.Taken, m => m.To == "rektor@example.no");

        await WithYes(await coordinator.OpenAsync(New(weeks)), "På e-post").PressAsync();
        await weeks.App.LaterAsync(Outbox.UndoWindow);
        var mail = weeks.App.Post.Taken[^1];
        Assert.Equal(("rektor@example.no", "En avtale som venter på svar"), (mail.To, mail.Subject));
        foreach (var said in new[] { "Tor Berge", "opplæringslova § 24-1", "29. september 2026", "Kari Koordinator" })
        {
            Assert.Contains(said, Spaces(mail.Text), StringComparison.Ordinal);
        }
        foreach (var secret in new[] { "Oda", "Nordli", "krok", "Linn" })
        {
            Assert.DoesNotContain(secret, mail.Subject + mail.Text, StringComparison.OrdinalIgnoreCase);
        }
        using var later = await weeks.CoordinatorAsync();
        var row = (await weeks.World.Plan.RowsAsync(ItemKinds.Letter))[^1];
        Assert.False((await later.OpenAsync($"/f/{weeks.Family.Id}/brev/{row.Id}")).Says("Angre"));
    }

    [Fact]
    public async Task On_paper_it_says_what_was_agreed_and_asked_and_the_duty_and_the_family_sees_that_it_was_sent()
    {
        await using var weeks = await SilentAsync();
        using var coordinator = await weeks.CoordinatorAsync();
        var page = await coordinator.OpenAsync(New(weeks));
        var preview = await page.Form("Vis brevet")
            .Fill("En linje fra deg (valgfritt)", "Fint om vi får vite det før høstferien.")
            .PressAsync();
        Assert.Empty(await weeks.World.Plan.RowsAsync(ItemKinds.Letter));
        Assert.Contains(
            "Fint om vi får vite det",
            preview.Document.QuerySelector("section[aria-labelledby=h-preview]")!.TextContent,
            StringComparison.Ordinal
        );
        var sent = await WithYes(page, "På papir").PressAsync();
        var sheet = await sent.FollowAsync("Skriv ut");
        foreach (
            var said in new[]
            {
                "Til rektor Moe, Skolen",
                "ble dette avtalt for Oda",
                "Lager en rolig krok",
                "Fristen var tirsdag 29. september 2026",
                "tirsdag 15. september 2026",
                "tirsdag 13. oktober 2026",
                "Opplæringslova § 24-1",
                "Familien har sagt ja",
            }
        )
        {
            Assert.True(sheet.Says(said), $"{said}\n{sheet.Text}");
        }
        var pdf = await coordinator.GetAsync(sheet.Path.Replace("utskrift", "pdf", StringComparison.Ordinal));
        Assert.Equal("application/pdf", pdf.Header("Content-Type"));
        var row = Assert.Single(await weeks.World.Plan.RowsAsync(ItemKinds.Letter));
        Assert.Equal((true, weeks.World.Plan.Oda), (row.InPlan, row.KeyOwner));
        using var again = await weeks.CoordinatorAsync();
        var today = await again.OpenAsync("/i-dag");
        Assert.True(today.Says("Brev sendt til rektor Moe, Skolen, 14. oktober"), today.Text);
    }

    [Fact]
    public async Task A_second_one_to_the_same_service_asks_first()
    {
        await using var weeks = await SilentAsync();
        using var coordinator = await weeks.CoordinatorAsync();
        await WithYes(await coordinator.OpenAsync(New(weeks)), "På papir").PressAsync();
        var asked = await WithYes(await coordinator.OpenAsync(New(weeks)), "På papir").PressAsync();
        Assert.True(asked.Says("Det er sendt et brev om denne avtalen til samme tjeneste 14. oktober."), asked.Text);
        Assert.Single(await weeks.World.Plan.RowsAsync(ItemKinds.Letter));
        await WithYes(asked, "På papir").Tick("Send ett brev til likevel").PressAsync();
        Assert.Equal(2, (await weeks.World.Plan.RowsAsync(ItemKinds.Letter)).Count);
    }

    [Fact]
    public async Task What_is_answered_or_not_silent_yet_has_no_letter()
    {
        await using var weeks = await Weeks.StartAsync();
        await weeks.SendAsync();
        await weeks.UntilAsync(Silent.AddDays(-1));
        using var coordinator = await weeks.CoordinatorAsync();
        var early = await coordinator.OpenAsync(New(weeks));
        Assert.True(early.Says("venter ikke på et svar som har uteblitt"), early.Text);
        await weeks.UntilAsync(Silent);
        using var next = await weeks.CoordinatorAsync();
        var form = WithYes(await next.OpenAsync(New(weeks)), "På papir");
        await weeks.AnswerAsync("I gang");
        var late = await form.PressAsync();
        Assert.True(late.Says("samtidig") || late.Says("venter ikke"), late.Text);
        Assert.Empty(await weeks.World.Plan.RowsAsync(ItemKinds.Letter));
    }

    private static async Task<Weeks> SilentAsync()
    {
        var weeks = await Weeks.StartAsync();
        await weeks.SendAsync();
        await weeks.UntilAsync(Silent);
        return weeks;
    }

    private static string New(Weeks weeks) => $"/f/{weeks.Family.Id}/avtale/{weeks.World.Agreement}/brev";

    private static Form Filled(Page page, string way) =>
        page.Form("Send brevet")
            .Fill("Hvem leder tjenesten?", "rektor Moe")
            .Fill("E-post til lederen (valgfritt)", "rektor@example.no")
            .Choose("Hvordan skal det gå?", way)
            .Choose("Hvordan?", "På telefon");

    private static Form WithYes(Page page, string way) =>
        Filled(page, way).Tick("Linn Nordli", group: "Hvem sa ja?").Tick("Rune Nordli", group: "Hvem sa ja?");

    private static Task<int> MailsAsync(Weeks weeks) =>
        weeks.App.ScalarAsync<int>(weeks.App.Fjellvik, "select count(*) from outbox where template = 'letter'");

    private static string Spaces(string text) => text.Replace('\u00a0', ' ');
}
