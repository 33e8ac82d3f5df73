using System.Net;
using System.Net.Http.Json;
using Flette.Core.Families;
using Flette.Kit;
using Flette.Web.Delivery;
using Flette.Web.Tests.Codes;
using Flette.Web.Vault;

namespace Flette.Web.Tests.Delivery;

/// <summary>Text messages by a gateway on loopback: what it is handed, its bad days, and its receipts.</summary>
public sealed class SmsTests
{
    [Fact]
    public async Task It_waits_through_the_night_and_a_code_does_not()
    {
        await using var phones = await Phones.StartAsync();
        // 22.30 in Norway.
        phones.App.Clock.Advance(
            TimeSpan.FromHours(36)
                - Norway.Clock(phones.App.Clock.GetUtcNow()).TimeOfDay
                - TimeSpan.FromHours(1.5)
                + TimeSpan.FromHours(12)
        );
        Assert.Equal(22, Norway.Clock(phones.App.Clock.GetUtcNow()).Hour);
        using var desk = await phones.CoordinatorAsync();
        var page = await desk.OpenAsync($"/f/{phones.Family.Id}/meldinger?med={phones.Mother}");
        await page.PostedForms().First(f => f.Labels.Contains("Melding")).Fill("Melding", "Hei").PressAsync();
        await phones.App.LaterAsync(Outbox.UndoWindow);
        Assert.Empty(phones.App.Post.Sms);
        await phones.App.LaterAsync(TimeSpan.FromHours(9));
        Assert.Empty(phones.App.Post.Sms);
        await phones.App.LaterAsync(TimeSpan.FromMinutes(30));
        Assert.Equal(8, Norway.Clock(phones.App.Post.Sms.Single().At).Hour);

        phones.App.Clock.Advance(TimeSpan.FromHours(15));
        using var phone = phones.App.Visit(phones.Here);
        await phones.AskAsync(await phone.OpenAsync(Phones.PathIn(phones.App.Post.Sms[0])));
        Assert.Equal(2, phones.App.Post.Sms.Count);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, "waiting 1 sms-503")]
    [InlineData(HttpStatusCode.Unauthorized, "waiting 1 sms-401")]
    [InlineData(HttpStatusCode.TooManyRequests, "waiting 1 sms-429")]
    [InlineData(HttpStatusCode.Redirect, "waiting 1 sms-302")]
    [InlineData(HttpStatusCode.BadRequest, "failed 1 sms-400")]
    public async Task A_gateway_that_will_not_is_tried_again_and_one_that_never_will_is_not(
        HttpStatusCode answer,
        string how
    )
    {
        await using var phones = await Phones.StartAsync();
        phones.App.Post.TakingSms = _ => Task.FromResult(answer);
        await WriteAsync(phones);
        Assert.Equal([how], await HowAsync(phones));
        phones.App.Post.TakingSms = _ => Task.FromResult(HttpStatusCode.OK);
        await phones.App.LaterAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(how.StartsWith("failed", StringComparison.Ordinal) ? 0 : 1, phones.App.Post.Sms.Count);
        // The number is in no log.
        Assert.DoesNotContain(phones.App.Log.Lines, l => l.Contains("99999001", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_receipt_says_that_it_arrived_or_did_not_and_nobody_can_make_one()
    {
        await using var phones = await Phones.StartAsync();
        await WriteAsync(phones);
        var sms = phones.App.Post.Sms.Single();
        Assert.Equal(phones.Here.Address + "levering/sms", sms.Receipt.AbsoluteUri);
        using var gateway = new HttpClient();
        foreach (
            var (reference, status) in new[]
            {
                (sms.Reference[..^1] + (sms.Reference[^1] == 'A' ? 'Q' : 'A'), "failed"),
                (LinkTokens.Of(phones.Here.Master, Guid.Parse(sms.IdempotencyKey)), "failed"),
                ("", "failed"),
                (sms.Reference, "on its way"),
                (sms.Reference, ""),
            }
        )
        {
            var known = reference == sms.Reference;
            await TellAsync(
                gateway,
                sms.Receipt,
                reference,
                status,
                known ? HttpStatusCode.NoContent : HttpStatusCode.NotFound
            );
            Assert.Equal(["sent 1"], await HowAsync(phones));
        }
        await TellAsync(gateway, sms.Receipt, sms.Reference, "DELIVRD");
        Assert.NotNull(await phones.App.ScalarAsync<DateTime?>(phones.Here, "select receipt_at from outbox", new { }));
        // What has arrived has arrived.
        await TellAsync(gateway, sms.Receipt, sms.Reference, "failed");
        Assert.Equal(["sent 1"], await HowAsync(phones));

        await WriteAsync(phones);
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["reference"] = phones.App.Post.Sms[^1].Reference,
                ["status"] = "Undelivered",
            }
        );
        await gateway.PostAsync(sms.Receipt, form, TestContext.Current.CancellationToken);
        Assert.Equal(["sent 1", "failed 1 sms-undelivered"], await HowAsync(phones));
        using var odd = new StringContent("{not json");
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await gateway.PostAsync(sms.Receipt, odd, TestContext.Current.CancellationToken)).StatusCode
        );
    }

    [Fact]
    public void What_somebody_wrote_is_never_taken_for_a_place_to_fill_nor_ends_the_text()
    {
        var options = new SmsOptions { Address = new Uri("https://sms.example.no/"), From = "Fjellvik" };
        var filled = options.Fill(
            "+4799999001",
            "\"},{\"to\":\"{reference} {to}\\",
            "r",
            new Uri("https://x.example.no/")
        );
        using var json = System.Text.Json.JsonDocument.Parse(filled);
        Assert.Equal("\"},{\"to\":\"{reference} {to}\\", json.RootElement.GetProperty("text").GetString());
        Assert.Equal("+4799999001", json.RootElement.GetProperty("to").GetString());
    }

    private static async Task WriteAsync(Phones phones)
    {
        using var desk = await phones.CoordinatorAsync();
        var page = await desk.OpenAsync($"/f/{phones.Family.Id}/meldinger?med={phones.Mother}");
        await page.PostedForms().First(f => f.Labels.Contains("Melding")).Fill("Melding", "Hei").PressAsync();
        await phones.App.LaterAsync(Outbox.UndoWindow);
    }

    private static Task<IReadOnlyList<string>> HowAsync(Phones phones) =>
        phones.App.RowsAsync<string>(
            phones.Here,
            "select concat_ws(' ', state, tries, fault) from outbox order by created_at, id",
            new { }
        );

    private static async Task TellAsync(
        HttpClient gateway,
        Uri receipt,
        string reference,
        string status,
        HttpStatusCode expect = HttpStatusCode.NoContent
    )
    {
        using var content = JsonContent.Create(new { reference, status });
        await content.LoadIntoBufferAsync(TestContext.Current.CancellationToken);
        using var answer = await gateway.PostAsync(receipt, content, TestContext.Current.CancellationToken);
        Assert.Equal(expect, answer.StatusCode);
    }
}
