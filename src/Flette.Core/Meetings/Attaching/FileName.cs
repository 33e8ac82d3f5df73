using System.Globalization;
using System.Text;

namespace Flette.Core.Meetings.Attaching;

/// <summary>
/// What a file is called, of what a sender says it is called: no folders, no signs that are not seen (among them those that turn
/// the direction of reading, which let «exe.pdf» stand for «fdp.exe»), none a file system has another use for, and no longer than
/// one can be. Pure.
/// </summary>
public static class FileName
{
    /// <summary>Most characters (UTF-16 units).</summary>
    public const int Longest = 120;

    private const string Nameless = "dokument";
    private const int LongestEnding = 10;
    private const string Reserved = "<>:\"|?*";

    /// <summary>The name; «dokument» where nothing is left of it.</summary>
    public static string Of(string? sent)
    {
        var text = (sent ?? "").ReplaceLineEndings(" ");
        text = text[(text.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var seen =
                Rune.GetUnicodeCategory(rune)
                    is not (
                        UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
                        or UnicodeCategory.PrivateUse
                        or UnicodeCategory.OtherNotAssigned
                    )
                && rune != Rune.ReplacementChar;
            if (seen)
            {
                kept.Append(
                    rune.IsBmp && Reserved.Contains((char)rune.Value, StringComparison.Ordinal) ? "-" : rune.ToString()
                );
            }
        }
        // Of a name that begins with a dot, many systems show nothing; one that ends with it some cannot open.
        var name = kept.ToString().Trim(' ', '.', '\t', '\u00a0');
        return name.Length == 0 ? Nameless : Shortened(name);
    }

    /// <summary>What it ends with after the last dot, in small letters; empty where it has none.</summary>
    public static string Ending(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var dot = name.LastIndexOf('.');
        return dot < 0 || name.Length - dot - 1 > LongestEnding ? "" : name[(dot + 1)..].ToLowerInvariant();
    }

    private static string Shortened(string name)
    {
        if (name.Length <= Longest)
        {
            return name;
        }
        var ending = Ending(name) is { Length: > 0 } e ? name[^(e.Length + 1)..] : "";
        var end = Longest - ending.Length;
        // Never half of a sign.
        return name[..(char.IsHighSurrogate(name[end - 1]) ? end - 1 : end)].TrimEnd() + ending;
    }
}
