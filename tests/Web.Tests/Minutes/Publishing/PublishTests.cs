using System.Net;
using Flette.Core.Access;
using Flette.Kit;

namespace Flette.Web.Tests.Minutes.Publishing;

/// <summary>One button after the meeting: each reader gets her own lines, and no other; and what was sent too early is taken back.</summary>
public sealed class PublishTests
{
    private static readonly string[] Spring =
    [
        "# Skoleveien",
        "Even går alene siste stykket.",
        "Silje har hatt migrene i vår.",
        "/ Snakk med Silje alene",
        "PPT: rapporten kommer i mai",
        "= Even får gå alene fra krysset",
        "! sender kart, Tor Hegge 30/9",
    ];

    [Fact]
    public async Task Each_reads_her_own_lines_and_the_coordinator_saw_them_first()
    {
        await using var world = await PublishWorld.MakeAsync();
        var page = await world.HoldAsync(Spring);
        Assert.Equal(["Even 5 linjer", "Per 5 linjer", "Silje 6 linjer"], Summaries(page, "h-read"));
        Assert.Equal(["PPT 1 linje", "Åsen skole 1 linje"], Summaries(page, "h-files"));
        Assert.True(page.Says("tor@example.no"), page.Text);

        var done = await page.Form("Publiser og send").PressAsync();
        Assert.True(done.Says("Publisert 15. september kl."), done.Text);
        var about = new[]
        {
            "Skoleveien",
            "Even går alene siste stykket.",
            "PPT: rapporten kommer i mai",
            "Vi er enige om Even får gå alene fra krysset",
            "Avtale: Sender kart Tor Hegge, frist 30. september",
        };
        Assert.Equal(about, await world.ReadsAsync(world.Even));
        Assert.Equal(about, await world.ReadsAsync(world.Per));
        Assert.Equal(
            [.. about[..2], "Silje har hatt migrene i vår.", .. about[2..]],
            await world.ReadsAsync(world.Silje)
        );
        Assert.Equal(
            ["agreements waiting", "minutes-ready waiting", "minutes-ready waiting"],
            await world.OutboxAsync()
        );
        Assert.Contains("publish-minutes ok", await world.App.LogAsync(world.App.Fjellvik, world.Family.Id));
    }

    [Fact]
    public async Task What_is_changed_is_shown_before_it_is_done()
    {
        await using var world = await PublishWorld.MakeAsync();
        var page = await world.HoldAsync(Spring);
        var form = page.Form("Publiser og send");
        form.Tick("Even Berg".Split(' ')[0], on: false, group: "Hvem er «Even går alene siste stykket.» om?");
        form.Tick("Silje", group: "Hvem er «Even går alene siste stykket.» om?");
        var shown = await form.PressAsync();
        Assert.True(shown.Says("Du har endret hvem som får hva"), shown.Text);
        Assert.Equal(["Even 4 linjer", "Per 4 linjer", "Silje 6 linjer"], Summaries(shown, "h-read"));
        Assert.Empty(await world.ReadsAsync(world.Silje));
        Assert.Empty(await world.OutboxAsync());

        await shown.Form("Publiser og send").PressAsync();
        Assert.DoesNotContain("Even går alene siste stykket.", await world.ReadsAsync(world.Per));
        Assert.Contains("Even går alene siste stykket.", await world.ReadsAsync(world.Silje));
    }

    [Fact]
    public async Task A_line_about_nobody_is_asked_about_and_nothing_is_lost()
    {
        await using var world = await PublishWorld.MakeAsync();
        var page = await world.HoldAsync("Even har det bra.", "Silje ringer.");
        var form = page.Form("Publiser og send");
        form.Tick("Even", on: false, group: "Hvem er «Even har det bra.» om?");
        form.Tick("Silje ringer.", on: false);
        var refused = await form.PressAsync();
        Assert.Contains("Hvem er linjen om?", refused.Errors);
        Assert.DoesNotContain(refused.Form("Publiser og send").Sent(), f => f.Name == "Places[1].Publish");
        form = refused.Form("Publiser og send");
        form.Tick("Even har det bra.", on: false);
        var none = await form.PressAsync();
        Assert.Equal(["Kryss av minst én linje som skal stå i referatet."], none.Errors);
    }

