using System.IO.Compression;
using System.Xml.Linq;
using Flette.Demo.Seed;

namespace Flette.Demo.Minutes;

/// <summary>Moves the dates in the words of a Word file. A date may be split across runs: its words then stand in the first of them.</summary>
public static class DocxShift
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    // The time of every entry, so that the same file and shift give the same bytes.
    private static readonly DateTimeOffset Stamp = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The same file with its dates moved.</summary>
    public static byte[] Move(byte[] docx, DateShift shift)
    {
        ArgumentNullException.ThrowIfNull(docx);
        ArgumentNullException.ThrowIfNull(shift);
        using var moved = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(docx), ZipArchiveMode.Read))
        using (var to = new ZipArchive(moved, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var part in from.Entries)
            {
                var copy = to.CreateEntry(part.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Stamp;
                using var source = part.Open();
                using var target = copy.Open();
                if (HoldsWords(part.FullName))
                {
                    var xml = XDocument.Load(source, LoadOptions.PreserveWhitespace);
                    foreach (var paragraph in xml.Descendants(W + "p"))
                    {
                        Move(paragraph, shift);
                    }
                    xml.Save(target, SaveOptions.DisableFormatting);
                }
                else
                {
                    source.CopyTo(target);
                }
            }
        }
        return moved.ToArray();
    }

    private static bool HoldsWords(string part) =>
        part.StartsWith("word/", StringComparison.Ordinal)
        && part.EndsWith(".xml", StringComparison.Ordinal)
        && (
            part[5..] is "document.xml" or "footnotes.xml" or "endnotes.xml" or "comments.xml"
            || part[5..].StartsWith("header", StringComparison.Ordinal)
            || part[5..].StartsWith("footer", StringComparison.Ordinal)
        );

    private static void Move(XElement paragraph, DateShift shift)
    {
        // Words of a paragraph inside this one (a text box) are its own. A tab or line break parts words.
        var pieces = paragraph
            .Descendants()
            .Where(e =>
                (e.Name == W + "t" || e.Name == W + "tab" || e.Name == W + "br")
                && e.Ancestors(W + "p").First() == paragraph
            )
            .Select(e => (Text: e.Name == W + "t" ? e : null, Length: e.Name == W + "t" ? e.Value.Length : 1))
            .ToList();
        var words = string.Concat(pieces.Select(p => p.Text?.Value ?? "\n"));
        // From the last to the first, so that places before a change stay where they are.
        foreach (var (mention, moved) in shift.Changes(words).Reverse())
        {
            var at = 0;
            var put = false;
            foreach (var (text, length) in pieces)
            {
                var from = Math.Clamp(mention.Start - at, 0, length);
                var to = Math.Clamp(mention.End - at, 0, length);
                at += length;
                if (text is null || from == to)
                {
                    continue;
                }
                // A later change may have made the text longer or shorter, but only after this one's place.
                text.Value = string.Concat(text.Value.AsSpan(0, from), put ? "" : moved, text.Value.AsSpan(to));
                text.SetAttributeValue(XNamespace.Xml + "space", "preserve");
                put = true;
            }
        }
    }
}
