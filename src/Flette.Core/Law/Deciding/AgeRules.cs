using System.Collections.Immutable;

namespace Flette.Core.Law.Deciding;

/// <summary>What the law says changes at an age.</summary>
/// <param name="Id">Stable: «helse-16».</param>
/// <param name="Age">From which age in full years; 0 is at any age.</param>
/// <param name="Until">The age at which it ends; null when it does not.</param>
/// <param name="Says">Plain words, bokmål, in general and about nobody.</param>
public sealed record AgeRule(string Id, int Age, int? Until, string Says, LegalBasis Basis, Validity Valid)
{
    /// <summary>Whether it holds for one who is this old.</summary>
    /// <param name="age">Full years.</param>
    public bool Holds(int age) => age >= Age && (Until is not { } end || age < end);
}

/// <summary>
/// The table of ages (trust.md, Ages and positions), as dated data. Words that changed on 1 June 2026 stand in both wordings. Those of
/// the barnelov of 2025 stand as enacted.
/// </summary>
public static class AgeRules
{
    private static readonly DateOnly NewWord = new(2026, 6, 1);

    /// <summary>All of them, by age.</summary>
    public static ImmutableArray<AgeRule> All { get; } =
    [
        new(
            "hort",
            0,
            null,
            "Et barn som kan danne seg egne synspunkter, skal få informasjon og bli hørt. Synet skal tillegges vekt etter alder og modenhet.",
            new(Statutes.PatientRights, "§ 3-1"),
            Validity.Since(2001, 1, 1)
        ),
        new(
            "hort-barnevern",
            0,
            AgeLimits.Adult,
            "Barn kan si sin mening til barnevernet uten at foreldrene samtykker eller får vite om samtalen på forhånd. De skal få vite hvem som kan få innsyn, før noe deles.",
            new(Statutes.ChildWelfare, "§ 1-4"),
            Validity.Since(2023, 1, 1)
        ),
        new(
            "hort-plan",
            0,
            AgeLimits.Adult,
            "Barn som kan danne seg egne synspunkter, medvirker i alle faser av arbeidet med sin individuelle plan.",
            new(Statutes.IndividualPlan, "§ 4"),
            Validity.Since(2022, 8, 1)
        ),
        new(
            "tungtveiende-hensyn",
            0,
            AgeLimits.Adult,
            "Opplysninger om helse skal ikke gis til dem som har foreldreansvaret, når tungtveiende hensyn til barnet taler mot det.",
            new(Statutes.PatientRights, "§ 3-4 tredje ledd"),
            Validity.Since(2001, 1, 1)
        ),
        new(
            "syv",
            AgeLimits.Heard,
            AgeLimits.Adult,
            "Barn som har fylt syv år, skal få informasjon og si sin mening før andre avgjør noe om dem.",
            new(Statutes.Children, "§ 31"),
            Validity.Since(2014, 1, 1)
        ),
        new(
            "syv-helse",
            AgeLimits.Heard,
            AgeLimits.OwnHealth,
            "Før foreldrene samtykker til helsehjelp, skal barnet få informasjon og anledning til å si sin mening.",
            new(Statutes.PatientRights, "§ 4-4 femte ledd"),
            Validity.Since(2018, 1, 1)
        ),
        new(
            "tolv",
            AgeLimits.GreatWeight,
            AgeLimits.Adult,
            "Fra fylte tolv år skal det legges stor vekt på hva barnet mener.",
            new(Statutes.Children, "§ 31"),
            Validity.Since(2014, 1, 1)
        ),
        new(
            "tolv-helse",
            AgeLimits.GreatWeight,
            AgeLimits.OwnHealth,
            "Mellom tolv og seksten år skal foreldrene ikke få opplysninger om helse når barnet ikke vil det, av grunner som bør respekteres. Da samtykker barnet selv til den helsehjelpen.",
            new(Statutes.PatientRights, "§§ 3-4 og 4-3"),
            Validity.Since(2001, 1, 1)
        ),
        new(
            "tolv-part-helse",
            AgeLimits.GreatWeight,
            AgeLimits.Adult,
            "Den som har fylt tolv år og forstår hva saken gjelder, kan være part i en sak etter pasient- og brukerrettighetsloven.",
            new(Statutes.PatientRights, "§ 6-5"),
            Validity.Since(2018, 1, 1)
        ),
        new(
            "tretten-tjenester",
            13,
            null,
            "Fra tretten år samtykker en selv når en tjeneste på nett spør om å bruke opplysninger om en.",
            new(Statutes.PersonalData, "§ 5"),
            Validity.Since(2018, 7, 20)
        ),
        new(
            "femten-barnevern",
            AgeLimits.Party,
            AgeLimits.Adult,
            "Den som har fylt femten år, er part i sin egen sak i barnevernet.",
            new(Statutes.ChildWelfare, "§ 12-3"),
            Validity.Since(2023, 1, 1)
        ),
        new(
            "femten-vedtak",
            AgeLimits.Party,
            AgeLimits.Adult,
            "Når en som har fylt femten år, er part og blir representert av verge, skal også hun selv få varsel, opplysninger og vedtaket. Under femten år skal barn ikke gis taushetsbelagte opplysninger.",
            new(Statutes.PublicAdministration, "§§ 16, 17, 18 og 27"),
            Validity.Since(2008, 1, 1)
        ),
        new(
            "femten-vedtak",
            AgeLimits.Party,
            AgeLimits.Adult,
            "Når en som har fylt femten år, er part og blir representert av verge, skal også hun selv få varsel, opplysninger og vedtaket. Under femten år skal barn ikke gis taushetsbelagte opplysninger.",
            new(Statutes.NewPublicAdministration, "§ 54"),
            Validity.Enacted
        ),
        new(
            "femten-utdanning",
            AgeLimits.Party,
            null,
            "Den som har fylt femten år, tar selv stilling til spørsmål om opplæringen: samtykke til individuelt tilrettelagt opplæring, og søknad om videregående.",
            new(Statutes.Education, "§ 24-5"),
            Validity.Since(2024, 8, 1)
        ),
        new(
            "forening",
            AgeLimits.Party,
            null,
            "Den som har fylt femten år, avgjør selv valg av utdanning og medlemskap i foreninger.",
            new(Statutes.Children, "§ 32"),
            Validity.Since(1982, 1, 1)
        ),
        new(
            "forening",
            AgeLimits.GreatWeight,
            null,
            "Den som har fylt tolv år, avgjør selv om hun vil være medlem av en forening.",
            new(Statutes.NewChildren, "§ 6-8"),
            Validity.Enacted
        ),
        new(
            "seksten-helse",
            AgeLimits.OwnHealth,
            null,
            "Den som har fylt seksten år, samtykker selv til helsehjelp, når hun har samtykkekompetanse.",
            new(Statutes.PatientRights, "§ 4-3 første ledd bokstav b"),
            new(new(2001, 1, 1), NewWord.AddDays(-1))
        ),
        new(
            "seksten-helse",
            AgeLimits.OwnHealth,
            null,
            "Den som har fylt seksten år, samtykker selv til helsehjelp, når hun har beslutningskompetanse.",
            new(Statutes.PatientRightsFromJune2026, "§ 4-3"),
            new(NewWord)
        ),
        new(
            "seksten-deling",
            AgeLimits.OwnHealth,
            null,
            "Den som har fylt seksten år, avgjør selv om helsepersonell kan gi opplysninger videre. Kan hun ikke vurdere det, er det nærmeste pårørende som gjør det.",
            new(Statutes.HealthPersonnel, "§ 22"),
            Validity.Since(2001, 1, 1)
        ),
        new(
            "seksten-foreldre",
            AgeLimits.OwnHealth,
            AgeLimits.Adult,
            "Foreldrene får bare de opplysningene om helse som er nødvendige for å oppfylle foreldreansvaret. Ungdommen skal få vite at de gis.",
            new(Statutes.PatientRights, "§ 3-4 fjerde ledd"),
            Validity.Since(2001, 1, 1)
        ),
        new(
            "atten",
            AgeLimits.Adult,
            null,
            "Den som har fylt atten år, er myndig og tar egne avgjørelser.",
            new(Statutes.Guardianship, "§ 8"),
            Validity.Since(2013, 7, 1)
        ),
        new(
            "atten-barnekoordinator",
            AgeLimits.Adult,
            null,
            "Kommunens plikt til å oppnevne barnekoordinator gjelder til barnet fyller atten år. Etter det tilbyr kommunen koordinator etter § 7-2 til dem som trenger langvarige og koordinerte tjenester.",
            new(Statutes.MunicipalHealth, "§ 7-2 a"),
            Validity.Since(2022, 8, 1)
        ),
        new(
            "atten-ettervern",
            AgeLimits.Adult,
            25,
            "Tiltak fra barnevernet kan fortsette, eller komme på nytt, til ungdommen fyller tjuefem år, når hun samtykker.",
            new(Statutes.ChildWelfare, "§ 3-6"),
            Validity.Since(2023, 1, 1)
        ),
    ];

    /// <summary>Those in force on the day.</summary>
    public static IEnumerable<AgeRule> On(DateOnly day) => All.Where(r => r.Valid.Covers(day));
}
