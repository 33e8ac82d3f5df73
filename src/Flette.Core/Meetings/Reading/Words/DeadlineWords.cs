using System.Text.RegularExpressions;

namespace Flette.Core.Meetings.Reading.Words;

/// <summary>Words around and instead of a day: «innen», «svar innen», «før jul», «snarest».</summary>
internal static partial class DeadlineWords
{
    /// <summary>Separator, «svar», «frist», «første gang» and prepositions that lead up to a day at the end of a text.</summary>
    public static Match BeforeDay(string text) => LeadUp().Match(text, Math.Max(0, text.Length - Longest));

    /// <summary>True when the words before a day make it a start, not a deadline.</summary>
    public static bool IsStart(string lead) => Start().IsMatch(lead);

    /// <summary>True when the words before a day make it a deadline wherever it stands.</summary>
    public static bool IsDeadline(string lead) => Deadline().IsMatch(lead);

    /// <summary>True when the words before a day tie it to something else: «brevet av 3. mai», «siden 1. mars».</summary>
    public static bool IsOther(string before) => Other().IsMatch(before);

    /// <summary>Words for a deadline at the end of a text that fix no day.</summary>
    public static Match OpenAtEnd(string text) => OpenEnd().Match(text, Math.Max(0, text.Length - Longest));

    /// <summary>True when all of the text is such words.</summary>
    public static bool IsOpen(string text) => OpenEnd().Match(" " + text) is { Success: true, Index: 0 };

    /// <summary>True for an empty field: «–», «ingen», «?».</summary>
    public static bool IsNone(string text) => None().IsMatch(text);

    // No words for a deadline are longer; searching further back in a long text is only slow.
    private const int Longest = 120;

    private const string Qualifier =
        @"(?:(?:(?<!\b(?:gir|gjev|gi|gje|får|få|ha|har|sender|venter|ventar|med|om)\s(?:\p{L}+\s){0,3})(?:svar|tilbakemelding)|første gang|fyrste gong|frist|ny frist|ferdig|klart?|gjøres|gjerast|leveres|leverast|fullføres|oppstart|start|starter|startar|begynner|byrjar|dato)(?:\s+(?:til|for)\s+\p{L}+\.?)?\s*:?\s+)";

    private const string Preposition =
        @"(?:(?:allerede|helst|aller|gjerne)\s+)?(?:innen|innan|før|senest|seinast|til|på|den|fra og med|frå og med|fra|frå|f\.?o\.?m\.?|t\.?o\.?m\.?|til og med|etter|i løpet av|i|ved|utgangen av|slutten av|frist|om|rundt|ca\.?|omkring|fram til|frem til|ut)\s+";

    private const string Season =
        @"(?:høsten|hausten|våren|sommeren|sommaren|vinteren|jul|jula|påske|påska|pinse|nyttår|årsskiftet|skolestart|skulestart|skoleslutt|skuleslutt|ferien|sommerferien|sumarferien|sommarferien|høstferien|haustferien|vinterferien|påskeferien|juleferien|fellesferien|helga|helgen|helgene|semesterstart|semesterslutt|barnehagestart|skoleåret|skuleåret|neste møte|neste ansvarsgruppemøte|neste gang|neste gong|møtet|oppstart|overgangen|månedsskiftet|månadsskiftet|neste samtale|årets slutt|utgangen av \p{L}+)";

    private const string MonthWord = "(?:" + DateWords.MonthNames + ")";

    private const string Noun =
        @"(?!(?:de|dei|han|hun|ho|vi|jeg|eg|det|den|man|alle|en|ein|noen|nokon|som|at|å)\b)[\p{L}\d-]+";

