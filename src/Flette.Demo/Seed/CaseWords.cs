using Flette.Core.Access;
using Flette.Core.Consents;
using Flette.Core.Coordination;
using Flette.Core.Families;
using Flette.Core.Meetings.Reading;
using Flette.Core.Plans;

namespace Flette.Demo.Seed;

/// <summary>The closed sets of the cases. A word that is not here stops the seed with file and line.</summary>
public static class CaseWords
{
    public static IReadOnlyDictionary<string, CoordinatorKind> Coordinators { get; } =
        new Dictionary<string, CoordinatorKind>(StringComparer.Ordinal)
        {
            ["koordinator"] = CoordinatorKind.Coordinator,
            ["barnekoordinator"] = CoordinatorKind.ChildrensCoordinator,
            ["familiekoordinator"] = CoordinatorKind.FamilyCoordinator,
        };

    public static IReadOnlyDictionary<string, FamilyRelation> Relations { get; } =
        new Dictionary<string, FamilyRelation>(StringComparer.Ordinal)
        {
            ["barn"] = FamilyRelation.Child,
            ["mor"] = FamilyRelation.Mother,
            ["far"] = FamilyRelation.Father,
            ["stemor"] = FamilyRelation.StepMother,
            ["stefar"] = FamilyRelation.StepFather,
            ["søsken"] = FamilyRelation.Sibling,
            ["halvsøsken"] = FamilyRelation.HalfSibling,
            ["besteforelder"] = FamilyRelation.Grandparent,
            ["fosterforelder"] = FamilyRelation.FosterParent,
            ["annen"] = FamilyRelation.Other,
        };

    public static IReadOnlyDictionary<string, Channel> Channels { get; } =
        new Dictionary<string, Channel>(StringComparer.Ordinal)
        {
            ["telefon"] = Channel.Phone,
            ["sms"] = Channel.Sms,
            ["epost"] = Channel.Email,
            ["papir"] = Channel.Paper,
            ["lydmelding"] = Channel.VoiceMessage,
            ["personlig"] = Channel.InPerson,
            ["gjennom-annen"] = Channel.ThroughOther,
        };

    public static IReadOnlyDictionary<string, GuardianshipKind> Guardianships { get; } =
        new Dictionary<string, GuardianshipKind>(StringComparer.Ordinal)
        {
            ["foreldreansvar"] = GuardianshipKind.ParentalResponsibility,
            ["bor-fast-hos"] = GuardianshipKind.LivesWith,
            ["omsorg-overtatt"] = GuardianshipKind.CareTakenOver,
            ["fosterforelder"] = GuardianshipKind.FosterParent,
            ["verge"] = GuardianshipKind.Guardian,
            ["nærmeste-pårørende"] = GuardianshipKind.NextOfKin,
            ["fullmektig"] = GuardianshipKind.Attorney,
            ["uten-beslutningskompetanse"] = GuardianshipKind.NoDecisionCapacity,
        };

    /// <summary>What a service is on. Also what a participant of it is on.</summary>
    public static IReadOnlyDictionary<string, Topic> Topics { get; } =
        new Dictionary<string, Topic>(StringComparer.Ordinal)
        {
            ["helse"] = Topic.Health,
            ["psykisk helse/rus"] = Topic.MentalHealth,
            ["skole/barnehage"] = Topic.School,
            ["NAV/økonomi"] = Topic.Welfare,
            ["bolig"] = Topic.Housing,
            ["barnevern"] = Topic.ChildWelfare,
            ["fritid"] = Topic.Leisure,
            ["familieliv"] = Topic.FamilyLife,
            ["søsken"] = Topic.Siblings,
        };

    /// <summary>Who owns a service, as the register of organisations has it.</summary>
    public static IReadOnlyDictionary<string, string> Owners { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["kommune"] = "municipality",
            ["fylkeskommune"] = "county",
            ["stat"] = "state",
            ["stat og kommune"] = "state-and-municipality",
            ["helseforetak"] = "health-trust",
            ["privat"] = "private",
            ["frivillig"] = "voluntary",
        };

    public static IReadOnlyDictionary<string, MinutesKind> Meetings { get; } =
        new Dictionary<string, MinutesKind>(StringComparer.Ordinal)
        {
            ["ansvarsgruppe"] = MinutesKind.Ansvarsgruppe,
            ["samarbeid"] = MinutesKind.Samarbeid,
            ["fag"] = MinutesKind.Fag,
            ["unknown"] = MinutesKind.Unknown,
        };

    public static IReadOnlyDictionary<string, PlanKind> Plans { get; } =
        new Dictionary<string, PlanKind>(StringComparer.Ordinal)
        {
            ["individuell plan"] = PlanKind.Individual,
            ["familiens plan"] = PlanKind.Family,
        };

    public static IReadOnlyDictionary<string, LifeArea> LifeAreas { get; } =
        new Dictionary<string, LifeArea>(StringComparer.Ordinal)
        {
            ["hjem"] = LifeArea.Home,
            ["skole_barnehage"] = LifeArea.School,
            ["helse"] = LifeArea.Health,
            ["avlastning"] = LifeArea.Respite,
            ["fritid"] = LifeArea.Leisure,
            ["okonomi"] = LifeArea.Money,
            ["bolig"] = LifeArea.Housing,
            ["arbeid_utdanning"] = LifeArea.Work,
            ["nettverk"] = LifeArea.Network,
            ["overgang"] = LifeArea.Transition,
        };

    public static IReadOnlyDictionary<string, GoalState> Goals { get; } =
        new Dictionary<string, GoalState>(StringComparer.Ordinal)
        {
            ["aktiv"] = GoalState.Active,
            ["nådd"] = GoalState.Reached,
            ["parkert"] = GoalState.Parked,
        };

    public static IReadOnlyDictionary<string, MeasureState> Measures { get; } =
        new Dictionary<string, MeasureState>(StringComparer.Ordinal)
        {
            ["planlagt"] = MeasureState.Planned,
            ["i-gang"] = MeasureState.InProgress,
            ["venter"] = MeasureState.Waiting,
            ["gjort"] = MeasureState.Done,
            ["stoppet"] = MeasureState.Stopped,
        };
}
