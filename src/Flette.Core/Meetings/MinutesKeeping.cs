using System.Collections.Immutable;
using Flette.Core.Meetings.Reading;

namespace Flette.Core.Meetings;

/// <summary>Works out who the names in a draft are (issue: full name, then first name and organisation; two hits ask). Pure.</summary>
public static class MinutesKeeping
{
    /// <summary>The plan for keeping, or why it cannot be kept yet.</summary>
    /// <param name="people">Members and participants the family has, and the coordinator who keeps it.</param>
    public static Result<KeepingPlan> Plan(MinutesDraft draft, IReadOnlyList<MeantPerson> people, DraftFamily family)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Meeting.Date is null)
        {
            return new MeetingDayMissing();
        }
        var plan = Place(draft, people, family);
        var asked = draft
            .People.Where((_, i) => plan.People[i].Asked)
            .Select(p => new AskedName(p.Name, Agreement: null))
            .Concat(
                draft.Agreements.SelectMany(a =>
                    plan.Names[a.Number].Where(n => n.Asked).Select(n => new AskedName(n.Name, a.Number))
                )
            )
            .ToImmutableArray();
        return asked.IsEmpty ? plan : new WhoIsMeant(asked);
    }

    /// <summary>Who is who as far as is known, with what the coordinator must say.</summary>
    public static KeepingPlan Place(MinutesDraft draft, IReadOnlyList<MeantPerson> people, DraftFamily family)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(family);
        var known = people.Select(p => new KnownPerson(p.Id, p.Name, p.Organisation)).ToList();
        var placed = draft.People.Select(p => Person(p, people, known, family)).ToImmutableArray();
        var listed = draft.People.Select((p, i) => (p.Name, placed[i].Holder)).ToList();
        var others = people.Select(p => (p.Name, Holder: p.AsHolder)).ToList();
        return new KeepingPlan(
            placed,
            draft.Agreements.ToImmutableDictionary(
                a => a.Number,
                a => a.Responsible.Select(r => Name(r, a, listed, others)).ToImmutableArray()
            )
        );
    }

    private static PlacedPerson Person(
        DraftPerson person,
        IReadOnlyList<MeantPerson> people,
        List<KnownPerson> known,
        DraftFamily family
    )
    {
        var written = new Holder(null, person.Name, person.Role, person.Organisation);
        if (person.IsNew)
        {
            return new PlacedPerson(written, New(person, family), []);
        }
        if (people.FirstOrDefault(p => p.Id == person.Known) is { } said)
        {
            return new PlacedPerson(said.AsHolder, null, []);
        }
        switch (Match(person, people, known))
        {
            case PersonMatch.Known hit:
                var meant = people.First(p => p.Id == hit.Id);
                return Elsewhere(person, meant)
                    ? new PlacedPerson(written, null, [meant.AsHolder])
                    : new PlacedPerson(meant.AsHolder, null, []);
            case PersonMatch.Ambiguous several:
                var candidates = people.Where(p => several.Candidates.Contains(p.Id)).Select(p => p.AsHolder);
                return new PlacedPerson(written, null, [.. candidates]);
            default:
                return new PlacedPerson(written, New(person, family), []);
        }
    }

    // Members are listed by relation and the coordinator by whatever her unit is called that day: a full name, or a first
    // name nobody else has, is enough.
    private static PersonMatch Match(DraftPerson person, IReadOnlyList<MeantPerson> people, List<KnownPerson> known)
    {
        var byName = people.Where(p => p.ByNameAlone && MeantNames.Same(p.Name, person.Name)).ToList();
        var sure = byName.Count == 1 && (person.Organisation is null || MeantNames.IsFull(person.Name));
        return sure
            ? new PersonMatch.Known(byName[0].Id)
            : PeopleMatcher.Match(person.Name, person.Organisation, known);
    }

    // Two of one name in two services may be two people, or one who has changed her work: only the coordinator knows.
    private static bool Elsewhere(DraftPerson person, MeantPerson known) =>
        !known.ByNameAlone
        && person.Organisation is { } here
        && known.Organisation is { } there
        && !MeantNames.SameService(here, there);

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

    /// <summary>
    /// Who a responsible is: whom the coordinator has said, else someone in the attendance list, else someone the family has.
    /// A group or bare service is nobody yet; a name that fits two is asked about.
    /// </summary>
    private static PlacedName Name(
        string responsible,
        DraftAgreement agreement,
        List<(string Name, Holder Holder)> listed,
        List<(string Name, Holder Holder)> others
    )
    {
        if (agreement.ChosenFor(responsible) is { } chosen)
        {
            var said = listed.Concat(others).Select(p => p.Holder).DistinctBy(h => h.Key, StringComparer.Ordinal);
            var held = said.Where(h => chosen.Keys.Contains(h.Key, StringComparer.Ordinal)).ToImmutableArray();
            // Who was chosen may since have got another name in the list; then it is asked again.
            if (held.Length == chosen.Keys.Count)
            {
                return new PlacedName(responsible, held, []);
            }
        }
        var fits = Fits(responsible, listed);
        fits = fits.IsEmpty ? Fits(responsible, others) : fits;
        return fits.Length > 1 ? new PlacedName(responsible, [], fits) : new PlacedName(responsible, fits, []);
    }

    // A full name means those who have it; a first name alone, all it may stand for.
    private static ImmutableArray<Holder> Fits(string name, List<(string Name, Holder Holder)> people)
    {
        var full = MeantNames.IsFull(name) ? people.Where(p => MeantNames.Equal(p.Name, name)).ToList() : [];
        var fits = full.Count > 0 ? full : people.Where(p => MeantNames.Same(p.Name, name));
        return [.. fits.Select(p => p.Holder).DistinctBy(h => h.Key, StringComparer.Ordinal)];
    }
}
