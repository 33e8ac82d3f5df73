using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Flette.Documents.Docx;

namespace Flette.Documents.Tests.Docx;

public sealed class RefusalTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    [Fact]
    public void Empty_files_and_files_without_words() =>
        Assert.All(
            [
                [],
                "  \r\n\t \n"u8.ToArray(),
                Word.File("<w:p/><w:p><w:r><w:t> </w:t></w:r></w:p>"),
            ],
            b => Refused<ImportRefusal.Empty>(b)
        );

    [Fact]
    public void Pdf_also_with_another_name_or_bytes_in_front()
    {
        Refused<ImportRefusal.Pdf>("%PDF-1.7 og mer"u8);
        Refused<ImportRefusal.Pdf>("\n\n%PDF-1.4"u8);
    }

    [Fact]
    public void Old_Word_and_encrypted_Word_look_alike_and_are_told_apart()
    {
        Refused<ImportRefusal.OldDoc>([
            .. Compound,
            .. new byte[600],
            .. Encoding.Unicode.GetBytes("WordDocument"),
            .. new byte[64],
        ]);
        Refused<ImportRefusal.Encrypted>([
            .. Compound,
            .. new byte[600],
            .. Encoding.Unicode.GetBytes("EncryptedPackage"),
            .. new byte[64],
        ]);
        Refused<ImportRefusal.NotText>([.. Compound, .. new byte[600]]);
    }

    [Fact]
    public void Pictures_spreadsheets_and_rich_text_are_not_text()
    {
        Refused<ImportRefusal.NotText>([0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13, 1, 2, 3]);
        Refused<ImportRefusal.NotText>("{\\rtf1 hei}"u8);
        Refused<ImportRefusal.NotText>(
            Word.Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.xml", "<workbook/>"))
        );
    }

    [Fact]
    public void Broken_archives_and_broken_XML_are_corrupt()
    {
        var whole = Word.File("<w:p><w:r><w:t>Hei</w:t></w:r></w:p>");

        Refused<ImportRefusal.Corrupt>(whole[..(whole.Length / 2)]);
        Refused<ImportRefusal.Corrupt>("PK\u0003\u0004 og så noe helt annet"u8);
        Refused<ImportRefusal.Corrupt>(Word.File("<w:p><w:r><w:t>Hei</w:p>"));
        Refused<ImportRefusal.Corrupt>(Word.Zip(("word/styles.xml", "<styles/>")));
    }

    [Fact]
    public void Any_cut_or_flipped_byte_gives_an_answer_and_no_exception()
    {
        var whole = Word.File("<w:p><w:r><w:t>Kari ringer BUP.</w:t></w:r></w:p>");
        for (var i = 0; i < whole.Length; i += 7)
        {
            var flipped = whole.ToArray();
            flipped[i] ^= 0x55;
            Assert.NotNull(DocumentImport.FromBytes(flipped, Today));
            Assert.NotNull(DocumentImport.FromBytes(whole.AsMemory(0, i), Today));
        }
    }

    [Fact]
    public void Document_type_definitions_and_entities_are_not_followed() =>
        Refused<ImportRefusal.Corrupt>(
            Word.Zip(
                ("[Content_Types].xml", Word.ContentTypes),
                ("_rels/.rels", Word.Relations),
                (
                    "word/document.xml",
                    "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY y \"&x;&x;\">]>"
                        + Word.Document("<w:p><w:r><w:t>&y;</w:t></w:r></w:p>")
                )
            )
        );

    [Fact]
    public void A_file_above_25_MB_is_not_opened() =>
        Refused<ImportRefusal.TooLargePacked>(new byte[ImportLimits.PackedBytes + 1]);

    [Fact]
    public void An_archive_that_swells_is_stopped_at_the_limit()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open();
            var zeroes = new byte[1024 * 1024];
            for (var i = 0; i < 101; i++)
            {
                entry.Write(zeroes);
            }
        }

        Refused<ImportRefusal.TooLargeUnpacked>(stream.ToArray());
    }

    [Fact]
    public void More_than_5000_blocks_is_too_large()
    {
        Refused<ImportRefusal.TooLargeUnpacked>(
            Word.File(string.Concat(Enumerable.Repeat("<w:p><w:r><w:t>a</w:t></w:r></w:p>", 5_001)))
        );
        Refused<ImportRefusal.TooLargeUnpacked>(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("a\n", 5_001))));
    }

    [Fact]
    public void Tables_nested_beyond_reason_are_corrupt() =>
        Refused<ImportRefusal.Corrupt>(
            Word.File(
                string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 300))
                    + "<w:p/>"
                    + string.Concat(Enumerable.Repeat("</w:tc></w:tr></w:tbl>", 300))
            )
        );

    [Fact]
    public void A_paste_above_200000_characters_is_too_long()
    {
        var refused = Assert.IsType<ImportOutcome.Refused>(DocumentImport.FromText(new string('a', 200_001), Today));
        Assert.Equal(new ImportRefusal.PasteTooLong(200_001), refused.Reason);
        Assert.IsType<ImportOutcome.Imported>(
            DocumentImport.FromText(string.Concat(Enumerable.Repeat("ord og ", 28_000)), Today)
        );
    }

    [Fact]
    public void More_than_200_agreements_is_hardly_one_meeting()
    {
        var text =
            "Avtalt:\n"
            + string.Concat(Enumerable.Range(1, 201).Select(i => $"- Kari ringer nummer {i} innen fredag\n"));

        var refused = Assert.IsType<ImportOutcome.Refused>(DocumentImport.FromText(text, Today));
        Assert.Equal(new ImportRefusal.TooManyAgreements(201), refused.Reason);
    }

    [Fact]
    public void More_than_300_people_is_hardly_one_meeting()
    {
        static string Name(int i) => $"Kari {(char)('A' + (i / 26))}{(char)('a' + (i % 26))}nes";
        static ImportOutcome With(int people) =>
            DocumentImport.FromText(
                "Til stede:\n" + string.Concat(Enumerable.Range(0, people).Select(i => $"- {Name(i)}, lærer\n")),
                Today
            );

        var refused = Assert.IsType<ImportOutcome.Refused>(With(301));
        Assert.Equal(new ImportRefusal.TooManyPeople(301), refused.Reason);
        Assert.IsType<ImportOutcome.Imported>(With(300));
    }

    [Fact]
    public void A_reading_that_takes_too_long_is_refused_for_files_and_text()
    {
        foreach (var file in new[] { "Kari ringer BUP."u8.ToArray(), Word.File(Word.P("Kari ringer BUP.")) })
        {
            Assert.Equal(
                new ImportOutcome.Refused(new ImportRefusal.TooSlow()),
                DocumentImport.FromBytes(file, _ => throw new RegexMatchTimeoutException())
            );
        }
    }

    private static void Refused<T>(ReadOnlySpan<byte> bytes) =>
        Assert.IsType<T>(Assert.IsType<ImportOutcome.Refused>(DocumentImport.FromBytes(bytes.ToArray(), Today)).Reason);
}
