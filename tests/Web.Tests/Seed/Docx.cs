using System.IO.Compression;
using System.Xml.Linq;

namespace Flette.Web.Tests.Seed;

/// <summary>The smallest Word file a test needs: one paragraph.</summary>
internal static class Docx
{
    private const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static byte[] Of(string runs)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var writer = new StreamWriter(zip.CreateEntry("word/document.xml").Open());
            writer.Write($"""<w:document xmlns:w="{Namespace}"><w:body><w:p>{runs}</w:p></w:body></w:document>""");
        }
        return bytes.ToArray();
    }

    /// <summary>The words of each run's texts, in order.</summary>
    public static IReadOnlyList<string> Words(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx), ZipArchiveMode.Read);
        using var part = zip.GetEntry("word/document.xml")!.Open();
        return XDocument
            .Load(part, LoadOptions.PreserveWhitespace)
            .Descendants(XNamespace.Get(Namespace) + "t")
            .Select(t => t.Value)
            .ToList();
    }
}
