using Flette.Core.Plans;
using Flette.Core.Words;
using Flette.Web.Features.Families;
using Flette.Web.Features.Team;

namespace Flette.Web.Features.Family;

/// <summary>
/// What those who are named are called for the one who reads. That somebody takes part is itself something said of someone, so
/// whoever the reader may not know of is «en i ansvarsgruppa», whoever it is.
/// </summary>
public sealed class Names(
    Words words,
    IReadOnlyList<Member> members,
    IReadOnlyList<Participant> ever,
    Coordination? coordination
)
{
    private readonly Dictionary<Guid, (string Name, string? Role)> _known = members
        .Select(m => (m.Id, Name: m.Details.FirstName, Role: (string?)null))
        .Concat(ever.Select(p => (p.Id, p.Details.Name, Role: Given(p.Details.Role) ?? Given(p.Details.Organisation))))
        .Concat(
            coordination is null
                ? []
                : [(coordination.Coordinator.Id, coordination.Coordinator.Name, (string?)words.Of(coordination.Kind))]
        )
        .ToDictionary(p => p.Id, p => (p.Item2, p.Item3));

    /// <summary>Whether this is a member the reader knows of.</summary>
    public bool IsFamily(Guid person) => members.Any(m => m.Id == person);

    /// <summary>Whether the reader may know of her.</summary>
    public bool Knows(Guid person) => _known.ContainsKey(person);

    /// <summary>What she is called.</summary>
    public string Of(Guid person) => _known.TryGetValue(person, out var known) ? known.Name : words.SomeoneInTheTeam;

    /// <summary>All of them, each once, as in the middle of a sentence; hidden ones are one and the same.</summary>
    public string Of(IEnumerable<Guid> people) =>
        Listing.And(
            people.OrderBy(p => _known.ContainsKey(p) ? 0 : 1).Select(Of).Distinct(StringComparer.Ordinal),
            words.Tongue
        );

    /// <summary>What she is, in words, when it is one alone and the reader may know.</summary>
    public string? Role(IReadOnlyList<Guid> people) =>
        people is [var one] && _known.TryGetValue(one, out var known) ? known.Role : null;

    /// <summary>Those who see to a measure, to begin a line with.</summary>
    public string Doers(MeasureDetails measure)
    {
        ArgumentNullException.ThrowIfNull(measure);
        return NorwegianDates.Capital(Of(measure.With.Select(w => w.Id).Prepend(measure.Responsible.Id)));
    }

    /// <summary>First names of the members the reader knows of.</summary>
    public string About(IEnumerable<Guid> about) =>
        Listing.And(members.Where(m => about.Contains(m.Id)).Select(m => m.Details.FirstName), words.Tongue);

    /// <summary>
    /// Whoever has a need, as written; a name the reader does not find among those she knows of is «en i ansvarsgruppa».
    /// </summary>
    public string Owner(string owner) =>
        _known.Values.Any(k => Same(k.Name, owner))
        || ever.Any(p => Same(p.Details.Organisation, owner))
        || members.Any(m => Same(m.Details.Name, owner))
            ? owner
            : words.SomeoneInTheTeam;

    private static bool Same(string? one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
