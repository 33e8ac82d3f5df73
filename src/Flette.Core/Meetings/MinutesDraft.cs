using System.Collections.Immutable;
using Flette.Core.Access;
using Flette.Core.Meetings.Reading;

namespace Flette.Core.Meetings;

/// <summary>A person of the attendance list, as read and corrected.</summary>
/// <param name="Known">The member or participant the coordinator says this is; null lets the name decide.</param>
/// <param name="IsNew">The coordinator says it is none of those known.</param>
public sealed record DraftPerson(
    string Name,
    string? Role,
    string? Organisation,
    bool Present,
    Guid? Known = null,
    bool IsNew = false
);

/// <summary>Whom the coordinator says a name of an agreement means.</summary>
/// <param name="Keys">By <see cref="Holder.Key"/>; empty: nobody of those it fits.</param>
public sealed record ChosenPeople(string Name, IReadOnlyList<string> Keys);

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
/// <param name="Chosen">Whom its names mean, where the coordinator has said; null or missing lets the name decide.</param>
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
    ImmutableArray<DraftSpan> Spans,
    IReadOnlyList<ChosenPeople>? Chosen = null
)
{
    /// <summary>Whom the coordinator has said a name means, or null.</summary>
    public ChosenPeople? ChosenFor(string name) => Chosen?.FirstOrDefault(c => MeantNames.Equal(c.Name, name));
}

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
/// <param name="TakesNext">Whether the next meeting is written down too; one that has been is proposed left out.</param>
/// <param name="Headings">Lines of the document that are headings; null in drafts from before they were kept.</param>
/// <param name="Made">Once kept: what was made of it, so that all of it can be undone as one.</param>
public sealed record MinutesDraft(
    Guid Document,
    DraftMeeting Meeting,
    ImmutableArray<DraftPerson> People,
    ImmutableArray<DraftAgreement> Agreements,
    DraftMeeting? Next,
    ImmutableArray<DraftCoordinator> Coordinators,
    bool TakesNext = true,
    IReadOnlyList<int>? Headings = null,
    IReadOnlyList<Guid>? Made = null
)
{
    /// <summary>The agreement with this number, or null.</summary>
    public DraftAgreement? Agreement(int number) => Agreements.FirstOrDefault(a => a.Number == number);

    /// <summary>The draft with an agreement as it shall be, in the place of the one with its number.</summary>
    public MinutesDraft With(DraftAgreement agreement) =>
        this with
        {
            Agreements = [.. Agreements.Select(a => a.Number == agreement?.Number ? agreement : a)],
        };
}
