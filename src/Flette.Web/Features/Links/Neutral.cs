using Flette.Core.Agreements;
using Flette.Web.Access;
using Flette.Web.Features.Agreements;

namespace Flette.Web.Features.Links;

/// <summary>What in a text that travels in the open may tell who or what it is about.</summary>
public static class Neutral
{
    /// <summary>Names, services and sensitive words in it; none: it says nothing.</summary>
    public static IReadOnlyList<TitleFinding> Findings(string text, People people, Pass pass)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(pass);
        // Every service of the municipality may have its name in its own, and that says nothing of which it is.
        string WithoutMunicipality(string organisation) =>
            string.Join(' ', organisation.Split(' ').Except(pass.Municipality.Name.Split(' '), StringComparer.Ordinal));
        return NeutralTitle.Findings(
            text,
            people.Members.Select(m => m.Details.Name).Concat(people.Team.Select(p => p.Details.Name)),
            people.Team.Select(p => WithoutMunicipality(p.Details.Organisation ?? ""))
        );
    }
}
