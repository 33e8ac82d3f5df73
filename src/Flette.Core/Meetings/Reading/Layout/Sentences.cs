using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Layout;

/// <summary>Splits running text into sentences; abbreviations, ordinals and dates do not end one.</summary>
internal static partial class Sentences
{
    public static IReadOnlyList<Passage> Split(Passage text)
    {
        var sentences = new List<Passage>();
        var start = 0;
        foreach (Match end in End().Matches(text.Text))
        {
            var stop = end.Index + end.Groups["stop"].Length;
            if (
                end.Index < start
                || IsAbbreviation(text.Text, end.Index, start)
                || Unclosed(text.Text, start, end.Index)
            )
            {
                continue;
            }

            Add(start, stop);
            start = stop;
        }

        Add(start, text.Text.Length);
        return sentences;

        void Add(int from, int to)
        {
            var sentence = text.Slice(from, to - from).Trim();
            if (!sentence.IsEmpty)
            {
                sentences.Add(sentence);
            }
        }
    }

    private static bool IsAbbreviation(string text, int dot, int start)
    {
        if (text[dot] != '.')
        {
            return false;
        }

        var from = text.LastIndexOf(' ', dot) + 1;
        var word = text[Math.Max(from, start)..dot].TrimStart('(', '«', '"');
        return word.Length <= 1
            || (char.IsDigit(word[^1]) && !char.IsUpper(NextLetter(text, dot)))
            || Abbreviation().IsMatch(word);
    }

    private static char NextLetter(string text, int from)
    {
        for (var i = from + 1; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i]) && text[i] != '.')
            {
                return text[i];
            }
        }

        return ' ';
    }

    /// <summary>A full stop inside a bracket does not end the sentence around it.</summary>
    private static bool Unclosed(string text, int start, int at)
    {
        var depth = 0;
        for (var i = start; i < at; i++)
        {
            depth +=
                text[i] == '(' ? 1
                : text[i] == ')' ? -1
                : 0;
        }

        return depth > 0 && text.IndexOf(')', at) > 0;
    }

    [GeneratedRegex(@"(?<stop>[.!?]+[»""”)]?)\s+(?=[\p{Lu}«""“(\d–-])", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex End();

    [GeneratedRegex(
        @"^(?:f\.?eks|bl\.?a|ca|kl|tlf|dr|nr|etc|evt|ev|jf|jfr|pkt|mnd|osv|m\.?m|o\.?l|dvs|pga|vedr|ang|inkl|ekskl|min|maks|st|kr|avd|ass|ped|rådg|henv|utredn|kartl|iht|mht|ift|ifm|ifbm|ila|fom|tom|f\.o\.m|t\.o\.m|d\.s|s\.k|p\.t|pr|kap|art|gj|spm|sms|tirs|ons|tors|fre|man|tys|jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|nov|des|fam|v|u|red|tidl|hj|ped|psyk|vgs|koord|spes|ansv|forts|mob|adr)$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Abbreviation();
}
