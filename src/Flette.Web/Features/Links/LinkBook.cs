using Dapper;
using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Delivery;
using Flette.Web.Delivery.Mails;
using Flette.Web.Features.FollowUp;
using Flette.Web.Vault;

namespace Flette.Web.Features.Links;

/// <summary>Links to agreements: made, revoked, and shown to the family's coordinator (trust.md, Links).</summary>
public static class LinkBook
{
    /// <summary>Makes a link for one person and puts its mail in the outbox.</summary>
    /// <param name="agreements">Each with its neutral title and deadline, in the order they shall be shown.</param>
    /// <param name="subject">Neutral: it travels in the open.</param>
    /// <param name="reminder">That it reminds of what was sent before; null for a sending of its own.</param>
    public static async Task<Guid> SendAsync(
        Write write,
        Guid sending,
        Addressee to,
        IReadOnlyList<(Guid Agreement, string Title, DateOnly? Due)> agreements,
        string subject,
        TimeSpan wait,
        ReminderAbout? reminder = null
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(to);
        var pass = write.Pass;
        var tongue = Shared.Language.FromWords(to.Language);
        var language = tongue is { } known ? Shared.Language.Code(known) : null;
        var body = new LinkBody(
            to.FirstName,
            agreements.ToDictionary(a => a.Agreement, a => a.Title),
            language,
            agreements.Select(a => a.Agreement).ToList()
        );
        var id = await LinkMaking.MakeAsync(
            write,
            sending,
            to.Person,
            LinkPurpose.Agreements,
            [.. agreements.Select(a => a.Agreement)],
            LinkLife.Until(agreements.Select(a => a.Due), pass.Today),
            body,
            reminder is not null
        );
        var from = Coordinator(write.Pass).In(tongue ?? Core.Words.Tongue.Bokmal);
        var mail = new LinkMail(to.SentTo!, to.FirstName, subject, agreements.Count, from, language ?? "nb");
        var template =
            reminder is null ? Templates.Agreements
            : reminder.Past ? Templates.ReminderAfter
            : Templates.ReminderBefore;
        await Outbox.PutAsync(write, template, sending, id, mail, write.Now + wait);
        return id;
    }

