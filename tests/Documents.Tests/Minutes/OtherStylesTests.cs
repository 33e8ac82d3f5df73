using System.Globalization;
using System.Text.RegularExpressions;
using Flette.Documents.Docx;
using Flette.Documents.Minutes;

namespace Flette.Documents.Tests.Minutes;

/// <summary>The documents the reader was worked on with: what it has learnt stays learnt.</summary>
public sealed partial class OtherStylesTests
{
    private static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "styles");

    private static string Unseen { get; } = Path.Combine(AppContext.BaseDirectory, "unseen");

    public static TheoryData<string> All => new(NamesIn(Folder));

    private static IEnumerable<string> NamesIn(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.expected.json")
            .Select(f => Path.GetFileName(f).Replace(".expected.json", "", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    [Fact]
    public void Together_they_are_read_nearly_whole()
    {
        var figures = Score(All.Select(row => row.Data));

        Assert.All(figures, f => Assert.True(f >= 0.97, string.Join(' ', figures)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Each_is_read_well_enough_to_be_of_use(string name)
    {
        var figures = Score([name]);

        // Quick notes without capitals or full stops are the hardest there are.
        var least = name.StartsWith("v29", StringComparison.Ordinal) ? 0.5 : 0.8;
        Assert.All(figures, f => Assert.True(f >= least, string.Join(' ', figures)));
    }

    /// <summary>Opened once, when the work was done: what was seen then is what is held (tests/Kit/unseen/README.md).</summary>
    [Fact]
    public void What_nobody_had_seen_is_read_as_it_was_at_first_sight()
    {
        var figures = Score(NamesIn(Unseen), Unseen);

        Assert.True(
            figures[0] >= 0.92 && figures[1] >= 0.90 && figures[2] >= 0.84 && figures[3] >= 0.94,
            string.Join(' ', figures)
        );
    }

    private static List<double> Score(IEnumerable<string> names, string? folder = null)
    {
        folder ??= Folder;
        var expected = Directory.CreateTempSubdirectory("flette-expected-");
        var actual = Directory.CreateTempSubdirectory("flette-actual-");
        try
        {
            foreach (var name in names)
            {
                File.Copy(
                    Path.Combine(folder, name + ".expected.json"),
                    Path.Combine(expected.FullName, name + ".expected.json")
                );
                var file = new[] { ".txt", ".docx" }.Select(e => Path.Combine(folder, name + e)).First(File.Exists);
                var read = Assert.IsType<ImportOutcome.Imported>(
                    DocumentImport.FromBytes(File.ReadAllBytes(file), Corpus.Today)
                );
                File.WriteAllText(Path.Combine(actual.FullName, name + ".json"), MinutesJson.Write(read.Reading));
            }

            var last = Scorer.Run(expected.FullName, actual.FullName).TrimEnd().Split('\n')[^1];
            return [.. Decimal().Matches(last).Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture))];
        }
        finally
        {
            expected.Delete(recursive: true);
            actual.Delete(recursive: true);
        }
    }

    [GeneratedRegex(@"\d\.\d\d")]
    private static partial Regex Decimal();
}