    [Fact]
    public async Task Taken_back_within_half_a_minute_nobody_has_had_anything()
    {
        await using var world = await PublishWorld.MakeAsync();
        var page = await (await world.HoldAsync(Spring)).Form("Publiser og send").PressAsync();
        world.App.Clock.Advance(TimeSpan.FromSeconds(20));
        var back = await page.Form("Trekk tilbake").PressAsync();
        Assert.True(back.Says("Trukket tilbake. Ingen leser referatet"), back.Text);
        Assert.Empty(await world.ReadsAsync(world.Silje));
        world.App.Clock.Advance(TimeSpan.FromMinutes(5));
        await world.SendAsync();
        Assert.Empty(world.App.Post.Taken);
        Assert.Equal(["agreements undone", "minutes-ready undone", "minutes-ready undone"], await world.OutboxAsync());
        // What was agreed in the room is agreed.
        Assert.True((await world.Kari.OpenAsync($"/f/{world.Family.Id}/plan")).Says("Sender kart"));
    }

    [Fact]
    public async Task Taken_back_later_everyone_who_got_something_is_told_and_no_link_opens()
    {
        await using var world = await PublishWorld.MakeAsync();
        var page = await (await world.HoldAsync(Spring)).Form("Publiser og send").PressAsync();
        world.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.SendAsync();
        Assert.Equal(3, world.App.Post.Taken.Count);
        await page.Form("Trekk tilbake").PressAsync();
        Assert.Empty(await world.ReadsAsync(world.Silje));
        await world.SendAsync();
        var corrections = world.App.Post.Taken.Skip(3).ToList();
        Assert.Equal(
            ["per@example.no", "silje@example.no", "tor@example.no"],
            corrections.Select(m => m.To).Order(StringComparer.Ordinal)
        );
        Assert.All(
            corrections,
            m =>
            {
                Assert.Equal("Fra møtet 15. september", m.Subject.Replace('\u00a0', ' '));
                Assert.Contains("se bort fra den", m.Text, StringComparison.Ordinal);
            }
        );
        Assert.Equal(
            1,
            await world.App.ScalarAsync<int>(
                world.App.Fjellvik,
                "select count(*)::int from link where family = @Id and revoked_why = 'undone'",
                new { world.Family.Id }
            )
        );
        // And published again it is read again.
        await (await world.PublishingAsync()).Form("Publiser på nytt og send").PressAsync();
        Assert.Equal(6, (await world.ReadsAsync(world.Silje)).Count);
    }

    [Fact]
    public async Task Published_again_only_those_whose_lines_changed_are_told()
    {
        await using var world = await PublishWorld.MakeAsync();
        await (await world.HoldAsync(Spring)).Form("Publiser og send").PressAsync();
        world.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.SendAsync();
        world.App.Clock.Advance(TimeSpan.FromDays(1));
        await world.SignInAgainAsync();
        var live = await world.Kari.OpenAsync(world.Meeting + "/skriv");
        await (await live.FollowAsync("Rett: Silje har hatt migrene i vår."))
            .Form("Lagre")
            .Fill("Linjen", "Silje har hatt migrene i mai.")
            .PressAsync();
        // Nobody reads what is written in the notes before it is published.
        Assert.Contains("Silje har hatt migrene i vår.", await world.ReadsAsync(world.Silje));
        var page = await world.PublishingAsync();
        Assert.True(page.Says("Det er endret noe siden"), page.Text);
        await page.Form("Publiser på nytt og send").PressAsync();
        Assert.Contains("Silje har hatt migrene i mai.", await world.ReadsAsync(world.Silje));
        var per = await (await world.AsAsync(world.Per)).OpenAsync("/min-familie/referat");
        Assert.True(per.Says("Publisert 15. september"), per.Text);
        Assert.Equal(
            ["agreements sent", "minutes-ready sent", "minutes-ready sent", "minutes-ready waiting"],
            await world.OutboxAsync()
        );
        // Taken back, the first words stand again.
        await (await world.PublishingAsync()).Form("Trekk tilbake").PressAsync();
        Assert.Contains("Silje har hatt migrene i vår.", await world.ReadsAsync(world.Silje));
    }

