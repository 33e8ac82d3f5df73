using System.Text.Json.Nodes;
using Flette.Documents.Docx;

namespace Flette.Documents.Tests.Minutes;

/// <summary>The six documents and the readings expected of them.</summary>
internal static class Corpus
{
    /// <summary>A day after all the meetings; no reading depends on it.</summary>
    public static readonly DateOnly Today = new(2026, 11, 20);

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "minutes");

    public static IEnumerable<string> Names =>
        Directory
            .EnumerateFiles(Folder, "*.expected.json")
            .Select(f => Path.GetFileName(f).Replace(".expected.json", "", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static TheoryData<string> All => new(Names);

    public static byte[] Bytes(string name) => File.ReadAllBytes(PathOf(name));

    public static string PathOf(string name) =>
        new[] { ".txt", ".docx" }.Select(e => Path.Combine(Folder, name + e)).First(File.Exists);

    public static ImportOutcome.Imported Import(string name) =>
        Assert.IsType<ImportOutcome.Imported>(DocumentImport.FromBytes(Bytes(name), Today));

    public static JsonNode Expected(string name) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name + ".expected.json")))!;
}
