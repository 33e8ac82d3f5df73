using Flette.Demo.Minutes;
using Flette.Demo.Seed;
using Flette.Documents.Docx;

namespace Flette.Web.Tests.Seed;

/// <summary>Every text of the cases and of the demo's documents, with where it stands and how it is moved.</summary>
internal static class CaseTexts
{
    public static IEnumerable<(string Place, string Text, Func<int, DateShift> Shift)> All()
    {
        foreach (var file in CaseFile.All())
        {
            foreach (var (place, text) in Walk(file.Root, ""))
            {
                var pregnancy = file.Root["case"].Flag("expectingChild");
                yield return (file.Name + " " + place, text, weeks => new DateShift(weeks, file.Written, pregnancy));
            }
        }
        foreach (var document in DemoMinutes.All)
        {
            foreach (var line in Lines(document))
            {
                yield return (document.File, line, weeks => new DateShift(weeks, document.Written));
            }
        }
    }

    /// <summary>The lines of a document moved by so many weeks, as the program itself reads them.</summary>
    public static IEnumerable<string> Lines(DemoMinutes document, int weeks = 0)
    {
        var imported = Assert.IsType<ImportOutcome.Imported>(
            DocumentImport.FromBytes(document.Moved(weeks), document.Written)
        );
        return imported.Document.Lines.Where(l => !l.IsBlank).Select(l => l.Text);
    }

    private static IEnumerable<(string Place, string Text)> Walk(CaseNode node, string place)
    {
        if (node.Value is { } text)
        {
            yield return (place, text);
        }
        foreach (var inner in node.List.SelectMany(entry => Walk(entry, place)))
        {
            yield return inner;
        }
        foreach (var key in node.Keys)
        {
            foreach (var inner in Walk(node[key], place.Length == 0 ? key : $"{place}.{key}"))
            {
                yield return inner;
            }
        }
    }
}
