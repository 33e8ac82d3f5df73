namespace Flette.Documents.Docx;

/// <summary>What a file is, told from its first bytes.</summary>
internal enum FileKind
{
    Text,
    Zip,
    Empty,
    Pdf,
    OldDoc,
    Encrypted,
    Other,
}

/// <summary>Tells kinds of files apart by content: names and extensions are often wrong.</summary>
internal static class FileKinds
{
    public static FileKind Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return FileKind.Empty;
        }

        if (bytes.StartsWith("PK\u0003\u0004"u8) || bytes.StartsWith("PK\u0005\u0006"u8))
        {
            return FileKind.Zip;
        }

        // Some programs put a few bytes before the PDF sign; readers accept it within the first kilobyte.
        if (bytes[..Math.Min(1024, bytes.Length)].IndexOf("%PDF-"u8) >= 0)
        {
            return FileKind.Pdf;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
        {
            return Compound(bytes);
        }

        return bytes.StartsWith("{\\rtf"u8) ? FileKind.Other
            : TextDecoding.LooksLikeText(bytes) ? FileKind.Text
            : FileKind.Other;
    }

    /// <summary>An OLE compound file: an encrypted .docx, an old .doc, or something else; its folder names say which.</summary>
    private static FileKind Compound(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf(Utf16("EncryptedPackage")) >= 0 || bytes.IndexOf(Utf16("EncryptionInfo")) >= 0
            ? FileKind.Encrypted
        : bytes.IndexOf(Utf16("WordDocument")) >= 0 ? FileKind.OldDoc
        : FileKind.Other;

    private static byte[] Utf16(string name) => System.Text.Encoding.Unicode.GetBytes(name);
}
