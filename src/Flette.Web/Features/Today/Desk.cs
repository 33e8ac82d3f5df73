using Flette.Core.Agreements;
using Flette.Core.Families;
using Flette.Core.FollowUp;
using Flette.Core.Words;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Families;
using Flette.Web.Features.FollowUp;
using Flette.Web.Features.Links;
using Flette.Web.Features.Team;

namespace Flette.Web.Features.Today;

/// <summary>An answer the coordinator has not taken note of.</summary>
/// <param name="Who">Whose answer, with her service.</param>
/// <param name="Each">What each of several says of it; null when one alone has it.</param>
public sealed record AnswerThatCame(
    OwnFamily Family,
    Agreement Agreement,
    AgreementAnswer Answer,
    string Who,
    string? Each
);

/// <summary>An agreement somebody has, and has not finished.</summary>
/// <param name="Who">Who has it.</param>
/// <param name="IsPast">Whether the day has been.</param>
/// <param name="Asked">When the latest link with it left for her; null when none has.</param>
/// <param name="Others">What each of several says of it; null when one alone has it.</param>
/// <param name="Next">Names of those who are asked to take it; null when nobody is.</param>
public sealed record WaitingLine(
    OwnFamily Family,
    Agreement Agreement,
    string Who,
    bool IsPast,
    DateOnly? Asked,
    string? Others,
    string? Next
);

/// <summary>An agreement the coordinator has herself.</summary>
/// <param name="StandsInFor">Whose it is, when she reads it as a deputy.</param>
public sealed record OwnLine(OwnFamily Family, Agreement Agreement, string? StandsInFor);

/// <summary>What waits for one service or person, so that one telephone call can solve several.</summary>
/// <param name="Phone">Where to ring, or null.</param>
public sealed record WaitingGroup(string Name, string? Phone, IReadOnlyList<WaitingLine> Lines);

/// <summary>An agreement nobody has.</summary>
/// <param name="Asked">Names of those who are asked to take it; null when nobody is.</param>
/// <param name="MayGive">Whether it can be given to someone now: that needs an open plan.</param>
/// <param name="Suggested">Whom the one who cannot has named, when she is one of those there are; null else.</param>
public sealed record NobodysLine(
    OwnFamily Family,
    Agreement Agreement,
    string? Asked,
    bool MayGive,
    (Guid Id, string Name)? Suggested
);

/// <summary>Why someone is to be rung.</summary>
public enum RingWhy
{
    /// <summary>There is no address to send to.</summary>
    NoAddress,

    /// <summary>She wants what is sent on paper.</summary>
    Paper,

    /// <summary>The mail did not arrive.</summary>
    NotDelivered,

    /// <summary>Whoever got the link said «Ikke meg».</summary>
    NotMe,

