using Flette.Core.Coordination;
using Flette.Core.Families;

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
        };
}
