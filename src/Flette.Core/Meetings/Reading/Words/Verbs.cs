using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Flette.Core.Meetings.Reading.Words;

/// <summary>Tells verbs of doing from verbs of being, saying and wanting.</summary>
internal static partial class Verbs
{
    // Present tense without -r: nynorsk strong verbs and a few bokmål ones.
    private static readonly FrozenSet<string> Short = Set(
        "tek|gjev|kjem|skriv|finn|les|held|ber|ser|set|legg|bed|syt|tilbyd|vel|fyl|let|hjelp|høyr|bind|gjer|gjør|spør|svar|stiller|gir|drar|dreg|dreg|hentar|slepp|tilviser|kaller|sit|ligg|står|går|får|bringe|tar|kontaktar|byd|snakk|gjev|driv|skaffar|bør|planlegg|mottek|overtek|fastset|underskriv|framlegg"
    );

    // Being, having, wanting, feeling, telling: how things are, not what somebody is to do.
    private static readonly FrozenSet<string> States = Set(
        "er|har|var|hadde|vil|ville|kan|kunne|skulle|burde|bør|måtte|ble|vart|blei|blir|vert|sier|seier|forteller|fortel|mener|meiner|ønsker|ønskjer|ynskjer|ynsker|opplever|trives|trivest|synes|synest|tror|trur|håper|håpar|vonar|liker|likar|strever|sover|søv|bor|bur|trenger|treng|vet|veit|føler|kjenner|kjenn|ligger|ligg|står|lurer|savner|saknar|beskriver|skildrar|understreker|understrekar|påpeker|peiker|minner|opplyser|uttrykker|gruer|gleder|frykter|klarer|klarar|greier|makter|orker|orkar|manglar|mangler|gjelder|gjeld|heter|heiter|begynner|byrjar|slutter|sluttar|starter|startar|fungerer|fungerar|virker|verkar|viser|ser|trekker|oppfatter|erfarer|rapporterer|refererer|kommenterer|bekymrer|bekymrar|venter|ventar|husker|hugsar|forstår|forstod|skjønner|skjønar|betyr|tyder|inneholder|omfatter|foreligger|finnes|finst|eier|leser|spiser|kler|jobber|arbeider|arbeidar|fortsetter|vurderer|presiserer|ønskar|orienterer|orienterte|redegjør|informerer|spør|bruker|brukar|går|kommer|kjem|får|tåler|utvikler|lærer|leker|leikar|sitter|sit|pleier|mestrer|meistrar|hører|deltar|deltek|takker|takkar|beklager|bekrefter|gråter|nekter|vegrer|bytter|anbefaler|tilrår|foreslår|råder|vokser|jublar"
    );

    // Told in minutes as often as promised: a promise only with a day or «skal».
    private static readonly FrozenSet<string> Ambiguous = Set(
        "informerer|orienterer|spør|viser|går|kommer|kjem|får|fortsetter|vurderer|ser|deltar|deltek|bekrefter|leser|bruker|brukar|jobber|arbeider|arbeidar|lærer|trekker|bytter|redegjør|minner|rapporterer|forteller|fortel|blir|vert|hører|bør|takker|kommenterer|presenterer"
    );

    // They end like verbs and are none.
    private static readonly FrozenSet<string> Nouns = Set(
        "vedr|nr|evt|str|mor|far|bror|søster|syster|eller|etter|over|under|for|hvor|kor|når|der|her|per|mer|meir|heller|timer|timar|uker|veker|dager|dagar|sommer|sommar|vinter|lærer|lærar|rektor|koordinator|barnekoordinator|familiekoordinator|bestemor|bestefar|stemor|stefar|bonusfar|bonusmor|før|år|flere|ellers|alltid|mest|oftest|først|helst|sist|neste|best|fast|lengst|nest|kveldstid|ester|resten|rest|gjest|penger|pengar"
    );

