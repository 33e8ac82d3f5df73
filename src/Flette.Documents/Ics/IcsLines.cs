using System.Text;

namespace Flette.Documents.Ics;

/// <summary>Lines of a calendar file (RFC 5545, 3.1): escaped, folded at 75 octets, ended by CR LF.</summary>
public static class IcsLines
{
    /// <summary>Most octets of a line, its end not counted.</summary>
    public const int LongestLine = 75;

    /// <summary>
    /// A text value (3.3.11). What breaks lines becomes <c>\n</c>; other control characters and halves of surrogate pairs are left
    /// out, since no reader takes them.
    /// </summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in Whole(text.ReplaceLineEndings("\n")))
        {
            _ = rune.Value switch
            {
                '\n' => escaped.Append("\\n"),
                '\\' or ';' or ',' => escaped.Append('\\').Append(rune),
                _ when Rune.IsControl(rune) && rune.Value != '\t' => escaped,
                _ => escaped.Append(rune),
            };
        }
        return escaped.ToString();
    }

    /// <summary>The text behind an escaped value. A backslash before anything else stands for that character.</summary>
    public static string Unescape(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var text = new StringBuilder(value.Length);
        for (var i = 0; i < value.Length; i++)
        {
            if (value[i] == '\\' && i + 1 < value.Length)
            {
                i++;
                text.Append(value[i] is 'n' or 'N' ? '\n' : value[i]);
            }
            else
            {
                text.Append(value[i]);
            }
        }
        return text.ToString();
    }

    /// <summary>A parameter's value in quotes (3.2): these cannot be escaped, so they are left out with all that breaks lines.</summary>
    public static string Quote(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return $"\"{string.Concat(Whole(text).Where(r => r.Value != '"' && !Rune.IsControl(r)))}\"";
    }

    /// <summary>A line as it is written: folded where it is too long, and never within a character.</summary>
    public static string Fold(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var folded = new StringBuilder(line.Length + 8);
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                folded.Append("\r\n ");
                octets = 1;
            }
            folded.Append(rune);
            octets += rune.Utf8SequenceLength;
        }
        return folded.Append("\r\n").ToString();
    }

    /// <summary>The lines of a file as they were before folding, whatever ends them.</summary>
    public static IEnumerable<string> Unfold(string file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var line = new StringBuilder();
        foreach (var raw in file.ReplaceLineEndings("\n").Split('\n'))
        {
            if (raw is [' ' or '\t', ..])
            {
                line.Append(raw, 1, raw.Length - 1);
                continue;
            }
            if (line.Length > 0)
            {
                yield return line.ToString();
            }
            line.Clear().Append(raw);
        }
        if (line.Length > 0)
        {
            yield return line.ToString();
        }
    }

    // Enumerating gives half a pair as U+FFFD, which nobody has written.
    private static IEnumerable<Rune> Whole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                continue;
            }
            i += rune.Utf16SequenceLength - 1;
            yield return rune;
        }
    }
}
