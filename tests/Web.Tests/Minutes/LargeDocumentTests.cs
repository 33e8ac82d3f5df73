using System.Net;
using System.Net.Sockets;
using System.Text;
using Flette.Kit;
using Flette.Web.Hosting.Uploads;

namespace Flette.Web.Tests.Minutes;

/// <summary>A document that is too large, however large, is answered with what was typed beside it. Nothing is stored.</summary>
public sealed class LargeDocumentTests(BareApp app) : IClassFixture<BareApp>
{
    private const int Megabyte = LargeDocument.Megabyte;
    private const int Largest = 25 * Megabyte;
    private const string Field = "Lim inn teksten";
    private const string TooLarge = "Filen er for stor. Største fil er 25 MB";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(26, true)]
    [InlineData(26, false)]
    [InlineData(30, true)]
    [InlineData(30, false)]
    [InlineData(60, true)]
    [InlineData(60, false)]
    public async Task The_form_comes_back_with_what_was_typed_and_can_be_sent(int megabytes, bool typedFirst)
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var form = await TypedAsync(world);
        var page = await world.Kari.SendAsync(LargeDocument.Request(form, megabytes * (long)Megabyte, typedFirst));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(TooLarge, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal(0, await StoredAsync(world));
        var again = page.Form("Les referatet");
        Assert.Equal(form.Value(Field), again.Value(Field).ReplaceLineEndings("\n"));
        Assert.Equal(form.Hidden("FormKey"), again.Hidden("FormKey"));
        Assert.Equal("Møtet 12. mars", (await again.PressAsync()).Heading);
    }

    [Theory]
    [InlineData(Largest, "verken tekst eller et Word-dokument")]
    [InlineData(Largest + 1, TooLarge)]
    public async Task A_byte_too_many_is_too_large_and_the_largest_is_read(int bytes, string says)
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var page = await world.Kari.SendAsync(LargeDocument.Request(await TypedAsync(world), bytes));
        Assert.Contains(says, Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(26, "x")]
    [InlineData(60, null)]
    public async Task Without_a_genuine_form_nothing_is_stored(int megabytes, string? token)
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var form = (await TypedAsync(world)).Set("__form", token);
        var page = await world.Kari.SendAsync(LargeDocument.Request(form, megabytes * (long)Megabyte));
        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Equal(0, await StoredAsync(world));
        Assert.Equal(form.Value(Field), page.Form("Send på nytt").Hidden("Text")?.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Nobody_elses_family_is_found_by_a_large_document()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var form = await TypedAsync(world);
        using var other = await app.StaffAsync(
            app.Fjellvik,
            (await app.World(app.Fjellvik).FamilyAsync("Annen")).Coordinator
        );
        other.SetCookie("flette-form", world.Kari.Cookie("flette-form")!);
        Assert.Equal(HttpStatusCode.NotFound, (await other.SendAsync(LargeDocument.Request(form, 1))).Status);
        var page = await other.SendAsync(LargeDocument.Request(form, 30L * Megabyte));
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal(0, await StoredAsync(world));
    }

    [Fact]
    public async Task What_is_more_than_is_taken_off_the_line_gets_an_error_page_with_what_was_typed_before_it()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var form = await TypedAsync(world);
        var page = await world.Kari.SendAsync(LargeDocument.Request(form, DocumentForm.MostSent + 1));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.True(page.Says("Største fil er 25 MB"), page.Text);
        Assert.Equal(0, await StoredAsync(world));
        Assert.Equal("Møtet 12. mars", (await page.Form("Send på nytt").PressAsync()).Heading);
    }

    [Fact]
    public async Task What_is_typed_has_a_limit_too()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var much = (await TypedAsync(world)).Fill(Field, new string('x', DocumentForm.MostTyped - 1000));
        var page = await world.Kari.SendAsync(LargeDocument.Request(much, 1));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(much.Value(Field).Length, page.Form("Les referatet").Value(Field).Length);
        much.Fill(Field, new string('x', DocumentForm.MostTyped + 1));
        page = await world.Kari.SendAsync(LargeDocument.Request(much, 1));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.True(page.Says("send litt om gangen"), page.Text);
        Assert.Equal(0, await StoredAsync(world));
    }

    [Theory]
    [InlineData("multipart/form-data; boundary=another")]
    [InlineData("multipart/form-data; boundary=\"\"")]
    [InlineData("multipart/form-data")]
    public async Task A_body_that_is_no_form_is_the_senders_fault(string type)
    {
        using var world = await MinutesWorld.MakeAsync(app);
        using var request = LargeDocument.Request(await TypedAsync(world), Megabyte);
        request.Content!.Headers.Remove("Content-Type");
        request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        var page = await world.Kari.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("Vi forsto ikke det som ble sendt", page.Heading);
        Assert.Equal(0, await StoredAsync(world));
    }

    [Fact]
    public async Task A_form_that_lacks_its_end_is_not_taken_and_gives_back_the_fields_that_came_whole()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var form = await TypedAsync(world);
        using var whole = LargeDocument.Request(form, Megabyte);
        var body = await whole.Content!.ReadAsByteArrayAsync(Ct);
        using var request = new HttpRequestMessage(HttpMethod.Post, whole.RequestUri)
        {
            Content = new ByteArrayContent(body, 0, body.Length - Megabyte / 2),
        };
        request.Content.Headers.ContentType = whole.Content.Headers.ContentType;
        var page = await world.Kari.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(form.Value(Field), page.Form("Send på nytt").Hidden("Text")?.ReplaceLineEndings("\n"));
        Assert.Equal(0, await StoredAsync(world));
    }

    [Fact]
    public async Task A_line_that_is_cut_on_the_way_stores_nothing()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var form = await TypedAsync(world);
        using var whole = LargeDocument.Request(form, 30L * Megabyte);
        var body = await whole.Content!.ReadAsByteArrayAsync(Ct);
        var head = string.Join(
            "\r\n",
            $"POST {whole.RequestUri!.AbsolutePath} HTTP/1.1",
            $"Host: {whole.RequestUri.Authority}",
            $"Cookie: {string.Join("; ", world.Kari.Cookies.Select(c => $"{c.Name}={c.Value}"))}",
            $"Content-Type: {whole.Content.Headers.ContentType}",
            $"Content-Length: {body.Length}",
            "",
            ""
        );
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, app.App.Port, Ct);
        var line = client.GetStream();
        await line.WriteAsync(Encoding.ASCII.GetBytes(head), Ct);
        await line.WriteAsync(body.AsMemory(0, body.Length / 2), Ct);
        client.Client.Shutdown(SocketShutdown.Send);
        // The program has dealt with it when it hangs up.
        try
        {
            await line.CopyToAsync(Stream.Null, Ct);
        }
        catch (IOException)
        {
            // Not gently.
        }
        Assert.Equal(0, await StoredAsync(world));
        Assert.Equal("Møtet 12. mars", (await form.PressAsync()).Heading);
    }

    private static async Task<Form> TypedAsync(MinutesWorld world) =>
        (await world.Kari.OpenAsync($"/f/{world.Family.Id}/referat/nytt"))
            .Form("Les referatet")
            .Fill(Field, MinutesWorld.Text);

    private Task<long> StoredAsync(MinutesWorld world) =>
        app.App.ScalarAsync<long>(
            app.Fjellvik,
            "select (select count(*) from document where family = @Id) + (select count(*) from item where family = @Id and kind = 'minutes')",
            new { world.Family.Id }
        );
}