    // Errands: done once, so present tense promises them, whoever the subject is.
    private static readonly FrozenSet<string> Errands = Set(
        "søker|søkjer|bestiller|ringer|ringjer|kontakter|kontaktar|sender|melder|fyller|leverer|skriver|skriv|undersøker|undersøkjer|avklarer|avklarar|sjekker|sjekkar|purrer|etterlyser|inviterer|kaller|kallar|oversender|bestillar|ordner|ordnar|skaffer|finner|finn|innhenter|hentar|setter|set|lager|lagar|utarbeider|klager|signerer|betaler|tar|tek"
    );

    private static readonly FrozenSet<string> EndsLikeInfinitives = Set(
        "ikke|ikkje|noe|mange|alle|både|denne|dette|disse|desse|ofte|kanskje|samme|neste|første|fyrste|siste|hjemme|heime|ute|inne|borte|bare|berre|lite|mye|mykje|begge|vedtatte|skole|skule|klasse|klare|gode|flere|fleire|nede|oppe|framme|fremme|hele|heile|halve|andre|egne|eigne|store|små|nye|uke|veke|time|timene|foreldre|foreldrene|barne|ungdommene|elevene|lærerne|årsake|også|då|så|nå|på|få|stå|gå|slå|forstå|ønske|mene|synes|trives|glede|tanke|hilse|kunne|ville|skulle|måtte|burde|hadde|gjerne|dermed|derfor|innkalte|møtte|meldte|deltakerne|deltakere|sakene|pause|pausene|rette|beste|verste|videre|vidare|formelle|faste|ulike|tidligere|nåværende|helsestasjone|stønade"
    );

    private static readonly FrozenSet<string> WeakInfinitives = Set(
        "være|vere|vera|ha|bli|verte|få|kunne|begynne|byrje|slutte|gå|bo|ønske|synes|føle"
    );

    /// <summary>True for a word that after its subject is a present-tense verb: «ringer», «tek», «skal», «sendes».</summary>
    public static bool IsPresent(string word)
    {
        var w = Text.Fold(word).Trim(',', '.', ';', ':', ')');
        return !Nouns.Contains(w)
            && (w is "skal" or "må" || Short.Contains(w) || States.Contains(w) || PresentForm().IsMatch(w));
    }

    /// <summary>True for a passive, whose subject is not the one who does it: «sendes», «meldes», «vurderast».</summary>
    public static bool IsPassive(string word) => PassiveForm().IsMatch(Text.Fold(word).Trim(',', '.', ';', ':'));

    /// <summary>True when the verb tells a state or what was said.</summary>
    public static bool IsState(string word) => States.Contains(Text.Fold(word).Trim(',', '.', ';', ':'));

    /// <summary>True when a verb of saying or seeing is one of doing by the words after it: «sier fra», «ser på», «hører med rektor».</summary>
    /// <param name="text">The text from the verb on.</param>
    public static bool IsDoingAfterAll(string text) =>
        text.Length > 0 && Doing().IsMatch(char.ToLowerInvariant(text[0]) + text[1..]);

    /// <summary>True when the verb may be told or promised.</summary>
    public static bool IsAmbiguous(string word) => Ambiguous.Contains(Text.Fold(word).Trim(',', '.', ';', ':'));

    /// <summary>True for verbs of errands: «ringer», «søker», «bestiller».</summary>
    public static bool IsErrand(string word) => Errands.Contains(Text.Fold(word).Trim(',', '.', ';', ':'));

    /// <summary>True for the infinitive of an errand: «ringe», «søke».</summary>
    public static bool IsErrandInfinitive(string word) =>
        Text.Fold(word).Trim(',', '.') is var w && (Errands.Contains(w + "r") || Errands.Contains(w + "er"));

    /// <summary>True for «skal».</summary>
    public static bool IsShall(string word) => Text.Fold(word).Trim(',') is "skal";

    /// <summary>True for infinitives of being and becoming.</summary>
    public static bool IsWeakInfinitive(string word) => WeakInfinitives.Contains(Text.Fold(word).Trim(',', '.'));

