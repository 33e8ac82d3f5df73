using System.Net;
using System.Text.RegularExpressions;
using Flette.Kit;

namespace Flette.Web.Tests.Minutes.Attaching;

/// <summary>Who opens a document and who does not, what is undone, and what is answered when it is damaged.</summary>
public sealed partial class WhoOpensTests(BareApp app) : IClassFixture<BareApp>
{
    private const int Chunk = 256 * 1024;

    [Fact]
    public async Task Not_hers_is_answered_as_what_does_not_exist()
    {
        using var world = await AttachWorld.MakeAsync(app);
        var mothers = await world.AttachAsync("Legeerklæring.pdf", [1], "Silje");
        var notes = await world.AttachAsync("Notat.docx", [1]);
        Assert.Equal(HttpStatusCode.OK, (await world.OpenAsync(world.Silje, mothers)).Status);
        foreach (var hidden in new[] { mothers, notes })
        {
            var missing = await world.OpenAsync(world.Per, Guid.NewGuid());
            var hers = await world.OpenAsync(world.Per, hidden);
            Assert.Equal(HttpStatusCode.NotFound, hers.Status);
            Assert.Equal(Same(missing), Same(hers));
            using var other = await app.StaffAsync(
                app.Fjellvik,
                (await app.World(app.Fjellvik).FamilyAsync("Annen")).Coordinator
            );
            Assert.Equal(
                Same(await other.GetAsync($"/f/{Guid.NewGuid()}/mote/{world.Meeting}/vedlegg/{hidden}")),
                Same(await other.GetAsync($"{world.All}/{hidden}"))
            );
            // A family's own meeting with another's document in the address.
            using var theirs = await AttachWorld.MakeAsync(app);
            Assert.Equal(HttpStatusCode.NotFound, (await theirs.OpenAsync(hidden)).Status);
            using var nobody = app.Visit(app.Fjellvik);
            Assert.Equal(HttpStatusCode.Found, (await nobody.GetAsync($"{world.All}/{hidden}")).Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await world.OpenAsync(world.Silje, notes)).Status);
    }

    [Fact]
    public async Task Each_finds_hers_beside_the_minutes_and_the_coordinator_sees_who_does()
    {
        using var world = await AttachWorld.MakeAsync(app);
        await world.AttachAsync("Kart.pdf", [1], "Oda");
        await world.AttachAsync("Legeerklæring.pdf", [1], "Silje");
        await world.AttachAsync("Notat.docx", [1]);
        Assert.Equal(["Kart.pdf", "Legeerklæring.pdf"], await ReadsAsync(world.Silje));
        Assert.Equal(["Kart.pdf"], await ReadsAsync(world.Per));
        foreach (var path in new[] { world.All, $"/f/{world.Family.Id}/mote/{world.Meeting}" })
        {
            var page = await world.Kari.OpenAsync(path);
            Assert.True(page.Says("1 byte · leses av Per, Silje og Oda"), page.Text);
            Assert.True(page.Says("1 byte · leses av Silje"), page.Text);
            Assert.True(page.Says("1 byte · arbeidsnotat"), page.Text);
        }
        Assert.True((await world.Kari.OpenAsync($"/f/{world.Family.Id}/mote/{world.Meeting}/skriv")).Says("Vedlegg"));

        async Task<IReadOnlyList<string>> ReadsAsync(Guid member)
        {
            using var browser = await app.MemberAsync(app.Fjellvik, member);
            var page = await browser.OpenAsync("/min-familie/referat");
            return page.Document.QuerySelectorAll(".fl-file a").Select(a => a.TextContent).ToList();
        }
    }

