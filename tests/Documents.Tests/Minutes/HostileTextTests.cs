using System.Globalization;
using Flette.Documents.Docx;

namespace Flette.Documents.Tests.Minutes;

/// <summary>Whatever is pasted, the reader answers, and soon.</summary>
public sealed class HostileTextTests
{
    private const int Longest = 200_000;

    /// <summary>
    /// Processor seconds for the longest paste, measured on the thread that reads: other tests do not disturb it. The slowest here
    /// takes a fraction of it; a pattern that goes back and forth takes minutes.
    /// </summary>
    private const double Limit = 8;

    /// <summary>Texts that make patterns go back and forth: one sign or phrase over and over, with and without line breaks.</summary>
    public static TheoryData<string> Phrases =>
        [
            "a",
            "AB ",
            "12.3 ",
            "uke 1, 2, 3 og 4, ",
            "(",
            "(Aud, innen ",
            "Aud Ask, ",
            "Aud – ",
            "Aud / ",
            "- ",
            "-> ",
            "Ansvar: ",
            "Aud\tring\t",
            "Aud                                        ",
            "Aud ringer NAV og Ivar (PPT) sender brev til mor innen 12.3, og far spør rektor om skyss. ",
            "Aud og Ivar sender brev til mor og far og ",
            "Det ble avtalt at vi skal se på dette igjen når planen er klar og alle har lest den fordi det er viktig at ",
            "Avtaler fra forrige møte Aud ringer BUP - ikke gjort, ny frist 12. mai. ",
            "Til stede: Aud Ask (mor), ",
            "Ǻÿ«»“”é\u0301 ",
            "* _ ` ** __ ",
            "kl 10-11 12.3 ",
            "@Aud ",
            "[Aud] ",
            "Aud 12.30: ",
            "Aud har ansvaret for å ",
            "Utfall: Aud ringer (Ivar, uke 12) ",
        ];

    [Theory]
    [MemberData(nameof(Phrases))]
    public void The_longest_paste_is_read_in_time(string phrase)
    {
        Read(Repeated(phrase, 2_000, every: 0)); // the first reading of all also makes the patterns ready

        foreach (var every in new[] { 0, 60, 900 })
        {
            var text = Repeated(phrase, Longest, every);
            var spent = ThreadTime.Of(() => Read(text));

            Assert.True(spent < Limit, string.Create(CultureInfo.InvariantCulture, $"{spent:0.0} s, lines of {every}"));
        }
    }

    [Fact]
    public void Words_in_any_order_are_no_reason_to_fail()
    {
        string[] words =
        [
            "Aud",
            "Ivar",
            "mor",
            "NAV",
            "ringer",
            "sender",
            "og",
            "med",
            "innen",
            "uke 12",
            ".",
            ",",
            ":",
            "-",
            "(",
            ")",
            "[",
            "]",
            "|",
            "/",
            "\n",
            "\n\n",
            "\t",
            "Ansvar:",
            "Frist:",
            "Til stede:",
            "Møte",
            "12.3",
            "kl 10-11",
            "skal",
            "->",
            "[ ]",
            "1.",
            "Sak 2/26",
            "Neste møte",
            "A1 -",
            "=",
            "Avtaler fra forrige møte",
            "ny frist",
            "«",
            "»",
            "i går",
            "Fra:",
            "Emne:",
        ];
        var random = new Random(20261120);
        for (var round = 0; round < 400; round++)
        {
            var text = string.Join(' ', Enumerable.Range(0, 120).Select(_ => words[random.Next(words.Length)]));

            Read(text);
        }
    }

    private static void Read(string text)
    {
        var outcome = DocumentImport.FromText(text, Corpus.Today);
        Assert.True(outcome is ImportOutcome.Imported or ImportOutcome.Refused);
    }

    private static string Repeated(string phrase, int length, int every)
    {
        var text = string.Concat(Enumerable.Repeat(phrase, (length / phrase.Length) + 1))[..length];
        return every == 0
            ? text
            : string.Join('\n', Enumerable.Range(0, length / every).Select(i => text.Substring(i * every, every - 1)));
    }
}
