namespace Flette.Core.Coordination.Duties;

/// <summary>
/// «Dette skal barnekoordinatoren gjøre»: each duty of § 7-2 a with what is recorded of it already, when, and how. A help for the one
/// who coordinates: no score, no count, no ranking, and sent nowhere. Pure.
/// </summary>
public static class DutyList
{
    /// <summary>Whose list it is: the barnekoordinator's own, for as long as she is appointed. Nobody else sees it.</summary>
    /// <param name="staff">Who asks.</param>
    public static bool IsFor(Guid staff, CoordinatorKind kind, AppointmentFacts appointment, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(appointment);
        return kind == CoordinatorKind.ChildrensCoordinator
            && appointment.Coordinator == staff
            && appointment.Period.Covers(today);
    }

    /// <summary>The five, in the order of the law.</summary>
    public static IReadOnlyList<DutySeenTo> Of(DutyFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return [Coordination(facts), FollowUp(facts), HealthGuidance(facts), OtherGuidance(facts), PlanProgress(facts)];
    }

    private static DutySeenTo Coordination(DutyFacts f) =>
        Seen(
            Duty.Coordination,
            [DutyOffer.PlanMeeting, DutyOffer.InviteService, DutyOffer.LogCall],
            Newest(DutyEventKind.MeetingHeld, f.MeetingsHeld, f),
            Newest(DutyEventKind.MinutesPublished, f.MinutesPublished, f),
            Newest(DutyEventKind.TeamTalk, f.Talks.Where(t => t.With == TalkedWith.Team), f),
            Newest(DutyEventKind.ServiceJoined, f.Services.Select(One), f)
        );

    private static DutySeenTo FollowUp(DutyFacts f) =>
        Seen(
            Duty.FollowUp,
            [DutyOffer.WriteNeed, DutyOffer.WriteMeasure, DutyOffer.LogCall],
            Newest(DutyEventKind.FamilyTalk, f.Talks.Where(t => t.With == TalkedWith.Family), f),
            Newest(DutyEventKind.AgreementAnswered, f.AgreementsAnswered, f),
            Newest(DutyEventKind.NeedGivenOwner, f.NeedsOwned, f),
            Newest(DutyEventKind.NeedMet, f.NeedsMet, f),
            Newest(DutyEventKind.MeasureWritten, f.Measures, f),
            Newest(DutyEventKind.LetterSent, f.Letters, f)
        );

    private static DutySeenTo HealthGuidance(DutyFacts f) =>
        Seen(
            Duty.HealthGuidance,
            [],
            Newest(DutyEventKind.Guidance, f.Talks.Where(t => Guidance.Of(t) == Duty.HealthGuidance), f)
        ) with
        {
            // Told in a room, it is recorded nowhere else: it can always be written.
            Offers = [DutyOffer.WriteHealthGuidance],
        };

    private static DutySeenTo OtherGuidance(DutyFacts f)
    {
        var seen = Seen(
            Duty.OtherGuidance,
            [DutyOffer.InviteService],
            Newest(DutyEventKind.Guidance, f.Talks.Where(t => Guidance.Of(t) == Duty.OtherGuidance), f),
            Newest(
                DutyEventKind.OtherServiceTalk,
                f.Talks.Where(t => t.With != TalkedWith.Family && IsOther(t.Topic)),
                f
            ),
            Newest(DutyEventKind.OtherServiceJoined, f.Services.Where(s => IsOther(s.Topic)).Select(One), f)
        );
        return seen with { Offers = [DutyOffer.WriteOtherGuidance, .. seen.Offers] };
    }

    private static DutySeenTo PlanProgress(DutyFacts f) =>
        f.Plans.Count == 0
            ? new(Duty.PlanProgress, [], [DutyOffer.RecordYes])
            : Seen(
                Duty.PlanProgress,
                [DutyOffer.PlanMeeting],
                Newest(DutyEventKind.MeetingHeld, f.MeetingsHeld, f),
                Newest(DutyEventKind.GoalWritten, f.Goals, f),
                Newest(DutyEventKind.GoalScored, f.Scores, f),
                Newest(DutyEventKind.PlanBegan, f.Plans, f)
            );

    private static DutySeenTo Seen(Duty duty, IReadOnlyList<DutyOffer> offers, params DutyEvent?[] events)
    {
        var there = events.OfType<DutyEvent>().OrderByDescending(e => e.Day).ToList();
        return new(duty, there, there.Count == 0 ? offers : []);
    }

    private static DutyEvent? Newest(DutyEventKind kind, IEnumerable<Happened> all, DutyFacts f) =>
        all.Where(h => h.Day <= f.Today)
            .OrderByDescending(h => h.Day)
            .ThenByDescending(h => h.Id)
            .Select(h => new DutyEvent(kind, h.Day, h.What, h.Id))
            .FirstOrDefault();

    private static DutyEvent? Newest(DutyEventKind kind, IEnumerable<Talk> all, DutyFacts f) =>
        Newest(kind, all.Select(t => new Happened(t.Id, t.Day, t.Name)), f);

    private static Happened One(Joined service) => new(service.Id, service.Day, service.Name);

    private static bool IsOther(Access.Topic? topic) =>
        topic is not null and not Access.Topic.FamilyLife and not Access.Topic.Siblings && !Guidance.IsHealth(topic);
}
