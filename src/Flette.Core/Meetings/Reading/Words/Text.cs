using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Flette.Core.Meetings.Reading.Words;

/// <summary>Small helpers for comparing words as people write them.</summary>
internal static partial class Text
{
    /// <summary>
    /// Milliseconds a pattern may use on one passage; far above what any of them needs. It is the clock on the wall that
    /// runs: a busy machine may let the program wait for seconds before a pattern is even compiled.
    /// </summary>
    public const int RegexLimit = 20_000;

    private static readonly CultureInfo Norwegian = CultureInfo.GetCultureInfo("nb-NO");

    /// <summary>Lower case, one kind of space and of hyphen, no soft hyphens.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                space = folded.Length > 0;
                continue;
            }

            if (c is '\u00AD' or '\u200B' or '\uFEFF')
            {
                continue;
            }

            if (space)
            {
                folded.Append(' ');
                space = false;
            }

            folded.Append(c is '\u2010' or '\u2011' or '–' or '—' ? '-' : char.ToLower(c, Norwegian));
        }

        return folded.ToString();
    }

    /// <summary>A label folded, without mark-up, number in front, bracketed remark behind and closing colon or full stop.</summary>
    public static string Label(string text)
    {
        var folded = Fold(text).Trim(' ', '.', ':', '*', '_', '#', '-', '=', '>', '?', '!', '|', '•', '·', ',', ';');
        folded = BracketBehind().Replace(folded, string.Empty);
        return folded.TrimEnd(' ', '.', ':', '?', '*', '_');
    }

    /// <summary>True when the first letter is a capital.</summary>
    public static bool StartsWithCapital(string text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                return char.IsUpper(c);
            }
        }

        return false;
    }

    /// <summary>How many words (runs without white space).</summary>
    public static int WordCount(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    [GeneratedRegex(@"\s*\([^()]*\)$", RegexOptions.None, RegexLimit)]
    private static partial Regex BracketBehind();
}
