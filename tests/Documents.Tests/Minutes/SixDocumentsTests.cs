using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Flette.Documents.Minutes;

namespace Flette.Documents.Tests.Minutes;

public sealed partial class SixDocumentsTests
{
    [Theory]
    [MemberData(nameof(Corpus.All), MemberType = typeof(Corpus))]
    public void The_reading_is_the_expected_one_to_the_letter(string name)
    {
        var actual = JsonNode.Parse(MinutesJson.Write(Corpus.Import(name).Reading))!;

        Assert.Equal(Readings.Normal(Corpus.Expected(name)), Readings.Normal(actual));
    }

    [Fact]
    public void The_scorer_gives_the_figures_that_are_asked_for()
    {
        var folder = Directory.CreateTempSubdirectory("flette-score-");
        try
        {
            foreach (var name in Corpus.Names)
            {
                File.WriteAllText(
                    Path.Combine(folder.FullName, name + ".json"),
                    MinutesJson.Write(Corpus.Import(name).Reading)
                );
            }

            var lines = Scorer.Run(Corpus.Folder, folder.FullName).TrimEnd().Split('\n');

            Assert.All(Figures(lines[^1]), f => Assert.True(f >= 0.95, lines[^1]));
            Assert.All(lines[^4..^1].SelectMany(Figures), f => Assert.True(f >= 0.9, string.Join('\n', lines[^5..])));
            Assert.Contains("dates made up 0", lines[^3], StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_scorer_notices_damage() =>
        Assert.Contains("self-test passed", Scorer.Run("--selftest", Corpus.Folder), StringComparison.Ordinal);

    /// <summary>Shares: decimals as they stand, and «5/6» as a quotient.</summary>
    private static IEnumerable<double> Figures(string line) =>
        Quotient()
            .Matches(line)
            .Select(m =>
                double.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)
                / double.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture)
            )
            .Concat(Decimal().Matches(line).Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"(\d+)/(\d+)")]
    private static partial Regex Quotient();

    [GeneratedRegex(@"\d\.\d\d")]
    private static partial Regex Decimal();
}
