using System.Collections.Immutable;
using Flette.Core.Access;

namespace Flette.Core.Meetings;

/// <summary>Why a correction is not made.</summary>
public abstract record MinutesRefusal : Refusal;

/// <summary>The line or agreement is not in the document.</summary>
public sealed record NoSuchLine : MinutesRefusal;

/// <summary>The line is an agreement already.</summary>
public sealed record AlreadyAgreement : MinutesRefusal;

/// <summary>An agreement says what is to be done.</summary>
public sealed record WhatMissing : MinutesRefusal;

/// <summary>Reading it took longer than anything may: the machine is busy, and nothing is wrong with the line for sure.</summary>
public sealed record ReadingTooSlow : MinutesRefusal;

/// <summary>A member who is not in the family.</summary>
public sealed record MemberUnknown : MinutesRefusal;

/// <summary>The day of the meeting is not known.</summary>
public sealed record MeetingDayMissing : MinutesRefusal;

/// <summary>It has been kept; what came of it is changed where it now stands.</summary>
public sealed record AlreadyKept : MinutesRefusal;

/// <summary>These names fit more than one person, or one who is known from elsewhere; the coordinator says who is meant.</summary>
public sealed record WhoIsMeant(ImmutableArray<AskedName> Names) : MinutesRefusal;

/// <summary>The meeting is there already: the same day and hour.</summary>
public sealed record MeetingThere(DateOnly Day) : MinutesRefusal;

/// <summary>Something that was made of the minutes has been changed or used since.</summary>
public sealed record UsedSince : MinutesRefusal;

/// <summary>A name the coordinator must say whom means: of an agreement, or of the attendance list where that is null.</summary>
public sealed record AskedName(string Name, int? Agreement);
