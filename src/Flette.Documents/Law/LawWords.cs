using Flette.Core.Law.Deciding;

namespace Flette.Documents.Law;

/// <summary>Matters and rules of consent, by code and in words.</summary>
internal static class LawWords
{
    public static string Code(Matter matter) =>
        matter switch
        {
            Matter.Plan => "plan",
            Matter.Sharing => "deling",
            Matter.HealthCare => "helsehjelp",
            Matter.ChildWelfare => "barnevern",
            Matter.School => "skole",
            Matter.Education => "utdanning",
            Matter.Welfare => "nav",
            _ => "hverdag",
        };

    public static string Title(Matter matter) =>
        matter switch
        {
            Matter.Plan => "Individuell plan",
            Matter.Sharing => "At helsepersonell deler opplysninger",
            Matter.HealthCare => "Helsehjelp",
            Matter.ChildWelfare => "Barnevern",
            Matter.School => "Skole og barnehage i hverdagen",
            Matter.Education => "Valg av utdanning",
            Matter.Welfare => "Nav og penger",
            _ => "Hvor barnet bor, og hverdagen",
        };

    public static string Code(ConsentRule rule) =>
        rule switch
        {
            ConsentRule.Self => "self",
            ConsentRule.Each => "each",
            ConsentRule.One => "one",
            ConsentRule.SelfAndEach => "self-and-each",
            ConsentRule.ChildWelfareService => "child-welfare-service",
            ConsentRule.Provider => "provider",
            _ => "not-settled",
        };

    public static string Says(ConsentRule rule) =>
        rule switch
        {
            ConsentRule.Self => "Hun eller han selv.",
            ConsentRule.Each => "Hver av dem som står her.",
            ConsentRule.One => "Én av dem som står her er nok.",
            ConsentRule.SelfAndEach => "Hun eller han selv, og hver av de andre.",
            ConsentRule.ChildWelfareService => "Barnevernstjenesten, og fosterforeldrene der de står.",
            ConsentRule.Provider => "Den som gir helsehjelpen, etter å ha spurt dem som står her.",
            _ => "Ingen som er registrert: noen må spørres, eller verge oppnevnes.",
        };
}
