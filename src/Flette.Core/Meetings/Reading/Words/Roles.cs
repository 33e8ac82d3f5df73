using System.Text.RegularExpressions;

namespace Flette.Core.Meetings.Reading.Words;

/// <summary>Words for what people are: kin and work, bokmål, nynorsk and abbreviated.</summary>
internal static partial class Roles
{
    /// <summary>True when the words are a role: «mor», «kontaktlærer for 3B», «helsesykepl.», «BK».</summary>
    public static bool IsRole(string text) => Role().IsMatch(text);

    /// <summary>Length of a role that stands right before a name («Styrer Aud Ask», «lærer Ivar»); 0 when there is none.</summary>
    public static int BeforeName(string text) =>
        RoleBeforeName().Match(text) is { Success: true } match ? match.Groups["r"].Length : 0;

    /// <summary>True for mor, far and other kin, who belong to no service.</summary>
    public static bool IsKin(string text) => Kin().IsMatch(text);

    /// <summary>True for words that name the parents together.</summary>
    public static bool IsParents(string text) => Parents().IsMatch(text);

    /// <summary>True for mother, father and those in their place.</summary>
    public static bool IsParent(string text) => Parent().IsMatch(text);

    /// <summary>True for words that mean several of those present: «alle», «alle tre skolene», «begge foreldrene».</summary>
    public static bool IsGroup(string text) => Group().IsMatch(text);

    /// <summary>True when the words are only a remark about taking part: «på Teams», «referent», «til kl. 14», «syk».</summary>
    public static bool IsRemark(string text) => Remark().IsMatch(text);

    /// <summary>True when a remark says the person was not there.</summary>
    public static bool SaysAbsent(string text) => AbsentRemark().IsMatch(text);

    private const string KinWords =
        "mor|far|mamma|pappa|stemor|stefar|bonusmor|bonusfar|fostermor|fosterfar|bestemor|bestefar|mormor|morfar|farmor|farfar|besteforeldre|tante|onkel|søster|syster|bror|storesøster|storebror|storesyster|lillesøster|lillebror|eleven|elev|ungdommen|ungdom|sønn|datter|dotter|son|barn|barnet|foreldre|foreldrene|foreldra|fosterforeldre|foresatt|foresatte|føresett|føresette|verge|ektefelle|samboer|sambuar|venn|nabo|pårørende";

    private const string WorkWords =
        @"rektor|inspektør|styrer|styrar|lege|legen|lærer|lærar|leder|leiar|tolk|psykolog|logoped|pedagog|assistent|fagarbeider|fagarbeidar|konsulent|rådgiver|rådgjevar|veileder|rettleiar|vegleiar|koordinator|saksbehandler|sakshandsamar|kontaktperson|behandler|behandlar|terapeut|sykepleier|sjukepleiar|vernepleier|vernepleiar|pleier|pleiar|helsesøster|jordmor|miljøarbeider|miljøarbeidar|miljøterapeut|sosionom|sosiallærer|ergoterapeut|fysioterapeut|audiograf|audiopedagog|synspedagog|spesialpedagog|ernæringsfysiolog|prest|diakon|trener|merkantil|sekretær|vikar|student|støttekontakt|fritidskontakt|avlaster|avlastar|tilsynsfører|advokat|fullmektig|representant|ressursperson|erfaringskonsulent|nevropsykolog|barnelege|fastlege|overlege|tannlege|kommunelege|sjef|teamleder|fagleder|fagansvarlig|programrådgiver|jobbspesialist|programveileder|familieveileder|husøkonom|gjeldsrådgiver|boveileder|ungdomskontakt|ungdomslos|los|primærkontakt|hovedkontakt|kontakt|medarbeider|medarbeidar|arbeider|arbeidar";

    // Written short they take no ending: «ped.», never «peder».
    private const string ShortWords =
        @"(?:koord|helsesykepl|helsesjukepl|helsesj\.?\s?pl|sykepl|vernepl|fysio|ergo|spes\.?\s?ped|ped|fastl|rådg|kontaktl|avd|sos|saksbeh|saksb|spl|hspl|famkoord|barnekoord|miljøterap|insp|ktl|k\.lærer|kl\.lærer|fam\.?\s?koord|barne\.?koord|kl)";

    // «klinisk ernæringsfysiolog»
    private const string Kinds =
        @"pedagogisk|spesialpedagogisk|pedagogisk-psykologisk|assisterende|assisterande|ass\.|konstituert|konst\.|medisinsk|faglig|fagleg|kommunal|klinisk|avd\.|ped\.|avtroppende|ny|tidligere|psykiatrisk|offentlig|spesialisert|videregående|ledende|leiande|sosialfaglig|barnefaglig";

    private const string Ending = @"(?:en|n|a|e|ar|er|et|ene|ane)?";

