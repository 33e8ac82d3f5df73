using System.Net;
using Flette.Kit;
using Flette.Kit.Canaries;
using Flette.Web.Tests.Delivery;

namespace Flette.Web.Tests.Canaries;

/// <summary>Writes a canary wherever the product takes words, over HTTP as people do, on good days and bad.</summary>
internal sealed class AllThatIsWritten(CanaryApp canaries, CanaryFamily family, Canary canary)
{
    // A day may stand in an address, and no word can be written in a field for one.
    private const string AskingInTheAddress =
        "form:not([method=post]) input:not([type=hidden], [type=date]), form:not([method=post]) textarea";

    private const int HalfMegabyte = 512 * 1024;

    private FletteApp App => canaries.App;

    /// <summary>Old minutes, pasted and as a document large enough to be laid on disk, seen over and kept.</summary>
    public async Task MinutesAsync()
    {
        var address = $"/f/{family.Family.Id}/referat/nytt";
        var read = await (await family.Coordinator.OpenAsync(address))
            .Form("Les referatet")
            .Fill(
                "Lim inn teksten",
                $"Ansvarsgruppemøte 1. september 2026\nTil stede: {canary.Name("lærer")}, kontaktlærer\n\nAvtaler:\n- {canary.Name("lærer")} ringer {canary.Word}fysioterapeuten innen 30.09.2026\n"
            )
            .PressAsync();
        Assert.True(read.Says(canary.Word + "fysioterapeuten"), read.Text);
        await read.Form("Lagre i arbeidsnotatet").PressAsync();
        var document = await (await family.Coordinator.OpenAsync(address))
            .Form("Les referatet")
            .Attach(
                "Eller velg et dokument",
                canary.Word + ".docx",
                Documents.Saying(canary.Word + "dokument", 50, HalfMegabyte)
            )
            .PressAsync();
        Assert.True(document.Says(canary.Word + "dokument"), document.Text);
        var attachments = family.Addresses.First(a => a.Template.EndsWith("/vedlegg", StringComparison.Ordinal)).Path;
        var attached = await (await family.Coordinator.OpenAsync(attachments))
            .Form("Legg ved")
            .Attach("Dokument", canary.Word + "kart.docx", Documents.Saying(canary.Word + "vedlagt", 50, HalfMegabyte))
            .PressAsync();
        var file = await attached.FollowAsync(canary.Word + "kart.docx");
        Assert.True(file.Html.Contains(canary.Word + "vedlagt", StringComparison.Ordinal));
    }

