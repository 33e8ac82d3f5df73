using Flette.Core.Agreements;

namespace Flette.Core.Plans;

/// <summary>A measure as far as its agreement is concerned: of those it names the responsible alone is asked.</summary>
public sealed record MeasureShape(
    string What,
    NamedPerson Responsible,
    DateOnly? Due,
    string? DueText,
    MeasureState State
)
{
    /// <summary>The shape of a measure.</summary>
    public static MeasureShape Of(MeasureDetails details, DateOnly? due, MeasureState state)
    {
        ArgumentNullException.ThrowIfNull(details);
        return new(details.What, details.Responsible, due, details.DueText, state);
    }
}

/// <summary>An agreement as it stands or shall stand.</summary>
/// <param name="Holder">The person who has it; null when nobody has yet.</param>
public sealed record AgreementShape(AgreementDetails Details, Guid? Holder, DateOnly? Due, AgreementState State);

/// <summary>
/// A measure with a day, or one that came from a meeting, also makes one agreement, which follows it from then on. Pure.
/// </summary>
public static class MeasureAgreements
{
    /// <summary>Whether there is to be an agreement.</summary>
    public static bool Makes(MeasureDetails details, DateOnly? due)
    {
        ArgumentNullException.ThrowIfNull(details);
        return due is not null || details.Meeting is not null;
    }

    /// <summary>The agreement of a measure that has none yet.</summary>
    /// <param name="today">Since when the responsible has it.</param>
    public static AgreementShape New(MeasureShape measure, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return new(
            new AgreementDetails(measure.What, [measure.Responsible.Name], measure.DueText, HeldSince: today),
            measure.Responsible.Id,
            measure.Due,
            State(measure.State)
        );
    }

    /// <summary>
    /// The agreement after a change of its measure. Only what changed in the measure is taken over: a day that was agreed on by
    /// another way, or an answer that came meanwhile, stands.
    /// </summary>
    public static AgreementShape Follow(
        MeasureShape before,
        MeasureShape after,
        AgreementShape agreement,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(agreement);
        var details = agreement.Details;
        if (before.What != after.What)
        {
            details = details with { What = after.What };
        }
        var moved = before.Due != after.Due || before.DueText != after.DueText;
        if (moved)
        {
            details = details with { DueText = after.DueText };
        }
        var given = before.Responsible.Id != after.Responsible.Id;
        if (given)
        {
            details = details with { Responsible = [after.Responsible.Name], HeldSince = today };
        }
        return new AgreementShape(
            details,
            given ? after.Responsible.Id : agreement.Holder,
            moved ? after.Due : agreement.Due,
            before.State != after.State ? State(after.State) : agreement.State
        );
    }

    /// <summary>Where the measure stands after an answer to its agreement; null when the answer says nothing of that.</summary>
    public static MeasureState? Answered(AgreementState agreement) =>
        agreement switch
        {
            AgreementState.Done => MeasureState.Done,
            AgreementState.InProgress or AgreementState.NeedsHelp => MeasureState.InProgress,
            _ => null,
        };

    /// <summary>
    /// Where a measure and its agreement both stand, so that one page never says two things of the same: where the agreement
    /// does, save that it waits where the measure does.
    /// </summary>
    /// <param name="measure">Null for an agreement that came from no measure.</param>
    /// <param name="agreement">Null for a measure without one.</param>
    public static (AgreementState State, bool Waits) Both(MeasureState? measure, AgreementState? agreement)
    {
        var state = agreement ?? State(measure ?? MeasureState.Planned);
        return (state, measure == MeasureState.Waiting && state is (AgreementState.Open or AgreementState.InProgress));
    }

    // Who waits is still at it; that it waits is said of both (see Both).
    private static AgreementState State(MeasureState measure) =>
        measure switch
        {
            MeasureState.Planned => AgreementState.Open,
            MeasureState.InProgress or MeasureState.Waiting => AgreementState.InProgress,
            MeasureState.Done => AgreementState.Done,
            MeasureState.Stopped => AgreementState.Withdrawn,
            _ => throw new ArgumentOutOfRangeException(nameof(measure)),
        };
}
