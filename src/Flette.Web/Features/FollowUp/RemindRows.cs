using Dapper;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.FollowUp;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Links;
using Flette.Web.Vault;
using Npgsql;

namespace Flette.Web.Features.FollowUp;

/// <summary>One person's reminder of one agreement that is to go now.</summary>
/// <param name="Planned">The day it was planned for.</param>
/// <param name="Title">The neutral title she knows it by.</param>
internal sealed record DueReminder(
    Guid Agreement,
    Guid Person,
    DateOnly Planned,
    ReminderWhen When,
    string Title,
    DateOnly Due
);

/// <summary>What the reminders of a family rest on, read for the mail only: nothing of it is shown to anyone.</summary>
internal static class RemindRows
{
    private const string Sql = """
        select * from item where family = @family and kind = 'agreement' and day is not null and state = any(@live);
        select id from item where family = @family and kind = 'participant' and state = 'active';
        select i.about from item i where i.family = @family and i.kind = 'reminder-wish' and i.state = 'on';
        select l.id, l.person, l.items, l.created_at, l.revoked_why, l.reminder, l.body, o.state as mail
          from link l left join outbox o on o.link = l.id where l.family = @family order by l.created_at desc, l.id;
        select agreement, person, day from reminder where family = @family;
        """;

    private static readonly string[] Live =
    [
        .. Enum.GetValues<AgreementState>().Where(AgreementRules.IsLive).Select(Rows.Code),
    ];

    /// <summary>The reminders that are to go today in the pass's family.</summary>
    public static async Task<IReadOnlyList<DueReminder>> DueAsync(
        Pass pass,
        NpgsqlConnection db,
        NpgsqlTransaction? work
    )
    {
        var family = pass.Family!.Id;
        await using var found = await db.QueryMultipleAsync(Sql, new { family, live = Live }, work);
        var agreements = (await found.ReadAsync<ItemRow>()).ToList();
        var team = (await found.ReadAsync<Guid>()).ToHashSet();
        // Without a wish of her own nobody in the family is reminded.
        var wishes = (await found.ReadAsync<Guid[]>()).SelectMany(a => a).ToHashSet();
        var links = (await found.ReadAsync<RemindLink>()).ToList();
        var done = (await found.ReadAsync<(Guid Agreement, Guid Person, DateOnly Day)>()).ToHashSet();
        var due = new List<DueReminder>();
        foreach (var row in agreements)
        {
            var holding = Open(pass, row);
            foreach (var person in row.Holders.Concat(row.Asked).Distinct())
            {
                if (
                    (team.Contains(person) || (wishes.Contains(person) && pass.Family.Member(person) is not null))
                    && MayAnswer(pass, row, person)
                    && Of(pass, row, holding, person, links) is { } reminder
                    && !done.Contains((row.Id, person, reminder.Planned))
                )
                {
                    due.Add(reminder);
                }
            }
        }
        return due;
    }

    private static Holding Open(Pass pass, ItemRow row) =>
        new(
            Rows.FromCode<AgreementState>(row.State),
            row.Holders,
            row.Asked,
            pass.Ring.Open<AgreementDetails>(row.Body, row.KeyOwner, new Place("item", row.Id))
        );

    /// <summary>The reminder of one person about one agreement, when one is to go today.</summary>
    private static DueReminder? Of(Pass pass, ItemRow row, Holding holding, Guid person, List<RemindLink> links)
    {
        var hers = links.Where(l => l.Person == person && l.Items.Contains(row.Id)).ToList();
        // Whoever said «Ikke meg» to the latest is asked no more by the same address.
        if (!Reminders.Awaits(holding, person) || hers is [] || hers[0].RevokedWhy == Rows.Code(Revoked.NotMe))
        {
            return null;
        }
        var written = hers.Where(l => l.Arrived && !l.Reminder)
            .Select(l => (DateOnly?)Norway.Day(l.CreatedAt))
            .FirstOrDefault();
        if (Reminders.Heard(holding, person, written) is not { } heard || written is null)
        {
            return null;
        }
        var plan = Reminders.Plan(holding.Details.Reminds(), row.Day!.Value, heard);
        if (Reminders.Today(plan, pass.Today) is not { } today)
        {
            return null;
        }
        var body = pass.Ring.Open<LinkBody>(hers[0].Body, row.Family, new Place("link", hers[0].Id));
        return new DueReminder(row.Id, person, today.Day, today.When, body.Titles[row.Id], row.Day.Value);
    }

    // The link she is to get must open it: what that takes is decided where everything else is.
    private static bool MayAnswer(Pass pass, ItemRow row, Guid person)
    {
        var link = new LinkFacts(Guid.Empty, row.Family, new HashSet<Guid> { row.Id });
        var asker = new Asker(
            AskerKind.Link,
            person,
            pass.Municipality.Key,
            Level.Link,
            Alive: true,
            new HashSet<StaffRole>(),
            link
        );
        var facts = new Facts(pass.Municipality.Key, asker, pass.Today, pass.Family, row.ToFacts());
        return AccessDecisions.Decide(Act.AnswerAgreement, facts).Allowed;
    }

    private sealed record RemindLink
    {
        public Guid Id { get; init; }
        public Guid Person { get; init; }
        public Guid[] Items { get; init; } = [];
        public DateTimeOffset CreatedAt { get; init; }
        public string? RevokedWhy { get; init; }
        public bool Reminder { get; init; }
        public string? Mail { get; init; }
        public Sealed Body { get; init; }

        /// <summary>Whether its mail left, or is about to.</summary>
        public bool Arrived => RevokedWhy != Rows.Code(Revoked.Undone) && Mail is "sent" or "waiting";
    }
}
