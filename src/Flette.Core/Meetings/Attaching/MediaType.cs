using System.Text;
using System.Text.Unicode;

namespace Flette.Core.Meetings.Attaching;

/// <summary>
/// What kind of file some bytes are, by what they begin with and never by what the sender says. Only among files that all are ZIP
/// inside does the name tell which. Pure.
/// </summary>
public static class MediaType
{
    /// <summary>Of what is not known.</summary>
    public const string Unknown = "application/octet-stream";

    private const string Zip = "application/zip";
    private const string OpenXml = "application/vnd.openxmlformats-officedocument.";

    private static readonly (string Begins, int At, string Media)[] Known =
    [
        ("%PDF-", 0, "application/pdf"),
        ("\u0089PNG\r\n\u001a\n", 0, "image/png"),
        ("\u00ff\u00d8\u00ff", 0, "image/jpeg"),
        ("GIF8", 0, "image/gif"),
        ("WEBPVP8", 8, "image/webp"),
        ("ftyphei", 4, "image/heic"),
        ("ftypmif1", 4, "image/heic"),
        ("{\\rtf", 0, "application/rtf"),
        ("PK\u0003\u0004", 0, Zip),
    ];

    /// <summary>The type of a file.</summary>
    /// <param name="first">Its first bytes: some hundred at least, or all there are.</param>
    /// <param name="name">What it is called.</param>
    public static string Of(ReadOnlySpan<byte> first, string name)
    {
        foreach (var (begins, at, media) in Known)
        {
            if (
                first.Length >= at + begins.Length
                && Encoding.Latin1.GetString(first.Slice(at, begins.Length)) == begins
            )
            {
                return media == Zip ? OfZip(FileName.Ending(name)) : media;
            }
        }
        return IsText(first) ? "text/plain; charset=utf-8" : Unknown;
    }

    /// <summary>Whether it is a picture.</summary>
    public static bool IsPhoto(string? media) => media?.StartsWith("image/", StringComparison.Ordinal) == true;

    private static string OfZip(string ending) =>
        ending switch
        {
            "docx" => OpenXml + "wordprocessingml.document",
            "xlsx" => OpenXml + "spreadsheetml.sheet",
            "pptx" => OpenXml + "presentationml.presentation",
            "odt" => "application/vnd.oasis.opendocument.text",
            "ods" => "application/vnd.oasis.opendocument.spreadsheet",
            _ => Zip,
        };

    // The last letter may be cut in two.
    private static bool IsText(ReadOnlySpan<byte> first) =>
        first.IndexOfAnyInRange((byte)0, (byte)8) < 0
        && Enumerable.Range(0, 4).Any(Utf8IsValidWithout(first.ToArray()));

    private static Func<int, bool> Utf8IsValidWithout(byte[] first) =>
        cut => cut <= first.Length && Utf8.IsValid(first.AsSpan(0, first.Length - cut));
}
