using Flette.Core.Agreements;
using Flette.Core.Plans;
using Flette.Core.Words;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.Family;

/// <summary>Something agreed on, as the family reads it: what, who has it, and what happens next.</summary>
/// <param name="Holder">Those who have it, by name; null when nobody has yet.</param>
/// <param name="Role">What she is, when it is one alone.</param>
/// <param name="Awaited">Whom it has waited for since <paramref name="Due"/> went by; null else.</param>
/// <param name="Next">By when, as a sentence; null when nothing is said.</param>
/// <param name="Status">How it goes, where that says more than that it is agreed.</param>
/// <param name="Ours">Whether a member the reader knows of has it.</param>
public sealed record Doing(
    Guid Id,
    string What,
    string About,
    string? Holder,
    string? Role,
    DateOnly? Since,
    string? Awaited,
    DateOnly? Due,
    string? Next,
    StatusWord? Status,
    bool Ours
)
{
    /// <summary>What is said of it and done about it since; null where that is not shown.</summary>
    public DoingFollow? Follow { get; init; }

    /// <summary>Reads an agreement.</summary>
    /// <param name="measure">Where its measure stands; null when it came from none.</param>
    public static Doing Of(Agreement agreement, Names names, Words words, MeasureState? measure, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(words);
        var nobody = agreement.IsNobodys;
        var holder = nobody || agreement.Holders.Count == 0 ? null : names.Of(agreement.Holders);
        var ours = !nobody && agreement.Holders.Any(names.IsFamily);
        var past = agreement.Due < today;
        var waits = past && holder is not null && !ours && AgreementRules.IsLive(agreement.State);
        var status = Agreements.Words.Status(agreement, measure, today);
        return new Doing(
            agreement.Id,
            agreement.What,
            names.About(agreement.About),
            holder is null ? null : NorwegianDates.Capital(holder),
            nobody ? null : names.Role(agreement.Holders),
            holder is null ? null : agreement.Details.HeldSince,
            waits ? holder : null,
            agreement.Due,
            (agreement.Due, past, agreement.Details.DueText) switch
            {
                // The line that it waits says the day.
                (not null, true, _) when waits => null,
                ({ } due, true, _) => words.WasMeantBy(due, today),
                ({ } due, false, _) => words.By(due, today),
                (null, _, { } text) => NorwegianDates.Capital(text),
                _ => null,
            },
            // That nobody has it, and whom it waits for, is said in its own line.
            nobody || agreement.State == AgreementState.Open
                ? null
                : status,
            ours
        );
    }
}

/// <summary>What is said of an agreement and done about it since it was made.</summary>
/// <param name="MaySay">Whether the reader can say that nothing has happened.</param>
/// <param name="Version">Of what she has said; 0 when she has said nothing.</param>
/// <param name="NothingSince">Since when she says so; null when she does not.</param>
/// <param name="Letters">Letters about it, each as a line.</param>
public sealed record DoingFollow(bool MaySay, int Version, DateOnly? NothingSince, IReadOnlyList<string> Letters);
