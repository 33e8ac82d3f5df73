using System.Net;
using Flette.Kit;
using Flette.Web.Access;

namespace Flette.Web.Tests.Writing;

/// <summary>Nothing typed is lost: an old form, a body too large, a database that is gone.</summary>
public sealed class BadDayTests(BareApp app) : IClassFixture<BareApp>
{
    [Fact]
    public async Task An_old_form_is_shown_again_with_what_was_typed_and_can_be_sent()
    {
        using var browser = await OfficerAsync();
        var form = (await browser.OpenAsync("/enhet"))
            .Form("Registrer")
            .Fill("Hva heter familien?", "Gammelt <skjema> & \"slikt\"");
        browser.DropCookie("flette-form");
        var old = await form.PressAsync(HttpStatusCode.Forbidden);
        Assert.Equal("Gammelt <skjema> & \"slikt\"", old.Form("Send på nytt").Hidden("Input.Name"));
        Assert.Equal("Gammelt <skjema> & \"slikt\"", (await old.Form("Send på nytt").PressAsync()).Heading);
        Assert.Equal(1, await OfAsync("Gammelt"));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task A_form_of_another_site_is_not_given_back_to_be_sent_from_here(string header, string value)
    {
        using var officer = await OfficerAsync();
        var form = (await officer.OpenAsync("/enhet")).Form("Registrer").Fill("Hva heter familien?", "Fra andre");
        officer.DropCookie("flette-form");
        using var request = form.Request();
        request.Headers.Add(header, value);
        var refused = await officer.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Empty(refused.Document.QuerySelectorAll("form, input, textarea"));
        Assert.Equal(0, await OfAsync("Fra"));
    }

    [Theory]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    [InlineData("DELETE")]
    [InlineData("PUT")]
    public async Task A_method_no_page_has_anything_for_is_answered_so(string method)
    {
        using var officer = await OfficerAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/enhet");
        var status = (await officer.SendAsync(request)).Status;
        // Without a form's token some are turned away before anyone looks for what they would do.
        Assert.True(
            status is HttpStatusCode.MethodNotAllowed or HttpStatusCode.BadRequest or HttpStatusCode.Forbidden,
            status.ToString()
        );
    }

    [Fact]
    public async Task When_the_database_is_gone_what_was_typed_is_kept_and_sent_once()
    {
        using var browser = await OfficerAsync();
        var form = (await browser.OpenAsync("/enhet")).Form("Registrer").Fill("Hva heter familien?", "Reddet");
        await app.App.TakeDatabasesAwayAsync();
        Page down;
        try
        {
            down = await form.PressAsync(HttpStatusCode.ServiceUnavailable);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await browser.GetAsync("/enhet")).Status);
            Assert.Equal("Reddet", down.Form("Send på nytt").Hidden("Input.Name"));
            Assert.DoesNotContain("Exception", down.Html, StringComparison.Ordinal);
            // Still down: still kept.
            down = await down.Form("Send på nytt").PressAsync(HttpStatusCode.ServiceUnavailable);
        }
        finally
        {
            app.App.GiveDatabasesBack();
        }
        var again = down.Form("Send på nytt");
        Assert.Equal(form.Hidden("FormKey"), again.Hidden("FormKey"));
        var first = await again.PressAsync();
        Assert.Equal("Reddet", first.Heading);
        Assert.Equal(first.Address, (await again.PressAsync()).Address);
        Assert.Equal(first.Address, (await form.PressAsync()).Address);
        Assert.Equal(1, await OfAsync("Reddet"));
    }

    [Fact]
    public async Task Lines_and_signs_survive_the_error_page()
    {
        const string Written = "første\r\n\r\n  andre <b> & \"æøåšđŋ\" \u2013 'x'\r\n";
        using var browser = app.Visit(app.Fjellvik);
        var page = await browser.PostAsync(
            "/enhet",
            [KeyValuePair.Create("Input.Text", Written), KeyValuePair.Create("a", "b")]
        );
        Assert.Equal(Written, page.Form("Send på nytt").Hidden("Input.Text"));
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(60, false)]
    [InlineData(30, true)]
    public async Task A_form_that_is_too_large_gets_an_answer_and_no_broken_connection(int megabytes, bool parts)
    {
        var family = await app.World(app.Fjellvik).FamilyAsync();
        using var browser = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        // Of no page but the one that takes documents.
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/f/{family.Id}/logg");
        using var body = new ByteArrayContent(new byte[megabytes * 1024 * 1024]);
        body.Headers.ContentType = new("application/x-www-form-urlencoded");
        request.Content = parts ? new MultipartFormDataContent { { body, "Upload", "stor.docx" } } : body;
        var page = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Equal("Dette er for stort til å sendes", page.Heading);
    }

    [Fact]
    public async Task The_most_an_error_page_gives_back_can_be_sent_again()
    {
        // Each of these takes nine bytes in a form.
        var much = new string('\u2013', 399_000);
        using var browser = await OfficerAsync();
        var form = (await browser.OpenAsync("/enhet")).Form("Registrer").Fill("Hva heter familien?", much);
        browser.DropCookie("flette-form");
        var old = await form.PressAsync(HttpStatusCode.Forbidden);
        var refused = await old.Form("Send på nytt").PressAsync();
        Assert.NotEmpty(refused.Errors);
        Assert.Equal(much, refused.Form("Registrer").Value("Hva heter familien?"));
    }

    [Fact]
    public async Task A_sign_that_no_text_can_hold_costs_nothing_of_what_was_typed()
    {
        using var browser = await OfficerAsync();
        var form = (await browser.OpenAsync("/enhet")).Form("Registrer").Fill("Hva heter familien?", "Null\0tegn");
        Assert.Equal("Nulltegn", (await form.PressAsync()).Heading);
        Assert.Equal(1, await OfAsync("Nulltegn"));
    }

    [Fact]
    public async Task A_form_of_many_fields_is_read_and_one_of_too_many_gives_back_what_came()
    {
        static IEnumerable<KeyValuePair<string, string>> Fields(int many) =>
            Enumerable.Range(0, many).Select(i => KeyValuePair.Create($"Input.Text{i}", $"Felt {i}"));
        using var browser = app.Visit(app.Fjellvik);
        var page = await browser.PostAsync("/enhet", [.. Fields(3_000)]);
        Assert.Equal("Felt 2999", page.Form("Send på nytt").Hidden("Input.Text2999"));
        var many = await browser.PostAsync("/enhet", [.. Fields(9_000)]);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, many.Status);
        Assert.Equal("Felt 7000", many.Form("Send på nytt").Hidden("Input.Text7000"));
    }

    [Fact]
    public async Task A_body_that_ends_before_its_time_is_the_senders_fault()
    {
        var family = await app.World(app.Fjellvik).FamilyAsync();
        using var browser = await app.StaffAsync(app.Fjellvik, family.Coordinator);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/f/{family.Id}/logg")
        {
            Content = new StringContent("--x\r\nContent-Disposition: form-data; name=\"Text\"\r\n\r\nAvbrutt"),
        };
        request.Content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "x") } };
        var page = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("Vi forsto ikke det som ble sendt", page.Heading);
    }

    [Theory]
    [InlineData("GET", "/finnes-ikke", 404)]
    [InlineData("GET", "/f/ikke-en-id", 404)]
    [InlineData("GET", "/demo?til=%00", 200)]
    [InlineData("POST", "/finnes-ikke", 404)]
    public async Task An_error_page_has_words_a_reference_and_no_database(string method, string path, int status)
    {
        using var browser = app.Visit(app.Fjellvik);
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        var page = await browser.SendAsync(request);
        Assert.Equal(status, (int)page.Status);
        Assert.True(status == 200 || page.Says("Referanse"), page.Text);
    }

    [Fact]
    public async Task Error_pages_stand_without_the_database()
    {
        using var browser = app.Visit(app.Fjellvik);
        await app.App.TakeDatabasesAwayAsync();
        try
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/finnes-ikke")).Status);
            using var elsewhere = new HttpRequestMessage(HttpMethod.Get, new Uri($"http://example.no:{app.App.Port}/"));
            Assert.Equal((HttpStatusCode)421, (await browser.SendAsync(elsewhere)).Status);
        }
        finally
        {
            app.App.GiveDatabasesBack();
        }
    }

    private async Task<Browserless> OfficerAsync() =>
        await app.StaffAsync(app.Fjellvik, await app.World(app.Fjellvik).OfficerAsync());

    private async Task<int> OfAsync(string start)
    {
        using var browser = await OfficerAsync();
        return (await browser.OpenAsync("/enhet"))
            .Document.QuerySelectorAll("tbody th")
            .Count(th => th.TextContent.Trim().StartsWith(start, StringComparison.Ordinal));
    }
}
