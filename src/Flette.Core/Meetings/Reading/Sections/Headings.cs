using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.People;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Sections;

/// <summary>Tells headings from text by how lines look and what stands around them.</summary>
internal static partial class Headings
{
    private const int Longest = 90;

    /// <summary>True when a line without heading style stands as a heading: bold, capitals, or short and alone above text.</summary>
    public static bool StandsAsHeading(Line line, Part? next)
    {
        var text = line.Text.Text;
        if (
            line.Shape != Shape.Text
            || text.Length > Longest
            || Text.WordCount(text) > 12
            || text[^1] is '.' or ',' or ';' or '!'
            || IsClosing(text)
            || text.Contains('@', StringComparison.Ordinal)
            || IsSignature(text, next)
            || text.Contains('\t', StringComparison.Ordinal)
            || text.Contains('=', StringComparison.Ordinal)
        )
        {
            return false;
        }

        if (line.Bold && !text.Contains(": ", StringComparison.Ordinal))
        {
            return true;
        }

        var known = Labels.Of(text);
        if (
            !line.AfterBlank
            && !(
                known is LabelKind.Present or LabelKind.Absent
                && Text.WordCount(text) <= 4
                && next is Line { Shape: Shape.Text or Shape.Bullet } entry
                && AttendanceReader.LooksLikeEntry(entry.Text)
            )
        )
        {
            return false;
        }

        var below = next is Line { Shape: not (Shape.Blank or Shape.Rule) } or Grid or FormField;
        return (known != LabelKind.None && !text.Contains(": ", StringComparison.Ordinal))
            || next is Line { Shape: Shape.Rule }
            || IsCapitals(text)
            || (
                below
                && Text.StartsWithCapital(text)
                && Text.WordCount(text) <= 8
                && text.Length <= 60
                && !text.TrimEnd(':').Contains(':', StringComparison.Ordinal)
                && !LooksLikeSentence().IsMatch(text)
            );
    }

    /// <summary>True when a numbered line is the heading of a point and not one of a list of sentences.</summary>
    /// <param name="line">The numbered line.</param>
    /// <param name="inTurn">Its number follows that of the heading before, with other text between: it may then read like a sentence.</param>
    public static bool IsNumberedHeading(Line line, bool inTurn) =>
        line.Text.Text is { Length: > 0 and <= Longest } text
        && (text[^1] is not ('.' or ';' or ',' or '!') || (inTurn && Text.WordCount(text) <= 4))
        && Text.WordCount(text) <= 12
        && !WithNameAndDay().IsMatch(text)
        && (inTurn || !LooksLikeSentence().IsMatch(text));

    /// <summary>True for a title: the line that names the meeting or the kind of paper.</summary>
    public static bool IsTitle(string text) => Title().IsMatch(text);

    /// <summary>True where a letter closes: what follows is the signature.</summary>
    public static bool IsClosing(string text) => Closing().IsMatch(text);

    /// <summary>A name above a role or a telephone number: the writer signs.</summary>
    public static bool IsSignature(string text, Part? next) =>
        Names.IsFullName(text)
        && next is Line below
        && (
            Phone().IsMatch(below.Text.Text)
            || (below.Shape == Shape.Text && Roles.IsRole(below.Text.Text.Split(',')[0]))
        );

    private static bool IsCapitals(string text) =>
        text.Count(char.IsLetter) >= 4 && !text.Any(char.IsLower) && !text.Any(char.IsDigit);

    [GeneratedRegex(
        @"\b(?:referat|\p{L}*møte\p{L}*|notat|logg|oppsummering|protokoll|ansvarsgruppe\p{L}*|møtebok|telefonnotat|samtalenotat|minutes|individuell plan|basisteam\p{L}*|samarbeidsgruppe\p{L}*)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Title();

    [GeneratedRegex(
        @"^(?:(?:med\s)?(?:vennlig|venleg|vennleg|beste|varm|gode?)\s(?:hilsen|helsing|hilsning|ønsker?)|mvh\b|vh\b|hilsen\b|helsing\b|hels\b|m\.v\.h)",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Closing();

    [GeneratedRegex(@"\d{2}\s?\d{2}\s?\d{2}|\btlf\b|@", RegexOptions.IgnoreCase, Text.RegexLimit)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\s[–—-]\s.*(?:\d|\s[–—-]\s)", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex WithNameAndDay();

    [GeneratedRegex(
        @"^(?:\p{L}+\s){1,4}?(?:er|har|skal|må|vil|kan|ble|vart|blei|var|tar|tek|ringer|ringjer|sender|spør|sjekker|lager|lagar|kontakter|søker|søkjer|følger|følgjer|gir|gjev|fikk|fekk|sier|seier|forteller|fortel|får|kjem|kommer|undersøker|avklarer|skriver|skriv|deltar|melder|purrer|bestiller|ordner|finner|snakker|tilbyr|inviterer|kaller)\s",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex LooksLikeSentence();
}
