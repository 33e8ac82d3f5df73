using Flette.Core.Coordination;
using Flette.Web.Features.Families;
using Flette.Web.Features.Team;

namespace Flette.Web.Features.Contacts;

/// <summary>Those one may have spoken with, as they are chosen from a list.</summary>
public static class People
{
    /// <summary>Members first, then the team. Two with the same label are told apart by relation or role.</summary>
    public static IReadOnlyList<Callee> Of(IEnumerable<Member> members, IEnumerable<Participant> team)
    {
        var family = members.Select(m =>
            (
                Callee: new Callee(m.Id, m.Family, m.Details.Name, m.Details.Name, InTeam: false, Topic: null, [m.Id]),
                More: Families.Words.Of(m.Details)
            )
        );
        var services = team.Select(p =>
            (
                Callee: new Callee(
                    p.Id,
                    p.Family,
                    p.Details.Name,
                    p.Details.Organisation is { Length: > 0 } organisation
                        ? $"{p.Details.Name}, {organisation}"
                        : p.Details.Name,
                    InTeam: true,
                    p.Topic,
                    p.Concerns
                ),
                More: p.Details.Role ?? ""
            )
        );
        return family
            .Concat(services)
            .GroupBy(c => (c.Callee.Family, c.Callee.Label))
            .SelectMany(g =>
                g.Select(c =>
                    g.Count() == 1 || c.More.Length == 0
                        ? c.Callee
                        : c.Callee with
                        {
                            Label = $"{c.Callee.Label}, {c.More}",
                        }
                )
            )
            .ToList();
    }

    /// <summary>The label where people of several families stand in one list.</summary>
    public static string WithFamily(string label, string family) => $"{label} ({family})";

    /// <summary>The label without the family, as the family's own page has it.</summary>
    public static string WithoutFamily(string typed, string family)
    {
        ArgumentNullException.ThrowIfNull(typed);
        var end = $" ({family})";
        return typed.Trim().EndsWith(end, StringComparison.Ordinal) ? typed.Trim()[..^end.Length] : typed.Trim();
    }
}
