using System.Runtime.CompilerServices;
using System.Text;
using Flette.Documents.Docx;
using Flette.Kit;
using Flette.Web.Features.Minutes;

namespace Flette.Web.Tests.Minutes;

/// <summary>Old minutes in: what is pasted or dropped is read and shown, and what cannot be is answered with the text still there.</summary>
public sealed class ImportTests(BareApp app) : IClassFixture<BareApp>
{
    // The first bytes of an old file of any Office program, and «WordDocument» as it names its streams.
    private const string OldWord = "D0CF11E0A1B11AE1" + "57006F007200640044006F00630075006D0065006E007400";

    [Fact]
    public async Task Pasted_minutes_stand_beside_what_was_read_from_them_and_no_word_is_gone()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var page = await world.PasteAsync();
        Assert.Equal("Møtet 12. mars", page.Heading);
        var sheet = PageWords.Text(page.Document.QuerySelector(".fl-sheet"));
        foreach (var word in MinutesWorld.Text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            Assert.True(sheet.Contains(word, StringComparison.Ordinal), $"«{word}» is not in: {sheet}");
        }
        foreach (var read in new[] { "Ansvarsgruppemøte", "12.00–13.30", "Åsen skole", "Tor Hegge, PPT", "Ida Moe" })
        {
            Assert.True(page.Says(read), $"{read}: {page.Text}");
        }
        Assert.Equal(["sender tilrådning til skolen", "ringer SFO"], Found(page));
        // Nothing is sent, nothing is a plan: it stands in the working notes.
        Assert.Equal(
            "work",
            await app.App.ScalarAsync<string>(
                app.Fjellvik,
                "select string_agg(distinct room, ',') from item where family = @Id and kind = 'minutes'",
                new { world.Family.Id }
            )
        );
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("windows-1252")]
    public async Task A_text_file_is_read_in_the_encodings_Word_and_Notepad_write(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        using var world = await MinutesWorld.MakeAsync(app);
        var text = MinutesWorld.Text.Replace("šlápmi đuoddar biŋ", "blåbær’s", StringComparison.Ordinal);
        var bytes = Encoding.GetEncoding(encoding).GetPreamble().Concat(Encoding.GetEncoding(encoding).GetBytes(text));
        var page = await DropAsync(world, "referat.txt", [.. bytes]);
        Assert.Equal("Møtet 12. mars", page.Heading);
        Assert.True(page.Says("blåbær’s"), page.Text);
        Assert.True(page.Says("referat.txt"), page.Text);
    }

    [Fact]
    public async Task A_Word_document_is_read_too()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var file = await File.ReadAllBytesAsync(
            Path.Combine(Repository.Root(), "tests", "Kit", "minutes", "b_tabell_overgang_ungdomsskole.docx"),
            TestContext.Current.CancellationToken
        );
        var page = await DropAsync(world, "C:\\fakepath\\møte.docx", file);
        Assert.StartsWith("Møtet ", page.Heading, StringComparison.Ordinal);
        Assert.True(Found(page).Count > 3, page.Text);
    }

    [Theory]
    [InlineData("gammelt.doc", OldWord, "det gamle Word-formatet")]
    [InlineData("referat.docx", OldWord, "det gamle Word-formatet")]
    [InlineData("referat.pdf", "255044462D312E37", "Dette er en PDF")]
    [InlineData("ødelagt.docx", "504B03040102030405", "Vi får ikke åpnet dokumentet")]
    [InlineData("bilde.png", "89504E470D0A1A0A0000000D", "verken tekst eller et Word-dokument")]
    public async Task A_file_that_cannot_be_read_says_why_and_the_text_typed_beside_it_stays(
        string name,
        string hex,
        string says
    )
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var form = (await world.Kari.OpenAsync($"/f/{world.Family.Id}/referat/nytt"))
            .Form("Les referatet")
            .Fill("Lim inn teksten", "skrevet <først> & \"her\"")
            .Attach("Eller velg et dokument", name, Convert.FromHexString(hex));
        var page = await form.PressAsync();
        Assert.Contains(says, string.Join('\n', page.Errors), StringComparison.Ordinal);
        Assert.Equal("skrevet <først> & \"her\"", page.Form("Les referatet").Value("Lim inn teksten"));
    }

    [Fact]
    public async Task What_is_too_much_or_nothing_is_answered_with_the_text_still_there()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var much = new string('å', 200_001);
        var page = await world.PasteAsync(much);
        Assert.Contains("Teksten er for lang", string.Join('\n', page.Errors), StringComparison.Ordinal);
        Assert.Equal(much.Length, page.Form("Les referatet").Value("Lim inn teksten").Length);
        var many = "Avtaler:\n" + string.Join('\n', Enumerable.Range(1, 201).Select(n => $"- Tor ringer nummer {n}."));
        page = await world.PasteAsync(many);
        Assert.Contains("mer enn ett møte", string.Join('\n', page.Errors), StringComparison.Ordinal);
        page = await world.PasteAsync("   \n ");
        Assert.Contains("Det står ingen ord her", string.Join('\n', page.Errors), StringComparison.Ordinal);
        Assert.Equal(
            0,
            await app.App.ScalarAsync<long>(
                app.Fjellvik,
                "select (select count(*) from document where family = @Id) + (select count(*) from item where family = @Id and kind = 'minutes')",
                new { world.Family.Id }
            )
        );
    }

    [Fact]
    public async Task Control_characters_in_a_paste_are_left_out_and_every_word_is_kept()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var page = await world.PasteAsync(
            MinutesWorld.Text.Replace("Tor Hegge (PPT)", "T\0or Hegge\u0007(P\0PT)", StringComparison.Ordinal)
        );
        Assert.Equal("Møtet 12. mars", page.Heading);
        Assert.True(page.Says("Tor Hegge, PPT"), page.Text);
    }

    [Fact]
    public async Task Thousands_of_empty_lines_are_turned_away_beside_the_text_they_stand_in()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var text = MinutesWorld.Text + new string('\n', 90_000) + "til slutt";
        var page = await world.PasteAsync(text);
        Assert.Contains("Grensen er", string.Join('\n', page.Errors), StringComparison.Ordinal);
        Assert.EndsWith("til slutt", page.Form("Les referatet").Value("Lim inn teksten"), StringComparison.Ordinal);
        Assert.Equal("true", page.Document.QuerySelector("textarea")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task The_longest_minutes_there_is_room_for_are_a_page_a_browser_can_show()
    {
        using var world = await MinutesWorld.MakeAsync(app);
        var page = await world.PasteAsync(
            string.Join('\n', Enumerable.Range(0, 4_990).Select(i => $"Even trives ved {i} og ser på lyset"))
        );
        Assert.Equal(4_990, page.Document.QuerySelectorAll(".fl-docline").Length);
        Assert.True(page.Body.Length < 4_000_000, $"{page.Body.Length} bytes");
    }

    [Fact]
    public void Every_reason_a_document_is_not_taken_in_has_words() =>
        Assert.All(
            typeof(ImportRefusal).GetNestedTypes(),
            kind => Assert.NotEmpty(Words.Of((ImportRefusal)RuntimeHelpers.GetUninitializedObject(kind)))
        );

    private static Task<Page> DropAsync(MinutesWorld world, string name, byte[] bytes) =>
        world
            .Kari.OpenAsync($"/f/{world.Family.Id}/referat/nytt")
            .ContinueWith(
                opened =>
                    opened.Result.Form("Les referatet").Attach("Eller velg et dokument", name, bytes).PressAsync(),
                TaskScheduler.Default
            )
            .Unwrap();

    internal static IReadOnlyList<string> Found(Page page) =>
        page.Document.QuerySelectorAll(".fl-found__what").Select(PageWords.Text).ToList();
}
