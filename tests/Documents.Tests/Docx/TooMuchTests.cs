using System.Globalization;
using Flette.Documents.Docx;

namespace Flette.Documents.Tests.Docx;

/// <summary>
/// A small archive may hold a great deal. What is more than one meeting is refused before anything of it is built, and
/// what is let through costs little, however it is made.
/// </summary>
public sealed class TooMuchTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    /// <summary>Bodies of one part, some kilobytes each when packed.</summary>
    private static readonly Dictionary<string, Func<byte[]>> Files = new(StringComparer.Ordinal)
    {
        ["line breaks"] = () => Run("<w:br/>", 200_000),
        ["line breaks with a letter between"] = () => Run("<w:t>a</w:t><w:cr/>", 200_000),
        ["tabs"] = () => Run("<w:tab/>", 200_001),
        ["symbols"] = () => Run("<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/>", 200_001),
        ["characters in one text"] = () => Word.File(Word.P(new string('a', 200_001))),
        ["characters in many texts"] = () => Run("<w:t>ord og </w:t>", 28_600),
        ["spaces"] = () => Word.File(Word.P(new string(' ', 200_001))),
        ["characters over body, header and note"] = () =>
            Word.File(Words(70_000), header: Words(70_000), footnote: Words(70_000)),
        ["characters in text boxes"] = () => Run($"<w:txbxContent>{Words(2_500)}</w:txbxContent>", 100),
        ["empty cells"] = () => Word.File($"<w:tbl><w:tr>{Many("<w:tc/>", 2_000_000)}</w:tr></w:tbl>"),
        ["empty rows"] = () => Word.File($"<w:tbl>{Many("<w:tr/>", 2_000_000)}</w:tbl>"),
        ["tables in tables"] = () => Word.File(Many(Nested(100), 60)),
        ["empty paragraphs over body, header and footer"] = () =>
            Word.File(Many("<w:p/>", 2_000), header: Many("<w:p/>", 2_000), footer: Many("<w:p/>", 2_000)),
        ["empty runs"] = () => Word.File($"<w:p>{Many("<w:r/>", 600_000)}</w:p>"),
        ["lines inside a text"] = () => Word.File(Word.P(Many("a\n", 5_100))),
        ["empty lines inside a text"] = () => Word.File(Word.P("a" + Many("\n", 20_001))),
        ["a comment of 33 MB"] = () => Word.File($"<!--{new string('a', 33 * 1024 * 1024)}-->{Word.P("a")}"),
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void More_than_one_meeting_is_refused_in_under_a_second(string name)
    {
        var file = Files[name]();
        Import(Word.File(Word.P("a"))); // the first of all makes the program ready
        ImportOutcome? outcome = null;

        var spent = ThreadTime.Of(() => outcome = Import(file));

        Assert.Equal(new ImportOutcome.Refused(new ImportRefusal.TooLargeUnpacked()), outcome);
        Assert.True(spent < 1, string.Create(CultureInfo.InvariantCulture, $"{spent:0.00} s, {file.Length} bytes"));
    }

    /// <summary>Within the limits, and made to be gone through over and over.</summary>
    private static readonly Dictionary<string, Func<byte[]>> Costly = new(StringComparer.Ordinal)
    {
        ["bold tabs in one run, its properties last"] = () =>
            Word.File($"<w:p><w:r>{Many("<w:tab/>", 199_000)}<w:t>a</w:t><w:rPr><w:b/></w:rPr></w:r></w:p>"),
        ["bold letters in one run, its properties last"] = () =>
            Word.File($"<w:p><w:r>{Many("<w:t>a</w:t>", 190_000)}<w:rPr><w:b/></w:rPr></w:r></w:p>"),
        ["a row as wide as it says"] = () =>
            Word.File(
                $"<w:tbl><w:tr>{Many("<w:tc><w:tcPr><w:gridSpan w:val=\"2000000000\"/></w:tcPr><w:p/></w:tc>", 2)}"
                    + $"<w:tc>{Word.P("Kari ringer")}</w:tc></w:tr></w:tbl>"
            ),
        ["as many cells in a row as there is room for"] = () =>
            Word.File($"<w:tbl><w:tr>{Many($"<w:tc>{Word.P("Kari")}</w:tc>", 4_900)}</w:tr></w:tbl>"),
        ["a great style named by every run"] = () =>
            Word.File(
                Many("<w:p><w:pPr><w:pStyle w:val=\"Stor\"/></w:pPr>" + Many(StyledRun, 20) + "</w:p>", 2_500),
                styles: "<w:style w:type=\"paragraph\" w:styleId=\"Stor\">"
                    + Many("<w:aliases w:val=\"a\"/>", 150_000)
                    + "<w:rPr><w:b/></w:rPr></w:style>"
            ),
    };

    public static TheoryData<string> CostlyNames => [.. Costly.Keys];

    [Theory]
    [MemberData(nameof(CostlyNames))]
    public void What_is_let_through_is_read_in_time(string name)
    {
        var file = Costly[name]();
        ImportOutcome? outcome = null;

        var spent = ThreadTime.Of(() => outcome = Import(file));

        Assert.True(outcome is ImportOutcome.Imported, $"{outcome}");
        Assert.True(spent < 8, string.Create(CultureInfo.InvariantCulture, $"{spent:0.00} s, {file.Length} bytes"));
    }

    [Fact]
    public void A_header_named_a_thousand_times_is_read_once()
    {
        var file = Word.File(Word.P("Kari ringer BUP."), header: Many(Word.P("Flettestad"), 2_000), headers: 20_000);
        ImportOutcome? outcome = null;

        var spent = ThreadTime.Of(() => outcome = Import(file));

        Assert.Equal(2_001, Assert.IsType<ImportOutcome.Imported>(outcome).Document.Lines.Count(l => !l.IsBlank));
        Assert.True(spent < 8, string.Create(CultureInfo.InvariantCulture, $"{spent:0.00} s"));
    }

    [Fact]
    public void A_long_and_much_formatted_document_is_taken_in()
    {
        var words = Enumerable
            .Range(0, 33_000)
            .Select(i => $"<w:r><w:rPr><w:lang w:val=\"nb\"/></w:rPr><w:t>ord{i % 9} </w:t></w:r>");
        var tabs = "<w:pPr><w:tabs>" + Many("<w:tab w:val=\"left\" w:pos=\"720\"/>", 60) + "</w:tabs></w:pPr>";
        var body = string.Concat(
            words.Chunk(11).Select(w => $"<w:p>{tabs}{string.Concat(w)}<w:br/></w:p>").Take(2_400)
        );

        Assert.IsType<ImportOutcome.Imported>(Import(Word.File(body)));
    }

    [Fact]
    public void Properties_beyond_reason_are_corrupt() =>
        Assert.Equal(
            new ImportOutcome.Refused(new ImportRefusal.Corrupt()),
            Import(Word.File($"<w:p><w:r><w:rPr>{Many("<w:i/>", 300)}</w:rPr><w:t>a</w:t></w:r></w:p>"))
        );

    [Theory]
    [InlineData("word/document.dat")]
    [InlineData("word/document.png")]
    public void A_part_that_would_not_be_counted_is_not_read(string main)
    {
        var file = Word.Zip(
            (
                "[Content_Types].xml",
                Word.ContentTypes.Replace("/word/document.xml", $"/{main}", StringComparison.Ordinal)
            ),
            ("_rels/.rels", Word.Relations.Replace("word/document.xml", main, StringComparison.Ordinal)),
            (main, Word.Document($"<w:p><w:r>{Many("<w:br/>", 200_000)}<w:t>a</w:t></w:r></w:p>"))
        );

        Assert.Equal(new ImportOutcome.Refused(new ImportRefusal.Corrupt()), Import(file));
    }

    [Theory]
    [InlineData(200_000 - 1)]
    [InlineData(20_000)]
    public void Empty_lines_count_too_in_pasted_text(int lines)
    {
        ImportOutcome? outcome = null;

        var spent = ThreadTime.Of(() => outcome = DocumentImport.FromText(new string('\n', lines) + "a", Today));

        Assert.Equal(new ImportOutcome.Refused(new ImportRefusal.TooLargeUnpacked()), outcome);
        Assert.True(spent < 1, string.Create(CultureInfo.InvariantCulture, $"{spent:0.00} s"));
    }

    private const string StyledRun = "<w:r><w:rPr><w:rStyle w:val=\"Stor\"/></w:rPr><w:t>a </w:t></w:r>";

    private static ImportOutcome Import(byte[] file) => DocumentImport.FromBytes(file, Today);

    private static byte[] Run(string content, int times) =>
        Word.File($"<w:p><w:r><w:t>Kari</w:t>{Many(content, times)}</w:r></w:p>");

    private static string Words(int characters) => Word.P(new string('a', characters));

    private static string Nested(int depth) =>
        Many("<w:tbl><w:tr><w:tc>", depth) + "<w:p/>" + Many("</w:tc></w:tr></w:tbl>", depth);

    private static string Many(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
