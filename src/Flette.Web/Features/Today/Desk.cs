using Flette.Core.Agreements;
using Flette.Core.Families;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Families;
using Flette.Web.Features.Links;
using Flette.Web.Features.Team;

namespace Flette.Web.Features.Today;

/// <summary>An answer the coordinator has not taken note of.</summary>
/// <param name="Who">Whose answer, with her service.</param>
public sealed record AnswerThatCame(OwnFamily Family, Agreement Agreement, AgreementAnswer Answer, string Who);

/// <summary>An agreement somebody has, and has not finished.</summary>
/// <param name="Who">Who has it.</param>
/// <param name="IsPast">Whether the day has been.</param>
public sealed record WaitingLine(OwnFamily Family, Agreement Agreement, string Who, bool IsPast);

/// <summary>What waits for one service or person, so that one telephone call can solve several.</summary>
/// <param name="Phone">Where to ring, or null.</param>
public sealed record WaitingGroup(string Name, string? Phone, IReadOnlyList<WaitingLine> Lines);

/// <summary>An agreement nobody has.</summary>
public sealed record NobodysLine(OwnFamily Family, Agreement Agreement);

/// <summary>Why someone is to be rung.</summary>
public enum RingWhy
{
    /// <summary>There is no address to send to.</summary>
    NoAddress,

    /// <summary>The mail did not arrive.</summary>
    NotDelivered,

    /// <summary>Whoever got the link said «Ikke meg».</summary>
    NotMe,
}

/// <summary>Someone to ring.</summary>
/// <param name="Agreements">What to ask about.</param>
public sealed record RingLine(
    OwnFamily Family,
    Guid Person,
    string Who,
    string? Phone,
    RingWhy Why,
    IReadOnlyList<Agreement> Agreements
);

/// <summary>What the coordinator's families wait for, put together from what she may see. Pure.</summary>
public sealed record Desk(
    IReadOnlyList<AnswerThatCame> Answers,
    IReadOnlyList<WaitingGroup> Past,
    IReadOnlyList<WaitingGroup> Later,
    IReadOnlyList<NobodysLine> Nobody,
    IReadOnlyList<RingLine> Ring
)
{
    /// <summary>Nothing.</summary>
    public static Desk Empty { get; } = new([], [], [], [], []);

    /// <summary>Puts it together.</summary>
    public static Desk Of(Own own, IReadOnlyList<Agreement> agreements, IReadOnlyList<SentLink> links, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(own);
        var families = own.Families.ToDictionary(f => f.Id);
        var persons = own
            .Members.Select(m => new Person(m))
            .Concat(own.Team.Select(p => new Person(p)))
            .ToDictionary(p => p.Id);
        var waiting = agreements
            .Where(a => AgreementRules.IsLive(a.State))
            .SelectMany(a =>
                a.Holders.Where(persons.ContainsKey)
                    .Take(1)
                    .Select(h =>
                        (
                            Person: persons[h],
                            Line: new WaitingLine(families[a.Family], a, persons[h].Who, a.Due < today)
                        )
                    )
            )
            .ToList();
        return new Desk(
            agreements
                .Where(a => a.Details.Answer is { Read: false })
                .OrderByDescending(a => a.At)
                .Select(a => new AnswerThatCame(
                    families[a.Family],
                    a,
                    a.Details.Answer!,
                    persons.GetValueOrDefault(a.Details.Answer!.By)?.Who ?? "En som ikke er med lenger"
                ))
                .ToList(),
            Groups(waiting.Where(w => w.Line.IsPast)),
            Groups(waiting.Where(w => !w.Line.IsPast)),
            agreements
                .Where(a => SendingPlan.IsNobodys(a.ToSend))
                .Select(a => new NobodysLine(families[a.Family], a))
                .ToList(),
            ToRing(agreements, links, families, persons)
        );
    }

    private static List<WaitingGroup> Groups(IEnumerable<(Person Person, WaitingLine Line)> waiting) =>
        waiting
            .GroupBy(w => w.Person.Group, StringComparer.CurrentCultureIgnoreCase)
            .Select(g => new WaitingGroup(
                g.Key,
                g.Select(w => w.Person.Phone).FirstOrDefault(p => !string.IsNullOrEmpty(p)),
                g.Select(w => w.Line).OrderBy(l => l.Agreement.Due ?? DateOnly.MaxValue).ToList()
            ))
            .OrderBy(g => g.Lines[0].Agreement.Due ?? DateOnly.MaxValue)
            .ToList();

    private static List<RingLine> ToRing(
        IReadOnlyList<Agreement> agreements,
        IReadOnlyList<SentLink> links,
        Dictionary<Guid, OwnFamily> families,
        Dictionary<Guid, Person> persons
    )
    {
        var latest = links.GroupBy(l => l.Person).ToDictionary(g => g.Key, g => g.MaxBy(l => l.CreatedAt)!);
        return agreements
            .Where(a => AgreementRules.IsLive(a.State) && families[a.Family].Family.Facts.Plan == PlanState.Open)
            .SelectMany(a =>
                a.Holders.Concat(a.Asked)
                    .Where(p => a.Details.Answer?.By != p && persons.ContainsKey(p))
                    .Select(p => (Agreement: a, Person: persons[p]))
            )
            .GroupBy(x => x.Person.Id)
            .Select(g => (Lines: g.ToList(), Why: Why(persons[g.Key], latest.GetValueOrDefault(g.Key))))
            .Where(g => g.Why is not null)
            .Select(g =>
            {
                var (first, person) = g.Lines[0];
                return new RingLine(
                    families[first.Family],
                    person.Id,
                    person.Who,
                    person.Phone,
                    g.Why!.Value,
                    g.Lines.Select(l => l.Agreement).ToList()
                );
            })
            .ToList();
    }

    private static RingWhy? Why(Person person, SentLink? link) =>
        string.IsNullOrEmpty(person.Email) ? RingWhy.NoAddress
        : link is { Revoked: Revoked.NotMe } ? RingWhy.NotMe
        : link is { Mail: MailState.Failed } ? RingWhy.NotDelivered
        : null;

    private sealed record Person(Guid Id, string Who, string Group, string? Phone, string? Email)
    {
        public Person(Member m)
            : this(m.Id, m.Details.Name, m.Details.Name, m.Details.Reach.Phone, m.Details.Reach.Email) { }

        public Person(Participant p)
            : this(
                p.Id,
                p.Details.Organisation is { Length: > 0 } o ? $"{p.Details.Name}, {o}" : p.Details.Name,
                p.Details.Organisation is { Length: > 0 } service ? service : p.Details.Name,
                p.Details.Reach.Phone,
                p.Details.Reach.Email
            ) { }
    }
}