    /// <summary>Types in every field of every form of every page, for each who can open it, and gives where that was.</summary>
    public async Task<HashSet<string>> EveryFormAsync()
    {
        var (link, _) = await App.LinkAsync(App.Fjellvik, family.Link);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var browser in new[] { link, family.Mother, family.Coordinator, family.Officer })
        {
            foreach (var address in family.Addresses)
            {
                var page = await browser.GetAsync(address.Path);
                // What is typed in such a form stands in an address.
                Assert.Empty(page.Document.QuerySelectorAll(AskingInTheAddress));
                foreach (var form in page.PostedForms())
                {
                    // Twice: as people would, and in fields where no words belong.
                    var fits = form.FillAll(kind => Words(kind));
                    if (fits == 0)
                    {
                        continue;
                    }
                    using (var wrong = Twisted(form))
                    {
                        await browser.SendAsync(wrong);
                    }
                    using var request = form.Request();
                    await browser.SendAsync(request);
                    told.Add(address.Template);
                }
            }
        }
        link.Dispose();
        return told;
    }

    private string? Words(string kind) =>
        kind switch
        {
            "email" => canary.Mail,
            "tel" => canary.Phone,
            "text" or "search" or "textarea" => canary.Word,
            _ => null,
        };

    /// <summary>The same with the word in every field that is not the form's own.</summary>
    private HttpRequestMessage Twisted(Form form)
    {
        using var request = form.Request();
        return new HttpRequestMessage(HttpMethod.Post, request.RequestUri)
        {
            Content = new FormUrlEncodedContent(
                form.Sent()
                    .Select(f => KeyValuePair.Create(f.Name, f.Name is "__form" or "FormKey" ? f.Value : canary.Word))
            ),
        };
    }

    /// <summary>A mail that leaves, one that is turned down with the address in the answer, and a link that is answered.</summary>
    public async Task MailAsync()
    {
        App.Post.Recipient = address => $"550 No such user {address}";
        await App.LaterAsync(TimeSpan.FromMinutes(1));
        Assert.Empty(App.Post.Taken);
        App.Post.Recipient = _ => "250 OK";
        using var ask = (await family.Coordinator.OpenAsync($"/f/{family.Family.Id}/send")).Form("Send").Request();
        await family.Coordinator.SendAsync(ask);
        var again = await family.Family.LinkAsync(
            family.Family.Coordinator,
            canary.Word,
            (await AgreementAsync(), "Avtale fra møtet 12. mars")
        );
        await App.LaterAsync(TimeSpan.FromMinutes(1));
        Assert.Contains(App.Post.Taken, m => m.To == canary.Word + "@example.no");
        Assert.Equal("Avtale fra møtet 12. mars", (await App.LinkAsync(App.Fjellvik, again)).Page.Heading);
    }

    // One of its own: what became of the others depends on all that was written before.
    private async Task<Guid> AgreementAsync()
    {
        var about = await App.ScalarAsync<Guid>(
            App.Fjellvik,
            "select id from member where family = @Id order by id limit 1",
            new { family.Family.Id }
        );
        return await family.Family.AgreementAsync("ringer " + canary.Word, [about], family.Family.Coordinator);
    }

    /// <summary>What was typed comes back when the form was old, could not be read, or the database is gone.</summary>
    public async Task BadDaysAsync()
    {
        var browser = family.Coordinator;
        var form = (await browser.OpenAsync($"/f/{family.Family.Id}"))
            .Form("Lagre")
            .Fill("Hvem?", canary.Word)
            .Fill("Hva ble sagt?", canary.Word);
        await App.TakeDatabasesAwayAsync();
        try
        {
            var down = await form.PressAsync(HttpStatusCode.ServiceUnavailable);
            Assert.Contains(canary.Word, down.Html, StringComparison.Ordinal);
        }
        finally
        {
            App.GiveDatabasesBack();
        }
        var cookie = browser.Cookie("flette-form")!;
        browser.DropCookie("flette-form");
        var old = await form.PressAsync(HttpStatusCode.Forbidden);
        Assert.Contains(canary.Word, old.Html, StringComparison.Ordinal);
        browser.SetCookie("flette-form", cookie);
        using var torn = new HttpRequestMessage(HttpMethod.Post, $"/f/{family.Family.Id}/logg")
        {
            Content = new StringContent($"--x\r\nContent-Disposition: form-data; name=\"Text\"\r\n\r\n{canary.Word}"),
        };
        torn.Content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync(torn)).Status);
        // What the server itself could repeat: a statement with words in it that fails.
        await canaries.Cluster.FailAsync(
            $"insert into family (id, state, version, registered_at, registered_by, body) values (gen_random_uuid(), '{canary.Word}', 1, now(), gen_random_uuid(), '{canary.Word}')",
            App.DatabaseOf(App.Fjellvik)
        );
    }

    /// <summary>It was kept: those who may, read all of it again, on screen and on paper.</summary>
    public async Task ReadAsync()
    {
        var id = family.Family.Id;
        var shown = "";
        foreach (
            var path in new[]
            {
                $"/f/{id}",
                $"/f/{id}/plan",
                $"/f/{id}/plan/utskrift",
                $"/f/{id}/plan/pdf",
                $"/f/{id}/logg",
                family.Addresses.Single(a => a.Template == "/f/{family:guid}/mote/{meeting:guid}").Path,
                "/familier",
                "/i-dag",
            }
        )
        {
            shown += (await family.Coordinator.OpenAsync(path)).Html;
        }
        shown += (await family.Mother.OpenAsync("/min-familie")).Html;
        shown += (await family.Mother.OpenAsync("/min-familie/plan")).Html;
        shown += (await family.Officer.OpenAsync("/enhet")).Html;
        Assert.All(
            new[] { "familie", "hjem", "mor", "barn", "lærer", "nabo", "fravær" }
                .Select(canary.Name)
                .Concat(
                    new[]
                    {
                        "samtale",
                        "avtale",
                        "møtested",
                        "mål",
                        "viktig",
                        "ressurs",
                        "medvirkning",
                        "tiltak",
                        "behov",
                        "bidrag",
                    }.Select(w => canary.Word + w)
                ),
            w => Assert.True(shown.Contains(w, StringComparison.Ordinal), w)
        );
    }
}
