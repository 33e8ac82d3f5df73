using System.Text.Json.Nodes;
using Flette.Core.Meetings.Reading;
using Flette.Documents.Minutes;
using Flette.Documents.Tests.Minutes;

namespace Flette.Documents.Tests.Metamorphic;

/// <summary>
/// Whoever they are about and whenever they were written, the same minutes give the same reading: 200 variants of each
/// document with other people, other days, other line breaks, other words for the labels and other column orders.
/// </summary>
public sealed class MetamorphicTests
{
    private const int Variants = 200;

    [Theory]
    [MemberData(nameof(Corpus.All), MemberType = typeof(Corpus))]
    public void Changed_minutes_give_the_changed_reading(string document)
    {
        for (var number = 0; number < Variants; number++)
        {
            var variant = new Variant(document, number);
            var reading = MinutesReader.Read(variant.Source, Corpus.Today);
            var actual = JsonNode.Parse(MinutesJson.Write(reading))!;
            var (expected, got) = (Readings.Normal(variant.Expected), Readings.Normal(actual));
            if (expected != got)
            {
                Assert.Fail(
                    $"{document}, variant {number} ({variant.Weeks} weeks):\n{Differences(expected, got)}\n\n{Text(variant.Source)}"
                );
            }
        }
    }

    [Fact]
    public void A_variant_is_made_again_from_its_number()
    {
        var (first, second) = (
            new Variant("e_notat_fagmote_tre_sosken", 17),
            new Variant("e_notat_fagmote_tre_sosken", 17)
        );

        Assert.Equal(Text(first.Source), Text(second.Source));
        Assert.NotEqual(Text(first.Source), Text(new Variant("e_notat_fagmote_tre_sosken", 18).Source));
    }

    private static string Differences(string expected, string got)
    {
        var (left, right) = (expected.Split('\n'), got.Split('\n'));
        return string.Join(
            '\n',
            left.Except(right, StringComparer.Ordinal)
                .Select(l => "- " + l)
                .Concat(right.Except(left, StringComparer.Ordinal).Select(l => "+ " + l))
                .Take(40)
        );
    }

    private static string Text(SourceDocument document) => string.Join('\n', document.Lines.Select(l => l.Text));
}
