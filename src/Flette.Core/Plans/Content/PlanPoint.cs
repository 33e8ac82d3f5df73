using Flette.Core.Law;

namespace Flette.Core.Plans.Content;

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

    /// <summary>g) koordinator, barnekoordinator eller kontaktlege.</summary>
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

/// <summary>How much of a point is there.</summary>
public enum PointState
{
    /// <summary>Nothing yet.</summary>
    Missing,

    /// <summary>Some of it, or something that has had its day.</summary>
    Partly,

    /// <summary>All the regulation asks for.</summary>
    Filled,
}

/// <summary>A screen where something that lacks can be written.</summary>
public enum PlanScreen
{
    NewGoal,
    NewResource,
    NewNeed,
    NewParticipant,

    /// <summary>Who has the main responsibility (§ 7 first paragraph).</summary>
    Responsible,

    /// <summary>What the family brings, or the grown-up the plan is for.</summary>
    OwnContribution,

    /// <summary>What one participant brings.</summary>
    Contribution,

    /// <summary>Asking people before the next meeting.</summary>
    AskBeforeMeeting,
    NewMeasure,

    /// <summary>How much of one measure.</summary>
    MeasureScope,

    /// <summary>How one measure is done.</summary>
    MeasureWay,

    /// <summary>Who has one need.</summary>
    NeedOwner,
    PlanUntil,
    PlanRevision,

    /// <summary>The yes to the plan.</summary>
    Yes,

    /// <summary>The yes to fagmøter.</summary>
    SharingYes,
    ChildsPart,
}

/// <summary>One thing that lacks, and where it is written.</summary>
/// <param name="Target">The measure, need, participant or meeting it is about.</param>
/// <param name="Name">What that is called; the children's names for their part.</param>
public sealed record ToFill(PlanScreen Screen, Guid? Target = null, string? Name = null);

/// <summary>A point of the list.</summary>
/// <param name="By">What fills it, and what is not there yet, in plain words.</param>
/// <param name="Fill">Everything that lacks and can be written here; empty when it is filled, or filled by others.</param>
public sealed record ContentPoint(PlanPoint Point, PointState State, string By, IReadOnlyList<ToFill> Fill)
{
    /// <summary>What the regulation mentions with «eventuelt»: it may be there, and the point is filled without it.</summary>
    public string? Also { get; init; }

    /// <summary>Where that is written.</summary>
    public ToFill? AlsoFill { get; init; }

    /// <summary>Whether all the regulation asks for is there.</summary>
    public bool Filled => State == PointState.Filled;

    /// <summary>The provision it stands in.</summary>
    public LegalBasis Basis => PlanLaw.Of(Point);
}
