using System.IO.Compression;
using System.Text;
using Flette.Documents.Docx;

namespace Flette.Documents.Tests.Docx;

/// <summary>Makes small Word files from the XML of their body.</summary>
internal static class Word
{
    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
        + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" "
        + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    private const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    public const string ContentTypes =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Override PartName=\"/word/document.xml\" ContentType=\""
        + Type
        + "document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\""
        + Type
        + "styles+xml\"/>"
        + "<Override PartName=\"/word/header1.xml\" ContentType=\""
        + Type
        + "header+xml\"/><Override PartName=\"/word/footer1.xml\" ContentType=\""
        + Type
        + "footer+xml\"/>"
        + "<Override PartName=\"/word/footnotes.xml\" ContentType=\""
        + Type
        + "footnotes+xml\"/></Types>";

    public const string Relations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\""
        + Rel
        + "officeDocument\" Target=\"word/document.xml\"/></Relationships>";

    public static string Document(string body) => $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>";

    public static string P(string text, string properties = "") =>
        $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static string Cell(params string[] blocks) => $"<w:tc>{string.Concat(blocks)}</w:tc>";

    public static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells)}</w:tr>";

    /// <summary>A whole file; header, footer and footnote are left out when empty.</summary>
    /// <param name="styles">More styles.</param>
    /// <param name="headers">How many times the header is named.</param>
    public static byte[] File(
        string body,
        string header = "",
        string footer = "",
        string footnote = "",
        string styles = "",
        int headers = 1
    ) =>
        Zip(
            ("[Content_Types].xml", ContentTypes),
            ("_rels/.rels", Relations),
            ("word/document.xml", Document(body)),
            (
                "word/_rels/document.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + $"<Relationship Id=\"s\" Type=\"{Rel}styles\" Target=\"styles.xml\"/>"
                    + string.Concat(
                        Enumerable
                            .Range(0, headers)
                            .Select(i => $"<Relationship Id=\"h{i}\" Type=\"{Rel}header\" Target=\"header1.xml\"/>")
                    )
                    + $"<Relationship Id=\"f\" Type=\"{Rel}footer\" Target=\"footer1.xml\"/><Relationship Id=\"n\" Type=\"{Rel}footnotes\" Target=\"footnotes.xml\"/></Relationships>"
            ),
            (
                "word/styles.xml",
                $"<w:styles {Namespaces}><w:style w:type=\"paragraph\" w:styleId=\"Egen\"><w:name w:val=\"Egen\"/><w:basedOn w:val=\"Overskrift2\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"Overskrift2\"><w:name w:val=\"heading 2\"/></w:style>{styles}</w:styles>"
            ),
            ("word/header1.xml", $"<w:hdr {Namespaces}>{header}<w:p/></w:hdr>"),
            ("word/footer1.xml", $"<w:ftr {Namespaces}>{footer}<w:p/></w:ftr>"),
            (
                "word/footnotes.xml",
                $"<w:footnotes {Namespaces}><w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:t>skille</w:t></w:r></w:p></w:footnote><w:footnote w:id=\"1\">{footnote}<w:p/></w:footnote></w:footnotes>"
            )
        );

    public static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }

    public static ImportOutcome.Imported Import(byte[] file) =>
        Assert.IsType<ImportOutcome.Imported>(DocumentImport.FromBytes(file, new DateOnly(2026, 11, 20)));

    public static IEnumerable<string> Lines(byte[] file) =>
        Import(file).Document.Lines.Where(l => !l.IsBlank).Select(l => l.Text);
}