    /// <summary>She is to be reminded, and has no address.</summary>
    Reminder,
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
    IReadOnlyList<RingLine> Ring,
    IReadOnlyList<OwnLine> Own
)
{
    /// <summary>Nothing.</summary>
    public static Desk Empty { get; } = new([], [], [], [], [], []);

    /// <summary>Puts it together.</summary>
    /// <param name="me">The coordinator who reads it.</param>
    public static Desk Of(
        Own own,
        IReadOnlyList<Agreement> agreements,
        IReadOnlyList<SentLink> links,
        Guid me,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(own);
        var families = own.Families.ToDictionary(f => f.Id);
        var persons = own
            .Members.Select(m => new Person(m))
            .Concat(own.Team.Select(p => new Person(p)))
            .ToDictionary(p => p.Id);
        string? Name(Guid person) => persons.GetValueOrDefault(person)?.Who;
        string? Each(Agreement agreement) => Agreements.Words.Each(agreement, Name);
        string? AskedNames(Agreement agreement) =>
            agreement.Asked.Count == 0
                ? null
                : Listing.And(agreement.Asked.Select(p => Name(p)?.Split(',')[0] ?? "En som ikke er med lenger"));
        var live = agreements.Where(a => AgreementRules.IsLive(a.State)).ToList();
        var follow = FollowUps.Of(own.Members, own.Team, links, own.Items, today);
        var ring = ToRing(live, follow, families, persons);
        var rung = ring.SelectMany(r => r.Agreements.Select(a => (a.Id, r.Person))).ToHashSet();
        var waiting = live.SelectMany(a =>
                a.Holders.Where(h => persons.ContainsKey(h) && IsAwaited(a, h) && !rung.Contains((a.Id, h)))
                    .Select(h =>
                        (
                            Person: persons[h],
                            Line: new WaitingLine(
                                families[a.Family],
                                a,
                                persons[h].Who,
                                a.Due < today,
                                AskedOn(links, a.Id, h),
                                Each(a),
                                AskedNames(a)
                            )
                        )
                    )
            )
            .ToList();
        return new Desk(
            agreements
                .SelectMany(a => a.Details.LastOfEach().Where(x => !x.Read).Select(x => (Agreement: a, Answer: x)))
                .OrderByDescending(x => x.Answer.On)
                .ThenByDescending(x => x.Answer.At ?? x.Agreement.At)
                .Select(x => new AnswerThatCame(
                    families[x.Agreement.Family],
                    x.Agreement,
                    x.Answer,
                    Name(x.Answer.By) ?? "En som ikke er med lenger",
                    Each(x.Agreement)
                ))
                .ToList(),
            Groups(waiting.Where(w => w.Line.IsPast)),
            Groups(waiting.Where(w => !w.Line.IsPast)),
            agreements
                .Where(a => SendingPlan.IsNobodys(a.ToSend))
                .Select(a => new NobodysLine(
                    families[a.Family],
                    a,
                    AskedNames(a),
                    MaySend(families[a.Family], a),
                    SuggestedIn(a, own)
                ))
                .ToList(),
            ring,
            live.SelectMany(a => OwnOf(a, families[a.Family], me))
                .OrderBy(l => l.Agreement.Due ?? DateOnly.MaxValue)
                .ToList()
        );
    }

    // Whoever coordinates has what she took on herself, and a deputy has what the one she stands in for took on.
    private static IEnumerable<OwnLine> OwnOf(Agreement agreement, OwnFamily family, Guid me) =>
        agreement.Holders.Contains(me) ? [new OwnLine(family, agreement, null)]
        : family.StandsInFor is { } name && agreement.Holders.Contains(family.Appointment.Coordinator)
            ? [new OwnLine(family, agreement, name)]
        : [];

    // The latest who cannot and says who could.
    private static (Guid Id, string Name)? SuggestedIn(Agreement agreement, Own own)
    {
        List<(Guid Id, string Name)> people =
        [
            .. own.Members.Where(m => m.Family == agreement.Family).Select(m => (m.Id, m.Details.Name)),
            .. own.Team.Where(p => p.Family == agreement.Family).Select(p => (p.Id, p.Details.Name)),
        ];
        var words = agreement.Details.LastOfEach().Select(a => a.Instead).FirstOrDefault(i => i is not null);
        return Suggested.Find(words, people) is { } id && !agreement.Asked.Contains(id)
            ? people.Find(p => p.Id == id)
            : null;
    }

    private static bool MaySend(OwnFamily family, Agreement agreement) =>
        family.Family.Facts.PlanOf(agreement.Place) == PlanState.Open;

    // Who says that it is done waits for the others, when there are any who have not said so.
    private static bool IsAwaited(Agreement agreement, Guid holder)
    {
        bool Done(Guid person) => agreement.Details.LastOf(person)?.Kind == AnswerKind.Done;
        return !Done(holder) || agreement.Holders.All(Done);
    }

    // Only a mail that left, or is about to, has asked anyone.
    private static DateOnly? AskedOn(IReadOnlyList<SentLink> links, Guid agreement, Guid person) =>
        links
            .Where(l =>
                l.Person == person
                && l.Items.Contains(agreement)
                && l.Revoked != Revoked.Undone
                && l.Mail is MailState.Sent or MailState.Waiting
            )
            .Select(l => (DateOnly?)Norway.Day(l.CreatedAt))
            .Max();

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
        FollowUps follow,
        Dictionary<Guid, OwnFamily> families,
        Dictionary<Guid, Person> persons
    )
    {
        var latest = follow.Links.GroupBy(l => l.Person).ToDictionary(g => g.Key, g => g.MaxBy(l => l.CreatedAt)!);
        return agreements
            .Where(a => MaySend(families[a.Family], a))
            .SelectMany(a =>
                a.Holders.Concat(a.Asked)
                    .Where(p => persons.ContainsKey(p) && (a.Details.LastOf(p) is null || follow.IsToRing(a, p)))
                    .Select(p => (Agreement: a, Person: persons[p]))
            )
            .GroupBy(x => x.Person.Id)
            .Select(g =>
                (
                    Lines: g.ToList(),
                    Why: g.Any(x => follow.IsToRing(x.Agreement, g.Key))
                        ? RingWhy.Reminder
                        : Why(persons[g.Key], latest.GetValueOrDefault(g.Key))
                )
            )
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
        person.Reach.Delivered == Delivered.OnPaper ? RingWhy.Paper
        : person.Reach.SentTo is null ? RingWhy.NoAddress
        : link is { Revoked: Revoked.NotMe } ? RingWhy.NotMe
        : link is { Mail: MailState.Failed } ? RingWhy.NotDelivered
        : null;

    private sealed record Person(Guid Id, string Who, string Group, Reach Reach)
    {
        public string? Phone => Reach.Phone;

        public Person(Member m)
            : this(m.Id, m.Details.Name, m.Details.Name, m.Details.Reach) { }

        public Person(Participant p)
            : this(
                p.Id,
                p.Details.Organisation is { Length: > 0 } o ? $"{p.Details.Name}, {o}" : p.Details.Name,
                p.Details.Organisation is { Length: > 0 } service ? service : p.Details.Name,
                p.Details.Reach
            ) { }
    }
}
