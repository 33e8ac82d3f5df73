using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.FollowUp;
using Flette.Core.Law;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Delivery.Mails;
using Flette.Web.Features.Links;
using Flette.Web.Vault;

namespace Flette.Web.Features.FollowUp;

/// <summary>The reminders of a family have been gone through today, by this node or another.</summary>
internal sealed record GoneThrough : Refusal;

/// <summary>
/// Reminds those who have agreements (issue 3, 6): each working day every family with an open plan is gone through once, and whoever
/// is to be reminded that day gets one mail with a fresh link, however many of hers are due.
/// </summary>
/// <remarks>
/// All of a family is one write under its lock, with the steps as rows and the mails in the outbox: a kill leaves nothing or all of
/// it, and of two nodes the later finds it done.
/// </remarks>
public sealed class Reminding(TimeProvider time)
{
    /// <summary>Nothing goes before this hour of a working day in Norway.</summary>
    public static readonly TimeOnly From = new(8, 0);

    /// <summary>Nor after this one: who is reminded has the rest of the day for it.</summary>
    public static readonly TimeOnly Until = new(16, 0);

    /// <summary>Whether reminders may go at an instant.</summary>
    public static bool MayGo(DateTimeOffset now)
    {
        var clock = TimeOnly.FromDateTime(Norway.Clock(now));
        return WorkingDays.Is(Norway.Day(now)) && clock >= From && clock < Until;
    }

    /// <summary>
    /// Goes through all families of a municipality that have not been today. How many that were. Throws
    /// <see cref="AggregateException"/> when some could not be: the others are, and those are tried again.
    /// </summary>
    public async Task<int> SweepAsync(Municipality municipality, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(municipality);
        var now = time.GetUtcNow();
        if (!MayGo(now))
        {
            return 0;
        }
        var today = Norway.Day(now);
        List<Guid> families;
        await using (var db = await municipality.Database.OpenConnectionAsync(stop))
        {
            families =
            [
                .. await db.QueryAsync<Guid>(
                    new CommandDefinition(
                        """
                        select distinct p.family from plan p
                          join item i on i.family = p.family and i.kind = 'agreement' and i.day is not null
                          left join reminder_day d on d.family = p.family
                         where p.state = 'open' and d.day is distinct from @today
                        """,
                        new { today },
                        cancellationToken: stop
                    )
                ),
            ];
        }
        var failed = new List<Exception>();
        foreach (var family in families)
        {
            stop.ThrowIfCancellationRequested();
            try
            {
                await FamilyAsync(municipality, family, today, stop);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // One that cannot be opened stops nobody else's.
                failed.Add(e);
            }
        }
        return failed.Count == 0 ? families.Count : throw new AggregateException(failed);
    }

    /// <summary>Goes through one family.</summary>
    private async Task FamilyAsync(Municipality municipality, Guid family, DateOnly today, CancellationToken stop)
    {
        LoadedFamily? loaded;
        IReadOnlyList<WrappedKey> keys;
        await using (var db = await municipality.Database.OpenConnectionAsync(stop))
        {
            (loaded, keys) = await FactsLoader.FamilyAsync(db, null, family, today, stop);
        }
        using var pass = new Pass(
            municipality,
            new Session(Guid.Empty, Asker.System(municipality.Key)),
            Act.Remind,
            today,
            loaded,
            new KeyRing(municipality.Key, municipality.Master, keys),
            "reminders"
        );
        await Write.RunAsync(pass, FormPost.None, time, RemindAsync, stop);
    }

    private static async Task<Written> RemindAsync(Write write)
    {
        var marked = await write.ExecuteAsync(
            """
            insert into reminder_day (family, day) values (@Id, @Today)
            on conflict (family) do update set day = excluded.day where reminder_day.day < excluded.day
            """,
            new { write.Pass.Family!.Id, write.Pass.Today }
        );
        if (marked == 0)
        {
            return new GoneThrough();
        }
        var due = await RemindRows.DueAsync(write.Pass, write.Db, write.Work);
        foreach (var hers in due.GroupBy(d => d.Person))
        {
            if (await LinkRenewal.AddresseeAsync(write, hers.Key) is { SentTo: not null } to)
            {
                await RemindAsync(write, to, hers.OrderBy(d => d.Due).ThenBy(d => d.Agreement).ToList());
            }
        }
        return Written.To("/");
    }

    /// <summary>One mail to one person, and a row for each step.</summary>
    private static async Task RemindAsync(Write write, Addressee to, IReadOnlyList<DueReminder> due)
    {
        var link = await LinkBook.SendAsync(
            write,
            write.NewId(),
            to,
            due.Select(d => (d.Agreement, d.Title, (DateOnly?)d.Due)).ToList(),
            Subjects.Of(due.Select(d => d.Title), write.Pass),
            TimeSpan.Zero,
            new ReminderAbout(Past: due.Any(d => d.When == ReminderWhen.After))
        );
        foreach (var step in due)
        {
            await write.ExecuteAsync(
                """
                insert into reminder (agreement, person, day, family, made_at, link)
                values (@Agreement, @Person, @Planned, @Id, @Now, @link)
                """,
                new
                {
                    step.Agreement,
                    step.Person,
                    step.Planned,
                    write.Pass.Family!.Id,
                    write.Now,
                    link,
                }
            );
        }
    }
}

/// <summary>That a mail with a link is a reminder.</summary>
/// <param name="Past">Whether the day of one of its agreements has been.</param>
public sealed record ReminderAbout(bool Past);
