using Flette.Core.Meetings.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace Flette.Core.Tests.Reading;

public sealed class SourceTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    private static readonly Gen<string> Word = Gen.Elements(
        "Sak",
        "1:",
        "Til stede:",
        "Kari",
        "Nes,",
        "(PPT)",
        "Ansvar:",
        "Frist:",
        "uke 9",
        "12.3",
        "–",
        "-",
        "->",
        "ringer",
        "innen",
        "fredag.",
        "**Sak**",
        "Møte 3",
        "Åse",
        "Đinđić",
        "O’Brien",
        "\t",
        "|",
        "  ",
        "1.",
        "[x]",
        "#",
        "=====",
        "neste møte",
        "koordinator blir",
        "(",
        ")",
        "«",
        "og",
        ",",
        ";",
        "\u00AD",
        "😀"
    );

    private static readonly Gen<string> Documents = Word.ListOf()
        .Select(words => string.Join(' ', words))
        .ListOf()
        .Select(lines => string.Join('\n', lines));

    [Fact]
    public void No_word_is_dropped_from_any_text() =>
        Prop.ForAll(
                Arb.From(Documents),
                text => Words(SourceDocument.FromText(text).Lines.Select(l => l.Text)).SequenceEqual(Words([text]))
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void No_word_is_dropped_from_nested_tables()
    {
        var inner = new SourceTable([
            new([new([new SourceParagraph("tre")]), new([new SourceParagraph("fire\nfem")])]),
        ]);
        var outer = new SourceTable([
            new([new([new SourceParagraph("to"), inner, new SourceParagraph("seks")]), new([])]),
        ]);

        var document = SourceDocument.Of([new SourceParagraph("en"), outer, new SourceParagraph("sju")]);

        Assert.Equal(["en", "to", "tre", "fire", "fem", "seks", "sju"], document.Lines.Select(l => l.Text));
        Assert.Equal(Enumerable.Range(0, 7), document.Lines.Select(l => l.Id.Value));
        Assert.Equal(0, document.Lines[2].Cell!.Outer!.Table);
    }

    [Fact]
    public void Any_text_is_read_and_every_span_lies_inside_its_line() =>
        Prop.ForAll(
                Arb.From(Documents),
                text =>
                {
                    var document = SourceDocument.FromText(text);
                    var reading = MinutesReader.Read(document, Today);
                    var spans = reading
                        .Agreements.SelectMany(a =>
                            a.WhatAt.Concat(a.DueAt).Concat(a.Responsible.SelectMany(r => r.At))
                        )
                        .Concat(reading.Items.SelectMany(i => i.HeadingAt))
                        .Concat(reading.Present.Concat(reading.Absent).SelectMany(p => p.At));
                    return spans.All(s =>
                        s.Length > 0 && s.Start >= 0 && s.Start + s.Length <= document.Lines[s.Line.Value].Text.Length
                    );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Long_text_is_read_in_a_moment()
    {
        var text = string.Concat(
            Enumerable.Repeat("Kari ringer BUP og spør om timen kan flyttes, for det er lenge siden sist. ", 2_600)
        );
        var watch = System.Diagnostics.Stopwatch.StartNew();

        MinutesReader.Read(SourceDocument.FromText(text), Today);
        MinutesReader.Read(SourceDocument.FromText(text.Replace(". ", ".\n", StringComparison.Ordinal)), Today);
        MinutesReader.Read(
            SourceDocument.FromText(new string('(', 100_000) + new string('-', 50_000) + new string('1', 40_000)),
            Today
        );

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), watch.Elapsed.ToString());
    }

    private static IEnumerable<string> Words(IEnumerable<string> texts) =>
        texts.SelectMany(t => t.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
