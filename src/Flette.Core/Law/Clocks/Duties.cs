using System.Collections.Immutable;

namespace Flette.Core.Law.Clocks;

/// <summary>What authorities shall do, within a day the law names or without one.</summary>
internal static class Duties
{
    private static readonly LegalBasis MovesDuty = new(Statutes.AdministrationRegulation, "§ 41");

    private static readonly Clause Authority = new(
        "Den som fikk henvendelsen.",
        new(Statutes.PublicAdministration, "§ 11 a")
    );

    /// <summary>Those with a day.</summary>
    internal static ImmutableArray<ClockRule> WithDay { get; } =
    [
        new(
            "forelopig-svar",
            ClockKind.Duty,
            "Foreløpig svar på en søknad eller klage",
            new(Statutes.PublicAdministration, "§ 11 a tredje ledd"),
            Validity.Since(2000, 1, 1),
            "Dagen søknaden eller klagen kom inn.",
            new Span(Months: 1),
            "Kan en sak om enkeltvedtak ikke besvares innen en måned etter at henvendelsen kom, skal det gis et foreløpig svar. Det skal si hvorfor, og så vidt mulig når svaret kommer."
        )
        {
            Moves = MovesDuty,
            Body = Authority,
            Exceptions =
            [
                new(
                    "Foreløpig svar kan utelates når det er åpenbart unødvendig.",
                    new(Statutes.PublicAdministration, "§ 11 a annet ledd")
                ),
            ],
            OfMunicipality = true,
        },
        new(
            "forelopig-svar",
            ClockKind.Duty,
            "Foreløpig svar på en henvendelse",
            new(Statutes.NewPublicAdministration, "§ 17 annet ledd"),
            Validity.Enacted,
            "Dagen henvendelsen kom inn.",
            new Span(Months: 1),
            "Er det grunn til å tro at det går mer enn en måned før en henvendelse blir besvart, skal det gis et foreløpig svar om hvor lang tid det ventes å ta. Blir saken vesentlig forsinket ut over det, skal også det sies."
        )
        {
            Moves = MovesDuty,
            Body = Authority with { Basis = new(Statutes.NewPublicAdministration, "§ 17") },
            OfMunicipality = true,
        },
        new(
            "ulest-vedtak",
            ClockKind.Duty,
            "Nytt varsel om et digitalt vedtak som ikke er åpnet",
            new(Statutes.ElectronicAdministration, "§ 8 femte ledd"),
            Validity.Since(2014, 2, 7),
            "Dagen vedtaket var gjort tilgjengelig og varselet var sendt.",
            new Span(Weeks: 1),
            "Har parten ikke åpnet vedtaket innen en uke, skal hun varsles en gang til."
        )
        {
            Moves = MovesDuty,
            Body = new("Den som traff vedtaket.", new(Statutes.ElectronicAdministration, "§ 8")),
            Exceptions =
            [
                new(
                    "Gjelder ikke når vedtaket er sendt til en elektronisk adresse parten selv har oppgitt.",
                    new(Statutes.ElectronicAdministration, "§ 8 femte ledd")
                ),
            ],
            OfMunicipality = true,
        },
        new(
            "tilbakemelding-barnevern",
            ClockKind.Duty,
            "Tilbakemelding fra barnevernet på en bekymringsmelding",
            new(Statutes.ChildWelfare, "§ 13-3 første ledd"),
            Validity.Since(2023, 1, 1),
            "Dagen bekymringsmeldingen kom inn.",
            new Span(Weeks: 3),
            "Barnevernstjenesten skal innen tre uker bekrefte at bekymringsmeldingen er mottatt. Offentlige meldere skal også få vite om det er satt i gang undersøkelse."
        )
        {
            Moves = MovesDuty,
            Body = new("Barnevernstjenesten.", new(Statutes.ChildWelfare, "§ 13-3")),
            Next = new(
                "Når undersøkelsen er avsluttet, skal offentlige meldere få ny tilbakemelding innen tre uker.",
                new(Statutes.ChildWelfare, "§ 13-3 annet ledd")
            ),
            Exceptions =
            [
                new(
                    "Bekreftelse kan utelates når meldingen er åpenbart grunnløs, eller når andre særlige hensyn sier det.",
                    new(Statutes.ChildWelfare, "§ 13-3 første ledd")
                ),
            ],
            OfMunicipality = true,
        },
        new(
            "gjennomgang-barnevern",
            ClockKind.Duty,
            "Barnevernets gjennomgang av en bekymringsmelding",
            new(Statutes.ChildWelfare, "§ 2-1 første ledd"),
            Validity.Since(2023, 1, 1),
            "Dagen bekymringsmeldingen kom inn.",
            new Span(Weeks: 1),
            "Barnevernstjenesten skal gå gjennom en bekymringsmelding snarest, og senest innen en uke."
        )
        {
            Moves = MovesDuty,
            Body = new("Barnevernstjenesten.", new(Statutes.ChildWelfare, "§ 2-1")),
            OfMunicipality = true,
        },
    ];

