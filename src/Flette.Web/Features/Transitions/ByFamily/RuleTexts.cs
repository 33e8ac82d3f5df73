using Flette.Core.Words;

namespace Flette.Web.Features.Transitions.ByFamily;

/// <summary>
/// What stands in the rules in bokmål, in the other languages: owners, receivers, and what the law says. Found by the bokmål text, so
/// that one that is changed, or a municipality's own, is shown in bokmål until it is here: wrong law is worse than law in bokmål.
/// </summary>
public static class RuleTexts
{
    private static readonly Dictionary<string, Told> All = Whose()
        .Concat(Laws())
        .ToDictionary(t => t.Bokmal, StringComparer.Ordinal);

    /// <summary>Whether it is here.</summary>
    public static bool Knows(string bokmal) => All.ContainsKey(bokmal);

    /// <summary>The text in a language; as it stands where it is not here.</summary>
    public static string In(string bokmal, Tongue tongue) =>
        All.TryGetValue(bokmal, out var told) ? told.In(tongue) : bokmal;

    private static Told[] Whose() =>
        [
            new("Koordinatoren", "Koordinatoren", "The coordinator"),
            new("Barnehagen", "Barnehagen", "The kindergarten"),
            new("Skolen", "Skulen", "The school"),
            new("Barneskolen", "Barneskulen", "The primary school"),
            new("Ungdomsskolen", "Ungdomsskulen", "The lower secondary school"),
            new("Den videregående skolen", "Den vidaregåande skulen", "The upper secondary school"),
            new("Ungdommen", "Ungdommen", "The young person"),
            new(
                "Den unge og voksentjenestene",
                "Den unge og vaksentenestene",
                "The young person and the services for adults"
            ),
            new(
                "Nav, kommunen eller arbeidsgiveren",
                "Nav, kommunen eller arbeidsgivaren",
                "Nav, the municipality or the employer"
            ),
            new(
                "Boligtjenesten og de som skal gi hjelp i hjemmet",
                "Bustadtenesta og dei som skal gi hjelp i heimen",
                "The housing service and those who are to help at home"
            ),
            new(
                "Kommunens helse- og omsorgstjeneste",
                "Helse- og omsorgstenesta i kommunen",
                "The health and care service of the municipality"
            ),
            new("Den nye avlastningen", "Den nye avlastinga", "The new respite care"),
            new("Sykehusets koordinator", "Koordinatoren på sjukehuset", "The coordinator at the hospital"),
            new("Koordinerende enhet", "Koordinerande eining", "The coordinating unit"),
            new("Den nye koordinatoren", "Den nye koordinatoren", "The new coordinator"),
            new(
                "Koordinerende enhet i den nye kommunen",
                "Koordinerande eining i den nye kommunen",
                "The coordinating unit of the new municipality"
            ),
        ];

