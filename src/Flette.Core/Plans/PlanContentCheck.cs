using Flette.Core.Words;

namespace Flette.Core.Plans;

/// <summary>What a plan shall have in it, in the order of the regulation (FOR-2022-06-22-1110 § 9), and the child's part.</summary>
public enum PlanPoint
{
    /// <summary>a) mål, ressurser og behov.</summary>
    GoalsResourcesNeeds,

    /// <summary>b) hvem som deltar.</summary>
    Participants,

    /// <summary>c) hvem som har ansvar for å utarbeide planen, og for koordinering og fremdrift.</summary>
    Responsible,

    /// <summary>d) hva hver enkelt vil bidra med.</summary>
    Contributions,

    /// <summary>e) tjenester og tiltak, omfang, ansvar.</summary>
    Measures,

    /// <summary>f) hvordan de skal gjennomføres.</summary>
    How,

    /// <summary>g) koordinator.</summary>
    Coordinator,

    /// <summary>h) planperiode og revisjoner.</summary>
    Period,

    /// <summary>i) samtykke.</summary>
    Consent,

    /// <summary>j) samarbeid med andre tjenesteytere.</summary>
    Cooperation,

    /// <summary>Siste ledd: hvordan barnets rett til medvirkning er ivaretatt.</summary>
    ChildsPart,
}

/// <summary>A screen where a point can be filled.</summary>
public enum PlanScreen
{
    NewGoal,
    NewResource,
    NewNeed,
    NewParticipant,
    NewContribution,
    NewMeasure,
    Measure,
    Need,
    Yes,
    PlanHead,
}

/// <summary>A point of the list.</summary>
/// <param name="By">What fills it, or what is not there yet, in a few words.</param>
/// <param name="Fill">The screen where it can be filled; null when it is filled, or filled by others.</param>
/// <param name="Target">What the screen is about, when it is about one thing.</param>
public sealed record ContentPoint(
    PlanPoint Point,
    bool Filled,
    string By,
    PlanScreen? Fill = null,
    Guid? Target = null
);

/// <summary>
/// «Dette skal en plan ha med»: the ten points of FOR-2022-06-22-1110 § 9 and the child's part, as a list that helps. It counts
/// nothing up, ranks nobody and is sent nowhere. Pure.
/// </summary>
public static class PlanContentCheck
{
    /// <summary>The points, in the order of the regulation. The child's part only where the plan is about a child.</summary>
    public static IReadOnlyList<ContentPoint> Of(PlanContentFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ContentPoint[] points =
        [
            GoalsResourcesNeeds(facts),
            facts.Participants > 0
                ? new(PlanPoint.Participants, true, People(facts))
                : new(PlanPoint.Participants, false, "Ingen er ført opp ennå", PlanScreen.NewParticipant),
            Responsible(facts),
            Contributions(facts),
            Measures(facts),
            How(facts),
            Coordinator(facts),
            Period(facts),
            facts.Yes.Count > 0
                ? new(PlanPoint.Consent, true, "Ja til planen " + Day(facts.Yes.Max(y => y.On), facts))
                : new(PlanPoint.Consent, false, "Ja til planen er ikke skrevet inn ennå", PlanScreen.Yes),
            Cooperation(facts),
        ];
        return facts.Child is null ? points : [.. points, ChildsPart(facts, facts.Child)];
    }

    private static ContentPoint GoalsResourcesNeeds(PlanContentFacts f)
    {
        string[] there =
        [
            .. f.Goals > 0 ? [$"{f.Goals} mål"] : (string[])[],
            .. f.Resources > 0 ? [Count(f.Resources, "ressurs", "ressurser")] : (string[])[],
            .. f.Needs.Count > 0 ? [$"{f.Needs.Count} behov"] : (string[])[],
        ];
        (string Words, PlanScreen Screen)[] missing =
        [
            .. f.Goals == 0 ? [("mål", PlanScreen.NewGoal)] : ((string, PlanScreen)[])[],
            .. f.Resources == 0 ? [("hva dere er gode på", PlanScreen.NewResource)] : ((string, PlanScreen)[])[],
            .. f.Needs.Count == 0 ? [("hva dere trenger", PlanScreen.NewNeed)] : ((string, PlanScreen)[])[],
        ];
        if (missing.Length == 0)
        {
            return new(PlanPoint.GoalsResourcesNeeds, true, string.Join(", ", there));
        }
        var lacks = $"Ikke skrevet ennå: {Listing.And(missing.Select(m => m.Words))}";
        var words = there.Length == 0 ? lacks : $"{string.Join(", ", there)}. {lacks}";
        return new(PlanPoint.GoalsResourcesNeeds, false, words, missing[0].Screen);
    }

    private static string People(PlanContentFacts f)
    {
        var people = Count(f.Participants, "person", "personer");
        return f.Services == 0 ? people : $"{people} fra {(f.Services == 1 ? "ett sted" : $"{f.Services} steder")}";
    }

    private static ContentPoint Responsible(PlanContentFacts f) =>
        (f.Responsible ?? f.Coordinator) is { } name
            ? new(PlanPoint.Responsible, true, name)
            : new(PlanPoint.Responsible, false, "Enheten oppnevner den som har ansvaret");

