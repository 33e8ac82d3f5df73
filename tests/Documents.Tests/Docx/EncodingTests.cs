using System.Text;
using Flette.Documents.Docx;

namespace Flette.Documents.Tests.Docx;

public sealed class EncodingTests
{
    private const string Text =
        "Referat frå samarbeidsmøte 4. mai 2026\r\nTil stede: Åse Bjørnøy O’Brien (mor), D'Angelo Ærø (PPT)\r\n\r\nAvtalt:\r\n– Åse Bjørnøy ringer «BUP» – innen 12. mai\r\n";

    public static TheoryData<string> Encodings =>
        new("utf-8", "utf-8-bom", "utf-16", "utf-16BE", "utf-16-no-mark", "windows-1252");

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_same_text_gives_the_same_words_in_every_encoding(string encoding)
    {
        var (document, reading) = Word.Import(Encode(encoding));

        Assert.Equal(Text.Split("\r\n"), document.Lines.Select(l => l.Text));
        Assert.Equal(["Åse Bjørnøy O’Brien", "D'Angelo Ærø"], reading.Present.Select(p => p.Name));
        Assert.Equal(new DateOnly(2026, 5, 12), Assert.Single(reading.Agreements).Due);
    }

    [Fact]
    public void Sami_letters_survive_UTF8_and_loose_rings_become_letters()
    {
        var (document, _) = Word.Import(Encoding.UTF8.GetBytes("Máret Ŋoarju, Šilješ Đ\nA\u030Ase og bla\u030A"));

        Assert.Equal(["Máret Ŋoarju, Šilješ Đ", "Åse og blå"], document.Lines.Select(l => l.Text));
    }

    [Fact]
    public void Every_byte_of_Windows_1252_is_some_character() =>
        Assert.IsType<ImportOutcome.Imported>(
            DocumentImport.FromBytes(
                Enumerable.Range(32, 224).Select(b => (byte)b).ToArray(),
                new DateOnly(2026, 11, 20)
            )
        );

    private static byte[] Encode(string encoding) =>
        encoding switch
        {
            "utf-8" => new UTF8Encoding(false).GetBytes(Text),
            "utf-8-bom" => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)],
            "utf-16" => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Text)],
            "utf-16BE" => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Text)],
            "utf-16-no-mark" => Encoding.Unicode.GetBytes(Text),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Text),
        };
}
