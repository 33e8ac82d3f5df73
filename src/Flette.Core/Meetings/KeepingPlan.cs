using System.Collections.Immutable;
using Flette.Core.Access;
using Flette.Core.Words;

namespace Flette.Core.Meetings;

/// <summary>Someone who may be meant by a name in minutes: a member, a participant, or the coordinator herself.</summary>
/// <param name="ByNameAlone">A member or the coordinator: known by name whatever service is written; else a participant.</param>
/// <param name="Is">What she is: her role, or what a member is to the children.</param>
/// <param name="Besides">What tells her from another of the same name and role: how she is reached, or a member's age.</param>
public sealed record MeantPerson(
    Guid Id,
    string Name,
    string? Organisation,
    bool ByNameAlone,
    string? Is = null,
    string? Besides = null
)
{
    /// <summary>What each is called where one of them is to be chosen: two of one name are told apart.</summary>
    public static IReadOnlyList<string> Called(IReadOnlyList<MeantPerson> people) =>
        Apart.Names(
            people,
            p => string.IsNullOrWhiteSpace(p.Organisation) ? p.Name : $"{p.Name}, {p.Organisation}",
            p => p.Is,
            p => p.Besides
        );

    /// <summary>As one who may have an agreement.</summary>
    public Holder AsHolder => new(Id, Name, Role: null, Organisation);
}

/// <summary>Someone in the minutes who is not in the team yet.</summary>
/// <param name="Topic">From the service; null when nothing says.</param>
/// <param name="Concerns">Members named in the role («kontaktlærer for Oda»), else the plan's recipient.</param>
public sealed record NewParticipant(
    string Name,
    string? Role,
    string? Organisation,
    Topic? Topic,
    ImmutableArray<Guid> Concerns
);

/// <summary>One whom a name in minutes may mean: known by id, or new and as the list of those present writes her.</summary>
public sealed record Holder(Guid? Known, string Name, string? Role, string? Organisation)
{
    /// <summary>What tells her from others in a draft; a new person has no id yet.</summary>
    public string Key => Known?.ToString() ?? $"{Name}|{Role}|{Organisation}";

    /// <summary>«Ragnhild Moen, sosiallærer, Fjell skole».</summary>
    public string Label => string.Join(", ", new[] { Name, Role, Organisation }.Where(p => !string.IsNullOrEmpty(p)));
}

/// <summary>Who someone of the attendance list is.</summary>
/// <param name="Holder">The known person, or she as the list writes her; not sure while <paramref name="Candidates"/> are asked about.</param>
/// <param name="New">What is to be made of her when she is not known; else null.</param>
/// <param name="Candidates">Those she may be, when the coordinator must say; else empty.</param>
public sealed record PlacedPerson(Holder Holder, NewParticipant? New, ImmutableArray<Holder> Candidates)
{
    /// <summary>Whether the coordinator must say who it is.</summary>
    public bool Asked => !Candidates.IsEmpty;
}

/// <summary>Who a name or service that has an agreement stands for.</summary>
/// <param name="Name">As the minutes write it.</param>
/// <param name="Held">Those who have it. Empty: nobody was found, and the name stays as words.</param>
/// <param name="Candidates">Those it may be, when the coordinator must say; else empty.</param>
public sealed record PlacedName(string Name, ImmutableArray<Holder> Held, ImmutableArray<Holder> Candidates)
{
    /// <summary>Whether the coordinator must say who is meant.</summary>
    public bool Asked => !Candidates.IsEmpty;
}

/// <summary>What keeping a draft will do, before anything is written.</summary>
/// <param name="People">One for each in the attendance list, in its order.</param>
/// <param name="Names">For each agreement by number: one for each of its names, in their order.</param>
public sealed record KeepingPlan(
    ImmutableArray<PlacedPerson> People,
    ImmutableDictionary<int, ImmutableArray<PlacedName>> Names
)
{
    /// <summary>Those who have an agreement, each once.</summary>
    public IEnumerable<Holder> Holders(int agreement) =>
        Names[agreement].SelectMany(n => n.Held).DistinctBy(h => h.Key, StringComparer.Ordinal);
}