    /// <summary>True when the text begins with an infinitive or imperative of doing: «Søke om», «Å ringe», «Ring».</summary>
    public static bool StartsWithInfinitive(string text) =>
        Infinitive().Match(text) is { Success: true } match
        && !EndsLikeInfinitives.Contains(Text.Fold(match.Groups["w"].Value));

    /// <summary>True when the sentence has a passive of doing: «meldes inn», «skal bestilles», «vert sendt».</summary>
    public static bool HasPassive(string text) => Passive().IsMatch(text);

    /// <summary>True when the sentence tells what has been: perfect or past tense.</summary>
    public static bool TellsPast(string text) => Past().IsMatch(text) || PastAfterSubject().IsMatch(text);

    [GeneratedRegex(
        @"^(?:sier|seier|sei)\s(?:\p{L}+\s){0,2}(?:fra|frå)\b|^ser\s(?:\p{L}+\s)?(?:på|over|etter|gjennom)\b|^går\s(?:\p{L}+\s)?(?:gjennom|igjennom|hjem|heim|inn|over)\b|^(?:står|har)\s(?:for|ansvar\w*)\b|^(?:hører|høyrer|høyr|spør)\s(?:\p{L}+\s)?(?:med\s|om\s|\p{Lu}|rektor|legen|lege)|^(?:kommer|kjem)\s(?:med|tilbake|attende|innom|hjem til|heim til|på (?:hjemme|heime)?besøk|inn i)\b|^(?:leser|les)\s(?:gjennom|igjennom|over)\b|^(?:får|vil)\s(?:laget|ordnet|ordna|laga|bestilt|sjekket|sjekka|sende|kontakte|ringe|ta|sjekke|følge|følgje|undersøke)\b|^(?:bruker|brukar)\s.*\bfra nå\b|^(?:kommer|kjem)\stil\så\s|^holder\s|^viser\s(?:rundt|fram|frem)\b",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex Doing();

    private static FrozenSet<string> Set(string words) => words.Split('|').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(
        @"^(?!møt|snakk|treff|ses$|sees$|sjå|saml|en[ea]s|triv|syn[ea]s|finn[ea]s|lykk|hjelp|skil|slåss|minn[ea]s)\p{L}{3,}(?:es|ast)$",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex PassiveForm();

    [GeneratedRegex(@"^\p{L}{2,}(?:r|es|ast|est)$", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex PresentForm();

    [GeneratedRegex(
        @"^(?:å\s+)?(?<w>\p{L}{2,}[eå]|ta|gi|be|dra|si)\b(?!\s+(?:er|har|var|vil|kan|ble|vart|skal|må)\b)",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Infinitive();

    [GeneratedRegex(
        @"\b(?!synes|finnes|trives|møtes|kalles|hetes|ønskes|hos|dets|deres)\p{Ll}{3,}(?:es|ast)\b|\b(?:vert|blir)\s+\p{L}+(?:t|d|a|e)\b",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex Passive();

    [GeneratedRegex(
        @"^(?:\S+\s){1,4}?(?:har(?!\s(?:hoved|hovud)?ansvar)|hadde|var|ble|blei|vart|sa|fortalte|fortalde|mente|meinte|fikk|fekk|spurte|spurde|tok|ga|gav|kom|gikk|gjekk|opplevde|syntes|ønsket|ønskte|skulle|ville|kunne|svarte|svara|takket|takka|minnet|minte|orienterte|informerte|viste|la|ba|bad(?=\som\b))\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Past();

    // «Tolken oversatte …», «Aud og Ivar avklarte …»: weak verbs right after the subject; adjectives in -te are not them.
    [GeneratedRegex(
        @"^(?:\p{Lu}[\p{L}'’.-]*\s){1,3}(?:(?:og|\+|/)\s\p{L}+\s)?(?!starte\b|avtalte\b|korte\b|\p{Ll}*(?:lagte|vedtatte|nedsatte|utsatte|ansatte|ilsatte|stilte)\b)\p{Ll}{2,}(?:[lrgkp]te|ndte|ldte|atte|dde|vde|gde)\b",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex PastAfterSubject();
}
