using System.Collections.Immutable;

namespace Flette.Core.Law.Clocks;

/// <summary>What is lost by waiting with a claim.</summary>
internal static class Claims
{
    private static readonly Clause Nav = new("Nav.", new(Statutes.NationalInsurance, "§ 21-11"));

    /// <summary>Every wording.</summary>
    internal static ImmutableArray<ClockRule> All { get; } =
    [
        new(
            "krav-folketrygd",
            ClockKind.Claim,
            "Krav om en ytelse som utbetales hver måned: grunnstønad, hjelpestønad, pleiepenger, uføretrygd",
            new(Statutes.NationalInsurance, "§ 22-13 tredje ledd"),
            Validity.Since(2009, 1, 1),
            "Den første dagen vilkårene var oppfylt.",
            new Span(Months: 3),
            "En ytelse som gis per dag eller måned, gis for opptil tre måneder før den måneden kravet ble satt frem. Det som ligger lenger tilbake, blir som hovedregel ikke betalt."
        )
        {
            MonthsBack = 3,
            Body = Nav,
            Form = new("Et krav må settes frem.", new(Statutes.NationalInsurance, "§ 22-13 første ledd")),
            Exceptions =
            [
                new(
                    "Opptil tre år tilbake når den som har retten, åpenbart ikke har vært i stand til å sette frem krav tidligere, eller når Nav har gitt misvisende opplysninger.",
                    new(Statutes.NationalInsurance, "§ 22-13 syvende ledd")
                ),
                new(
                    "Barnepensjon og menerstatning gis for opptil tre år før kravet. Alderspensjon gis tidligst fra måneden etter kravet.",
                    new(Statutes.NationalInsurance, "§ 22-13 fjerde ledd")
                ),
                new(
                    "Overgangsstønad for tiden før fødselen gis når kravet settes frem innen tre måneder etter fødselen.",
                    new(Statutes.NationalInsurance, "§ 22-13 fjerde ledd")
                ),
                new(
                    "Etterbetaling av sykepenger, pleiepenger og foreldrepenger etter lønnsoppgjør kreves innen tre måneder etter at tariffavtalen ble endret.",
                    new(Statutes.NationalInsurance, "§ 22-13 åttende ledd")
                ),
            ],
        },
        new(
            "krav-arbeidsavklaringspenger",
            ClockKind.Claim,
            "Krav om arbeidsavklaringspenger eller dagpenger",
            new(Statutes.NationalInsurance, "§ 22-13 femte ledd"),
            Validity.Since(2010, 3, 1),
            "Den første dagen vilkårene var oppfylt.",
            new Span(),
            "Arbeidsavklaringspenger og dagpenger gis tidligst fra kravet ble satt frem. Ingenting gis for tiden før."
        )
        {
            Body = Nav,
            Exceptions =
            [
                new(
                    "For arbeidsavklaringspenger: opptil tre år tilbake når en åpenbart ikke har vært i stand til å sette frem krav, eller når Nav har gitt misvisende opplysninger. Det gjelder ikke dagpenger.",
                    new(Statutes.NationalInsurance, "§ 22-13 syvende ledd")
                ),
            ],
        },
        new(
            "krav-engangsbelop",
            ClockKind.Claim,
            "Krav om en ytelse som utbetales én gang",
            new(Statutes.NationalInsurance, "§ 22-13 annet ledd"),
            Validity.Since(2009, 1, 1),
            "Den dagen kravet tidligst kunne vært satt frem.",
            new Span(Months: 6),
            "Krav om en ytelse som utbetales som et engangsbeløp, må settes frem innen seks måneder."
        )
        {
            Body = Nav,
        },
        new(
            "krav-barnetrygd",
            ClockKind.Claim,
            "Krav om barnetrygd",
            new(Statutes.ChildBenefit, "§ 11 annet ledd"),
            Validity.Since(2019, 8, 1),
            "Den første dagen vilkårene var oppfylt.",
            new Span(Months: 3),
            "Barnetrygd gis for opptil tre måneder før den måneden kravet ble satt frem."
        )
        {
            MonthsBack = 3,
            Body = new("Nav.", new(Statutes.ChildBenefit, "§ 15")),
            Exceptions =
            [
                new(
                    "Opptil tre år tilbake når det er åpenbart at en ikke har vært i stand til å sette frem krav tidligere, eller når Nav har gitt misvisende opplysninger.",
                    new(Statutes.ChildBenefit, "§ 11 tredje ledd")
                ),
            ],
        },
    ];
}
