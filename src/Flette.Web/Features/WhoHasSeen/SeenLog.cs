using Dapper;
using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Web.Access;
using Flette.Web.Data;

namespace Flette.Web.Features.WhoHasSeen;

/// <summary>One line of «Hvem har sett».</summary>
/// <param name="Who">Name, and the service of a participant; null for the reader herself.</param>
/// <param name="Role">What she was then, for those at work; null for others.</param>
public sealed record SeenLine(DateOnly Day, string? Who, SeenRole? Role, Looked What);

/// <summary>What somebody at work read it as.</summary>
public enum SeenRole
{
    Coordinator,
    StandIn,
    Unit,
}

/// <summary>
/// The log as a member may read it (trust.md, The log): rows about what the same rules let her see, and no others. A row that names
/// several things is told when she may see them all; who read is told when she may know that that service takes part. How often is told
/// to nobody: one line for each, thing and day.
/// </summary>
public static class SeenLog
{
    /// <summary>The lines of a month, newest day first.</summary>
    /// <param name="month">Its first day.</param>
    public static async Task<IReadOnlyList<SeenLine>> LoadAsync(Pass pass, DateOnly month, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pass);
        await using var reading = await pass.ReadAsync(cancel);
        var rows = (
            await reading.Db.QueryAsync<Row>(
                new CommandDefinition(
                    """
                    select by_kind, by_id, act, items, at from audit
                     where family = @family and outcome = 'ok' and at >= @from and at < @until and act = any(@acts)
                       and (by_kind <> 'member' or by_id = @reader)
                    """,
                    new
                    {
                        family = pass.Family!.Id,
                        from = Norway.Instant(month.ToDateTime(TimeOnly.MinValue)),
                        until = Norway.Instant(month.AddMonths(1).ToDateTime(TimeOnly.MinValue)),
                        acts = LogView.Acts.Select(Rows.Code).ToArray(),
                        reader = pass.Asker.Id,
                    },
                    cancellationToken: cancel
                )
            )
        ).ToList();
        var about = await About.LoadAsync(reading, pass, rows.SelectMany(r => r.Items), cancel);
        return rows.Where(r => LogView.IsTold(Rows.FromCode<AskerKind>(r.ByKind), r.ById ?? Guid.Empty, pass.Asker.Id))
            .Where(r => r.Items.All(about.MaySee))
            .Select(r => about.Line(r))
            .OfType<SeenLine>()
            .Distinct()
            .OrderByDescending(l => l.Day)
            .ThenBy(l => l.Who, Norwegian.Sorting)
            .ThenBy(l => l.What)
            .ToList();
    }

    internal sealed record Row
    {
        public string ByKind { get; init; } = "";
        public Guid? ById { get; init; }
        public string Act { get; init; } = "";
        public Guid[] Items { get; init; } = [];
        public DateTimeOffset At { get; init; }
    }

    private sealed record LinkRow
    {
        public Guid Id { get; init; }
        public Guid Person { get; init; }
        public Guid[] Items { get; init; } = [];
    }

    /// <summary>What the rows name, as far as the reader may know of it.</summary>
    private sealed class About
    {
        private readonly Pass _pass;
        private readonly HashSet<Guid> _seen;
        private readonly Dictionary<Guid, LinkRow> _links;
        private readonly Dictionary<Guid, string> _people;
        private readonly Dictionary<Guid, string> _staff;

        private About(
            Pass pass,
            HashSet<Guid> seen,
            Dictionary<Guid, LinkRow> links,
            Dictionary<Guid, string> people,
            Dictionary<Guid, string> staff
        ) => (_pass, _seen, _links, _people, _staff) = (pass, seen, links, people, staff);

        public static async Task<About> LoadAsync(
            Reading reading,
            Pass pass,
            IEnumerable<Guid> named,
            CancellationToken cancel
        )
        {
            var ids = named.Distinct().ToArray();
            var family = pass.Family!.Id;
            await using var found = await reading.Db.QueryMultipleAsync(
                new CommandDefinition(
                    """
                    select id, person, items from link where family = @family and id = any(@ids);
                    select id, family, kind, room, topic, about, owner, holders, asked, private, shared_home, plans, key_owner, state,
                           case when kind = @participant then body end as body
                      from item where family = @family and (kind = @participant or id = any(@ids)
                        or id in (select unnest(items) from link where family = @family and id = any(@ids)));
                    select id, name from staff where id in (select by_id from audit where family = @family and by_kind = 'staff');
                    """,
                    new
                    {
                        family,
                        ids,
                        participant = ItemKinds.Participant,
                    },
                    cancellationToken: cancel
                )
            );
            var links = (await found.ReadAsync<LinkRow>()).ToDictionary(l => l.Id);
            var items = (await found.ReadAsync<ItemRow>()).Where(i => pass.May(pass.Act, i.ToFacts())).ToList();
            var staff = (await found.ReadAsync<(Guid Id, string Name)>()).ToDictionary(s => s.Id, s => s.Name);
            var members = Families.Members.All(pass);
            var people = items
                .Where(i => i.Kind == ItemKinds.Participant)
                .Select(i => Team.Participants.Open(new Seen(pass, i)))
                .ToDictionary(
                    p => p.Id,
                    p => p.Details.Organisation is { Length: > 0 } o ? $"{p.Details.Name}, {o}" : p.Details.Name
                );
            return new About(
                pass,
                [.. items.Select(i => i.Id), .. members.Select(m => m.Id), .. OwnPlans(pass)],
                links,
                people,
                staff
            );
        }

        /// <summary>Whether the reader may see a thing a row names. What is not found is nothing she may see.</summary>
        public bool MaySee(Guid id) => _seen.Contains(id) || (_links.TryGetValue(id, out var link) && MaySee(link));

        /// <summary>A row as it is told, or null when not even who it was may be known.</summary>
        public SeenLine? Line(Row row)
        {
            var day = Norway.Day(row.At);
            var act = Rows.FromCode<Act>(row.Act);
            return Rows.FromCode<AskerKind>(row.ByKind) switch
            {
                AskerKind.Member => new SeenLine(day, null, null, LogView.Of(act)),
                AskerKind.Link when row.ById == _pass.Asker.Id => new SeenLine(day, null, null, LogView.Of(act)),
                AskerKind.Link when _people.TryGetValue(row.ById ?? Guid.Empty, out var name) => new SeenLine(
                    day,
                    name,
                    null,
                    LogView.Of(act)
                ),
                AskerKind.Staff when _staff.TryGetValue(row.ById ?? Guid.Empty, out var name) => new SeenLine(
                    day,
                    name,
                    RoleOf(row.ById!.Value, act, day),
                    LogView.Of(act)
                ),
                _ => null,
            };
        }

        private bool MaySee(LinkRow link) =>
            (link.Person == _pass.Asker.Id || _people.ContainsKey(link.Person)) && link.Items.All(_seen.Contains);

        private SeenRole RoleOf(Guid staff, Act act, DateOnly day) =>
            act == Act.SeeUnitFamily ? SeenRole.Unit
            : _pass.Family!.Appointments.Any(a => a.Coordinator == staff && a.Period.Covers(day)) ? SeenRole.Coordinator
            : SeenRole.StandIn;

        private static IEnumerable<Guid> OwnPlans(Pass pass) => Family.OwnPlan.All(pass).Select(p => p.Head.Id);
    }
}
