using System.Text;
using Flette.Documents.Ics;

namespace Flette.Documents.Tests.Ics;

/// <summary>Folding and escaping, for a great many texts of a generator with a fixed seed and for those that are known to be hard.</summary>
public sealed class IcsLinesTests
{
    private static readonly string[] Hard =
    [
        "",
        "æøå ÆØÅ",
        "👨‍👩‍👧‍👦 familie",
        "Čáhppesnjárga",
        "a\\b;c,d",
        "linje\r\nto\nog\rtre",
        "\0\u0001\u007f",
        "\ud83d halv",
        "halv \udc4b",
        new string('å', 200),
        string.Concat(Enumerable.Repeat("👋", 80)),
        " begynner med mellomrom",
        "\tmed tabulator",
        "a\u2028b\u0085c",
    ];

    public static TheoryData<string> Texts()
    {
        var chance = new Random(20261130);
        var pieces = Hard.Concat(["Møte", ":", "\"", " ", "x", "𐍈", "\n", "ab,", ";"]).ToArray();
        var made = Enumerable
            .Range(0, 300)
            .Select(_ =>
                string.Concat(Enumerable.Range(0, chance.Next(12)).Select(_ => pieces[chance.Next(pieces.Length)]))
            );
        return [.. Hard.Concat(made).Distinct(StringComparer.Ordinal)];
    }

    [Fact]
    public void No_line_is_longer_than_75_octets_and_none_is_split_within_a_character()
    {
        foreach (var text in Texts().Select(t => t.Data))
        {
            var folded = IcsLines.Fold("SUMMARY:" + IcsLines.Escape(text));
            Assert.EndsWith("\r\n", folded, StringComparison.Ordinal);
            var lines = folded[..^2].Split("\r\n");
            Assert.All(lines, l => Assert.InRange(Encoding.UTF8.GetByteCount(l), 0, IcsLines.LongestLine));
            Assert.All(lines, l => Assert.Equal(l, new UTF8Encoding(false, true).GetString(Encoding.UTF8.GetBytes(l))));
            Assert.All(lines.Skip(1), l => Assert.StartsWith(" ", l, StringComparison.Ordinal));
            // Nothing breaks a line but the fold itself.
            Assert.All(lines, l => Assert.DoesNotContain(l, c => c is '\r' or '\n'));
        }
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        foreach (var text in Texts().Select(t => t.Data))
        {
            var line = Assert.Single(IcsLines.Unfold(IcsLines.Fold("SUMMARY:" + IcsLines.Escape(text))));
            Assert.Equal(Plain(text), IcsLines.Unescape(line["SUMMARY:".Length..]));
        }
    }

    [Fact]
    public void A_parameter_cannot_be_ended_from_within() =>
        Assert.Equal("\"Bakken: ATTENDEE=x\"", IcsLines.Quote("Bak\"ken\r\n: ATTENDEE=x\0"));

    // Line ends are one kind; what no reader takes is gone.
    private static string Plain(string text) =>
        string.Concat(Whole(text.ReplaceLineEndings("\n")).Where(r => !Rune.IsControl(r) || r.Value is '\n' or '\t'));

    private static IEnumerable<Rune> Whole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Rune.TryGetRuneAt(text, i, out var rune))
            {
                yield return rune;
                i += rune.Utf16SequenceLength - 1;
            }
        }
    }
}
