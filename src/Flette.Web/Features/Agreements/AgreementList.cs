using Flette.Core.Agreements;
using Flette.Core.Plans;
using Flette.Core.Words;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.Agreements;

/// <summary>Agreements as a table: who has each, since when, whom it waits for, by when, and how it goes.</summary>
/// <param name="Measures">Where the measures stand that some of them came from.</param>
/// <param name="ShowAbout">Says under each whom it is about; left out where all are about the same.</param>
public sealed record AgreementList(
    string Caption,
    IReadOnlyList<Agreement> Agreements,
    People People,
    IReadOnlyDictionary<Guid, MeasureState> Measures,
    DateOnly Today,
    bool ShowAbout = true
)
{
    /// <summary>The headings.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["Avtale", "Har den", "Venter på", "Frist", "Status"];

    /// <summary>The lines.</summary>
    public IEnumerable<AgreementLine> Lines =>
        Agreements.Select(a => AgreementLine.Of(a, People, Words.MeasureOf(a, Measures), Today));
}

/// <summary>An agreement as one line.</summary>
/// <param name="Holders">Those who have it, by name; null when nobody has.</param>
/// <param name="Before">With nobody: who was to have had it, or cannot.</param>
/// <param name="Waits">Whom it waits for; null when it waits for nobody.</param>
/// <param name="WaitsSince">Since when, where it is known.</param>
/// <param name="Late">The day went by, and it is not done.</param>
public sealed record AgreementLine(
    Agreement Agreement,
    string? Holders,
    string? Before,
    string? Waits,
    DateOnly? WaitsSince,
    bool Late,
    StatusWord Status
)
{
    /// <summary>Reads an agreement.</summary>
    /// <param name="measure">Where its measure stands; null when it came from none.</param>
    public static AgreementLine Of(Agreement agreement, People people, MeasureState? measure, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(people);
        var nobody = agreement.IsNobodys;
        var waiting = agreement.Waits(measure, today);
        return new AgreementLine(
            agreement,
            nobody ? null : people.Names(agreement.Holders),
            nobody ? Earlier(agreement, people) : null,
            waiting is null ? (nobody ? "noen som tar den" : null) : Words.Of(waiting, people),
            waiting?.Since,
            agreement.Due < today && (nobody || AgreementRules.IsLive(agreement.State)),
            Words.Status(agreement, measure, today)
        );
    }

    private static string? Earlier(Agreement agreement, People people) =>
        agreement switch
        {
            { Details.Answer: { Kind: AnswerKind.Cannot } answer } when people.Name(answer.By) is { } name =>
                $"{name} kan ikke{(answer.Line is { } line ? $": «{line}»" : "")}",
            { Details.Responsible: { IsDefaultOrEmpty: false } written } => $"«{Listing.And(written)}»",
            _ => null,
        };
}
