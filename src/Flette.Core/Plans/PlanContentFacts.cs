using Flette.Core.Consents;

namespace Flette.Core.Plans;

/// <summary>A measure as far as the list is concerned.</summary>
public sealed record MeasureFacts(Guid Id, bool HasScope, bool HasHow);

/// <summary>A need as far as the list is concerned.</summary>
public sealed record NeedFacts(Guid Id, bool HasOwner);

/// <summary>What the list is made from: only what the reader may see.</summary>
/// <param name="Goals">How many that are active or reached.</param>
/// <param name="Services">Distinct services among those who take part.</param>
/// <param name="FamilyContributes">Whether someone in the family has said what they bring.</param>
/// <param name="ServicesContribute">How many participants who have.</param>
/// <param name="Responsible">Who has the main responsibility, when it is another than the coordinator.</param>
/// <param name="Coordinator">Name of the coordinator today.</param>
/// <param name="CoordinatorIs">«Barnekoordinator».</param>
/// <param name="Child">First name of the child the plan is for, or of the children in it; null when it is about no child.</param>
/// <param name="ChildsPart">How the child took part, as written; null when nothing is.</param>
/// <param name="ChildSpoke">The last day a child in the plan said what matters, in its own words.</param>
/// <param name="Agreements">Agreements in the plan that are still to be done, or are done.</param>
public sealed record PlanContentFacts(
    int Goals,
    int Resources,
    IReadOnlyList<NeedFacts> Needs,
    int Participants,
    int Services,
    bool FamilyContributes,
    int ServicesContribute,
    IReadOnlyList<MeasureFacts> Measures,
    string? Responsible,
    string? Coordinator,
    string? CoordinatorIs,
    DateOnly? CoordinatorSince,
    DateOnly? From,
    DateOnly? Until,
    DateOnly? Revision,
    IReadOnlyList<PlanConsent> Yes,
    string? Child,
    string? ChildsPart,
    DateOnly? ChildSpoke,
    DateOnly Today,
    int Agreements = 0
);
