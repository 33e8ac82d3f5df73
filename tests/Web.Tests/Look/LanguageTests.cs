using System.Net;
using Flette.Core.Words;
using Flette.Kit;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Http;

namespace Flette.Web.Tests.Look;

/// <summary>Which language the family and link faces are shown in.</summary>
public sealed class LanguageTests(BareApp app) : IClassFixture<BareApp>
{
    [Theory]
    [InlineData(null, null, Tongue.Bokmal)]
    [InlineData(null, "norsk", Tongue.Bokmal)]
    [InlineData(null, "tigrinja", Tongue.Bokmal)]
    [InlineData(null, "Nynorsk", Tongue.Nynorsk)]
    [InlineData(null, "engelsk og norsk", Tongue.English)]
    [InlineData("nb", "nynorsk", Tongue.Bokmal)]
    [InlineData("en", null, Tongue.English)]
    [InlineData("klingon", "nynorsk", Tongue.Nynorsk)]
    public void What_was_chosen_wins_then_what_is_registered_then_bokmal(string? chosen, string? registered, Tongue is_)
    {
        var http = new DefaultHttpContext();
        if (chosen is not null)
        {
            http.Request.Headers.Cookie = $"{Language.Cookie}={chosen}";
        }
        Assert.Equal(is_, Language.Of(http, registered));
    }

    [Fact]
    public async Task A_choice_is_remembered_in_the_browser_and_leads_back()
    {
        using var browser = app.Visit(app.Fjellvik);
        var page = await browser.OpenAsync("/sprak?til=%2Fsprak");
        Assert.Equal("Språk", page.Heading);
        var english = await page.Form("English").PressAsync();
        Assert.Equal(("Language", "/sprak"), (english.Heading, english.Path));
        Assert.Equal("en", english.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("en", browser.Cookie(Language.Cookie));
        using var another = app.Visit(app.Fjellvik);
        Assert.Equal("Språk", (await another.OpenAsync("/sprak")).Heading);
    }

    [Theory]
    [InlineData("https://example.no/")]
    [InlineData("//example.no")]
    [InlineData("/\\example.no")]
    public async Task A_choice_leads_nowhere_else(string back)
    {
        using var browser = app.Visit(app.Fjellvik);
        var page = await browser.OpenAsync("/sprak");
        using var request = page.Form("Nynorsk").Set("til", back).Request();
        var answer = await browser.SendAsync(request);
        Assert.Equal((HttpStatusCode.Redirect, "/"), (answer.Status, answer.Header("Location")));
    }
}
