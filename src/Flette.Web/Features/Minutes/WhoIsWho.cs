using Flette.Core.Meetings;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.Minutes;

/// <summary>Who the names in a draft are, and who else they may be, as the page shows it.</summary>
/// <param name="Plan">Who is who, with what the coordinator must say.</param>
/// <param name="Known">Members, participants and the coordinator.</param>
public sealed record WhoIsWho(KeepingPlan Plan, IReadOnlyList<MeantPerson> Known)
{
    /// <summary>Of those asked about: all of them.</summary>
    public const string Everyone = "alle";

    /// <summary>Of those asked about: none.</summary>
    public const string Nobody = "ingen";

    /// <summary>How many names the coordinator must say who are.</summary>
    public int Asked => Plan.People.Count(p => p.Asked) + Plan.Names.Values.Sum(names => names.Count(n => n.Asked));

    /// <summary>All who may have an agreement: those of the list first.</summary>
    public IReadOnlyList<Holder> Eligible { get; } =
        Plan
            .People.Select(p => p.Holder)
            .Concat(Known.Select(p => p.AsHolder))
            .DistinctBy(h => h.Key, StringComparer.Ordinal)
            .ToList();

    /// <summary>Those of the list who will join the team.</summary>
    public IEnumerable<Holder> New => Plan.People.Where(p => p.New is not null).Select(p => p.Holder);

    /// <summary>Those of the list who are known.</summary>
    public IEnumerable<Holder> Matched =>
        Plan
            .People.Where(p => p is { New: null, Asked: false })
            .Select(p => p.Holder)
            .DistinctBy(h => h.Key, StringComparer.Ordinal);

    /// <summary>The names of an agreement.</summary>
    public IReadOnlyList<PlacedName> Names(int agreement) =>
        Plan.Names.TryGetValue(agreement, out var names) ? names : [];

    /// <summary>Who someone of the list may be: as the name has it, one of those known, or none of them.</summary>
    /// <param name="person">As the draft has her.</param>
    /// <param name="at">Where she stands in the list; past its end for one more.</param>
    public IReadOnlyList<FieldOption> Options(DraftPerson person, int at)
    {
        ArgumentNullException.ThrowIfNull(person);
        var placed = at < Plan.People.Length ? Plan.People[at] : null;
        var byName = placed switch
        {
            null => "Etter navnet",
            _ when Chosen(person) is not null => "Etter navnet",
            { Asked: true } => "Velg",
            { New: not null } => "Ny",
            _ => $"Kjent: {placed.Holder.Label}",
        };
        return
        [
            new("", byName),
            .. Known.Select(p => new FieldOption(p.Id.ToString(), p.AsHolder.Label)),
            new(PersonInput.None, "Ny: en annen"),
        ];
    }

    /// <summary>Which of <see cref="Options"/> the coordinator has chosen; null lets the name decide.</summary>
    public string? Chosen(DraftPerson person) =>
        person is { IsNew: true } ? PersonInput.None
        : Known.Any(k => k.Id == person?.Known) ? person.Known.ToString()
        : null;

    /// <summary>Those a name may mean whom the coordinator has pointed out, or null when it is neither one of them, all, nor none.</summary>
    public IReadOnlyList<Holder>? Meant(int agreement, string name, string meant)
    {
        var candidates = Names(agreement).FirstOrDefault(n => n.Name == name)?.Candidates ?? [];
        var who = candidates.Where(c => meant == Everyone || c.Key == meant).ToList();
        return who.Count > 0 || meant == Nobody ? who : null;
    }
}
