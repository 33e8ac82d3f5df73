using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading;

namespace Flette.Documents.Tests.Minutes;

/// <summary>Where things stand: the spans of a reading point at the words they were read from.</summary>
public sealed partial class PlacesTests
{
    [Theory]
    [MemberData(nameof(Corpus.All), MemberType = typeof(Corpus))]
    public void Every_span_holds_the_words_it_stands_for(string name)
    {
        var (document, reading) = Corpus.Import(name);

        Assert.All(
            reading.Agreements,
            a =>
            {
                Assert.Equal(Squeezed(a.What), Squeezed(At(document, a.WhatAt)));
                Assert.All(a.Responsible, r => Assert.Equal(Squeezed(r.Name), Squeezed(At(document, r.At))));
                Assert.Equal(a.Due is null && a.DueText is null, a.DueAt.IsEmpty);
                if (a.DueText is { } words)
                {
                    Assert.Equal(Squeezed(words), Squeezed(At(document, a.DueAt)));
                }
            }
        );
        Assert.All(reading.Items, i => Assert.Equal(Squeezed(i.Heading), Squeezed(At(document, i.HeadingAt))));
        Assert.All(reading.Present.Concat(reading.Absent), p => Assert.Equal(p.Name, At(document, p.At)));
        Assert.NotEmpty(reading.Meeting.Date!.At);
    }

    [Theory]
    [MemberData(nameof(Corpus.All), MemberType = typeof(Corpus))]
    public void Lines_nothing_was_read_from_are_told(string name)
    {
        var (document, reading) = Corpus.Import(name);
        var used = reading.Agreements.SelectMany(a => a.WhatAt).Select(s => s.Line).ToHashSet();

        Assert.All(reading.PlainLines, id => Assert.DoesNotContain(id, used));
        Assert.All(used, id => Assert.False(document.Lines[id.Value].IsBlank));
        Assert.NotEmpty(reading.PlainLines);
    }

    [Theory]
    [MemberData(nameof(Corpus.All), MemberType = typeof(Corpus))]
    public void A_marked_line_becomes_an_agreement_that_points_at_its_words(string name)
    {
        var (document, reading) = Corpus.Import(name);

        Assert.All(
            document.Lines.Where(l => l.Text.Any(char.IsLetter)),
            line =>
            {
                var agreement = MinutesReader.AsAgreement(document, line.Id, reading, Corpus.Today);
                Assert.Equal(line.Id, agreement.Line);
                Assert.Equal(Squeezed(agreement.What), Squeezed(At(document, agreement.WhatAt)));
            }
        );
    }

    private static string At(SourceDocument document, IEnumerable<TextSpan> spans) =>
        string.Join(' ', spans.Select(s => document.Lines[s.Line.Value].Text.Substring(s.Start, s.Length)));

    private static string Squeezed(string text) => Space().Replace(text, "");

    [GeneratedRegex(@"[\s*_`]+")]
    private static partial Regex Space();
}
