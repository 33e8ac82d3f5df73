namespace Flette.Core.Agreements;

/// <summary>An agreement as far as sending is concerned.</summary>
/// <param name="Holders">Those who have it.</param>
/// <param name="Asked">Those named later, who are asked whether they take it.</param>
public sealed record ToSend(Guid Id, AgreementState State, IReadOnlyList<Guid> Holders, IReadOnlyList<Guid> Asked);

/// <summary>Someone who can have an agreement.</summary>
/// <param name="Email">Address on record, or null.</param>
/// <param name="Reachable">False for the coordinator herself: nothing is sent to her.</param>
public sealed record Recipient(Guid Id, string? Email, bool Reachable = true);

/// <summary>Everyone's part in what is still to be done.</summary>
/// <param name="ByMail">Those who can get a link, each with her agreements in the order given.</param>
/// <param name="ByPhone">Those who have no address: they stand on «I dag» as someone to ring.</param>
/// <param name="Nobody">Agreements no person has or is asked to take.</param>
public sealed record SendingPlan(
    IReadOnlyList<(Guid Person, IReadOnlyList<Guid> Agreements)> ByMail,
    IReadOnlyList<(Guid Person, IReadOnlyList<Guid> Agreements)> ByPhone,
    IReadOnlyList<Guid> Nobody
)
{
    /// <summary>Who gets what: one mail for each person, with all her open agreements (issue 2, A5). Pure.</summary>
    /// <param name="people">Those who can have an agreement, in the order they shall be listed.</param>
    public static SendingPlan Of(IReadOnlyList<ToSend> agreements, IReadOnlyList<Recipient> people)
    {
        ArgumentNullException.ThrowIfNull(agreements);
        ArgumentNullException.ThrowIfNull(people);
        var live = agreements.Where(a => AgreementRules.IsLive(a.State)).ToList();
        var parts = people
            .Where(p => p.Reachable)
            .Select(p =>
                (
                    Recipient: p,
                    Agreements: (IReadOnlyList<Guid>)
                        live.Where(a => a.Holders.Contains(p.Id) || a.Asked.Contains(p.Id)).Select(a => a.Id).ToList()
                )
            )
            .Where(p => p.Agreements.Count > 0)
            .ToList();
        return new SendingPlan(
            parts.Where(p => p.Recipient.Email is not null).Select(p => (p.Recipient.Id, p.Agreements)).ToList(),
            parts.Where(p => p.Recipient.Email is null).Select(p => (p.Recipient.Id, p.Agreements)).ToList(),
            agreements.Where(IsNobodys).Select(a => a.Id).ToList()
        );
    }

    /// <summary>Whether nobody has it: no person is named, or the one who had it cannot.</summary>
    public static bool IsNobodys(ToSend agreement)
    {
        ArgumentNullException.ThrowIfNull(agreement);
        return agreement.State == AgreementState.Declined
            || (AgreementRules.IsLive(agreement.State) && agreement.Holders.Count == 0);
    }
}
