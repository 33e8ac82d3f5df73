namespace Flette.Documents.Docx;

/// <summary>Why a document was not taken in. A value, never an exception; the screen maps each to its own words.</summary>
public abstract record ImportRefusal
{
    private ImportRefusal() { }

    /// <summary>A Word file that cannot be read: broken archive or broken XML.</summary>
    public sealed record Corrupt : ImportRefusal;

    /// <summary>Protected by a password.</summary>
    public sealed record Encrypted : ImportRefusal;

    /// <summary>The old Word format (.doc).</summary>
    public sealed record OldDoc : ImportRefusal;

    /// <summary>A PDF.</summary>
    public sealed record Pdf : ImportRefusal;

    /// <summary>No words at all.</summary>
    public sealed record Empty : ImportRefusal;

    /// <summary>The file is larger than <see cref="ImportLimits.PackedBytes"/>.</summary>
    public sealed record TooLargePacked(long Bytes) : ImportRefusal;

    /// <summary>
    /// Unpacked it is larger than <see cref="ImportLimits.UnpackedBytes"/>, or has more in it than one meeting: blocks
    /// (<see cref="ImportLimits.Blocks"/>), lines or, in a Word document, characters.
    /// </summary>
    public sealed record TooLargeUnpacked : ImportRefusal;

    /// <summary>Text longer than <see cref="ImportLimits.TextCharacters"/>.</summary>
    public sealed record PasteTooLong(int Characters) : ImportRefusal;

    /// <summary>More agreements than <see cref="ImportLimits.Agreements"/>: hardly one meeting.</summary>
    public sealed record TooManyAgreements(int Count) : ImportRefusal;

    /// <summary>More persons than <see cref="ImportLimits.People"/>: hardly one meeting.</summary>
    public sealed record TooManyPeople(int Count) : ImportRefusal;

    /// <summary>The reading took too long: a hard text, or a machine with no time for it just now.</summary>
    public sealed record TooSlow : ImportRefusal;

    /// <summary>Something else than text or a Word document: a picture, a spreadsheet.</summary>
    public sealed record NotText : ImportRefusal;
}

/// <summary>How much the import takes, so that one file can neither fill the memory nor stop the others.</summary>
public static class ImportLimits
{
    /// <summary>Bytes of a file as sent.</summary>
    public const long PackedBytes = 25L * 1024 * 1024;

    /// <summary>Bytes of a Word document when unpacked.</summary>
    public const long UnpackedBytes = 100L * 1024 * 1024;

    /// <summary>Of those the bytes of XML. It is built in memory, where it takes many times the room; pictures are not.</summary>
    public const long MarkupBytes = 32L * 1024 * 1024;

    /// <summary>Paragraphs, tables and line breaks of a Word document, lines with words of any.</summary>
    public const int Blocks = 5_000;

    /// <summary>Lines, those without words too: each is stored.</summary>
    public const int Lines = 20_000;

    /// <summary>Characters of a text or a Word document.</summary>
    public const int TextCharacters = 200_000;

    /// <summary>Agreements in one document.</summary>
    public const int Agreements = 200;

    /// <summary>Persons in one document, there and not there.</summary>
    public const int People = 300;
}
