using Flette.Core.Law;

namespace Flette.Core.Coordination.Duties;

/// <summary>What a barnekoordinator shall see to (helse- og omsorgstjenesteloven § 7-2 a second paragraph), in its order.</summary>
public enum Duty
{
    /// <summary>a) koordinering av det samlede tjenestetilbudet.</summary>
    Coordination,

    /// <summary>b) oversikt over og aktivt bidrag til nødvendig oppfølging og tilrettelegging.</summary>
    FollowUp,

    /// <summary>c) informasjon og veiledning om helse- og omsorgstjenestetilbudet.</summary>
    HealthGuidance,

    /// <summary>d) informasjon og veiledning om andre velferdstjenester og organisasjoner, i kontakten med dem, og videre til dem.</summary>
    OtherGuidance,

    /// <summary>e) fremdrift i arbeidet med individuell plan.</summary>
    PlanProgress,
}

/// <summary>Something recorded that shows a duty being seen to.</summary>
public enum DutyEventKind
{
    MeetingHeld,
    MinutesPublished,

    /// <summary>Somebody in the team was spoken with.</summary>
    TeamTalk,
    ServiceJoined,

    /// <summary>Somebody in the family was spoken with.</summary>
    FamilyTalk,
    AgreementAnswered,
    NeedGivenOwner,
    NeedMet,
    MeasureWritten,
    LetterSent,

    /// <summary>The family was spoken with about what the letter says.</summary>
    Guidance,

    /// <summary>A service that is not one of health and care was spoken with.</summary>
    OtherServiceTalk,
    OtherServiceJoined,
    PlanBegan,
    GoalWritten,
    GoalScored,
}

/// <summary>Something one can do where nothing is written.</summary>
public enum DutyOffer
{
    PlanMeeting,
    InviteService,
    LogCall,
    WriteNeed,
    WriteMeasure,
    WriteHealthGuidance,
    WriteOtherGuidance,
    RecordYes,
}

/// <summary>The newest of one kind.</summary>
/// <param name="What">Whom or what it was about, as it is called; null where the kind says it.</param>
/// <param name="Target">The item it is; null for what is no item.</param>
public sealed record DutyEvent(DutyEventKind Kind, DateOnly Day, string? What = null, Guid? Target = null);

/// <summary>A duty with what shows it. Never a score: the newest of each kind, and no count.</summary>
/// <param name="Events">Newest first; empty where nothing is written.</param>
/// <param name="Offers">What one can do.</param>
public sealed record DutySeenTo(Duty Duty, IReadOnlyList<DutyEvent> Events, IReadOnlyList<DutyOffer> Offers)
{
    /// <summary>The last day something was written of it; null when nothing is.</summary>
    public DateOnly? Latest => Events.Count == 0 ? null : Events[0].Day;

    /// <summary>The provision it stands in.</summary>
    public LegalBasis Basis => Of(Duty);

    /// <summary>The letter of a duty in the second paragraph.</summary>
    public char Letter => LetterOf(Duty);

    /// <summary>Where the duties stand.</summary>
    public static LegalBasis Section { get; } = new(Statutes.MunicipalHealth, "§ 7-2 a");

    /// <summary>The provision of a duty.</summary>
    public static LegalBasis Of(Duty duty) => Section with { Section = $"§ 7-2 a andre ledd bokstav {LetterOf(duty)}" };

    private static char LetterOf(Duty duty) => (char)('a' + (int)duty);
}