    /// <summary>Takes back what of a sending has not left yet, with its links. False when it was too late for all of it.</summary>
    public static async Task<bool> UndoAsync(Write write, Guid sending)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (await Outbox.UndoAsync(write, sending) == 0)
        {
            return false;
        }
        await write.ExecuteAsync(
            """
            update link l set revoked_at = @Now, revoked_why = @why
             where l.family = @Id and l.sending = @sending and l.revoked_at is null
               and exists (select 1 from outbox o where o.link = l.id and o.state = 'undone')
            """,
            new
            {
                write.Now,
                why = Rows.Code(Revoked.Undone),
                write.Pass.Family!.Id,
                sending,
            }
        );
        write.Touched(sending);
        return true;
    }

    /// <summary>Takes a whole sending back, also what has left: what waited never leaves, and no link of it opens any more.</summary>
    public static Task TakeBackAsync(Write write, Guid sending)
    {
        ArgumentNullException.ThrowIfNull(write);
        return RevokeAsync(write, "l.sending = @sending", Revoked.Undone, sending: sending);
    }

    /// <summary>Revokes one link.</summary>
    public static async Task RevokeAsync(Write write, Guid link, Revoked why)
    {
        ArgumentNullException.ThrowIfNull(write);
        await write.ExecuteAsync(
            "update link set revoked_at = @Now, revoked_why = @why where id = @link and family = @Id and revoked_at is null",
            new
            {
                write.Now,
                why = Rows.Code(why),
                link,
                write.Pass.Family!.Id,
            }
        );
        write.Touched(link);
    }

    /// <summary>With the yes gone all links are dead and nothing more leaves, in the transaction that withdraws it.</summary>
    public static Task RevokeAllAsync(Write write)
    {
        ArgumentNullException.ThrowIfNull(write);
        return write.ExecuteAsync(
            """
            update link set revoked_at = @Now, revoked_why = @why where family = @Id and revoked_at is null;
            update outbox set state = 'undone', ended_at = @Now where family = @Id and state = 'waiting'
            """,
            new
            {
                write.Now,
                why = Rows.Code(Revoked.Withdrawn),
                write.Pass.Family!.Id,
            }
        );
    }

    /// <summary>
    /// With one adult's part out of a plan that goes on, links that ask about something in that part are dead and their mail does
    /// not leave, in the transaction that moves it out.
    /// </summary>
    public static Task RevokeMovedOutAsync(Write write)
    {
        ArgumentNullException.ThrowIfNull(write);
        return RevokeAsync(
            write,
            """
            exists (select 1 from item i where i.id = any(l.items) and i.family = @family
                     and not i.in_plan and i.change = @moved and i.at = @Now)
            """,
            Revoked.Withdrawn
        );
    }

    /// <summary>Whoever takes part no longer has no link that opens, and no mail on its way.</summary>
    public static Task RevokeOfPersonAsync(Write write, Guid person)
    {
        ArgumentNullException.ThrowIfNull(write);
        return RevokeAsync(write, "l.person = @person", Revoked.Ended, person);
    }

    internal static Task<int> RevokeAsync(
        Write write,
        string which,
        Revoked why,
        Guid? person = null,
        Guid? sending = null,
        Guid? plan = null
    ) =>
        write.ExecuteAsync(
            $"""
            with dead as (
              update link l set revoked_at = @Now, revoked_why = @why
               where l.family = @family and l.revoked_at is null and {which} returning l.id)
            update outbox o set state = 'undone', ended_at = @Now from dead
             where o.link = dead.id and o.state = 'waiting'
            """,
            new
            {
                write.Now,
                why = Rows.Code(why),
                family = write.Pass.Family!.Id,
                moved = Core.Undo.Moved,
                person,
                sending,
                plan,
            }
        );

    /// <summary>Who coordinates the family today: name and telephone, for whoever would rather call.</summary>
    public static CoordinatorCard Coordinator(Pass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        var appointment = pass.LoadedFamily!.Appointments.FirstOrDefault(a => a.ToFacts().Period.Covers(pass.Today));
        return appointment switch
        {
            null => new CoordinatorCard(),
            _ when appointment.ToFacts().DeputyActive?.Covers(pass.Today) == true => new CoordinatorCard
            {
                Name = appointment.DeputyName ?? "",
                Phone = appointment.DeputyPhone,
            },
            _ => new CoordinatorCard { Name = appointment.Name, Phone = appointment.Phone },
        };
    }

    /// <summary>The links of families the asker holds, newest first.</summary>
    public static async Task<IReadOnlyList<SentLink>> AllAsync(
        Pass pass,
        IReadOnlyList<FamilyFacts> families,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(pass);
        await using var reading = await pass.ReadAsync(cancel);
        var rows = await reading.Db.QueryAsync<LinkRow>(
            new CommandDefinition(
                """
                select l.id, l.family, l.sending, l.person, l.items, l.created_at, l.expires_on, l.revoked_why, l.reminder, l.purpose, l.body, o.state as mail
                  from link l left join outbox o on o.link = l.id
                 where l.family = any(@ids) order by l.created_at desc, l.id
                """,
                new
                {
                    ids = families
                        .Where(f => Relation.HoldsFamily(pass.Asker, f, pass.Today))
                        .Select(f => f.Id)
                        .ToArray(),
                },
                cancellationToken: cancel
            )
        );
        return rows.Select(r => new SentLink(
                r.Id,
                r.Family,
                r.Sending,
                r.Person,
                r.Items,
                r.CreatedAt,
                r.ExpiresOn,
                r.RevokedWhy is { } why ? Rows.FromCode<Revoked>(why) : null,
                r.Mail is { } mail ? Rows.FromCode<MailState>(mail) : null,
                r.Body,
                Rows.FromCode<LinkPurpose>(r.Purpose),
                r.Reminder
            ))
            .ToList();
    }

    /// <summary>The title of each agreement in a link of the pass's family, as the recipient reads it.</summary>
    public static IReadOnlyDictionary<Guid, string> Titles(Pass pass, SentLink link)
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(link);
        return pass.Ring.Open<LinkBody>(link.Body, link.Family, new Place("link", link.Id)).Titles;
    }

    /// <summary>What the pass's own link shows.</summary>
    public static async Task<(LinkBody Body, CoordinatorCard Coordinator)> OpenAsync(
        Pass pass,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(pass);
        var link = pass.Asker.Link!;
        await using var reading = await pass.ReadAsync(cancel);
        var body = await reading.Db.QuerySingleAsync<Sealed>("select body from link where id = @Id", new { link.Id });
        return (pass.Ring.Open<LinkBody>(body, link.Family, new Place("link", link.Id)), Coordinator(pass));
    }

    private sealed record LinkRow
    {
        public Guid Id { get; init; }
        public Guid Family { get; init; }
        public Guid Sending { get; init; }
        public Guid Person { get; init; }
        public Guid[] Items { get; init; } = [];
        public DateTimeOffset CreatedAt { get; init; }
        public DateOnly ExpiresOn { get; init; }
        public string? RevokedWhy { get; init; }
        public string? Mail { get; init; }
        public bool Reminder { get; init; }
        public string Purpose { get; init; } = "";
        public Sealed Body { get; init; }
    }
}
