using System.Collections.Immutable;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading;

/// <summary>A participant the family already has.</summary>
public sealed record KnownPerson(Guid Id, string Name, string? Organisation);

/// <summary>What a name in minutes was matched to.</summary>
public abstract record PersonMatch
{
    private PersonMatch() { }

    /// <summary>Exactly one known person.</summary>
    public sealed record Known(Guid Id) : PersonMatch;

    /// <summary>Two or more: the coordinator is asked.</summary>
    public sealed record Ambiguous(ImmutableArray<Guid> Candidates) : PersonMatch;

    /// <summary>Nobody known.</summary>
    public sealed record NewPerson : PersonMatch;
}

/// <summary>Matches people of a second import to those known: full name, then first name and organisation; two hits ask.</summary>
public static class PeopleMatcher
{
    /// <summary>Matches one name. A first name alone matches when the organisation does, or when none is written.</summary>
    public static PersonMatch Match(string name, string? organisation, IReadOnlyList<KnownPerson> known)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(known);
        var folded = Text.Fold(name).Trim();
        if (folded.Length == 0)
        {
            return new PersonMatch.NewPerson();
        }

        // A first name alone is never a full name, even where the known person is written so.
        var full = known.Where(k => HasSurname(name) && Text.Fold(k.Name).Trim() == folded).ToList();
        if (
            full.Count > 1
            && organisation is not null
            && full.Count(k => SameOrganisation(k.Organisation, organisation)) == 1
        )
        {
            return new PersonMatch.Known(full.Single(k => SameOrganisation(k.Organisation, organisation)).Id);
        }

        if (full.Count > 0)
        {
            return Of(full);
        }

        var oneWord = !folded.Contains(' ', StringComparison.Ordinal);
        var first = known.Where(k => First(k.Name) == First(name) && (oneWord || !HasSurname(k.Name))).ToList();
        return organisation is null
            ? Of(oneWord ? first : [])
            : Of([.. first.Where(k => SameOrganisation(k.Organisation, organisation))]);
    }

    private static PersonMatch Of(List<KnownPerson> hits) =>
        hits.Count switch
        {
            0 => new PersonMatch.NewPerson(),
            1 => new PersonMatch.Known(hits[0].Id),
            _ => new PersonMatch.Ambiguous([.. hits.Select(k => k.Id)]),
        };

    private static bool SameOrganisation(string? a, string? b)
    {
        if (a is null || b is null)
        {
            return a is null && b is null;
        }

        var (x, y) = (Text.Fold(a).Trim(), Text.Fold(b).Trim());
        return x == y
            || x.StartsWith(y + " ", StringComparison.Ordinal)
            || y.StartsWith(x + " ", StringComparison.Ordinal);
    }

    private static string First(string name) => Text.Fold(name).Trim().Split(' ', 2)[0];

    private static bool HasSurname(string name) => name.Trim().Contains(' ', StringComparison.Ordinal);
}
