using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Flette.Core.Meetings.Reading.Words;

/// <summary>
/// The field's words for labels, headings and column heads, bokmål and nynorsk, in one place.
/// Matching is on <see cref="Text.Fold"/>ed words without number, bullet and closing colon.
/// </summary>
internal static partial class Labels
{
    private static readonly FrozenDictionary<string, LabelKind> Exact = Build(
        (LabelKind.Date, "dato|møtedato|møtedag|dato for møtet|dato for møte|referatdato"),
        (LabelKind.Time, "klokkeslett|klokka|klokken|kl|møtetid|varighet|klokkeslag"),
        (
            LabelKind.DateAndTime,
            "tid|tidspunkt|dato og tid|tid og dato|dato/tid|dato / tid|dato/klokkeslett|dato og klokkeslett|når|møtetidspunkt|dato, tid|dato kl|tidsrom|møtetid og dato|møtedato og tid|møtedato og tidspunkt|dato og møtetid|møte holdt|møtet ble holdt|avholdt|halde"
        ),
        (
            LabelKind.TimeAndPlace,
            "tid og sted|tid og stad|tid/sted|tid / sted|tid/stad|sted og tid|stad og tid|dato og sted|dato og stad|dato/sted|dato, tid og sted|når og hvor|når og kor|sted/tid|sted/dato|dato, sted|tid, sted|tid & sted|stad/tid|stad/dato|dato/stad"
        ),
        (LabelKind.Place, "sted|stad|møtested|møtestad|hvor|kor|kvar|lokale|møterom|rom|møtelokale"),
        (
            LabelKind.Kind,
            "type møte|møtetype|møteform|møte|hva slags møte|slags møte|type|emne|subject|tittel|sak/emne"
        ),
        (
            LabelKind.About,
            "gjelder|gjeld|saken gjelder|saka gjeld|møtet gjelder|referatet gjelder|kven det gjeld|hvem det gjelder|vedrørende|vedr|angående|ang|barn|barnet|elev|eleven|bruker|brukar|tjenestemottaker|tenestemottakar|pasient|familie|navn på barnet|barnets navn|født|fødselsdato|kven gjeld det|hvem gjelder det|bakgrunn for møtet|fødd"
        ),
        (
            LabelKind.Present,
            "til stede|tilstede|til stades|tilstades|til steder|møtte|møtt|frammøtte|fremmøtte|frammøte|fremmøte|oppmøte|oppmøtte|deltakere|deltakarar|deltagere|deltok|deltakelse|deltakere i møtet|møtedeltakere|møtedeltakarar|møtedeltagere|med på møtet|med i møtet|med på møte|med|med på telefonen|var med|disse var med|desse var med|disse møtte|desse møtte|disse deltok|desse deltok|hvem var med|kven var med|hvem var der|hvem som var der|hvem møtte|kven møtte|følgende møtte|følgende var til stede|følgende var tilstede|i møtet|på møtet|møtende|på linja|på linjen|på telefonen|på tråden|rundt bordet|deltakarliste|deltakerliste|deltakerne|deltakarane|til stede i møtet|til stede på møtet|tilstede i møtet|tilstede på møtet|til stades på møtet|til stades i møtet|frammøtt|fremmøtt|deltakende|hvem som møtte|kven som møtte|kven som var med|hvem som var med|de som var med|dei som var med|samtale med|ringte|ringte til|ringt til|snakket med|snakka med|telefon med|telefonsamtale med|samtalepartner|samtalepartnere|til stede var|tilstede var|til stades var|møtte fram|de som møtte|dei som møtte|møtte opp|møtedeltaker|tilstedeværende|tilstedeverande|oppmøtt|møtt fram|møtt frem|med oss|møtande|møttes|disse møttes|hvem møttes|frammøtte var|de fremmøtte|desse var med på møtet|vi som møttes|møtedeltagarar|der|her|her var|der var|samlet|vi som var samlet|disse var samlet|tilstede fra tjenestene|hvem var her|kven var her|til stede fra|deltakende parter|møtet besto av|møtet bestod av|i rommet"
        ),
        (
            LabelKind.Absent,
            "forfall|meldt forfall|melde forfall|meldte forfall|forfall meldt|ikke til stede|ikke tilstede|ikkje til stades|ikkje tilstades|ikke møtt|ikkje møtt|ikke møtte|ikkje møtte|møtte ikke|møtte ikkje|kunne ikke|kunne ikkje|kan ikke|kunne ikke komme|kunne ikkje kome|kunne ikkje komme|kunne ikke møte|kunne ikkje møte|fravær|fraværende|fråværande|fråvær|avbud|meldt avbud|meldt frafall|frafall|ikke med|ikkje med|ikke til steder|kunne ikke delta|kunne ikkje delta|hadde ikke anledning|hadde ikkje høve|kunne ikke være med|kunne ikkje vere med|forhindret|forhindra|borte|kom ikke|kom ikkje|var ikke med|var ikkje med|ikke deltatt|forfall/ikke møtt|ikke frammøtte|ikke fremmøtte|ikke møtt fram|fråvære|sende forfall|gyldig forfall|uten gyldig forfall|mangler|mangla|manglet|hvem kunne ikke komme|ikke kommet|ikke her|ikkje her|ikke der|ikkje der|ikke på møtet|ikkje på møtet|ikke på plass|skulle vært|skulle vært her|skulle vært med|skulle vært der|skulle vore|skulle vore med|skulle ha vært med|savnet|sakna|uteble|hadde meldt forfall|har meldt forfall"
        ),
        (
            LabelKind.Invited,
            "innkalt|innkalte|kalt inn|innkalla|invitert|inviterte|inviterte deltakere|kopi|kopi til|kopi av referat|kopi sendt|referat til|referat sendes|referatet sendes|referatet sendes til|referat sendes til|referatet går til|sendt til|sendes til|fordeling|fordeles til|mottakere|mottakarar|til|cc|kopimottakere|til orientering|gjenpart|adressater|distribusjon|kalla inn|bedt inn|referat sendt|referat sendt til|referatet er sendt til|referatet sendes også|går til|kopi (til)|kopimottaker|utsending"
        ),
        (
            LabelKind.Officer,
            "møteleder|møteleiar|referent|skriver|skrivar|skriv|skriv referat|skreiv referat|skrev referat|referat ved|referat v|referat|referat skrevet av|skrevet av|skrive av|ført av|notat ved|notat v|notat av|ordstyrer|ordstyrar|møteleder og referent|møteleder/referent|møteledelse|leder|fra|frå|referent og møteleder|sekretær|innkalt av|innkalla av|koordinator|barnekoordinator|familiekoordinator|pennefører|pennförar|tolk|den som skriver|saksbehandler|kontaktperson"
        ),
        (
            LabelKind.Written,
            "sendt|skrevet|sendt dato|utskrift|utskriftsdato|utsendt|dato for referat|referat dato|skrive|referat skrevet|referatet skrevet|referatet er skrevet|sist endret|revidert|referat skrive"
        ),
        (
            LabelKind.Next,
            "neste|neste møte|nytt møte|neste gang|neste møtedato|neste møtetidspunkt|nytt møtetidspunkt|neste samling|neste treff|tid for neste møte|dato for neste møte|nytt møtepunkt|vi møtes igjen|vi møtes|vi møtast igjen|vi møtest igjen|vi ses|vi sees|vi sjåast|ny prat|ny samtale|neste prat|neste samtale|møtes igjen|når møtes vi igjen|nytt tidspunkt|ny møtedato|neste ansvarsgruppe|neste møtepunkt|neste avtale|ny dato|neste møte blir"
        ),
        (
            LabelKind.Point,
            "sak|saker|saken|tema|punkt|emne|område|sakstittel|sak/tema|tema/sak|sak / tema|pkt|sakene|livsområde|hovedtema|saksliste|hva saken gjelder|sak og tema|mål|delmål"
        ),
        (LabelKind.Number, "nr|sak nr|saksnr|saksnummer|#|sak-nr|løpenr|punkt nr|pkt nr|no|sak nr."),
        (
            LabelKind.Info,
            "hva ble sagt|hva er sagt|kva vart sagt|kva blei sagt|hva vi snakket om|kva vi snakka om|dette snakket vi om|saksopplysning|saksopplysninger|saksopplysningar|drøfting|drøftet|diskusjon|bakgrunn|orientering|innspill|informasjon|info|status nå|beskrivelse av situasjonen|kommentar|kommentarer|merknad|merknader|merknadar|referat fra møtet|saksgang|gjennomgang|notat|referert|situasjon|situasjonen|hva vi vet|opplysninger|opplysning|samtale|sagt i møtet|saksframlegg|innhold|drøfta|refleksjon"
        ),
        (
            LabelKind.Agreement,
            "avt|konklusjon|konklusjonar|konklusjoner|konkl|avtale|avtalt|avtaler|avtalar|avtalepunkt|avtalt i møtet|avtaler i møtet|avtaler fra møtet|avtalt i dag|vedtak|vedteke|vedtatt|vi vedtok|vedtak og oppgaver|tiltak|tiltak videre|tiltak vidare|tiltak og ansvar|tiltak/ansvar|oppfølging|oppfølging videre|oppfølgingspunkter|oppfølgingspunkt|videre oppfølging|vidare oppfølging|beslutning|beslutninger|besluttet|bestemt|vi bestemte|enighet|enighet om|enige om|vi er enige om|vi er samde om|vi ble enige om|vi blei enige om|vi vart samde om|vi vart einige om|vi blei einige om|dette ble vi enige om|dette er vi enige om|dette vart vi samde om|dette vart vi einige om|det vi ble enige om|det vi vart samde om|dette gjør vi|dette gjer vi|vi avtalte|vi avtala|dette avtalte vi|dette er avtalt|dette ble avtalt|dette vart avtalt|ble avtalt|vart avtalt|det ble avtalt|det vart avtalt|følgende ble avtalt|følgjande vart avtalt|følgende avtaler|hva vi ble enige om|kva vi vart samde om|hva vi avtalte|kva vi avtala|hvem gjør hva|kven gjer kva|hvem gjør hva når|hvem gjør hva og når|hvem gjør hva innen når|hvem skal gjøre hva|kven skal gjere kva|hva skal gjøres|kva skal gjerast|hva gjør vi|kva gjer vi|hva gjør vi nå|dette skal gjøres|dette skal gjerast|skal gjøres|å gjøre|å gjere|gjøremål|gjeremål|oppgaver|oppgåver|oppgave|oppgåve|arbeidsoppgaver|aksjon|aksjoner|aksjonspunkt|aksjonspunkter|aksjonsliste|handling|handlinger|veien videre|vegen vidare|videre|vidare|videre arbeid|vidare arbeid|videre plan|vidare plan|videre fremdrift|videre framdrift|det videre arbeidet|resultat|konklusjon/tiltak|konklusjon og tiltak|tiltak/avtale|avtaler/tiltak|avtaler og tiltak|avtale/tiltak|tiltak/konklusjon|konklusjon/vedtak|vedtak/tiltak|vedtak/oppfølging|tiltak/oppfølging|oppsummering av avtaler|oppsummering avtaler|oppsummering og avtaler|avtaleoversikt|gjøres|gjerast|til oppfølging|følges opp|følgjast opp|huskeliste|å gjøre-liste|gjøreliste|to do|todo|sum opp|hva|kva|hva gjøres|kva blir gjort|hva som skal gjøres|kva som skal gjerast|tiltaksliste|ansvarsfordeling|fordeling av oppgaver|fordeling av ansvar|arbeidsfordeling|dette skjer nå|hva skjer nå|hva skjer videre|kva skjer vidare|neste steg|neste skritt|ansvar og frister|tiltak, ansvar og frist|tiltak ansvar frist|avtaler og ansvar|avtaler og frister|det som skal gjøres|det som skal skje|lovnader|løfter|vi lovet|plan|action|actions|avtaler vi gjorde|sak og konklusjon|sak/konklusjon|sak og avtale|hva og hvordan|hva skal skje|kva skal skje|vi gjør dette|vi gjør slik|slik gjør vi det|slik gjer vi det|punkter til oppfølging|oppgaver videre|oppgaver etter møtet|hva ble vi enige om|kva vart vi samde om|enighet i møtet|oppgavefordeling|oppgåvefordeling|arbeidsdeling|dette skal skje|dette skal vi gjøre|dette skal vi gjere|dette gjør vi nå|plan videre|plan framover|plan fremover|plan vidare|dette har vi avtalt|hvem gjør hva framover|til videre oppfølging|må følges opp|forslag til tiltak|vi ble enig om|ble enige om|vart samde om"
        ),
        (
            LabelKind.Responsible,
            "ansvar|ansvarlig|ansvarleg|ansvarlige|ansvarlege|ansv|hvem|kven|hvem gjør det|kven gjer det|hvem gjør|kven gjer|hvem har ansvar|kven har ansvar|ansvarlig for oppfølging|ansvar for oppfølging|ansvarleg for oppfølging|utføres av|utføres|utførast av|utfører|utførar|gjøres av|gjerast av|følges opp av|følgjast opp av|oppfølging av|oppfølging ved|ansvarlig person|ansvarlig instans|ansvarlig tjeneste|ansvarlig/hvem|hvem er ansvarlig|hvem følger opp|kven følgjer opp|tas av|eier|eies av|hos|hovedansvar|hovudansvar|delansvar|ansvarlig(e)|ansvarshavende|ansvarshaver|ansvarlig part|tiltaksansvarlig|den som gjør det|hvem gjør dette|ansvarsperson|ansvarlig fagperson"
        ),
        (
            LabelKind.Due,
            "frist|frister|fristar|tidsfrist|innen|innan|når|til når|når er det gjort|ferdig|ferdig innen|ferdig til|skal være ferdig|utført innen|gjøres innen|gjennomføres innen|innen når|innan når|frist for utføring|frist/dato|dato/frist|tid/frist|frist/tid|når skal det være gjort|tidsramme|tid for gjennomføring|senest|seinast|tidspunkt for gjennomføring|frist dato|fristdato|klart til|deadline|tid|tidsperspektiv|dato|når ferdig|tidspunkt|gjort innen|gjort innan|gjerast innan|ferdigdato|forfall dato"
        ),
        (
            LabelKind.ResponsibleAndDue,
            "ansvar/frist|ansvar / frist|ansvarlig/frist|ansvarlig / frist|ansvarleg/frist|ansvarleg / frist|ansvar og frist|ansvarlig og frist|ansvarleg og frist|hvem/når|hvem / når|hvem og når|kven/når|kven og når|ansv/frist|ansv./frist|ansv. / frist|ansvar, frist|hvem/frist|hvem, når|ansvar - frist|frist/ansvar|frist og ansvar|frist/ansvarlig|hvem og innen når|kven / når"
        ),
        (
            LabelKind.Status,
            "status|utført|gjort|status nå|resultat siden sist|status pr i dag|status i dag|hvordan gikk det|korleis gjekk det|er det gjort|status for tiltaket|utført/ikke utført|hva skjedde"
        ),
        (
            LabelKind.Previous,
            "forrige møte|førre møte|siden sist|sidan sist|fra sist|frå sist|status siden sist|status sidan sist|fra forrige møte|frå førre møte|forrige referat|førre referat|referat fra forrige møte|referat fra sist|avtaler fra forrige møte|avtaler fra sist|avtaler fra sist møte|avtalar frå sist|avtalar frå førre møte|oppfølging fra forrige møte|oppfølging av forrige møte|oppfølging av forrige referat|oppfølging fra sist|oppfølging siden sist|oppfølging frå førre møte|oppfølging frå sist|gjennomgang av forrige referat|gjennomgang av avtaler|gjennomgang av avtaler fra sist|gjennomgang av tiltak fra sist|gjennomgang av forrige møte|status fra forrige møte|status på tiltak fra forrige møte|status for avtaler|status på avtaler|status avtaler|tidligere avtaler|gamle avtaler|sist møte|sist|forrige gang|førre gong|siste møte|siden forrige møte|sidan førre møte|dette ble avtalt sist|hva ble avtalt sist|kva avtala vi sist|gjennomgang fra sist|oppfølgingssaker|status tiltak fra sist|hva har skjedd siden sist|kva har skjedd sidan sist|tiltak fra forrige møte|tiltak fra sist|tiltak frå førre møte"
        ),
        (
            LabelKind.Agenda,
            "saksliste|sakliste|dagsorden|dagsorden for møtet|agenda|program|saker til behandling|møteplan|plan for møtet|sakliste for møtet|dagens saker|innhold|oversikt over saker|tema for møtet|tema i møtet|temaer|formål|formålet med møtet|mål for møtet"
        ),
        (
            LabelKind.Formality,
            "godkjenning av referat|referatet|vedlegg|om referatet|merknader til referatet|hilsen|underskrift|signatur|underskrifter|taushetsplikt|unntatt offentlighet|u.off|kontakt|arkiv|saksnummer|saksnr|vår ref|arkivref|journalnr|telefon|tlf|e-post|epost|mobil|adresse|ps|nb|obs|forklaring|forkortelser|forkortingar|initialer|deres ref|feil i referatet|merknadsfrist"
        ),
        (
            LabelKind.Name,
            "representant|representanter|representert ved|representant(er)|møtt av|navn på deltaker|navn og rolle|navn/rolle|navn, rolle|navn|namn|deltaker|deltakar|deltakers navn|person|fornavn og etternavn"
        ),
        (
            LabelKind.Role,
            "rolle|funksjon|stilling|tittel|yrke|tilknytning|tilknyting|relasjon|rolle/funksjon|stilling/rolle|funksjon/rolle|rolle/tjeneste|rolle/stilling|tittel/rolle"
        ),
        (
            LabelKind.Organisation,
            "instans|tjeneste|teneste|arbeidssted|arbeidsstad|etat|representerer|enhet|eining|virksomhet|verksemd|fra|organisasjon|avdeling|tjenestested|arbeidsplass|skole/tjeneste|kommer fra|hvor fra|tjeneste/enhet|instans/rolle|tenestestad|tjenesteområde|hører til"
        ),
        (LabelKind.Attended, "til stede ja/nei|møtt ja/nei|deltok ja/nei|ja/nei|oppmøte ja/nei|møtt (x)|til stede (x)"),
        (
            LabelKind.Contact,
            "tlf|telefon|mobil|e-post|epost|mail|telefonnummer|tlf/e-post|kontaktinfo|kontaktinformasjon|tlf nr"
        )
    );

