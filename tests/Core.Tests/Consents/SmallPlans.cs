using Flette.Core.Consents;
using Flette.Core.Families;
using Flette.Core.Tests.Access;

namespace Flette.Core.Tests.Consents;

/// <summary>Plans of two siblings and their mother, written as «Oda:Open Per:Withdrawn family:Open».</summary>
internal static class SmallPlans
{
    private static readonly string[] Odas = ["oda", "mother", "father"];
    private static readonly string[] Pers = ["per", "mother", "father"];
    private static readonly string[] Familys = ["mother", "oda", "per"];

    public static List<PlanFacts> PlansOf(string text) =>
        Split(text)
            .Select(p => p.Split(':'))
            .Select(p => new PlanFacts(
                SmallWorld.Id("plan " + p[0]),
                p[0] == "family"
                    ? new PlanAsked(PlanKind.Family, null)
                    : new PlanAsked(PlanKind.Individual, SmallWorld.Id(p[0] == "Oda" ? "oda" : "per")),
                Enum.Parse<PlanState>(p[1]),
                (
                    p[0] == "Oda" ? Odas
                    : p[0] == "Per" ? Pers
                    : Familys
                ).Select(SmallWorld.Id).ToHashSet()
            ))
            .ToList();

    public static List<Guid> Ids(string text) => Split(text).Select(p => SmallWorld.Id("plan " + p)).ToList();

    public static List<Guid> People(string text) => Split(text).Select(SmallWorld.Id).ToList();

    private static string[] Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
