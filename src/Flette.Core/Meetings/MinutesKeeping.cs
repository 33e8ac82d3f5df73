using System.Collections.Immutable;
using Flette.Core.Access;
using Flette.Core.Meetings.Reading;

namespace Flette.Core.Meetings;

/// <summary>Someone who may be meant by a name in minutes: a member, a participant, or the coordinator herself.</summary>
/// <param name="ByNameAlone">A member or the coordinator: known by name whatever service is written; else a participant.</param>
public sealed record MeantPerson(Guid Id, string Name, string? Organisation, bool ByNameAlone);

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

/// <summary>What keeping a draft will do, before anything is written.</summary>
/// <param name="New">Participants to be made, in the order of the list.</param>
/// <param name="Known">Names in the attendance list that are known people.</param>
/// <param name="Holders">For each agreement by number: the people who have it. New ones are named, known ones by id.</param>
public sealed record KeepingPlan(
    ImmutableArray<NewParticipant> New,
    ImmutableDictionary<string, Guid> Known,
    ImmutableDictionary<int, ImmutableArray<Holder>> Holders
);

/// <summary>One who has an agreement: known by id, or a new participant by name.</summary>
public sealed record Holder(Guid? Known, string Name);

/// <summary>Works out who the names in a draft are (issue: full name, then first name and organisation; two hits ask). Pure.</summary>
public static class MinutesKeeping
{
    /// <summary>The plan for keeping, or why it cannot be kept yet.</summary>
    /// <param name="people">Members and participants the family has, and the coordinator who keeps it.</param>
    public static Result<KeepingPlan> Plan(MinutesDraft draft, IReadOnlyList<MeantPerson> people, DraftFamily family)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(family);
        if (draft.Meeting.Date is null)
        {
            return new MeetingDayMissing();
        }
        var known = people.Select(p => new KnownPerson(p.Id, p.Name, p.Organisation)).ToList();
        var matched = ImmutableDictionary.CreateBuilder<string, Guid>(StringComparer.OrdinalIgnoreCase);
        var made = ImmutableArray.CreateBuilder<NewParticipant>();
        var asked = ImmutableArray.CreateBuilder<string>();
        foreach (var person in draft.People)
        {
            switch (person.Known is { } id ? new PersonMatch.Known(id) : Match(person, people, known))
            {
                case PersonMatch.Known hit:
                    matched[person.Name] = hit.Id;
                    break;
                case PersonMatch.Ambiguous:
                    asked.Add(person.Name);
                    break;
                case PersonMatch.NewPerson:
                    made.Add(New(person, family));
                    break;
            }
        }
        if (asked.Count > 0)
        {
            return new WhoIsMeant(asked.ToImmutable());
        }
        var holders = draft.Agreements.ToImmutableDictionary(
            a => a.Number,
            a =>
                a.Responsible.Select(r => Hold(r, draft.People, matched, made, people))
                    .OfType<Holder>()
                    .Distinct()
                    .ToImmutableArray()
        );
        return new KeepingPlan(made.ToImmutable(), matched.ToImmutable(), holders);
    }

    // Members are listed by relation and the coordinator by whatever her unit is called that day: a full name, or a first
    // name nobody else has, is enough.
    private static PersonMatch Match(DraftPerson person, IReadOnlyList<MeantPerson> people, List<KnownPerson> known)
    {
        var byName = people.Where(p => p.ByNameAlone && MeantNames.Same(p.Name, person.Name)).ToList();
        var sure = byName.Count == 1 && (person.Organisation is null || IsFullName(person.Name));
        return sure
            ? new PersonMatch.Known(byName[0].Id)
            : PeopleMatcher.Match(person.Name, person.Organisation, known);
    }

    private static bool IsFullName(string name) => name.Trim().Contains(' ', StringComparison.Ordinal);

    private static NewParticipant New(DraftPerson person, DraftFamily family)
    {
        var named = Placement.Propose(
            person.Role ?? "",
            "",
            family.Members,
            family.Recipient,
            [person.Organisation, person.Role]
        );
        return new NewParticipant(person.Name, person.Role, person.Organisation, named.Topic, named.About);
    }

    /// <summary>Who a responsible is: someone in the attendance list, else someone the family has. A group or bare service is nobody yet.</summary>
    private static Holder? Hold(
        string responsible,
        ImmutableArray<DraftPerson> attendance,
        ImmutableDictionary<string, Guid>.Builder matched,
        ImmutableArray<NewParticipant>.Builder made,
        IReadOnlyList<MeantPerson> people
    )
    {
        var listed = attendance.Where(p => MeantNames.Same(p.Name, responsible)).ToList();
        if (listed.Count == 1)
        {
            var name = listed[0].Name;
            return matched.TryGetValue(name, out var id) ? new Holder(id, name)
                : made.Any(m => string.Equals(m.Name, name, StringComparison.OrdinalIgnoreCase))
                    ? new Holder(null, name)
                : null;
        }
        var others = listed.Count > 1 ? [] : people.Where(p => MeantNames.Same(p.Name, responsible)).ToList();
        return others.Count == 1 ? new Holder(others[0].Id, others[0].Name) : null;
    }
}
