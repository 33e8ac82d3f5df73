using System.IO.Compression;
using System.Xml;

namespace Flette.Documents.Docx;

/// <summary>
/// Looks through a Word file before anything opens it: counts what really comes out of the archive, not what it
/// claims, and stops at the limit; forbids document type definitions; counts what would be built.
/// </summary>
internal static class DocxGate
{
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

            return Measure(archive) ?? Count(archive);
        }
        catch (Exception e)
            when (e is InvalidDataException or IOException or XmlException or NotSupportedException or ArgumentException
            )
        {
            return new ImportRefusal.Corrupt();
        }
    }

    /// <summary>Whether a part of this name has been counted. What the reader builds must have been.</summary>
    public static bool Counts(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static ImportRefusal.TooLargeUnpacked? Measure(ZipArchive archive)
    {
        long total = 0,
            markup = 0;
        var buffer = new byte[81920];
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            int read;
            while ((read = stream.Read(buffer)) > 0)
            {
                total += read;
                markup += Counts(entry.FullName) ? read : 0;
                if (total > ImportLimits.UnpackedBytes || markup > ImportLimits.MarkupBytes)
                {
                    return new ImportRefusal.TooLargeUnpacked();
                }
            }
        }

        return null;
    }

    private static ImportRefusal? Count(ZipArchive archive)
    {
        var count = new DocxCount();
        foreach (var entry in archive.Entries.Where(e => Counts(e.FullName)))
        {
            using var stream = entry.Open();
            if (count.Add(stream) is { } refusal)
            {
                return refusal;
            }
        }

        return archive.Entries.Any(e => e.FullName.StartsWith("word/document", StringComparison.Ordinal))
            ? null
            : new ImportRefusal.Corrupt();
    }
}