    /// <summary>What a label or heading announces; None when it is not one of the field's words.</summary>
    public static LabelKind Of(string text)
    {
        var folded = Text.Label(text);
        if (folded.Length is 0 or > 60)
        {
            return LabelKind.None;
        }

        return Exact.TryGetValue(folded, out var kind) ? kind
            : EarlierAgreed().IsMatch(folded) ? LabelKind.Previous
            : NextMeeting().IsMatch(folded) ? LabelKind.Next
            : AbsentStart().IsMatch(folded) ? LabelKind.Absent
            : PresentStart().IsMatch(folded) ? LabelKind.Present
            : PreviousStart().IsMatch(folded) ? LabelKind.Previous
            : AsksWho().IsMatch(folded) ? LabelKind.Responsible
            : AsksWhen().IsMatch(folded) ? LabelKind.Due
            : AgreementStart().IsMatch(folded) ? LabelKind.Agreement
            : LabelKind.None;
    }

    /// <summary>
    /// The role of a column by its head. Words that mean one thing as a label and another as a column head
    /// («Når», «Dato», «Møtt») are given their table meaning.
    /// </summary>
    public static LabelKind OfColumn(string head)
    {
        var kind = Of(head);
        return kind switch
        {
            LabelKind.Date or LabelKind.DateAndTime or LabelKind.Time => LabelKind.Due,
            LabelKind.Invited when Text.Label(head) is "til" => LabelKind.Due,
            LabelKind.Officer when Text.Label(head) is "fra" or "frå" => LabelKind.Organisation,
            LabelKind.None when ColumnResponsible().IsMatch(Text.Label(head)) => LabelKind.Responsible,
            LabelKind.None when ColumnDue().IsMatch(Text.Label(head)) => LabelKind.Due,
            LabelKind.None when ColumnAgreement().IsMatch(Text.Label(head)) => LabelKind.Agreement,
            _ => kind,
        };
    }

