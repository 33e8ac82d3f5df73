using System.Xml;

namespace Flette.Documents.Docx;

/// <summary>
/// Counts what the parts of a Word file would become, over all of them together (body, headers, notes, text boxes), while
/// they stream by: nothing is built, and counting stops at the first limit. A few kilobytes of archive can hold millions of
/// empty cells or line breaks.
/// </summary>
internal sealed class DocxCount
{
    /// <summary>Elements in all: a document at the other limits, with each word in a run of its own, has half of this.</summary>
    private const int Elements = 500_000;

    // Nobody nests tables so deep; programs that recurse would fall over.
    private const int Depth = 500;

    // Properties are searched for each run and paragraph; the formats define about fifty of each.
    private const int Properties = 200;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
    };

    private readonly string[] _path = new string[Depth + 1];
    private readonly int[] _children = new int[Depth + 1];
    private int _elements;
    private int _blocks;
    private int _cells;
    private int _characters;

    /// <summary>Adds one part; not null when the whole is now too much to take in.</summary>
    public ImportRefusal? Add(Stream part)
    {
        using var xml = XmlReader.Create(part, Settings);
        while (xml.Read())
        {
            if (xml.Depth > Depth)
            {
                return new ImportRefusal.Corrupt();
            }

            var parent = xml.Depth > 0 ? _path[xml.Depth - 1] : "";
            if (xml.NodeType == XmlNodeType.Element)
            {
                _path[xml.Depth] = xml.LocalName;
                _children[xml.Depth] = 0;
                if (
                    xml.AttributeCount > Properties
                    || (
                        xml.Depth > 0
                        && ++_children[xml.Depth - 1] > Properties
                        && parent.EndsWith("Pr", StringComparison.Ordinal)
                    )
                )
                {
                    return new ImportRefusal.Corrupt();
                }

                Count(xml.LocalName, parent);
            }
            else if (xml.HasValue && xml.NodeType != XmlNodeType.Comment && parent == "t")
            {
                _characters += xml.Value.Length;
            }

            if (
                _elements > Elements
                || _blocks > ImportLimits.Blocks
                || _cells > 2 * ImportLimits.Blocks
                || _characters > ImportLimits.TextCharacters
            )
            {
                return new ImportRefusal.TooLargeUnpacked();
            }
        }

        return null;
    }

    private void Count(string element, string parent)
    {
        _elements++;
        switch (element)
        {
            case "p" or "tbl" or "br" or "cr":
                _blocks++;
                break;
            case "tr" or "tc":
                _cells++;
                break;
            case "tab" when parent == "tabs": // a tab stop, not a tab
                break;
            case "tab" or "ptab" or "sym" or "noBreakHyphen":
                _characters++;
                break;
        }
    }
}
