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

    [Fact]
    public void Control_characters_are_gone_and_every_word_is_there()
    {
        var every = string.Concat(Enumerable.Range(0, 160).Select(i => (char)i).Where(char.IsControl));
        var text =
            "Til stede: K\0ari O\u0092Brien\u0007(PPT)\nKari\u001Bringer e\u001Epost\u0096lista og kom\u001Fmunen"
            + every;

        var document = Assert
            .IsType<ImportOutcome.Imported>(DocumentImport.FromText(text, new DateOnly(2026, 11, 20)))
            .Document;

        Assert.Equal(
            ["Til stede: Kari O’Brien (PPT)", "Kari ringer e-post–lista og kommunen"],
            document.Lines.Take(2).Select(l => l.Text.TrimEnd())
        );
        Assert.DoesNotContain(document.Lines.SelectMany(l => l.Text), c => char.IsControl(c) && c != '\t');
        Assert.Equal(["Kari O’Brien"], Word.Lines(Word.File(Word.P("Kari O&#x92;Brien"))));
    }

    [Fact]
    public void A_zero_far_into_a_file_is_gone_too()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Det er fint her.\n", 4_500)) + "O\0le");

        Assert.EndsWith("Ole", Word.Lines(bytes).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_but_control_characters_is_empty() =>
        Assert.Equal(
            new ImportOutcome.Refused(new ImportRefusal.Empty()),
            DocumentImport.FromText("\0\u0001\u001F", new DateOnly(2026, 11, 20))
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
