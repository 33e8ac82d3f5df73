using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Flette.Demo.Mailbox;

/// <summary>A mail that arrived, read as a mail program would.</summary>
/// <param name="At">When it arrived.</param>
public sealed partial record ReceivedMail(Envelope Envelope, DateTimeOffset At)
{
    private static readonly string[] LineEnd = ["\r\n"];

    /// <summary>Headers in order, unfolded and decoded; a name may stand more than once.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; } = ReadHeaders(Envelope.Source);

    /// <summary>Whom it is for.</summary>
    public string To => Envelope.To[0];

    /// <summary>Its subject.</summary>
    public string Subject => Header("Subject") ?? "";

    /// <summary>Its text.</summary>
    public string Text { get; } = ReadPart(Envelope.Source, "text/plain") ?? "";

    /// <summary>What it says to a calendar, or null.</summary>
    public string? Calendar { get; } = ReadPart(Envelope.Source, "text/calendar");

    /// <summary>What a calendar is asked to do (<c>REQUEST</c>, <c>CANCEL</c>), or null.</summary>
    public string? CalendarMethod => CalendarLine("METHOD");

    /// <summary>The value of a property of the calendar, unfolded, without its parameters; null when it is not there.</summary>
    public string? CalendarLine(string name) =>
        Calendar is not { } file
            ? null
            : file.Replace("\r\n ", "", StringComparison.Ordinal)
                .Split("\r\n")
                .SkipWhile(l => name is not ("METHOD" or "VERSION") && l != "BEGIN:VEVENT")
                .Where(l =>
                    l.StartsWith(name + ":", StringComparison.Ordinal)
                    || l.StartsWith(name + ";", StringComparison.Ordinal)
                )
                .Select(l => l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..])
                .FirstOrDefault();

    /// <summary>The first header of a name, or null.</summary>
    public string? Header(string name) =>
        Headers.FirstOrDefault(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    private static List<KeyValuePair<string, string>> ReadHeaders(string source) =>
        Fold()
            .Replace(source[..BodyAt(source)], " ")
            .Split(LineEnd, StringSplitOptions.RemoveEmptyEntries)
            .Select(l => l.Split(':', 2))
            .Where(p => p.Length == 2)
            .Select(p => KeyValuePair.Create(p[0].Trim(), Decode(p[1].Trim())))
            .ToList();

    /// <summary>The first part of a type, decoded; a mail that is one text is all of it. Null when there is none.</summary>
    private static string? ReadPart(string source, string type)
    {
        var headers = ReadHeaders(source);
        string? Of(string name) =>
            headers.FirstOrDefault(h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
        var body = source[Math.Min(BodyAt(source) + 4, source.Length)..];
        var kind = Of("Content-Type") ?? "text/plain";
        if (Boundary().Match(kind) is { Success: true } boundary)
        {
            return body.Split("--" + boundary.Groups["mark"].Value)
                .Skip(1)
                .Where(p => !p.StartsWith("--", StringComparison.Ordinal))
                .Select(p => ReadPart(p.StartsWith("\r\n", StringComparison.Ordinal) ? p[2..] : p, type))
                .FirstOrDefault(p => p is not null);
        }
        if (!kind.StartsWith(type, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        return Of("Content-Transfer-Encoding")?.ToUpperInvariant() switch
        {
            "QUOTED-PRINTABLE" => Encoding.UTF8.GetString(Quoted(SoftBreak().Replace(body, ""))),
            "BASE64" => Encoding.UTF8.GetString(Convert.FromBase64String(body)),
            _ => body,
        };
    }

    private static int BodyAt(string source) =>
        source.IndexOf("\r\n\r\n", StringComparison.Ordinal) is >= 0 and var at ? at : source.Length;

    /// <summary>Encoded words (RFC 2047). Space between two of them is not part of the text.</summary>
    private static string Decode(string header) =>
        EncodedWord()
            .Replace(
                BetweenWords().Replace(header, "$1"),
                m =>
                    Encoding
                        .GetEncoding(m.Groups["charset"].Value)
                        .GetString(
                            m.Groups["how"].Value is "B" or "b"
                                ? Convert.FromBase64String(m.Groups["text"].Value)
                                : Quoted(m.Groups["text"].Value.Replace('_', ' '))
                        )
            );

    private static byte[] Quoted(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (
                text[i] == '='
                && i + 2 < text.Length
                && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var b)
            )
            {
                bytes.Add(b);
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text, i, 1));
            }
        }
        return [.. bytes];
    }

    [GeneratedRegex(@"\r\n[ \t]+")]
    private static partial Regex Fold();

    [GeneratedRegex(@"boundary=""?(?<mark>[^"";]+)""?", RegexOptions.IgnoreCase)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"=[ \t]*\r\n")]
    private static partial Regex SoftBreak();

    [GeneratedRegex(@"(\?=)\s+(?==\?)")]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?(?<charset>[\w-]+)\?(?<how>[BbQq])\?(?<text>[^?]*)\?=")]
    private static partial Regex EncodedWord();
}