    /// <summary>Those without.</summary>
    internal static ImmutableArray<ClockRule> WithoutDay { get; } =
    [
        Step(
            "saksbehandling",
            "Svar på en søknad eller klage",
            new(Statutes.PublicAdministration, "§ 11 a første ledd"),
            Validity.Since(2000, 1, 1),
            "Dagen søknaden eller klagen kom inn.",
            "Saken skal forberedes og avgjøres uten ugrunnet opphold. Loven nevner ingen dag.",
            "Den som har saken."
        ),
        Step(
            "underretning",
            "Brev om et vedtak som er truffet",
            new(Statutes.PublicAdministration, "§ 27 første ledd"),
            Validity.Since(2000, 1, 1),
            "Dagen vedtaket ble truffet.",
            "Parten skal få underretning om vedtaket så snart som mulig. Loven nevner ingen dag.",
            "Den som traff vedtaket."
        ),
        Step(
            "oversending-klage",
            "En klage som skal videre til klageinstansen",
            new(Statutes.PublicAdministration, "§ 33 fjerde ledd"),
            Validity.Since(2000, 1, 1),
            "Dagen klagen kom inn.",
            "Endrer ikke den som traff vedtaket, det selv, skal saken sendes klageinstansen så snart den er tilrettelagt. Loven nevner ingen dag.",
            "Den som traff vedtaket."
        ),
        Step(
            "saksbehandling-folketrygd",
            "Svar fra Nav på et krav",
            new(Statutes.NationalInsurance, "§ 21-10 første ledd"),
            Validity.Since(2000, 1, 1),
            "Dagen kravet kom inn.",
            "Saken skal avgjøres uten ugrunnet opphold, og vedtaket sendes skriftlig så snart som mulig. Loven nevner ingen dag.",
            "Nav.",
            ofMunicipality: false
        ),
        Step(
            "melding-plan-koordinator",
            "Melding fra helsepersonell om behov for individuell plan og koordinator",
            new(Statutes.HealthPersonnel, "§ 38 a"),
            Validity.Since(2012, 1, 1),
            "Dagen behovet ble sett.",
            "Helsepersonell skal snarest mulig melde behov for individuell plan og koordinator til koordinerende enhet. Loven nevner ingen dag.",
            "Helsepersonellet som ser behovet.",
            ofMunicipality: false
        ),
        Step(
            "varsel-sykehus",
            "Varsel fra sykehus om behov for individuell plan",
            new(Statutes.IndividualPlan, "§ 8 annet ledd"),
            Validity.Since(2022, 8, 1),
            "Dagen sykehuset så behovet.",
            "Et sykehus som ser at noen trenger en plan som også omfatter kommunen, skal varsle kommunens koordinerende enhet så snart som mulig. Forskriften nevner ingen dag.",
            "Helseforetaket.",
            ofMunicipality: false
        ),
    ];

    private static ClockRule Step(
        string id,
        string title,
        LegalBasis basis,
        Validity valid,
        string starts,
        string explains,
        string body,
        bool ofMunicipality = true
    ) =>
        new(id, ClockKind.Waiting, title, basis, valid, starts, Length: null, explains)
        {
            Body = new(body, basis),
            OfMunicipality = ofMunicipality,
        };
}
