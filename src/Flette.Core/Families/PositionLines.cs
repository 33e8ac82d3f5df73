namespace Flette.Core.Families;

/// <summary>Legal positions said together: the same people have the same position for these children.</summary>
/// <param name="Kind">Which position.</param>
/// <param name="Holders">Who has it; empty when a service has it.</param>
/// <param name="Children">For whom.</param>
public sealed record PositionLine(GuardianshipKind Kind, IReadOnlyList<Guid> Holders, IReadOnlyList<Guid> Children);

/// <summary>Gathers positions into lines, so that «Silje og Thomas har foreldreansvar» is one sentence. Pure.</summary>
public static class PositionLines
{
    /// <summary>Those that hold on the day, by kind and then in the order of the members.</summary>
    /// <param name="order">Members in the order the page has them.</param>
    public static IReadOnlyList<PositionLine> On(
        DateOnly day,
        IEnumerable<GuardianshipFacts> positions,
        IReadOnlyList<Guid> order
    )
    {
        ArgumentNullException.ThrowIfNull(positions);
        ArgumentNullException.ThrowIfNull(order);
        var place = order.Select((id, at) => (id, at)).ToDictionary(p => p.id, p => p.at);
        int At(Guid id) => place.GetValueOrDefault(id, int.MaxValue);
        return positions
            .Where(p => p.Period.Covers(day))
            .GroupBy(p => (p.Kind, p.Child))
            .Select(g =>
                (
                    g.Key.Kind,
                    g.Key.Child,
                    Holders: g.Where(p => p.Holder is not null)
                        .Select(p => p.Holder!.Value)
                        .Distinct()
                        .OrderBy(At)
                        .ToList()
                )
            )
            .GroupBy(g => (g.Kind, Holders: string.Join(',', g.Holders)))
            .Select(g => new PositionLine(
                g.Key.Kind,
                g.First().Holders,
                g.Select(one => one.Child).OrderBy(At).ToList()
            ))
            .OrderBy(l => l.Kind)
            .ThenBy(l => At(l.Children[0]))
            .ToList();
    }

    /// <summary>Children under age for whom nobody has parental responsibility or guardianship on the day: someone must be asked.</summary>
    public static IReadOnlyList<Guid> WithoutAnyone(
        IEnumerable<MemberFacts> members,
        IEnumerable<GuardianshipFacts> positions,
        DateOnly day
    )
    {
        ArgumentNullException.ThrowIfNull(members);
        var decided = positions
            .Where(p =>
                p.Period.Covers(day)
                && p.Kind
                    is GuardianshipKind.ParentalResponsibility
                        or GuardianshipKind.Guardian
                        or GuardianshipKind.CareTakenOver
            )
            .Select(p => p.Child)
            .ToHashSet();
        return members
            .Where(m => m.Age(day) is >= 0 and < Ages.Adult && !decided.Contains(m.Id))
            .Select(m => m.Id)
            .ToList();
    }
}