    [Fact]
    public async Task Two_who_publish_at_once_publish_once()
    {
        await using var world = await PublishWorld.MakeAsync();
        var page = await world.HoldAsync(Spring);
        var stale = await world.PublishingAsync();
        await page.Form("Publiser og send").PressAsync();
        var told = await stale.Form("Publiser og send").PressAsync();
        Assert.Contains("skrevet eller publisert samtidig", Assert.Single(told.Errors), StringComparison.Ordinal);
        Assert.Equal(3, (await world.OutboxAsync()).Count);
        // A line that came after the form was made is not published unseen.
        var again = await world.PublishingAsync();
        await world.SayAsync("Silje fortalte noe mer.");
        told = await again.Form("Publiser på nytt").PressAsync();
        Assert.Contains("skrevet eller publisert samtidig", Assert.Single(told.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain("Silje fortalte noe mer.", await world.ReadsAsync(world.Silje));
    }

    [Fact]
    public async Task A_service_gets_its_own_file_with_only_its_part()
    {
        await using var world = await PublishWorld.MakeAsync();
        var page = await (await world.HoldAsync(Spring)).Form("Publiser og send").PressAsync();
        var sheet = await world.Kari.OpenAsync(world.Meeting + "/utskrift");
        var ppt = await sheet.FollowAsync("PPT");
        Assert.True(ppt.Says("PPT: rapporten kommer i mai"), ppt.Text);
        Assert.False(ppt.Says("Sender kart"), ppt.Text);
        Assert.False(ppt.Says("migrene"), ppt.Text);
        var text = await world.Kari.OpenAsync(ppt.Path.Replace("/utskrift", "/tekst", StringComparison.Ordinal));
        Assert.Equal("text/plain; charset=utf-8", text.Header("Content-Type"));
        Assert.Contains("PPT: rapporten kommer i mai", text.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("migrene", text.Html, StringComparison.Ordinal);
        var school = await sheet.FollowAsync("Åsen skole");
        Assert.True(school.Says("Sender kart"), school.Text);
        Assert.False(school.Says("rapporten"), school.Text);
        // What Per is handed is what Per reads.
        var per = await sheet.FollowAsync("Per");
        Assert.True(per.Says("Even får gå alene fra krysset"), per.Text);
        Assert.False(per.Says("migrene"), per.Text);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await world.Kari.GetAsync($"{world.Meeting}/utskrift?for={Guid.NewGuid()}")).Status
        );
    }

    [Fact]
    public async Task Whoever_finds_something_wrong_says_so_beside_the_line_for_a_week()
    {
        await using var world = await PublishWorld.MakeAsync();
        await (await world.HoldAsync(Spring)).Form("Publiser og send").PressAsync();
        var silje = await world.AsAsync(world.Silje);
        var page = await silje.OpenAsync("/min-familie/referat");
        var form = page.Form(
            page.Document.QuerySelectorAll(".fl-minutes-read li")
                .Single(l => l.TextContent.Contains("Even går alene", StringComparison.Ordinal))
                .QuerySelector("button")!
        );
        var empty = await form.PressAsync();
        Assert.True(empty.Says("Skriv hva som er feil."), empty.Text);
        var said = await form.Set("Text", "Han går fra butikken.").PressAsync();
        Assert.True(said.Says("Takk, det er lagret."), said.Text);
        var per = await (await world.AsAsync(world.Per)).OpenAsync("/min-familie/referat");
        Assert.True(per.Says("En i familien sier: Han går fra butikken."), per.Text);
        var meeting = await world.Kari.OpenAsync(world.Meeting);
        Assert.True(meeting.Says("Han går fra butikken."), meeting.Text);
        meeting = await meeting.Form("Sett på: Han går fra butikken.").PressAsync();
        Assert.True(meeting.Says("sett på"), meeting.Text);

        world.App.Clock.Advance(TimeSpan.FromDays(8));
        var late = await (await world.AsAsync(world.Silje)).OpenAsync("/min-familie/referat");
        Assert.DoesNotContain(
            late.Document.QuerySelectorAll("button"),
            b => b.TextContent.Contains("Si fra", StringComparison.Ordinal)
        );
        // A page that stood open all the time.
        await world.Family.DoAsync(
            Act.WriteMinutes,
            async write =>
            {
                var lines = await Web.Access.Visible.ItemsAsync(
                    write.Pass,
                    CancellationToken.None,
                    Data.ItemKinds.PublishedLine
                );
                Assert.IsType<Features.Meetings.Publishing.RemarkTooLate>(
                    await Features.Meetings.Publishing.RemarkBook.AddAsync(write, lines[0].Row.Id, "En ting til.")
                );
                return null;
            }
        );
    }

    [Fact]
    public async Task Before_the_end_and_without_a_yes_nothing_is_published()
    {
        await using var world = await PublishWorld.MakeAsync();
        var page = await world.HoldAsync(Spring);
        await world.Family.DoAsync(
            Act.RecordPlanYes,
            async write => await Features.Consents.PlanBook.WithdrawAsync(write, world.Silje)
        );
        var refused = await page.Form("Publiser og send").PressAsync(HttpStatusCode.Conflict);
        Assert.True(refused.Says("Ja-et til planen er trukket. Ingenting sendes."), refused.Text);
        Assert.Empty(await world.OutboxAsync());
        var closed = await world.PublishingAsync();
        Assert.True(closed.Says("Ja-et til planen er trukket. Ingenting sendes."), closed.Text);
    }

    private static List<string> Summaries(Page page, string section) =>
        page
            .Document.QuerySelectorAll($"[aria-labelledby={section}] summary")
            .Select(s => PageWords.Text(s).Split(',')[0])
            .Order(StringComparer.Ordinal)
            .ToList();
}
