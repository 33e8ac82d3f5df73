using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Flette.Kit;

namespace Flette.Web.Tests.Minutes.Attaching;

/// <summary>A document is attached, found by those it is for, and comes out as it went in.</summary>
public sealed class AttachingTests(BareApp app) : IClassFixture<BareApp>
{
    private const int Chunk = 256 * 1024;
    private const int Largest = 25 * 1024 * 1024;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(Chunk - 1)]
    [InlineData(Chunk)]
    [InlineData(Chunk + 1)]
    [InlineData(Largest)]
    public async Task What_is_attached_comes_out_as_it_went_in(int size)
    {
        using var world = await AttachWorld.MakeAsync(app);
        var bytes = RandomNumberGenerator.GetBytes(size);
        bytes[0] = 0;
        var id = await world.AttachAsync("Kart.bin", bytes, "Oda");
        foreach (var file in new[] { await world.OpenAsync(id), await world.OpenAsync(world.Per, id) })
        {
            Assert.Equal(HttpStatusCode.OK, file.Status);
            Assert.Equal(SHA256.HashData(bytes), SHA256.HashData(file.Body));
            Assert.Equal(
                "attachment; filename=Kart.bin; filename*=UTF-8''Kart.bin",
                file.Header("Content-Disposition")
            );
            Assert.Equal("application/octet-stream", file.Header("Content-Type"));
            Assert.Equal("default-src 'none'; sandbox", file.Header("Content-Security-Policy"));
            Assert.Equal("nosniff", file.Header("X-Content-Type-Options"));
            Assert.Equal("no-store", file.Header("Cache-Control"));
        }
        Assert.Equal((1, (size + Chunk - 1) / Chunk), await world.KeptAsync());
    }

    [Theory]
    [InlineData(0, "", "det tomt")]
    [InlineData(Largest + 1, "", "Største fil er 25 MB")]
    [InlineData(60 * 1024 * 1024, "", "Største fil er 25 MB")]
    [InlineData(10 * 1024 * 1024 + 1, "\u0089PNG\r\n\u001a\n", "Største bilde er 10 MB")]
    public async Task One_of_no_size_or_too_large_is_refused_and_what_was_typed_is_kept(
        int size,
        string begins,
        string says
    )
    {
        using var world = await AttachWorld.MakeAsync(app);
        var bytes = new byte[size];
        Encoding.Latin1.GetBytes(begins).CopyTo(bytes, 0);
        var form = (await world.FormAsync()).Fill("Hva skal det hete? (valgfritt)", "Kartet vårt").Tick("Oda");
        using var request = AttachWorld.Request(form, bytes, "kart.png");
        var page = await world.Kari.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(says, Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal((0, 0), await world.KeptAsync());
        var again = page.Form("Legg ved");
        Assert.Equal("Kartet vårt", again.Value("Hva skal det hete? (valgfritt)"));
        Assert.Equal(form.Hidden("FormKey"), again.Hidden("FormKey"));
        using var small = AttachWorld.Request(again, [1], "kart.png");
        Assert.Equal(HttpStatusCode.Found, (await world.Kari.SendAsync(small)).Status);
        Assert.True((await world.Kari.OpenAsync(world.All)).Says("Kartet vårt"));
    }

    [Fact]
    public async Task A_form_without_a_document_is_told_so()
    {
        using var world = await AttachWorld.MakeAsync(app);
        var page = await (await world.FormAsync()).PressAsync();
        Assert.Contains("Velg et dokument", Assert.Single(page.Errors), StringComparison.Ordinal);
        var shared = (await world.FormAsync()).Choose("Hvem kan lese det?", "De det gjelder");
        using var request = AttachWorld.Request(shared, [1], "a.txt");
        page = await world.Kari.SendAsync(request);
        Assert.Contains("Velg hvem det gjelder", Assert.Single(page.Errors), StringComparison.Ordinal);
        Assert.Equal((0, 0), await world.KeptAsync());
    }

    [Fact]
    public async Task An_upload_that_breaks_off_leaves_nothing_and_can_be_sent_anew()
    {
        using var world = await AttachWorld.MakeAsync(app);
        var form = await world.FormAsync();
        using var whole = AttachWorld.Request(form, new byte[5 * Chunk], "kart.pdf");
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
        await line.WriteAsync(body.AsMemory(0, 3 * Chunk), Ct);
        client.Client.Shutdown(SocketShutdown.Send);
        try
        {
            await line.CopyToAsync(Stream.Null, Ct);
        }
        catch (IOException)
        {
            // Not gently.
        }
        Assert.Equal((0, 0), await world.KeptAsync());
        using var again = AttachWorld.Request(form, new byte[5 * Chunk], "kart.pdf");
        Assert.Equal(HttpStatusCode.Found, (await world.Kari.SendAsync(again)).Status);
        Assert.Equal((1, 5), await world.KeptAsync());
    }

    [Fact]
    public async Task The_same_form_twice_is_one_document_and_with_another_in_it_none()
    {
        using var world = await AttachWorld.MakeAsync(app);
        var form = await world.FormAsync();
        var first = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => SendAsync([1, 2, 3])));
        Assert.All(first, p => Assert.Equal(HttpStatusCode.Found, p.Status));
        Assert.Equal(first[0].Header("Location"), first[1].Header("Location"));
        Assert.Equal((1, 1), await world.KeptAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync([1, 2, 4])).Status);
        Assert.Equal((1, 1), await world.KeptAsync());

        async Task<Page> SendAsync(byte[] bytes)
        {
            using var request = AttachWorld.Request(form, bytes, "kart.txt");
            return await world.Kari.SendAsync(request);
        }
    }

    [Fact]
    public async Task Two_who_attach_at_once_both_have_theirs()
    {
        using var world = await AttachWorld.MakeAsync(app);
        await world.FormAsync();
        var ids = await Task.WhenAll(
            Enumerable
                .Range(1, 4)
                .Select(i => world.AttachAsync($"{i}.bin", [.. Enumerable.Repeat((byte)i, 3 * Chunk)]))
        );
        Assert.Equal((4, 12), await world.KeptAsync());
        var files = await Task.WhenAll(ids.Select(world.OpenAsync));
        Assert.All(files.Index(), f => Assert.All(f.Item.Body, b => Assert.Equal(f.Index + 1, b)));
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("kart\u202efdp.exe", "kartfdp.exe")]
    [InlineData("Čáhcesuolu <b>&amp; \u00f8y 🌲.pdf", "Čáhcesuolu -b-&amp; øy 🌲.pdf")]
    public async Task A_name_is_shown_as_it_is_and_names_no_place(string sent, string expected)
    {
        using var world = await AttachWorld.MakeAsync(app);
        var id = await world.AttachAsync(sent, [1], "Oda");
        var link = (await world.Kari.OpenAsync(world.All)).Document.QuerySelector($"a[href$='{id}'] bdi")!;
        Assert.Equal(expected, link.TextContent);
        Assert.Equal(
            expected,
            Uri.UnescapeDataString((await world.OpenAsync(id)).Header("Content-Disposition")!.Split("UTF-8''")[1])
        );
    }

    [Fact]
    public async Task A_very_long_name_keeps_its_ending()
    {
        using var world = await AttachWorld.MakeAsync(app);
        var id = await world.AttachAsync(new string('ø', 300) + ".pdf", [1]);
        Assert.EndsWith(".pdf", (await world.OpenAsync(id)).Header("Content-Disposition"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_row_of_the_log_names_what_was_opened_and_by_whom()
    {
        using var world = await AttachWorld.MakeAsync(app);
        var id = await world.AttachAsync("Kart.txt", [1], "Oda");
        await world.OpenAsync(world.Silje, id);
        await world.OpenAsync(world.Silje, Guid.NewGuid());
        Assert.Equal(
            [$"ok {id}"],
            (
                await app.App.RowsAsync<string>(
                    app.Fjellvik,
                    "select outcome || ' ' || items[1] from audit where by_id = @Silje and act = 'read-attachment' order by id",
                    new { world.Silje }
                )
            ).Take(1)
        );
        Assert.Equal(
            $"ok {id}",
            await app.App.ScalarAsync<string>(
                app.Fjellvik,
                "select outcome || ' ' || items[1] from audit where family = @Id and act = 'attach-document'",
                new { world.Family.Id }
            )
        );
    }
}
