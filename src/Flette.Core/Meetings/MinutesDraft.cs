using System.Collections.Immutable;
using Flette.Core.Access;
using Flette.Core.Meetings.Reading;

namespace Flette.Core.Meetings;

/// <summary>A person of the attendance list, as read and corrected.</summary>
/// <param name="Known">The member or participant the coordinator says this is; null lets the name decide.</param>
public sealed record DraftPerson(string Name, string? Role, string? Organisation, bool Present, Guid? Known = null);

/// <summary>An agreement, as read and corrected.</summary>
/// <param name="Number">Stays the same through corrections; the coordinator's lists number anew.</param>
/// <param name="Line">The line of the document it begins in.</param>
/// <param name="Heading">The heading it stands under, or empty.</param>
/// <param name="What">What is to be done.</param>
/// <param name="Responsible">Names or services as written; empty: nobody has it yet.</param>
/// <param name="Due">The day, when the text fixes one.</param>
/// <param name="DueText">The words, when it does not.</param>
/// <param name="About">Members it is about; empty until the coordinator has said whom.</param>
/// <param name="Topic">What it is on, or null.</param>
/// <param name="Spans">Where its words stand in the document, for underlining.</param>
public sealed record DraftAgreement(
    int Number,
    int Line,
    string Heading,
    string What,
    ImmutableArray<string> Responsible,
    DateOnly? Due,
    string? DueText,
    ImmutableArray<Guid> About,
    Topic? Topic,
    ImmutableArray<DraftSpan> Spans
);

/// <summary>What a stretch of the document was read as.</summary>
public enum SpanKind
{
    What,
    Who,
    When,
}

/// <summary>Some characters of a line and what they were read as.</summary>
public sealed record DraftSpan(int Line, int Start, int Length, SpanKind Kind);

/// <summary>When and where a meeting is.</summary>
/// <param name="Time">Wall time as <c>HH:MM-HH:MM</c> or <c>HH:MM</c>; null when not said.</param>
public sealed record DraftMeeting(MinutesKind Kind, DateOnly? Date, string? Time, string? Place);

/// <summary>A name the document proposes as coordinator. Only the unit appoints.</summary>
public sealed record DraftCoordinator(string Kind, string? Name);

/// <summary>
/// What was read from minutes, as the coordinator corrects it. The document itself never changes; each correction is a
/// new draft, so that every one can be undone.
/// </summary>
/// <param name="Document">The stored document.</param>
/// <param name="Next">The next meeting; null when the text fixes no day.</param>
public sealed record MinutesDraft(
    Guid Document,
    DraftMeeting Meeting,
    ImmutableArray<DraftPerson> People,
    ImmutableArray<DraftAgreement> Agreements,
    DraftMeeting? Next,
    ImmutableArray<DraftCoordinator> Coordinators
)
{
    /// <summary>The agreement with this number, or null.</summary>
    public DraftAgreement? Agreement(int number) => Agreements.FirstOrDefault(a => a.Number == number);
}