    private static ContentPoint Contributions(PlanContentFacts f) =>
        (f.FamilyContributes, f.ServicesContribute) switch
        {
            (true, > 0) => new(
                PlanPoint.Contributions,
                true,
                $"Familien og {Count(f.ServicesContribute, "annen", "andre")} har sagt det"
            ),
            (true, _) => new(
                PlanPoint.Contributions,
                false,
                "Familien har sagt det. De andre er ikke spurt ennå",
                PlanScreen.NewContribution
            ),
            (false, > 0) => new(
                PlanPoint.Contributions,
                false,
                $"{NorwegianDates.Capital(Count(f.ServicesContribute, "annen", "andre"))} har sagt det. Familien er ikke spurt ennå",
                PlanScreen.NewContribution
            ),
            _ => new(PlanPoint.Contributions, false, "Ingen er spurt ennå", PlanScreen.NewContribution),
        };

    private static ContentPoint Measures(PlanContentFacts f)
    {
        if (f.Measures.Count == 0)
        {
            return new(
                PlanPoint.Measures,
                false,
                f.Agreements == 0
                    ? "Ingen tiltak ennå"
                    : $"{NorwegianDates.Capital(Count(f.Agreements, "avtale", "avtaler"))} sier hva som gjøres, og hvem som gjør det. Hvor mye dere får av hver tjeneste, kan skrives som tiltak",
                PlanScreen.NewMeasure
            );
        }
        var lacking = f.Measures.Where(m => !m.HasScope).ToList();
        return lacking.Count == 0
            ? new(PlanPoint.Measures, true, $"{f.Measures.Count} tiltak")
            : new(
                PlanPoint.Measures,
                false,
                $"{f.Measures.Count} tiltak. På {lacking.Count} står det ikke hvor mye",
                PlanScreen.Measure,
                lacking[0].Id
            );
    }

    private static ContentPoint How(PlanContentFacts f)
    {
        if (f.Measures.Count == 0)
        {
            return new(
                PlanPoint.How,
                false,
                f.Agreements == 0 ? "Kommer med tiltakene" : "Avtalene er en begynnelse. Resten kommer med tiltakene",
                PlanScreen.NewMeasure
            );
        }
        var lacking = f.Measures.Where(m => !m.HasHow).ToList();
        return lacking.Count == 0
            ? new(PlanPoint.How, true, "Står på hvert tiltak")
            : new(
                PlanPoint.How,
                false,
                $"På {lacking.Count} tiltak står det ikke hvordan",
                PlanScreen.Measure,
                lacking[0].Id
            );
    }

    private static ContentPoint Coordinator(PlanContentFacts f) =>
        f.Coordinator is null
            ? new(PlanPoint.Coordinator, false, "Enheten oppnevner koordinator")
            : new(
                PlanPoint.Coordinator,
                true,
                f.CoordinatorSince is { } since
                    ? $"{f.CoordinatorIs ?? "Koordinator"} fra {Day(since, f)}"
                    : f.CoordinatorIs ?? "Koordinator"
            );

    private static ContentPoint Period(PlanContentFacts f)
    {
        string?[] parts =
        [
            f.From is { } from ? "Fra " + Day(from, f) : null,
            f.Until is { } until ? "Til " + Day(until, f) : "Hvor lenge er ikke skrevet ennå",
            f.Revision is { } next ? "Vi ser på den " + Day(next, f) : "Når dere ser på den, er ikke skrevet ennå",
        ];
        return new(
            PlanPoint.Period,
            f is { From: not null, Until: not null, Revision: not null },
            string.Join(". ", parts.OfType<string>()),
            f is { From: not null, Until: not null, Revision: not null } ? null : PlanScreen.PlanHead
        );
    }

    // Who else is wished for shows in the needs nobody has taken.
    private static ContentPoint Cooperation(PlanContentFacts f)
    {
        var ownerless = f.Needs.Where(n => !n.HasOwner).ToList();
        return (f.Needs.Count, ownerless.Count) switch
        {
            (0, _) => new(
                PlanPoint.Cooperation,
                false,
                "Skriv hva dere trenger, så viser det seg hvem dere vil samarbeide med",
                PlanScreen.NewNeed
            ),
            (_, 0) => new(PlanPoint.Cooperation, true, "Hvert behov har noen"),
            var (_, n) => new(
                PlanPoint.Cooperation,
                false,
                $"{n} behov har ingen ennå. Hvem vil dere ha med?",
                PlanScreen.Need,
                ownerless[0].Id
            ),
        };
    }

    private static ContentPoint ChildsPart(PlanContentFacts f, string child) =>
        (f.ChildsPart, f.ChildSpoke) switch
        {
            ({ } text, _) => new(PlanPoint.ChildsPart, true, text),
            (_, { } day) => new(PlanPoint.ChildsPart, true, $"{child} sa hva som er viktig, {Day(day, f)}"),
            _ => new(
                PlanPoint.ChildsPart,
                false,
                "Det er ikke skrevet ennå. Man kan tegne, fortelle eller peke",
                PlanScreen.PlanHead
            ),
        };

    private static string Day(DateOnly day, PlanContentFacts f) => NorwegianDates.DayAndMonth(day, f.Today);

    private static string Count(int number, string one, string several) =>
        number == 1 ? $"én {one}" : $"{number} {several}";
}
