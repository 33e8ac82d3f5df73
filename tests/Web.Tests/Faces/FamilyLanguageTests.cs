using Flette.Core.Words;
using Flette.Kit;
using Flette.Web.Features.Family;

namespace Flette.Web.Tests.Faces;

/// <summary>The family's own pages in the language the reader has chosen, or is registered with.</summary>
public sealed class FamilyLanguageTests(BareApp app) : IClassFixture<BareApp>
{
    private const string Home = "/min-familie";
    private const string ThePlan = "/min-familie/plan";

    private World World => app.World(app.Fjellvik);

    [Theory]
    [InlineData(
        "Nynorsk",
        "nn",
        "Dette skjer no",
        "Tore Lærer, kontaktlærer, har ho sidan 15. september",
        "Måndag 21. september"
    )]
    [InlineData(
        "English",
        "en",
        "What happens now",
        "Tore Lærer, kontaktlærer, has it since 15 September",
        "Monday 21 September"
    )]
    public async Task The_pages_are_in_the_language_chosen(
        string choice,
        string lang,
        string heading,
        string holder,
        string meeting
    )
    {
        var family = await TwoHomes.FilledAsync(World);
        using var browser = await family.BrowserAsync("Siri");
        var page = await (await browser.OpenAsync(Home)).Form(choice).PressAsync();
        Assert.Equal(Home, page.Path);
        Assert.Equal(lang, page.Document.DocumentElement.GetAttribute("lang"));
        Assert.True(page.Says(heading), page.Text);
        Assert.Equal(holder, FamilyReading.Holder(page, "Ringe fysioterapeuten"));
        Assert.True(page.Says(meeting), page.Text);
        // What is written by people stands as written; the rest says nothing in bokmål.
        var all = page.Text + (await browser.OpenAsync(ThePlan)).Text;
        string[] bokmal =
            lang == "nn" ? [" ikke ", " dere ", " hva ", " siden ", " nå "] : [" ikke ", " det ", " har ", "møte"];
        Assert.Equal("", string.Join(',', bokmal.Where(b => all.Contains(b, StringComparison.OrdinalIgnoreCase))));
    }

    [Fact]
    public async Task The_registered_language_is_used_until_another_is_chosen()
    {
        var family = await TwoHomes.FilledAsync(World);
        using var browser = await family.ReaderOfAsync("nynorsk");
        var page = await browser.OpenAsync(Home);
        Assert.True(page.Says("Her ser du kven som hjelper dykk"), page.Text);
        page = await page.Form("Bokmål").PressAsync();
        Assert.True(page.Says("Her ser du hvem som hjelper dere"), page.Text);
    }

    [Fact]
    public void Every_text_is_there_in_all_three_languages()
    {
        var texts = typeof(Words).GetProperties().Where(p => p.PropertyType == typeof(string)).ToList();
        Assert.True(texts.Count > 20);
        foreach (var text in texts)
        {
            string[] said =
            [
                .. new[] { Tongue.Bokmal, Tongue.Nynorsk, Tongue.English }.Select(t =>
                    (string)text.GetValue(Words.Of(t))!
                ),
            ];
            Assert.All(said, s => Assert.False(string.IsNullOrWhiteSpace(s), text.Name));
            Assert.True(said[2] != said[0], $"{text.Name} says «{said[0]}» in English");
        }
    }
}