    [GeneratedRegex(
        @"(?:^|(?<=[\s,;:(–—-]))(?:" + Qualifier + @"|" + Preposition + @")+$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex LeadUp();

    [GeneratedRegex(
        @"\b(?:fra|frå|f\.?o\.?m\.?|etter|siden|sidan|oppstart|start|starter|startar|begynner|byrjar)\s*$|^(?:fra|frå|etter|f\.?o\.?m)",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Start();

    [GeneratedRegex(@"\b(?:innen|innan|før|senest|seinast|frist|svar)\b", RegexOptions.IgnoreCase, Text.RegexLimit)]
    private static partial Regex Deadline();

    [GeneratedRegex(
        @"\b(?:av|siden|sidan|fra|frå|datert|sendt|ut|født|f\.|møtet|møte|fram til|frem til|til og med|t\.o\.m\.?|gjelder|mellom|etter)\s*$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Other();

    [GeneratedRegex(
        @"(?:(?:^|\s)[,;:.–—-]?\s*\(?|[,;:.–—(-]\s*\(?)(?<p>"
            + @"(?:så\s(?:snart|fort|raskt|tidlig)\s(?:som|råd)(?:\s(?:mulig|råd|mogleg|det er mulig|er|det er råd|det lar seg gjøre|det let seg gjere))?|snarest(?:\s(?:mulig|råd|mogleg))?|snarast(?:\s(?:råd|mogleg|mulig))?|straks|omgående|omgåande|umiddelbart|fortløpende|fortløpande|løpende|løpande|kontinuerlig|med en gang|med ein gong|ukentlig|vekentleg|månedlig|månadleg|daglig|dagleg|jevnlig|jamleg|asap|ila\.?\s+\p{L}+(?:\s\p{L}+)?|etter behov|ved behov|etter avtale)"
            + @"|(?:innen|innan|før|innen utgangen av|senest|seinast)\s+(?:"
            + Noun
            + @")(?:\s"
            + Noun
            + @"){0,3}"
            + @"|så\s(?:snart|fort|raskt)\s(?!som\b|råd\b|mulig\b)[^,.;:()]{3,60}"
            + @"|før\s(?:det|den|han|hun|ho|de|dei)\s(?:blir|vert|er|blei)\s\p{L}+"
            + @"|(?:i løpet av|innen utløpet av|mot slutten av|i slutten av|i begynnelsen av|i starten av|i byrjinga av|i midten av|medio|primo|ultimo|innen utgangen av|utgangen av|tidlig i|tidleg i|sent i|i månedsskiftet)\s+(?:"
            + Noun
            + @")(?:\s"
            + Noun
            + @"){0,2}"
            + @"|(?:til|fra|frå|etter|over|ved|på|innen|innan|før|utover|rett etter|like etter|rett over|rett før|i god tid før|i forkant av|i etterkant av|til og med|i)\s+(?:neste\s)?"
            + Season
            + @"|(?:ved|på|til|fra|frå|innen|før)\s+neste\s+\p{L}+|neste\s(?:uke|veke|måned|månad|gang|gong|møte|ansvarsgruppemøte|samtale)"
            + @"|(?:denne|i denne)\s(?:uka|uken|veka|måneden|månaden)|(?:i|til|fra|frå|innen)\s"
            + MonthWord
            + @"(?:\s?/\s?"
            + MonthWord
            + @")?"
            + @"|(?<=[,(\[/–—-]\s{0,2})(?:"
            + MonthWord
            + @"|våren|høsten|hausten|sommeren|sommaren)(?:\s?/\s?"
            + MonthWord
            + @")?(?:\s20\d\d)?"
            + @"|om\s(?:en|ei|ein|to|tre|fire|fem|seks|\d{1,2})(?:\s(?:til|-)\s(?:to|tre|fire|fem|seks|\d{1,2}))?\s(?:uke|uker|veke|veker|dag|dager|dagar|måned|måneder|månad|månader)"
            + @"|(?:hver|hvert|kvar|kvart|annenhver|annankvar|en gang i|ein gong i|to ganger i|to gonger i)\s(?:(?:annen|anna|tredje|14\.?|fjortende|første|siste)\s)?(?:mandag|måndag|tirsdag|tysdag|onsdag|torsdag|fredag|lørdag|laurdag|søndag|sundag|dag|uke|uka|uken|veke|veka|måned|måneden|månad|månaden|morgen|morgon|kveld|ettermiddag|kvartal|halvår|skoledag|skuledag|helg)(?:(?:,|\sog|\seller|\s?/)\s?\p{L}{3,6}dag){0,3}(?:\s(?:morgen|formiddag|ettermiddag|kveld|føremiddag))?"
            + @"|(?:i|til)\s(?:høst|haust|vår|sommer|sommar|vinter|kveld)"
            + @"|(?<=[,–—-]\s{0,2})(?:så\ssnart|så\sfort|straks|når)\s[^,.]{3,60}"
            + @")\s*\)?[.!,]*\s*$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex OpenEnd();

    [GeneratedRegex(
        @"^\s*(?:[-–—.?/]*|ingen|ingen frist|ikke satt|ikkje sett|ikke avklart|ikkje avklart|uavklart|n/?a|ukjent|ikke bestemt|åpen|open|nei)\s*$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex None();
}
