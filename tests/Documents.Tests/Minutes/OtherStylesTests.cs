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

    /// <summary>The figures of each by itself, counted once.</summary>
    private static Lazy<IReadOnlyDictionary<string, List<double>>> Each { get; } =
        new(() =>
            Scored(NamesIn(Folder), Folder, Scorer.RunEach)
                .TrimEnd()
                .Split('\n')
                .ToDictionary(line => line.Split(' ')[0], Figures, StringComparer.Ordinal)
        );

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
        var figures = Each.Value[name];

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

    private static List<double> Score(IEnumerable<string> names, string? folder = null) =>
        Figures(Scored(names, folder ?? Folder, Scorer.Run).TrimEnd().Split('\n')[^1]);

    private static List<double> Figures(string line) =>
        [.. Decimal().Matches(line).Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture))];

    /// <summary>What a scorer says of readings of the documents.</summary>
    private static string Scored(IEnumerable<string> names, string folder, Func<string, string, string> scorer)
    {
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
            return scorer(expected.FullName, actual.FullName);
        }
        finally
        {
            expected.Delete(recursive: true);
            actual.Delete(recursive: true);
        }
    }

    // A figure, and not a number in the name of a document.
    [GeneratedRegex(@"(?<= )\d\.\d\d(?= |$)")]
    private static partial Regex Decimal();
}
