using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Families;
using Flette.Web.Features.Shared;
using Flette.Web.Features.Team;
using Flette.Web.Features.Unit;

namespace Flette.Web.Features.Agreements;

/// <summary>Those who may have an agreement, and what they are called.</summary>
public sealed class People
{
    private readonly Dictionary<Guid, string> _names;

    private People(IReadOnlyList<Member> members, IReadOnlyList<Participant> ever, Dictionary<Guid, string> names)
    {
        Members = members;
        Ever = ever;
        Team = ever.Where(p => !p.Ended).ToList();
        _names = names;
    }

    public IReadOnlyList<Member> Members { get; }

    public IReadOnlyList<Participant> Team { get; }

    /// <summary>The team, with those whose participation has ended.</summary>
    public IReadOnlyList<Participant> Ever { get; }

    /// <summary>Everyone.</summary>
    public IReadOnlySet<Guid> Ids => _names.Keys.ToHashSet();

    /// <summary>As choices in a list: family, team, coordinators.</summary>
    public IReadOnlyList<FieldOption> Options =>
        _names.Select(n => new FieldOption(n.Key.ToString(), n.Value)).ToList();

    /// <summary>Members as choices, by first name.</summary>
    public IReadOnlyList<FieldOption> MemberOptions =>
        Members.Select(m => new FieldOption(m.Id.ToString(), m.Details.FirstName)).ToList();

    /// <summary>Name and service; null for someone the asker may not see.</summary>
    public string? Name(Guid person) => _names.GetValueOrDefault(person);

    /// <summary>First names of members, joined.</summary>
    public string FirstNames(IEnumerable<Guid> members) =>
        string.Join(" og ", Members.Where(m => members.Contains(m.Id)).Select(m => m.Details.FirstName));

    /// <summary>Loads those of the pass's family the asker may see, and who coordinates it.</summary>
    public static async Task<People> LoadAsync(Pass pass, CancellationToken cancel) =>
        Of(pass, await Visible.ItemsAsync(pass, cancel, ItemKinds.Participant));

    /// <summary>The same when the participants were loaded together with other items.</summary>
    public static People Of(Pass pass, IEnumerable<Seen> items)
    {
        ArgumentNullException.ThrowIfNull(pass);
        var appointments = pass.LoadedFamily!.Appointments.Where(a => a.ToFacts().Period.Covers(pass.Today));
        var members = Families.Members.All(pass);
        var team = Participants.Among(items);
        var names = members.ToDictionary(m => m.Id, m => m.Details.Name);
        foreach (var p in team)
        {
            names[p.Id] = p.Details.Organisation is { Length: > 0 } o ? $"{p.Details.Name}, {o}" : p.Details.Name;
        }
        foreach (var a in appointments)
        {
            names[a.Staff] = a.Name;
        }
        return new People(members, team, names);
    }
}
