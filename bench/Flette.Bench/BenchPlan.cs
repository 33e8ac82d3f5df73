using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.Consents;
using Flette.Core.Families;
using Flette.Core.Plans;
using Flette.Demo.Generator;
using Flette.Demo.Seed;
using Flette.Web;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Consents;
using Flette.Web.Features.Links;
using Flette.Web.Features.Plans;

namespace Flette.Bench;

/// <summary>What makes a generated family one to measure on: a plan for the eldest child, and one link.</summary>
internal static class BenchPlan
{
    public const int Agreements = 30;
    public const int Goals = 12;

    /// <summary>All links are of this one sending, so that they are found again.</summary>
    public static readonly Guid Sending = DemoIds.Of("bench", "sending");

    private const int OnLink = 3;
    private const int Ended = 6;

    private static readonly string[] Tasks =
    [
        "Sende søknad om avlastning annenhver helg, og gi beskjed til foreldrene når den er mottatt",
        "Ringe skolen og avtale hvem som følger i friminuttene de første ukene etter ferien",
        "Skrive en side om hva som virker når det blir for mye lyd, og dele den med SFO",
        "Kalle inn til møte om overgangen til neste trinn i god tid før timeplanen legges",
        "Undersøke om hjelpemiddelet kan prøves hjemme i to uker før det bestilles",
        "Snakke med kontaktlæreren om lekser på en måte som passer for denne uken",
        "Be om en ny time, helst etter klokken to, så ingen må gå fra skolen",
        "Lage en enkel plan for morgenen sammen med foreldrene, med bilder på kjøleskapet",
        "Finne ut hvem som svarer når noe brenner om kvelden, og skrive nummeret her",
        "Gi tilbakemelding om hvordan de fire første gangene på svømming har gått",
    ];

    private static readonly string[] Wishes =
    [
        "Jeg vil ha en venn med meg hjem én dag i uken uten at det blir for mye.",
        "Vi vil slippe å fortelle det samme på nytt hver gang det kommer noen ny.",
        "Jeg vil klare hele skoledagen, og vite på morgenen hva som skal skje.",
        "Vi vil sove gjennom natten minst fem netter i uken.",
        "Jeg vil være med på svømming uten at mamma må sitte på benken.",
        "Vi vil ha én helg i måneden til å gjøre noe alle sammen.",
    ];

    /// <summary>Writes it as the family's coordinator: first in the working notes, then the yes moves it to the plan.</summary>
    public static async Task WriteAsync(GeneratedFamily family, Seeder seeder, Session coordinator)
    {
        var child = family.Members.First(m => m.Draft is { Born: not null, Details.Relation: FamilyRelation.Child }).Id;
        var asked = family.Team.FirstOrDefault(p => p.Details.Reach.Email is not null);
        var own = new List<(Guid Agreement, DateOnly? Due)>();
        await seeder.DoAsync(coordinator, Act.ChangePlan, family.Id, write => GoalsAsync(write, child));
        await seeder.DoAsync(
            coordinator,
            Act.ChangePlan,
            family.Id,
            write => AgreementsAsync(write, family, child, asked, own)
        );
        await seeder.DoAsync(
            coordinator,
            Act.RecordPlanYes,
            family.Id,
            write =>
            {
                var plan = new PlanAsked(PlanKind.Individual, child);
                var givers = PlanYes.Asked(write.Pass.Family!, plan, write.Pass.Today);
                return YesAsync(write, plan, givers);
            }
        );
        if (asked is not null)
        {
            await seeder.DoAsync(coordinator, Act.SendAgreements, family.Id, write => LinkAsync(write, asked, own));
        }
    }

    private static async Task<Refusal?> GoalsAsync(Write write, Guid child)
    {
        foreach (var (number, seq) in GoalOrder.Spread(Goals).Index())
        {
            var head = Entries.Head(ItemKinds.Goal, child, Sharing.Usual) with
            {
                State = Rows.Code(number < Goals - 2 ? GoalState.Active : GoalState.Reached),
                Seq = seq,
            };
            var goal = new GoalDetails(Wishes[number % Wishes.Length], (LifeArea)(number % 10));
            if ((await Entries.AddAsync(write, head, goal)).Refusal is { } refusal)
            {
                return refusal;
            }
        }
        return null;
    }

    private static async Task<Refusal?> AgreementsAsync(
        Write write,
        GeneratedFamily family,
        Guid child,
        GeneratedParticipant? asked,
        List<(Guid, DateOnly?)> own
    )
    {
        var parent = family.Members[0].Id;
        var coordinator = family.Appointment.Coordinator;
        var people = family
            .Team.Select(p => p.Id)
            .Concat(family.Members.Select(m => m.Id))
            .Append(coordinator)
            .ToHashSet();
        for (var i = 0; i < Agreements; i++)
        {
            var hers = i < OnLink;
            var holder = hers && asked is not null ? asked : family.Team[i % family.Team.Count];
            Guid[] holders = hers
                ? [holder.Id]
                : (i % 5) switch
                {
                    0 => [],
                    1 => [coordinator],
                    2 => [parent],
                    _ => [holder.Id],
                };
            var due = write.Pass.Today.AddDays((i * 3) - 10);
            var draft = new AgreementDraft(
                Tasks[i % Tasks.Length],
                holders,
                [child],
                holder.Topic,
                due,
                DueText: null,
                i < Agreements - Ended ? (AgreementState)(1 + (i % 2)) : AgreementState.Done
            );
            var added = await AgreementBook.AddAsync(write, draft, people);
            if (added.Refusal is { } refusal)
            {
                return refusal;
            }
            if (hers)
            {
                own.Add((added.Value, due));
            }
        }
        return null;
    }

    private static async Task<Refusal?> YesAsync(Write write, PlanAsked plan, IReadOnlyCollection<Guid> givers) =>
        await PlanBook.RecordAsync(
            write,
            plan,
            givers,
            write.Pass.Today,
            ConsentHow.InPerson,
            "Ja til individuell plan, med dem som står i den."
        );

    private static async Task<Refusal?> LinkAsync(
        Write write,
        GeneratedParticipant to,
        IReadOnlyList<(Guid Agreement, DateOnly? Due)> own
    )
    {
        var title = NeutralTitle.Default(null, write.Pass.Today);
        await LinkBook.SendAsync(
            write,
            Sending,
            new Addressee(to.Id, to.Details.Name, to.Details.FirstName, to.Details.Reach.Email, Language: null),
            own.Select(o => (o.Agreement, title, o.Due)).ToList(),
            title,
            TimeSpan.Zero
        );
        return null;
    }
}
