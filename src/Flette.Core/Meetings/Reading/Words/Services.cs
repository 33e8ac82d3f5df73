using System.Text.RegularExpressions;
using Flette.Core.Access;

namespace Flette.Core.Meetings.Reading.Words;

/// <summary>Words for services, and the topic each belongs to.</summary>
internal static partial class Services
{
    /// <summary>The topic the words point at; the first in this order: the more protected topic before the wider one.</summary>
    public static Topic? TopicOf(string text) =>
        Child().IsMatch(text) ? Topic.ChildWelfare
        : Mind().IsMatch(text) ? Topic.MentalHealth
        : Money().IsMatch(text) ? Topic.Welfare
        : School().IsMatch(text) ? Topic.School
        : Health().IsMatch(text) ? Topic.Health
        : Home().IsMatch(text) ? Topic.Housing
        : Leisure().IsMatch(text) ? Topic.Leisure
        : Siblings().IsMatch(text) ? Topic.Siblings
        : FamilyLife().IsMatch(text) ? Topic.FamilyLife
        : null;

    /// <summary>True when the words name a service, an office, a school or a municipality rather than a person.</summary>
    public static bool IsService(string text) => Service().IsMatch(text);

    /// <summary>True when the words may stand as a service that does something: «NAV», «skolen», «barneverntjenesten».</summary>
    public static bool IsActor(string text) => Actor().IsMatch(text);

    [GeneratedRegex(
        @"barnevern|\b(?:bv|bvt|bufetat|fosterhjem\w*|fosterheim\w*)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Child();

    [GeneratedRegex(
        @"psyki|psykolog|\b(?:BUP|DPS|ABUP|PUT|rus\w*|ruskonsulent|FACT|krisesenter\w*|familievern\w*|traume\w*)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Mind();

    [GeneratedRegex(
        @"\bNAV\b|økonomi|gjeld|sosialtjeneste|sosialteneste|\b(?:KVP|inkasso\w*|namsmann\w*|husbanken|grunnstønad\w*|hjelpestønad\w*|pleiepenger|omsorgspenger|arbeidsavklaring\w*|AAP|regning\w*|rekning\w*|betaling\w*|stønad\w*)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Money();

    [GeneratedRegex(
        @"skole|skule|barnehage|\b(?:PPT|PP-tjenest\w*|SFO|AKS|bhg|rektor\w*|kontaktlær\w*|lærer\w*|lærar\w*|inspektør\w*|sosiallær\w*|spesialpedagog\w*|pedagog\w*|styrer|styrar|oppfølgingstjenest\w*|OT|statped|sakkyndig\w*|sakkunnig\w*)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex School();

    [GeneratedRegex(
        @"habiliter|sykehus|sjukehus|helse|fastleg|lege\b|legen\b|overlege|terapeut|pleier|pleiar|avlast|poliklinikk|barneavdeling|medisin|hjelpemid|\b(?:HABU|hab|lege\w*|tannlege\w*|logoped\w*|ernæring\w*|hjemmetjenest\w*|heimeteneste\w*|BPA|epilepsi\w*|nevrolog\w*|ortoped\w*|tildelingskontor\w*)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Health();

    [GeneratedRegex(
        @"bolig|bustad|husleie|huseier|\b(?:boligkontor\w*|leiekontrakt\w*|flytting|leilighet\w*)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Home();

    [GeneratedRegex(
        @"fritid|støttekontakt|\b(?:idrett\w*|speider\w*|korps\w*|kulturskol\w*|fotball\w*|svømming\w*|klubb\w*|frivillig\w*|ferie\w*|leir\w*)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Leisure();

    [GeneratedRegex(
        @"søsken|sysken|\b(?:lillebror|lillesøster|storebror|storesøster|veslebror|veslesyster)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Siblings();

    [GeneratedRegex(
        @"familie|foreldre|heim\b|hjemme\b|heime\b|samvær|morgen|kveld",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex FamilyLife();

    [GeneratedRegex(
        @"\b(?:NAV|PPT|BUP|ABUP|DPS|HABU|HAB|SFO|AKS|BV|BVT|BHG|PUT|FACT|OT|KE|IKT|Statped|Bufetat|KVP|avd\.?|helsestasjon\w*|kommune\w*|bydel\w*|fylkeskommune\w*|koordinerende\senhet|koordinerande\seining|avlast\w*|barnevern\w*|familievern\w*|politi\w*|Nav|PP-\w+)\b|(?:skole|skolen|skule|skulen|skolane|skulane|barnehage|barnehagen|barnehagar|tjeneste|tjenesten|tjenester|tjenestene|teneste|tenesta|tenester|kontor|kontoret|senter|senteret|sentral|sentralen|avdeling|avdelingen|avdelinga|poliklinikk|poliklinikken|sykehus|sykehuset|sjukehus|sjukehuset|hjemmet|heimen|huset|bolig|boligen|team|teamet|enhet|enheten|eining|eininga|stasjon|stasjonen|verket|vernet|etaten|seksjon|seksjonen|virksomhet|verksted|linja|linjen|legekontor|avlastning|avlasting|gruppa|gruppen|klinikk|klinikken|stiftelse|stiftelsen|forening|foreningen|laget|habilitering|habiliteringen|habiliteringa|universitet|kompani|bibliotek|biblioteket|fysioterapi|ergoterapi|frivilligsentral)\b|(?-i:\b\p{Ll}[\p{L}-]*(?:hus|hjem|heim)\b|^\p{L}+(?:hus|hjem)\b(?=$|\s\p{Ll}))",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Service();

    [GeneratedRegex(
        @"^(?:(?-i:\p{Lu})[\p{L}'’-]*\s)?(?:(?:(?-i:\p{Lu})[\p{L}-]*|videregående|vidaregåande)\s)?(?:NAV(?:\s(?-i:\p{Lu})\p{L}+)?|PPT|BUP(?:\s(?-i:\p{Lu})\p{L}+)?|ABUP|DPS|HABU|SFO|AKS|bv|bvt|Statped|Bufetat|kommunen|bydelen|helsestasjonen|helsestasjon|barnevernet|barnevern|familievernet|politiet|habiliteringen|habiliteringa|avlastningen|avlastinga|\p{L}*(?:skolen|skulen|skole|skule|barnehagen|barnehage|tjenesten|tenesta|kontoret|senteret|sentralen|avdelingen|avdelinga|poliklinikken|sykehuset|sjukehuset|boligen|teamet|enheten|eininga|etaten|seksjonen|skolene|skulane|tjenestene|klinikken|gruppa|gruppen|avlastning|avlasting))$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Actor();
}
