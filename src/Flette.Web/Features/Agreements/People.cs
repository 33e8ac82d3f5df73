using Flette.Core.Families;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Families;
using Flette.Web.Features.Shared;
using Flette.Web.Features.Team;

namespace Flette.Web.Features.Agreements;

/// <summary>Those who may have an agreement, and what they are called.</summary>
public sealed class People
{
    private readonly IReadOnlyList<Someone> _all;
    private readonly Dictionary<Guid, Someone> _byId;

    private People(IReadOnlyList<Member> members, IReadOnlyList<Participant> ever, IReadOnlyList<Someone> all)
    {
        Members = members;
        Ever = ever;
        Team = ever.Where(p => !p.Ended).ToList();
        _all = all;
        _byId = all.ToDictionary(s => s.Id);
    }

    public IReadOnlyList<Member> Members { get; }

    public IReadOnlyList<Participant> Team { get; }

    /// <summary>The team, with those whose participation has ended.</summary>
    public IReadOnlyList<Participant> Ever { get; }

    /// <summary>A second representative of the unit, where a meeting is about; null else. She is neither family nor team.</summary>
    public Links.Addressee? Leader { get; set; }

    /// <summary>What the family's plans are called, in their order; needed where there are several.</summary>
    private IReadOnlyList<(Guid Id, string Name)> PlanNames { get; init; } = [];

    /// <summary>Everyone.</summary>
    public IReadOnlySet<Guid> Ids => _byId.Keys.ToHashSet();

    /// <summary>Those who take part, as choices in groups: the family, the team, the coordinator.</summary>
    public IReadOnlyList<FieldOption> Options => OptionsWith([]);

    /// <summary>Members as choices, by first name.</summary>
    public IReadOnlyList<FieldOption> MemberOptions =>
        Members.Select(m => new FieldOption(m.Id.ToString(), m.FirstName)).ToList();

    /// <summary>Who coordinates today; null when nobody does.</summary>
    public string? Coordinator => _all.FirstOrDefault(s => s.Group == Group.Coordinator)?.Name;

    /// <summary>The same choices, with those chosen before who are not with them any more.</summary>
    public IReadOnlyList<FieldOption> OptionsWith(IReadOnlyCollection<Guid> chosen) =>
        _all.Where(s => s.Group != Group.Before || chosen.Contains(s.Id))
            .Select(s => new FieldOption(s.Id.ToString(), s.Name, Group: Heading(s.Group)))
            .ToList();

    /// <summary>Name and service; null for someone the asker may not see.</summary>
    public string? Name(Guid person) =>
        _byId.GetValueOrDefault(person)?.Name ?? (Leader?.Person == person ? Leader.Name : null);

    /// <summary>The name with the service in brackets, for the middle of a sentence; null for someone the asker may not see.</summary>
    public string? InBrackets(Guid person) => _byId.GetValueOrDefault(person)?.InBrackets;

    /// <summary>
    /// Names and services in a sentence: «Ragnhild Moen (Brattlia skole) og Henrik Aune (PPT)», so that a service does not read as
    /// one more person. Those the asker may not see are left out.
    /// </summary>
    public string Names(IEnumerable<Guid> people)
    {
        var known = people.Select(_byId.GetValueOrDefault).OfType<Someone>().ToList();
        return known is [var one] ? one.Name : Listing.And(known.Select(s => s.InBrackets));
    }

    /// <summary>Names of plans, in their order.</summary>
    public IEnumerable<string> Plans(IReadOnlyCollection<Guid> plans) =>
        PlanNames.Where(p => plans.Contains(p.Id)).Select(p => p.Name);

    /// <summary>First names of members, joined.</summary>
    public string FirstNames(IEnumerable<Guid> members) =>
        Listing.And(Members.Where(m => members.Contains(m.Id)).Select(m => m.FirstName));

    /// <summary>Loads those of the pass's family the asker may see, and who coordinates it.</summary>
    public static async Task<People> LoadAsync(Pass pass, CancellationToken cancel) =>
        Of(pass, await Visible.ItemsAsync(pass, cancel, ItemKinds.Participant));

    /// <summary>The same when the participants were loaded together with other items.</summary>
    public static People Of(Pass pass, IEnumerable<Seen> items)
    {
        ArgumentNullException.ThrowIfNull(pass);
        var appointments = pass.LoadedFamily!.Appointments.Where(a => a.ToFacts().Period.Covers(pass.Today));
        var members = Families.Members.All(pass);
        var ever = Participants.Among(items);
        List<Named> named =
        [
            .. members.Select(m => new Named(
                m.Id,
                Group.Family,
                m.Details.Name,
                null,
                Families.Words.Of(m.Details),
                AgeWords.Of(m.Born, m.Due, m.CarriedBy is not null, pass.Today)
            )),
            .. ever.Select(p => new Named(
                p.Id,
                p.Ended ? Group.Before : Group.Team,
                p.Details.Name,
                string.IsNullOrWhiteSpace(p.Details.Organisation) ? null : p.Details.Organisation,
                p.Details.Role,
                null
            )),
            .. appointments.Select(a => new Named(a.Staff, Group.Coordinator, a.Name, null, "koordinator", null)),
        ];
        var names = Apart.Names(
            named,
            n => n.Service is null ? n.Name : $"{n.Name}, {n.Service}",
            n => n.Is,
            n => n.Age
        );
        var brackets = Apart.Names(
            named,
            n => n.Service is null ? n.Name : $"{n.Name} ({n.Service})",
            n => n.Is,
            n => n.Age
        );
        // Someone may coordinate and be a member of a team besides; the last thing she is, is what she is called.
        var all = named
            .Select((n, i) => new Someone(n.Id, n.Group, names[i], brackets[i]))
            .GroupBy(s => s.Id)
            .Select(g => g.Last())
            .OrderBy(s => s.Group)
            .ToList();
        return new People(members, ever, all)
        {
            PlanNames = pass.Family!.Plans.Select(p =>
                    (
                        p.Id,
                        Consents.Words.NameOf(p.Asked, id => members.FirstOrDefault(m => m.Id == id)?.FirstName ?? "")
                    )
                )
                .ToList(),
        };
    }

    private static string Heading(Group group) =>
        group switch
        {
            Group.Family => "Familien",
            Group.Team => "Teamet",
            Group.Coordinator => "Koordinator",
            Group.Before => "Har vært med før",
            _ => throw new ArgumentOutOfRangeException(nameof(group)),
        };

    private enum Group
    {
        Family,
        Team,
        Coordinator,
        Before,
    }

    private sealed record Named(Guid Id, Group Group, string Name, string? Service, string? Is, string? Age);

    private sealed record Someone(Guid Id, Group Group, string Name, string InBrackets);
}
