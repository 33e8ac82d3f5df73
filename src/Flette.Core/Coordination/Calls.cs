using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Core.Meetings.Reading;
using Topic = Flette.Core.Access.Topic;

namespace Flette.Core.Coordination;

/// <summary>Someone one may have spoken with: a member of a family or a participant of its team.</summary>
/// <param name="Id">Member or participant.</param>
/// <param name="Family">The family.</param>
/// <param name="Name">Full name.</param>
/// <param name="Label">The name as it is chosen from a list: «Ivar Sletten, Fysio og ergo». Unique in the list.</param>
/// <param name="InTeam">A participant of the team.</param>
/// <param name="Topic">The participant's topic; null for members.</param>
/// <param name="Concerns">Whom a participant concerns; for a member herself.</param>
public sealed record Callee(
    Guid Id,
    Guid Family,
    string Name,
    string Label,
    bool InTeam,
    Topic? Topic,
    IReadOnlyList<Guid> Concerns
);

/// <summary>Proposes what a line of the call log is about, so that logging takes three actions and the text. Pure.</summary>
public static class Calls
{
    /// <summary>
    /// The one that was typed or chosen: the label, else a full name, else a first name that only one has.
    /// Null when nobody or several fit: the list then asks, it does not guess.
    /// </summary>
    public static Callee? Find(IReadOnlyCollection<Callee> people, string? typed)
    {
        ArgumentNullException.ThrowIfNull(people);
        var wanted = (typed ?? "").Trim();
        if (wanted.Length == 0)
        {
            return null;
        }
        foreach (var of in new Func<Callee, string>[] { p => p.Label, p => p.Name, p => p.Name.Split(' ', 2)[0] })
        {
            var hits = people
                .Where(p => string.Equals(of(p), wanted, StringComparison.OrdinalIgnoreCase))
                .Take(2)
                .ToList();
            if (hits.Count > 0)
            {
                return hits.Count == 1 ? hits[0] : null;
            }
        }
        return null;
    }

    /// <summary>The participant's topic; with the family itself it is familieliv.</summary>
    public static Topic ProposeTopic(Callee? with) => with?.Topic ?? Topic.FamilyLife;

    /// <summary>Those named in the text, else those the one spoken with concerns. Never the whole family by default.</summary>
    public static IReadOnlyList<Guid> ProposeAbout(Callee? with, string text, IReadOnlyList<PlacementMember> members)
    {
        var named = Placement.Propose(text, "", members, recipient: null, []).About;
        return named.IsEmpty ? with?.Concerns ?? [] : named;
    }
}

/// <summary>Whom one rings in a family.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Phone">The number.</param>
public sealed record ToCall(string Name, string Phone);

/// <summary>How people want to be reached, kept to.</summary>
public static class Reaching
{
    /// <summary>
    /// The grown-up to ring: one with a number who has the telephone among her channels, highest first.
    /// Null when nobody has said yes to the telephone.
    /// </summary>
    public static ToCall? ToRing(IEnumerable<(MemberFacts Facts, MemberDetails Details)> members, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(members);
        var found = members
            .Where(m => m.Facts.IsAdult(today) && !string.IsNullOrWhiteSpace(m.Details.Reach.Phone))
            .Select(m => (m.Details, Place: m.Details.Reach.Channels.ToList().IndexOf(Channel.Phone)))
            .Where(m => m.Place >= 0)
            .OrderBy(m => m.Place)
            .Select(m => m.Details)
            .FirstOrDefault();
        return found is null ? null : new ToCall(found.Name, found.Reach.Phone!.Trim());
    }
}