    private static Told[] Laws() =>
        [
            new(
                "et barn som fyller ett år innen utgangen av august, etter søknad skal få plass i barnehage fra august, og et barn som fyller ett år i september, oktober eller november, innen utgangen av den måneden",
                "eit barn som fyller eitt år innan utgangen av august, etter søknad skal få plass i barnehage frå august, og eit barn som fyller eitt år i september, oktober eller november, innan utgangen av den månaden",
                "a child who turns one by the end of August shall, when applied for, have a place in a kindergarten from August, and a child who turns one in September, October or November by the end of that month"
            ),
            new(
                "barnehagen skal samarbeide med skolen om overgangen, slik at barna får en trygg og god overgang",
                "barnehagen skal samarbeide med skulen om overgangen, slik at barna får ein trygg og god overgang",
                "the kindergarten shall work with the school on the transition, so that it is safe and good for the children"
            ),
            new(
                "skolen, SFO og PPT skal samarbeide med andre tjenester når det trengs for å gi eleven et helhetlig tilbud, og delta i arbeidet med individuell plan",
                "skulen, SFO og PPT skal samarbeide med andre tenester når det trengst for å gi eleven eit heilskapleg tilbod, og delta i arbeidet med individuell plan",
                "the school, its after-school programme (SFO) and the educational psychology service (PPT) shall work with other services when that is needed for the pupil to have a coherent offer, and take part in the work on an individual plan"
            ),
            new(
                "fylkeskommunen skal sørge for en trygg og god overgang fra grunnskolen til videregående, og at kommunen skal samarbeide om den",
                "fylkeskommunen skal sørgje for ein trygg og god overgang frå grunnskulen til vidaregåande, og at kommunen skal samarbeide om han",
                "the county shall see to a safe and good transition from lower to upper secondary school, and that the municipality shall work with it on that"
            ),
            new(
                "barn som er fylt 15 år, selv avgjør spørsmål om valg av utdanning og om å melde seg inn i eller ut av foreninger",
                "barn som har fylt 15 år, sjølve avgjer spørsmål om val av utdanning og om å melde seg inn i eller ut av foreiningar",
                "children who have turned 15 decide themselves on their choice of education and on joining or leaving associations"
            ),
            new(
                "ungdom mellom 16 og 18 år samtykker selv til helsehjelp, om ikke annet følger av særlige regler eller av tiltakets art",
                "ungdom mellom 16 og 18 år sjølve samtykkjer til helsehjelp, om ikkje anna følgjer av særlege reglar eller av arten av tiltaket",
                "young people between 16 and 18 consent to health care themselves, unless special rules or the nature of the measure say otherwise"
            ),
            new(
                "den som ikke har fylt 18 år, er mindreårig",
                "den som ikkje har fylt 18 år, er mindreårig",
                "whoever has not turned 18 is a minor"
            ),
            new(
                "den unge kan ta videregående opplæring til studie- eller yrkeskompetanse er nådd, men ikke lenger enn ut skoleåret som begynner det året man fyller 24",
                "den unge kan ta vidaregåande opplæring til studie- eller yrkeskompetanse er nådd, men ikkje lenger enn ut skuleåret som byrjar det året ein fyller 24",
                "a young person may take upper secondary education until qualified for higher education or for a trade, but not beyond the school year that begins in the year of turning 24"
            ),
            new(
                "kommunen skal gi individuelt tilpasset bistand til den som trenger hjelp til å skaffe eller beholde en egnet bolig, også bolig med særlig tilpasning",
                "kommunen skal gi individuelt tilpassa bistand til den som treng hjelp til å skaffe eller behalde ein eigna bustad, òg bustad med særleg tilpassing",
                "the municipality shall give assistance that suits the person to whoever needs help to find or keep a suitable home, also one that is specially adapted"
            ),
            new(
                "kommunen skal tilby pårørendestøtte, blant annet avlastning, til den som har særlig tyngende omsorgsarbeid",
                "kommunen skal tilby pårørandestøtte, mellom anna avlasting, til den som har særleg tyngjande omsorgsarbeid",
                "the municipality shall offer support for carers, respite care among it, to whoever carries a particularly heavy burden of care"
            ),
            new(
                "helseforetaket så snart som mulig skal varsle kommunen når det ser behov for en individuell plan med tjenester fra begge",
                "helseføretaket så snart som mogleg skal varsle kommunen når det ser behov for ein individuell plan med tenester frå begge",
                "the health trust shall tell the municipality as soon as possible when it sees a need for an individual plan with services from both"
            ),
            new(
                "koordinerende enhet skal ha overordnet ansvar for oppnevning, opplæring og veiledning av koordinator og barnekoordinator",
                "koordinerande eining skal ha overordna ansvar for oppnemning, opplæring og rettleiing av koordinator og barnekoordinator",
                "the coordinating unit shall have the overall responsibility for appointing, training and guiding coordinators and coordinators for children"
            ),
            new(
                "kommunen skal sørge for nødvendige helse- og omsorgstjenester til dem som oppholder seg i kommunen",
                "kommunen skal sørgje for nødvendige helse- og omsorgstenester til dei som oppheld seg i kommunen",
                "the municipality shall see to necessary health and care services for those who stay there"
            ),
        ];
}