    private static FrozenDictionary<string, LabelKind> Build(params (LabelKind Kind, string Words)[] rows)
    {
        var all = new Dictionary<string, LabelKind>(StringComparer.Ordinal);
        foreach (var (kind, words) in rows)
        {
            foreach (var word in words.Split('|'))
            {
                // The first row that claims a word keeps it: «dato» is the meeting's before it is a deadline.
                all.TryAdd(Text.Label(word), kind);
            }
        }

        return all.ToFrozenDictionary(StringComparer.Ordinal);
    }

    [GeneratedRegex(
        @"^(?:tid(?:spunkt)? for |dato for )?(?:neste|nytt|ny) (?:\p{L}{3,} )?(?:\p{L}*møte|\p{L}*gruppe|gang|gong|samling|treff|prat|samtale|\p{L}*samtale|hjemmebesøk|heimebesøk)(?: (?:er|blir|vert|ble satt til|er satt til|settes til|sett til|avtales til|avtalt til|avtalt|i gruppa|i ansvarsgruppa))?$|^når (?:snakkes|snakkast|møtes|møtest|møtast|ses|sees|sjåast|treffes|treffest) (?:vi|me)\b.{0,20}$",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex NextMeeting();

    [GeneratedRegex(
        @"^meldte? (?:avbud|frafall|forfall)\b.{0,20}$|^(?:ikke|ikkje|meldt|melde|kunne ikke|kunne ikkje|forfall|fravær)\b.{0,40}(?:stede|stades|møtt|møtte|forfall|komme|kome|delta|med)\b|^forfall\b.{0,25}$|^ikke til ?stede\b|\b(?:deltok|møtte|kom|var) (?:ikke|ikkje)(?: med)?$|\bsom (?:ikke|ikkje) (?:møtte|møtt|kom|deltok|var|kunne)\b.{0,25}$",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex AbsentStart();

    [GeneratedRegex(
        @"^(?:til ?stede|til ?stades|frammøtte|fremmøtte|møtte|deltakere|deltakarar|deltagere|med på|med i)\b.{0,30}$|^(?:vi|de|dei|disse|desse|følgende|følgjande|hvem|kven)\s(?:som\s)?(?:møttes|møttest|møtte|var|deltok|satt|sat)\b.{0,25}$",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex PresentStart();

    [GeneratedRegex(
        @"\b(?:avtalt|avtalte|enige|samde|avtaler|avtalar)\b.*\b(?:forrige (?:gang|møte)|førre (?:gong|møte)|sist|siste møte|forrige|førre)\b",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex EarlierAgreed();

    [GeneratedRegex(
        @"^(?:oppfølging|avtaler|avtalar|tiltak|status|gjennomgang|gjennomgåing|referat|evaluering|vurdering|oppsummering|erfaringer|erfaringar|oppgaver|oppgåver|saker)\b.{0,40}\b(?:sist|forrige|førre|møtet \d|møte \d|siste møte)",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex PreviousStart();

    [GeneratedRegex(
        @"^(?:(?:dette|det|her|følgende|følgjande|og) )?(?:ble|vart|blei|er|var) (?:vi )?(?:alle )?(?:enige|samde|einige|avtalt)\b.{0,25}$|^vi (?:ble|vart|blei|er|var) (?:alle )?(?:enige|samde|einige)\b.{0,30}$|^vi avtal(?:te|a|er)\b.{0,30}$|^avtal(?:t|er|ar|e)\b.{0,20}$|^avtale(?:punkt|liste)\p{L}*$|^(?:tiltak|oppgaver|oppgåver|vedtak|konklusjon(?:ar|er)?|beslutninger|oppfølgings?(?:oppgaver|oppgåver|punkter|punkt|saker))\b.{0,25}$|^(?:hvem|kven) (?:gjør|gjer|skal) .{0,25}$|^(?:dette|det) (?:tar|tek|gjør|gjer|skal|følger|følgjer) (?:vi|me) .{0,25}$|^(?:hva|kva) (?:gjør|gjer|skal|kan) (?:vi|me) (?:gjøre |gjere )?.{0,20}$|^(?:\p{L}+ ){0,4}(?:landet på|landa på|kom fram til|kom frem til|kommet fram til|skal gjøre|skal gjere|skal gjøres|skal gjerast|oppgaveliste|oppgåveliste|arbeidsliste|handlingsplan|tar på oss|tok på oss|lovet|lova|har bestemt|bestemte)(?: .{0,20})?$|^(?:gjøres |gjerast |oppgaver )?(?:til|før|innen|innan) neste (?:gang|gong|møte)$",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex AgreementStart();

    [GeneratedRegex(
        @"^(?:hvem|kven) (?:har|er|tar|tek|får) (?:ansvar|hovedansvar|hovudansvar|ansvarlig|dette|det|oppgav|oppgåv)\p{L}*(?: .{0,20})?$",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex AsksWho();

    [GeneratedRegex(
        @"^(?:innen )?når (?:skal|må|bør|er|blir) (?:det|dette|den|tiltaket) .{0,30}$",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex AsksWhen();

    [GeneratedRegex(
        @"^(?:ansvar(?:l[ie]g\w*|e)?\b|ansv\b|(?:hvem|kven)\s(?!krever|krev|det gjeld|gjelder|gjeld|er|var|som)\p{L}+|utføres|hovedansvar|hovudansvar)",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex ColumnResponsible();

    [GeneratedRegex(@"^(?:frist|tidsfrist|innen|innan|ferdig)\b", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex ColumnDue();

    [GeneratedRegex(
        @"^(?:tiltak|avtale|konklusjon|oppgave|oppgåve|vedtak|oppfølging|aksjon|beslutning|hva (?:skal|gjør|gjøres)|kva (?:skal|gjer))",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex ColumnAgreement();
}
