using System.Collections.Immutable;

namespace Flette.Core.Law.Clocks;

/// <summary>The family's time to complain, basis by basis.</summary>
internal static class Complaints
{
    private static readonly LegalBasis MovesComplaint = new(Statutes.PublicAdministration, "§ 30");

    private const string Arrived =
        "Dagen underretningen om vedtaket kom frem. Er vedtaket lagt ut digitalt: dagen det var tilgjengelig og varselet var sendt.";

    private static readonly Clause Reasons = new(
        "Er begrunnelsen utelatt, og ber en part om den før fristen er ute, avbrytes fristen. En ny, like lang frist begynner når begrunnelsen er kommet frem.",
        new(Statutes.PublicAdministration, "§ 29 tredje ledd")
    );

    private static readonly Clause Late = new(
        "En klage som kommer for sent, kan likevel bli behandlet når parten ikke kan lastes for det, eller når særlige grunner gjør det rimelig. Er det gått mer enn ett år siden vedtaket, kan den ikke behandles som klage.",
        new(Statutes.PublicAdministration, "§ 31")
    );

    private static readonly Clause Digital = new(
        "Er vedtaket lagt ut digitalt, løper fristen fra det var tilgjengelig og varselet om det var sendt, også når ingen har åpnet det.",
        new(Statutes.ElectronicAdministration, "§ 11")
    );

    private static readonly Clause Sent = new(
        "I posten er det nok at klagen er levert før fristen er ute. Digitalt må den være kommet frem før det, og kommer det ingen bekreftelse, sendes den på nytt.",
        new(Statutes.ElectronicAdministration, "§ 11")
    );

    private static readonly Clause Unnotified = new(
        "Den som ikke har fått underretning, har frist fra hun fikk eller burde ha skaffet seg kjennskap til vedtaket.",
        new(Statutes.PublicAdministration, "§ 29 annet ledd")
    );

    private static readonly Clause Longer = new(
        "Den som traff vedtaket, eller klageinstansen, kan i særlige tilfeller forlenge fristen før den er ute.",
        new(Statutes.PublicAdministration, "§ 29 fjerde ledd")
    );

    private static readonly Clause Written = new(
        "Skriftlig til den som traff vedtaket. Undertegnet, eller sendt digitalt der det er lagt til rette for det. Klagen sier hvilket vedtak den gjelder, og hva som ønskes endret.",
        new(Statutes.PublicAdministration, "§ 32")
    );

    private static readonly Clause Tribunal = new(
        "Trygderetten, når klageinstansen har avgjort klagen. Fristen for anke er også seks uker.",
        new(Statutes.NationalInsurance, "§ 21-12")
    );