    [GeneratedRegex(
        @"^(?:(?:"
            + Kinds
            + @")\s)?(?:"
            + KinWords
            + @"|(?:[\p{L}-]*?(?:"
            + WorkWords
            + @")"
            + Ending
            + @")|"
            + ShortWords
            + @"|BK|FK|KL|SPL|HSPL|ass|ped)\b\.?(?:\s*(?:/|og)\s*[\p{Ll}-]+)?(?:\s+(?:for|til|i|på|av|ved|hos|KVP|\d\w*|(?-i:\p{Lu})\p{L}*)\b.*)?$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Role();

    [GeneratedRegex(
        @"^(?<r>(?:(?i:ass(?:isterende|\.)?|avd(?:\.|elings)?|ped(?:agogisk|\.)?|konst(?:ituert|\.)?|"
            + Kinds
            + @")\s?)?(?i:"
            + KinWords
            + @"|[\p{L}-]*?(?:"
            + WorkWords
            + @")"
            + Ending
            + @"|BK|FK|"
            + ShortWords
            + @"\.)\.?(?:\s(?:i|på)\s\d?\w+)?\s+)(?=(?:dr\.\s?)?(?:\p{Lu}[\p{L}'’-]*\p{Ll}|\p{Lu}\p{Lu}\b))",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex RoleBeforeName();

    [GeneratedRegex(@"^(?:" + KinWords + @")\b", RegexOptions.IgnoreCase, Text.RegexLimit)]
    private static partial Regex Kin();

    [GeneratedRegex(
        @"^(?:begge\s+)?(?:foreldrene|foreldre|foreldra|mor og far|far og mor|foresatte|føresette|de foresatte|mor \+ far|mor/far|fosterforeldrene)$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Parents();

    [GeneratedRegex(
        @"^(?:mor|far|mamma|pappa|stemor|stefar|bonusmor|bonusfar|fostermor|fosterfar|foreldre|foresatt|føresett)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Parent();

    [GeneratedRegex(
        @"^(?:vi(?: alle)?|alle(?: sammen| saman| parter| partar| deltakere| tjenestene| tenestene| (?:to|tre|fire|fem|de) \p{L}+| \p{L}+ene| \p{L}+ane| i (?:ansvars)?gruppa)?|begge(?: to| foreldrene| skolene| parter)?|samtlige|samtlege|hele (?:ansvars)?gruppa|heile (?:ansvars)?gruppa|ansvarsgruppa|ansvarsgruppen|hver (?:enkelt|tjeneste)|alle involverte|de involverte|møtedeltakerne|familien|heile familien|hele familien)$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Group();

    [GeneratedRegex(
        @"^(?:(?:deltok |delta |med |var med |delvis )?(?:på|per|pr\.?|via|over|i)\s+(?:teams|zoom|telefon|tlf\.?|skjerm|video|nett|mobil|skype|whatsapp|facetime|fjern|lenke|lyd|høyttaler)\b.*|digitalt?\b.*|teams|telefon|tlf|video|skjerm|(?:var|vart|ble|blei|er) .*|(?:kom|gikk|gjekk|måtte|dro|deltok|deltar|delta|hadde|har|fikk|fekk|skal|sto|satt|sende|sendte|melde|meldte|meldt|ønsket|ville|skrev|skreiv|fører|førte|ledet|leia|tok|ikke|ikkje)\b.*|(?:møteleder|møteleiar|møtelederen|referent|skriver|skrivar|ordstyrer|ordstyrar|ref\.?|sekretær|skreiv? referat\w*|skrev referat\w*|referat|leder møtet|leiar møtet)(?:\s*(?:og|/|,|\+|&)\s*(?:møteleder|møteleiar|referent|skriver|skrivar|ordstyrer|ordstyrar|ref\.?))*|(?:syk|sjuk|sykdom|sjukdom|sykt barn|sjukt barn|ferie|i ferie|på ferie|permisjon|i permisjon|på kurs|kurs|sykmeldt|sjukmeld|opptatt|oppteken|bortreist|ikke meldt|uten grunn|avspasering|perm\.?)\b.*|(?:til|fra|frå|inntil|etter)\s+(?:kl\.?|klokk\w+|\d|pause|halv)\b.*|(?:de|dei|den|det|siste|første|fyrste|bare|berre|kun|deler|delar|halve|hele|heile|under|første|en del|ein del|starten|slutten|punkt|pkt|sak)\b.*|forfall.*|fravær.*|fråver.*|meldt.*|invitert.*|innkalt.*|forsinket.*|forsein\w*|x|ja|nei|\d.*|min\.?|gjest|observatør|stedfortreder for .*|vikar for .*|for .{1,20} som .*|via .*|kopi.*|til orientering)$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Remark();

    [GeneratedRegex(
        @"\b(?:forfall|ikke (?:møtt|til ?stede|med|møtte)|ikkje (?:møtt|til ?stades|med|møtte)|fravær\w*|fråver\w*|avbud|kunne ikke|kunne ikkje|møtte ikke|møtte ikkje|kom ikke|kom ikkje|var ikke|var ikkje|nei)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex AbsentRemark();
}
