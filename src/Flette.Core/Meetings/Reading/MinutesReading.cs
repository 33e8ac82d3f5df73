using System.Collections.Immutable;
using System.Globalization;

namespace Flette.Core.Meetings.Reading;

/// <summary>What kind of meeting the title names.</summary>
public enum MinutesKind
{
    /// <summary>The document does not say.</summary>
    Unknown,

    /// <summary>Ansvarsgruppemøte.</summary>
    Ansvarsgruppe,

    /// <summary>Samarbeidsmøte or fellesmøte.</summary>
    Samarbeid,

    /// <summary>Fagmøte.</summary>
    Fag,

    /// <summary>No meeting: each is asked and answers by herself, and what came is put together (needs-coordinator N61). Never read from a document.</summary>
    Update,
}

/// <summary>Clock time of a meeting, wall time. <paramref name="End"/> is null when only the start is given.</summary>
public sealed record MeetingClock(TimeOnly Start, TimeOnly? End)
{
    /// <summary>«09:00-10:30» or «09:00».</summary>
    public override string ToString() =>
        End is { } end
            ? string.Create(CultureInfo.InvariantCulture, $"{Start:HH\\:mm}-{end:HH\\:mm}")
            : Start.ToString("HH\\:mm", CultureInfo.InvariantCulture);
}

/// <summary>A value the reader found, and the characters it was read from (several spans when a line is wrapped).</summary>
public sealed record Found<T>(T Value, ImmutableArray<TextSpan> At);

/// <summary>The meeting as the document tells it. Null = not said.</summary>
public sealed record ReadMeeting(
    Found<MinutesKind>? Kind,
    Found<DateOnly>? Date,
    Found<MeetingClock>? Time,
    Found<string>? Place
)
{
    /// <summary>The kind, unknown when the title says nothing.</summary>
    public MinutesKind KindOrUnknown => Kind?.Value ?? MinutesKind.Unknown;
}

/// <summary>A person of the attendance list. Role and organisation are as written, null when not written.</summary>
public sealed record ReadPerson(string Name, string? Role, string? Organisation, ImmutableArray<TextSpan> At);

/// <summary>A name or service that has a responsibility, as written at that place.</summary>
public sealed record ReadResponsible(string Name, ImmutableArray<TextSpan> At);

/// <summary>Who does what by when.</summary>
/// <param name="What">The shortest faithful wording, a continuous excerpt of the document (white space aside).</param>
/// <param name="Responsible">Names or services as written; empty when nobody is named.</param>
/// <param name="Due">Set only where the text fixes a calendar day.</param>
/// <param name="DueText">The words for the deadline where <paramref name="Due"/> is null; null when there are none.</param>
/// <param name="WhatAt">Where the wording stands.</param>
/// <param name="DueAt">Where the words for the deadline stand; empty when there are none.</param>
/// <param name="Line">The line the agreement begins in.</param>
public sealed record ReadAgreement(
    string What,
    ImmutableArray<ReadResponsible> Responsible,
    DateOnly? Due,
    string? DueText,
    ImmutableArray<TextSpan> WhatAt,
    ImmutableArray<TextSpan> DueAt,
    LineId Line
);

/// <summary>A sak, numbered point, heading or table sak. Empty heading: agreements that stand before the first heading.</summary>
public sealed record ReadItem(
    string Heading,
    ImmutableArray<TextSpan> HeadingAt,
    ImmutableArray<ReadAgreement> Agreements
);

/// <summary>The next meeting of the same group, only when its day is fixed.</summary>
public sealed record ReadNextMeeting(DateOnly Date, MeetingClock? Time, string? Place, ImmutableArray<TextSpan> At);

/// <summary>A line that says who becomes coordinator. Only a proposal: the unit appoints.</summary>
/// <param name="Kind">koordinator, barnekoordinator or familiekoordinator.</param>
/// <param name="Name">The proposed name as written, or null when the line names nobody.</param>
/// <param name="Family">The family or person it concerns, when the line or the document's head says so.</param>
/// <param name="At">Where it stands.</param>
public sealed record CoordinatorProposal(string Kind, string? Name, string? Family, ImmutableArray<TextSpan> At);

/// <summary>A reading of minutes: a proposal with the place of each part, for a person to confirm or correct.</summary>
public sealed record MinutesReading(
    ReadMeeting Meeting,
    ImmutableArray<ReadPerson> Present,
    ImmutableArray<ReadPerson> Absent,
    ImmutableArray<ReadItem> Items,
    ReadNextMeeting? Next,
    ImmutableArray<CoordinatorProposal> Coordinators,
    ImmutableArray<LineId> PlainLines
)
{
    /// <summary>All agreements in the order of the document.</summary>
    public IEnumerable<ReadAgreement> Agreements => Items.SelectMany(item => item.Agreements);
}
