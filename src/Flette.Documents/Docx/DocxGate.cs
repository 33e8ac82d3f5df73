using System.IO.Compression;
using System.Xml;

namespace Flette.Documents.Docx;

/// <summary>
/// Looks through a Word file before anything opens it: counts what really comes out of the archive, not what it
/// claims, and stops at the limit; forbids document type definitions; counts blocks.
/// </summary>
internal static class DocxGate
{
    private const string MainPart = "word/document.xml";

    /// <summary>Null when the file may be opened.</summary>
    public static ImportRefusal? Refuse(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var archive = new ZipArchive(
                new MemoryStream(content.ToArray(), writable: false),
                ZipArchiveMode.Read
            );
            if (archive.Entries.Any(e => e.IsEncrypted))
            {
                return new ImportRefusal.Encrypted();
            }

            if (!archive.Entries.Any(e => e.FullName.StartsWith("word/", StringComparison.Ordinal)))
            {
                return
                    archive.Entries.Any(e => string.Equals(e.FullName, "[Content_Types].xml", StringComparison.Ordinal))
                    || archive.Entries.Count > 0
                    ? new ImportRefusal.NotText()
                    : new ImportRefusal.Corrupt();
            }

            if (archive.Entries.Count > 5_000)
            {
                return new ImportRefusal.TooLargeUnpacked();
            }

            return Measure(archive) ?? Blocks(archive);
        }
        catch (Exception e)
            when (e is InvalidDataException or IOException or XmlException or NotSupportedException or ArgumentException
            )
        {
            return new ImportRefusal.Corrupt();
        }
    }

    private static ImportRefusal.TooLargeUnpacked? Measure(ZipArchive archive)
    {
        long total = 0;
        var buffer = new byte[81920];
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                total += read;
                if (total > ImportLimits.UnpackedBytes)
                {
                    return new ImportRefusal.TooLargeUnpacked();
                }
            }
        }

        return null;
    }

    private static ImportRefusal? Blocks(ZipArchive archive)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        var blocks = 0;
        foreach (
            var entry in archive.Entries.Where(e =>
                e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
                || e.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            using var stream = entry.Open();
            using var xml = XmlReader.Create(stream, settings);
            var depth = 0;
            while (xml.Read())
            {
                depth = Math.Max(depth, xml.Depth);
                if (depth > 500)
                {
                    return new ImportRefusal.Corrupt(); // nobody nests tables so deep; programs that recurse would fall over
                }

                if (
                    xml.NodeType == XmlNodeType.Element
                    && xml.LocalName is "p" or "tbl"
                    && entry.FullName.StartsWith("word/", StringComparison.Ordinal)
                    && ++blocks > ImportLimits.Blocks
                )
                {
                    return new ImportRefusal.TooLargeUnpacked();
                }
            }
        }

        return
            archive.GetEntry(MainPart) is null
            && !archive.Entries.Any(e => e.FullName.StartsWith("word/document", StringComparison.Ordinal))
            ? new ImportRefusal.Corrupt()
            : null;
    }
}
