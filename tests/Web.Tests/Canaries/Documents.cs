using System.IO.Compression;
using System.Text;

namespace Flette.Web.Tests.Canaries;

/// <summary>Word files that say one sentence many times, not compressed: what is kept of them can be read in it.</summary>
internal static class Documents
{
    /// <summary>A document.</summary>
    /// <param name="paragraphs">How many times it is said.</param>
    /// <param name="beside">How many bytes of a picture lie beside the text; they say the same.</param>
    public static byte[] Saying(string sentence, int paragraphs, int beside = 0)
    {
        var body = string.Concat(
            Enumerable.Range(0, paragraphs).Select(i => $"<w:p><w:r><w:t>{i}: {sentence}</w:t></w:r></w:p>")
        );
        var picture = string.Concat(Enumerable.Repeat(sentence + "\n", beside / (sentence.Length + 1)));
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(
                zip,
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>"
            );
            Add(
                zip,
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            );
            Add(
                zip,
                "word/document.xml",
                $"<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
            );
            Add(zip, "word/media/image1.bmp", picture);
        }
        return file.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
        entry.Write(Encoding.UTF8.GetBytes(text));
    }
}