    [Fact]
    public async Task What_is_taken_away_is_served_to_nobody_and_comes_back_by_undo()
    {
        using var world = await AttachWorld.MakeAsync(app);
        var id = await world.AttachAsync("Kart.pdf", [1, 2], "Oda");
        var change = await world.Kari.OpenAsync($"/f/{world.Family.Id}/vedlegg/{id}");
        var gone = await change.Form("Ta bort vedlegget").PressAsync();
        Assert.True(gone.Says("«Kart.pdf» er tatt bort"), gone.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await world.OpenAsync(id)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.OpenAsync(world.Per, id)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await world.Kari.GetAsync($"/f/{world.Family.Id}/vedlegg/{id}")).Status);
        await gone.Form("Angre").PressAsync();
        Assert.Equal([1, 2], (await world.OpenAsync(world.Per, id)).Body);
        // The first thing done can be undone too.
        using var request = AttachWorld.Request(await world.FormAsync(), [3], "Feil.pdf");
        var saved = await world.Kari.OpenAsync((await world.Kari.SendAsync(request)).Header("Location")!);
        gone = await saved.Form("Angre").PressAsync();
        Assert.True(gone.Says("«Feil.pdf» er tatt bort"), gone.Text);
    }

    [Fact]
    public async Task What_was_shared_by_mistake_is_not_shared_any_more()
    {
        using var world = await AttachWorld.MakeAsync(app);
        var id = await world.AttachAsync("Kart.pdf", [1]);
        var change = (await world.Kari.OpenAsync($"/f/{world.Family.Id}/vedlegg/{id}"))
            .Form("Lagre")
            .Fill("Hva skal det hete?", "Kart over skoleveien.pdf")
            .Tick("Oda")
            .Choose("Tema", "Skole/barnehage")
            .Choose("Hvem kan lese det?", "De det gjelder");
        var saved = await change.PressAsync();
        Assert.Equal(HttpStatusCode.OK, (await world.OpenAsync(world.Per, id)).Status);
        Assert.True(saved.Says("leses av Per, Silje og Oda"), saved.Text);
        var stale = saved.Form("Angre");
        await stale.PressAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await world.OpenAsync(world.Per, id)).Status);
        var page = await world.Kari.OpenAsync($"/f/{world.Family.Id}/historikk/{id}");
        Assert.True(page.Says("Kart over skoleveien.pdf"), page.Text);
        Assert.True(page.Says("Angret"), page.Text);
        // And once more from the history: what was undone was the change, and before it there is only the first version.
        Assert.DoesNotContain("Angre siste endring", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update attachment_chunk set number = 2 - number where attachment = @id and number <> 1")]
    [InlineData("delete from attachment_chunk where attachment = @id and number = 2")]
    [InlineData("delete from attachment_chunk where attachment = @id and number = 1")]
    [InlineData("delete from attachment_chunk where attachment = @id")]
    [InlineData("update attachment_chunk set body = substring(body for 100) where attachment = @id and number = 2")]
    [InlineData("update attachment_chunk set body = set_byte(body, 70000, 7) where attachment = @id and number = 1")]
    [InlineData(
        "insert into attachment_chunk select attachment, 3, body from attachment_chunk where attachment = @id and number = 2"
    )]
    [InlineData(
        "update attachment_chunk c set body = o.body from attachment_chunk o where c.attachment = @id and o.attachment = @other and c.number = o.number"
    )]
    public async Task One_that_is_damaged_is_not_answered_in_part(string damage)
    {
        using var world = await AttachWorld.MakeAsync(app);
        var bytes = new byte[(2 * Chunk) + 100];
        var (id, other) = (await world.AttachAsync("Kart.bin", bytes, "Oda"), await world.AttachAsync("B.bin", bytes));
        // One statement at a time may break the order of numbers; what it leaves is looked at.
        await app.App.ExecuteAsync(
            app.Fjellvik,
            "alter table attachment_chunk drop constraint if exists attachment_chunk_pkey"
        );
        Assert.Equal(bytes, (await world.OpenAsync(id)).Body);
        await app.App.ExecuteAsync(app.Fjellvik, damage, new { id, other });
        var page = await world.OpenAsync(id);
        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        var reference = page.Document.QuerySelectorAll("p")[^1].TextContent.Split(' ')[^1];
        Assert.Contains(
            app.App.Log.Lines,
            l =>
                l.Contains(reference, StringComparison.Ordinal)
                && l.Contains("VaultException", StringComparison.Ordinal)
        );
        Assert.Null(page.Header("Content-Disposition"));
        Assert.Equal(bytes, (await world.OpenAsync(other)).Body);
    }

    private static string Same(Page page) =>
        $"{(int)page.Status}\n{string.Join('\n', page.HeaderNames.Order(StringComparer.Ordinal).Where(n => n != "Date"))}\n{Reference().Replace(page.Html, "Referanse")}";

    [GeneratedRegex("Referanse [^<]+")]
    private static partial Regex Reference();
}
