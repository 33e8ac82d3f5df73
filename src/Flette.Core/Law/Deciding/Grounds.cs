namespace Flette.Core.Law.Deciding;

/// <summary>Why it stands as it does: the rules that were used, in words and with their sections.</summary>
internal static class Grounds
{
    private static readonly Clause Expecting = new(
        "Familien kan ha barnekoordinator også når den venter barn. Til fødselen er det som gjelder barnet, den gravides.",
        new(Statutes.MunicipalHealth, "§ 7-2 a")
    );

    private static readonly Clause Together = new(
        "De som har foreldreansvaret sammen, tar avgjørelsene sammen.",
        new(Statutes.Children, "§ 30")
    );

    private static readonly Clause HealthOfChild = new(
        "De som har foreldreansvaret, samtykker for barn under seksten år.",
        new(Statutes.PatientRights, "§ 4-4 første ledd")
    );

    private static readonly Clause Everyday = new(
        "Det er nok at én av foreldrene samtykker til det som er del av den daglige omsorgen, også den som ikke har foreldreansvar.",
        new(Statutes.PatientRights, "§ 4-4 annet ledd")
    );

    private static readonly Clause Needed = new(
        "Det er nok at én samtykker når kvalifisert helsepersonell mener hjelpen er nødvendig for at barnet ikke skal ta skade. Begge skal så langt som mulig få si sin mening først.",
        new(Statutes.PatientRights, "§ 4-4 tredje ledd")
    );

    private static readonly Clause CareTaken = new(
        "Når barnevernet har overtatt omsorgen, samtykker barnevernstjenesten, og fosterforeldrene eller institusjonen der barnet bor.",
        new(Statutes.PatientRights, "§ 4-4 fjerde ledd")
    );

    private static readonly Clause CareTakenSchool = new(
        "Når barnevernet har overtatt omsorgen, tar barnevernstjenesten og fosterforeldrene eller institusjonen avgjørelser for eleven. Noen få valg er fremdeles foreldrenes.",
        new(Statutes.Education, "§ 24-4")
    );

    private static readonly Clause CareTakenTold = new(
        "Barnevernstjenesten skal informere foreldre med foreldreansvar om alle vedtak, når det ikke utsetter noen for fare.",
        new(Statutes.ChildWelfare, "§ 12-2")
    );

    private static readonly Clause YouthWithout = new(
        "Foreldrene samtykker for den som er mellom seksten og atten år og ikke har beslutningskompetanse. Helsehjelp kan ikke gis når hun motsetter seg det, om ikke en særlov sier noe annet.",
        new(Statutes.PatientRights, "§ 4-5")
    );

    private static readonly Clause AdultWithout = new(
        "Den som gir helsehjelpen, avgjør når en voksen ikke har beslutningskompetanse, og spør nærmeste pårørende hva hun ville ha ønsket.",
        new(Statutes.PatientRights, "§ 4-6")
    );

    private static readonly Clause ProviderForChild = new(
        "Når foreldrene til et barn under tolv år ikke skal ha opplysningene, kan den som gir helsehjelpen, en kort tid avgjøre det som er strengt nødvendig.",
        new(Statutes.PatientRights, "§ 4-3 sjette ledd")
    );

    private static readonly Clause NextOfKin = new(
        "Kan den det gjelder ikke vurdere spørsmålet, kan nærmeste pårørende samtykke til at opplysninger gis.",
        new(Statutes.HealthPersonnel, "§ 22 tredje ledd")
    );

    private static readonly Clause KinInformed = new(
        "Kan den som er over seksten år, ikke ivareta sine interesser, skal også nærmeste pårørende ha informasjon.",
        new(Statutes.PatientRights, "§ 3-3 annet ledd")
    );

    private static readonly Clause PlanYes = new(
        "Individuell plan skal ikke utarbeides uten samtykke fra den det gjelder, eller den som har rett til å samtykke for henne.",
        new(Statutes.IndividualPlan, "§ 5")
    );

    private static readonly Clause Minor = new(
        "Vergen handler for den som er under atten år, i økonomiske forhold. Verge er den som har foreldreansvaret.",
        new(Statutes.Guardianship, "§§ 16 og 17")
    );

