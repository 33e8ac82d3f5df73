using Flette.Core.Words;
using static Flette.Core.Plans.Content.PlanContentCheck;

namespace Flette.Core.Plans.Content;

/// <summary>What is needed, and what is done about it: § 9 letters a, e, f and j.</summary>
internal static class ServicePoints
{
    /// <summary>a) They are those of the one the plan is for: what only a parent wants or needs does not fill a child's plan.</summary>
    public static ContentPoint GoalsResourcesNeeds(PlanContentFacts f)
    {
        var who = f.Recipient;
        (int All, int Own, string There, string Lacks, PlanScreen Screen)[] parts =
        [
            (
                f.Goals.All,
                f.Goals.Own,
                $"{f.Goals.All} mål",
                who is null ? "mål" : $"mål for {who}",
                PlanScreen.NewGoal
            ),
            (
                f.Resources.All,
                f.Resources.Own,
                Count(f.Resources.All, "én ressurs", "ressurser"),
                who is null ? "hva dere er gode på" : $"hva {who} er god på",
                PlanScreen.NewResource
            ),
            // One that is met is a need still: that it is met is what the measure does.
            (
                f.Needs.Count,
                f.Needs.Count(n => n.Own),
                $"{f.Needs.Count} behov",
                who is null ? "hva dere trenger" : $"hva {who} trenger",
                PlanScreen.NewNeed
            ),
        ];
        var there = string.Join(", ", parts.Where(p => p.All > 0).Select(p => p.There));
        var lacking = parts.Where(p => p.Own == 0).ToList();
        if (lacking.Count == 0)
        {
            return Filled(PlanPoint.GoalsResourcesNeeds, there);
        }
        var lacks = $"Ikke skrevet ennå: {Listing.And(lacking.Select(p => p.Lacks))}";
        return Lacks(
            PlanPoint.GoalsResourcesNeeds,
            there.Length > 0,
            there.Length > 0 ? $"{there}. {lacks}" : lacks,
            [.. lacking.Select(p => new ToFill(p.Screen))]
        );
    }

    /// <summary>e) Those that are «aktuelle», how much, and who is responsible, which each measure says.</summary>
    public static ContentPoint Measures(PlanContentFacts f)
    {
        if (f.Measures.Count == 0)
        {
            return Lacks(
                PlanPoint.Measures,
                f.Agreements > 0,
                f.Agreements == 0
                    ? "Ingen tiltak ennå"
                    : $"{NorwegianDates.Capital(Count(f.Agreements, "én avtale", "avtaler"))} sier hva som gjøres, og hvem som gjør det. Hvor mye dere får av hver tjeneste, kan skrives som tiltak",
                new ToFill(PlanScreen.NewMeasure)
            );
        }
        var (there, current) = ($"{f.Measures.Count} tiltak", Current(f));
        if (current.Count == 0)
        {
            return Lacks(
                PlanPoint.Measures,
                true,
                $"{there}, og alle er gjort. Hva er aktuelt nå?",
                new ToFill(PlanScreen.NewMeasure)
            );
        }
        var lacking = current.Where(m => !m.HasScope).ToList();
        return lacking.Count == 0
            ? Filled(PlanPoint.Measures, there)
            : Lacks(
                PlanPoint.Measures,
                true,
                $"{there}. På {Count(lacking.Count, "ett", "tiltak")} står det ikke hvor mye",
                [.. lacking.Select(m => new ToFill(PlanScreen.MeasureScope, m.Id, m.What))]
            );
    }

    /// <summary>f) How each of them is done.</summary>
    public static ContentPoint How(PlanContentFacts f)
    {
        var current = Current(f);
        if (current.Count == 0)
        {
            return Lacks(
                PlanPoint.How,
                f.Agreements > 0 && f.Measures.Count == 0,
                f.Measures.Count > 0 ? "Kommer med neste tiltak"
                    : f.Agreements == 0 ? "Kommer med tiltakene"
                    : "Avtalene er en begynnelse. Resten kommer med tiltakene",
                new ToFill(PlanScreen.NewMeasure)
            );
        }
        var lacking = current.Where(m => !m.HasHow).ToList();
        return lacking.Count == 0
            ? Filled(PlanPoint.How, "Står på hvert tiltak")
            : Lacks(
                PlanPoint.How,
                lacking.Count < current.Count,
                $"På {Count(lacking.Count, "ett tiltak", "tiltak")} står det ikke hvordan",
                [.. lacking.Select(m => new ToFill(PlanScreen.MeasureWay, m.Id, m.What))]
            );
    }

    /// <summary>j) Who else is needed or wished for shows in the needs nobody has taken.</summary>
    public static ContentPoint Cooperation(PlanContentFacts f)
    {
        if (f.Needs.Count == 0)
        {
            return Lacks(
                PlanPoint.Cooperation,
                false,
                "Skriv hva dere trenger, så viser det seg hvem dere vil samarbeide med",
                new ToFill(PlanScreen.NewNeed)
            );
        }
        var open = f.Needs.Where(n => !n.Met).ToList();
        if (open.Count == 0)
        {
            return Filled(PlanPoint.Cooperation, "Hvert behov er dekket");
        }
        var ownerless = open.Where(n => n.Owner is null).ToList();
        var owners = open.Select(n => n.Owner).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return ownerless.Count == 0
            ? Filled(PlanPoint.Cooperation, $"Hvert behov har noen: {Names(owners)}")
            : Lacks(
                PlanPoint.Cooperation,
                owners.Count > 0,
                (owners.Count > 0 ? $"{Names(owners)} har behov hos seg. " : "")
                    + $"{NorwegianDates.Capital(Count(ownerless.Count, "ett behov", "behov"))} har ingen ennå. Hvem vil dere ha med?",
                [.. ownerless.Select(n => new ToFill(PlanScreen.NeedOwner, n.Id, n.Text))]
            );
    }

    private static List<MeasureFacts> Current(PlanContentFacts f) => f.Measures.Where(m => !m.Done).ToList();
}
