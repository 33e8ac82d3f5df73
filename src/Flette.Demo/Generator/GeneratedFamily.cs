using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Core.Families;
using Flette.Core.Meetings;
using Flette.Web.Features.Families;

namespace Flette.Demo.Generator;

/// <summary>An invented family with everything written about it.</summary>
/// <param name="Id">The same for the same seed number and place in the row.</param>
/// <param name="Name">«Familien Bjørkedalen».</param>
/// <param name="Registered">The day the unit registered it.</param>
/// <param name="Appointment">Who coordinates, from when. The day is on or after <paramref name="Registered"/>.</param>
public sealed record GeneratedFamily(
    Guid Id,
    string Name,
    DateOnly Registered,
    AppointmentDraft Appointment,
    IReadOnlyList<Household> Homes,
    IReadOnlyList<GeneratedMember> Members,
    IReadOnlyList<GeneratedPosition> Positions,
    IReadOnlyList<GeneratedParticipant> Team,
    IReadOnlyList<GeneratedMeeting> Meetings,
    IReadOnlyList<GeneratedCall> Calls
);

/// <summary>A member, with her id.</summary>
public sealed record GeneratedMember(Guid Id, MemberDraft Draft);

/// <summary>A legal position.</summary>
public sealed record GeneratedPosition(
    Guid Child,
    GuardianshipKind Kind,
    Guid? Holder,
    Period Period,
    GuardianshipSource Source
);

/// <summary>Someone in the team.</summary>
public sealed record GeneratedParticipant(
    Guid Id,
    ParticipantDetails Details,
    Topic Topic,
    IReadOnlyList<Guid> Concerns
);

/// <summary>A meeting, held or planned.</summary>
public sealed record GeneratedMeeting(DateOnly Day, MeetingState State, MeetingDetails Details);

/// <summary>A line of the call log.</summary>
public sealed record GeneratedCall(DateOnly Day, ContactNote Note, Topic Topic, IReadOnlyList<Guid> About);