    private static readonly Clause Home = new(
        "Den barnet bor fast hos, tar avgjørelser om vesentlige sider av omsorgen, som barnehage og hvor i landet barnet skal bo.",
        new(Statutes.Children, "§ 37")
    );

    /// <summary>The rules used, the one that says whose yes it is first.</summary>
    public static List<Clause> Of(
        in Person person,
        Matter matter,
        DateOnly day,
        Circumstances particular,
        ConsentRule rule
    )
    {
        List<Clause> why = matter == Matter.Plan && person.Stage != Stage.Unknown ? [PlanYes] : [];
        if (person.Stage == Stage.Unborn)
        {
            why.Add(Expecting);
        }
        if (person.Stage is Stage.Unborn or Stage.Unknown)
        {
            return why;
        }
        why.AddRange(ForRule(person, matter, rule, particular));
        var ids = Ages(person, matter, particular).ToHashSet(StringComparer.Ordinal);
        why.AddRange(AgeRules.On(day).Where(r => ids.Contains(r.Id)).Select(r => new Clause(r.Says, r.Basis)));
        return why;
    }

    private static List<Clause> ForRule(in Person person, Matter matter, ConsentRule rule, Circumstances particular)
    {
        if (rule == ConsentRule.Provider)
        {
            return [person.Stage == Stage.Adult ? AdultWithout : ProviderForChild];
        }
        if (person.Stage == Stage.Adult)
        {
            return Seeing.IsHealth(matter) && person.LacksCapacity ? [NextOfKin, KinInformed] : [];
        }
        if (person.CareTakenOver && matter != Matter.Welfare)
        {
            return matter switch
            {
                Matter.School or Matter.Education => [CareTakenSchool],
                Matter.ChildWelfare => [CareTakenTold],
                _ => [CareTaken],
            };
        }
        return (matter, rule) switch
        {
            (Matter.Welfare, _) => [Minor],
            (Matter.DailyLife, _) => [Home],
            (Matter.School or Matter.Education or Matter.ChildWelfare, not ConsentRule.Self) => [Together],
            (Matter.Sharing, ConsentRule.One) => [NextOfKin],
            (_, ConsentRule.One) => [particular.Everyday ? Everyday : Needed],
            (_, ConsentRule.Each) => [person.Stage == Stage.From16 ? YouthWithout : HealthOfChild, Together],
            _ => [],
        };
    }

    // Which rows of the table of ages bear on it.
    private static List<string> Ages(Person person, Matter matter, Circumstances particular)
    {
        var health = Seeing.IsHealth(matter);
        if (person.Stage == Stage.Adult)
        {
            return matter == Matter.ChildWelfare ? ["atten", "atten-ettervern"] : ["atten"];
        }
        var rows = new List<string> { matter == Matter.ChildWelfare ? "hort-barnevern" : "hort" };
        void AddIf(bool condition, string id)
        {
            if (condition)
            {
                rows.Add(id);
            }
        }
        var age = person.Age;
        AddIf(matter == Matter.Plan, "hort-plan");
        AddIf(age >= AgeLimits.Heard, health && person.Stage != Stage.From16 ? "syv-helse" : "syv");
        AddIf(age >= AgeLimits.GreatWeight, "tolv");
        AddIf(health && particular.WeightyReasons, "tungtveiende-hensyn");
        AddIf(health && person.Stage == Stage.From12, "tolv-helse");
        AddIf(age >= AgeLimits.Party && matter == Matter.ChildWelfare, "femten-barnevern");
        AddIf(age >= AgeLimits.Party && matter is Matter.ChildWelfare or Matter.Welfare, "femten-vedtak");
        AddIf(age >= AgeLimits.Party && matter is Matter.School or Matter.Education, "femten-utdanning");
        AddIf(age >= AgeLimits.Party && matter == Matter.Education, "forening");
        AddIf(person.Stage == Stage.From16 && matter is Matter.Plan or Matter.HealthCare, "seksten-helse");
        AddIf(person.Stage == Stage.From16 && matter == Matter.Sharing, "seksten-deling");
        AddIf(person.Stage == Stage.From16 && health && !person.LacksCapacity, "seksten-foreldre");
        return rows;
    }
}