    /// <summary>Every wording.</summary>
    internal static ImmutableArray<ClockRule> All { get; } =
    [
        new(
            "klage-folketrygd",
            ClockKind.Complaint,
            "Klage på vedtak etter folketrygdloven",
            new(Statutes.NationalInsurance, "§ 21-12 femte ledd"),
            Validity.Since(1997, 5, 1),
            Arrived,
            new Span(Weeks: 6),
            "Fristen for å klage på et vedtak etter folketrygdloven er seks uker fra underretningen kom frem."
        )
        {
            Moves = MovesComplaint,
            Form = new(
                "Skriftlig eller muntlig, til den enheten i Nav som vedtaket nevner.",
                new(Statutes.NationalInsurance, "§ 21-12 tredje ledd")
            ),
            Body = new(
                "Navs klageinstans. Gjelder vedtaket helsetjenester etter kapittel 5: Nasjonalt klageorgan for helsetjenesten (Helseklage).",
                new(Statutes.NationalInsurance, "§ 21-12 første ledd")
            ),
            Next = Tribunal,
            Restarts = Reasons,
            Late = Late,
            Exceptions = [Digital, Sent, Unnotified, Longer],
        },
        new(
            "klage-barnetrygd",
            ClockKind.Complaint,
            "Klage på vedtak om barnetrygd",
            new(Statutes.ChildBenefit, "§ 15 annet ledd"),
            Validity.Since(2003, 1, 1),
            Arrived,
            new Span(Weeks: 6),
            "Fristen for å klage på et vedtak om barnetrygd er seks uker fra underretningen kom frem."
        )
        {
            Moves = MovesComplaint,
            Form = new(
                "Skriftlig eller muntlig, til den enheten i Nav som vedtaket nevner.",
                new(Statutes.ChildBenefit, "§ 16")
            ),
            Body = new("Navs klageinstans.", new(Statutes.ChildBenefit, "§ 15 første ledd")),
            Next = Tribunal with { Basis = new(Statutes.ChildBenefit, "§ 15") },
            Restarts = Reasons,
            Late = Late,
            Exceptions = [Digital, Sent, Unnotified, Longer],
        },
        new(
            "klage-pbrl",
            ClockKind.Complaint,
            "Klage på helse- og omsorgstjenester, individuell plan, koordinator og barnekoordinator",
            new(Statutes.PatientRights, "§ 7-5"),
            Validity.Since(2012, 1, 1),
            "Dagen en fikk, eller burde ha fått, nok kunnskap til å klage. Ofte er det dagen svaret kom.",
            new Span(Weeks: 4),
            "Fristen for å klage er fire uker fra en fikk eller burde ha fått nok kunnskap til å klage."
        )
        {
            Moves = MovesComplaint,
            Form = new(
                "Skriftlig og undertegnet av den det gjelder, eller av den som representerer henne. En fullmektig som ikke er advokat, legger ved skriftlig fullmakt.",
                new(Statutes.PatientRights, "§ 7-3")
            ),
            Body = new(
                "Statsforvalteren. Klagen sendes til den som traff avgjørelsen.",
                new(Statutes.PatientRights, "§ 7-2")
            ),
            Late = Late with { Basis = new(Statutes.PatientRights, "§ 7-7") },
            Exceptions =
            [
                new(
                    "Enkeltvedtak etter § 2-4 a avgjøres av Nasjonalt klageorgan for helsetjenesten.",
                    new(Statutes.PatientRights, "§ 7-2")
                ),
                new(
                    "Den som har fylt 12 år og forstår hva saken gjelder, kan selv være part.",
                    new(Statutes.PatientRights, "§ 6-5")
                ),
            ],
            OfMunicipality = true,
        },
        new(
            "klage-fvl",
            ClockKind.Complaint,
            "Klage på andre vedtak i kommunen",
            new(Statutes.PublicAdministration, "§ 29"),
            Validity.Since(1970, 1, 1),
            Arrived,
            new Span(Weeks: 3),
            "Fristen for å klage er tre uker fra underretningen om vedtaket kom frem."
        )
        {
            Moves = MovesComplaint,
            Form = Written,
            Body = new(
                "Kommunens klagenemnd, eller formannskapet eller kommunestyret, når ikke en særlov sier Statsforvalteren. Vedtaket skal nevne hvem det er.",
                new(Statutes.PublicAdministration, "§ 28")
            ),
            Restarts = Reasons,
            Late = Late,
            Exceptions = [Digital, Sent, Unnotified, Longer],
            OfMunicipality = true,
        },
        new(
            "klage-fvl",
            ClockKind.Complaint,
            "Klage på andre vedtak i kommunen",
            new(Statutes.NewPublicAdministration, "§ 63"),
            Validity.Enacted,
            "Dagen meldingen om vedtaket kom frem. Er vedtaket lagt ut digitalt: dagen varselet var sendt.",
            new Span(Weeks: 3),
            "Fristen for å klage er tre uker fra meldingen om vedtaket kom frem. Er meldingen gjort tilgjengelig digitalt, regnes den som kommet frem når varselet er sendt."
        )
        {
            Moves = new(Statutes.NewPublicAdministration, "§ 63 fjerde ledd"),
            Form = new(
                "Skriftlig til den som traff vedtaket. Klagen sier hvilket vedtak den gjelder, og hva som ønskes endret.",
                new(Statutes.NewPublicAdministration, "§ 66")
            ),
            Body = new(
                "Kommunestyret, eller det klageutvalget det har valgt, når ikke en særlov sier Statsforvalteren.",
                new(Statutes.NewPublicAdministration, "§ 62")
            ),
            Restarts = Reasons with { Basis = new(Statutes.NewPublicAdministration, "§ 63 tredje ledd") },
            Late = Late with { Basis = new(Statutes.NewPublicAdministration, "§ 65") },
            Exceptions =
            [
                Unnotified with
                {
                    Basis = new(Statutes.NewPublicAdministration, "§ 63 annet ledd"),
                },
                Longer with
                {
                    Basis = new(Statutes.NewPublicAdministration, "§ 63 femte ledd"),
                },
            ],
            OfMunicipality = true,
        },
        new(
            "klage-sosialtjenester",
            ClockKind.Complaint,
            "Klage på sosiale tjenester i Nav: sosialhjelp, kvalifiseringsprogram, midlertidig bolig",
            new(Statutes.PublicAdministration, "§ 29"),
            Validity.Since(2010, 1, 1),
            Arrived,
            new Span(Weeks: 3),
            "Fristen for å klage på et vedtak etter sosialtjenesteloven er tre uker fra underretningen kom frem."
        )
        {
            Moves = MovesComplaint,
            Form = Written,
            Body = new(
                "Statsforvalteren. Klagen sendes til Nav-kontoret som traff vedtaket.",
                new(Statutes.SocialServices, "§ 47")
            ),
            Restarts = Reasons,
            Late = Late,
            Exceptions = [Digital, Sent, Unnotified, Longer],
            OfMunicipality = true,
        },
        new(
            "klage-barnevern",
            ClockKind.Complaint,
            "Klage på barnevernstjenestens vedtak",
            new(Statutes.PublicAdministration, "§ 29"),
            Validity.Since(2023, 1, 1),
            Arrived,
            new Span(Weeks: 3),
            "Fristen for å klage på barnevernstjenestens vedtak er tre uker fra underretningen kom frem. Det gjelder også avgjørelsen om individuell plan."
        )
        {
            Moves = MovesComplaint,
            Form = Written,
            Body = new(
                "Statsforvalteren. Klagen sendes til barnevernstjenesten.",
                new(Statutes.ChildWelfare, "§ 12-9")
            ),
            Restarts = Reasons,
            Late = Late,
            Exceptions =
            [
                new(
                    "Saker som barneverns- og helsenemnda avgjør, følger kapittel 14 og ikke denne fristen.",
                    new(Statutes.ChildWelfare, "§ 12-9 tredje ledd")
                ),
                new(
                    "Et barn kan selv klage på vedtak om opphold utenfor hjemmet og om flytting.",
                    new(Statutes.ChildWelfare, "§ 12-3 a")
                ),
                Digital,
                Unnotified,
                Longer,
            ],
            OfMunicipality = true,
        },
    ];
}
