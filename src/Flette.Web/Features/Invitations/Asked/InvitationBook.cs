using Dapper;
using Flette.Core.Access;
using Flette.Core.Meetings.Inviting;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Links;
using Flette.Web.Vault;

namespace Flette.Web.Features.Invitations.Asked;

/// <summary>Who has been asked to which meeting. Read by those who hold the family, and by the writes that change it.</summary>
public static class InvitationBook
{
    private const string Select = """
        select i.*, o.state as mail, l.revoked_why
          from invitation i
          left join outbox o on o.sending = i.sending and o.link is not distinct from i.link and o.template = 'meeting'
          left join link l on l.id = i.link
        """;

    /// <summary>The invitations to a meeting of the pass's family.</summary>
    public static async Task<IReadOnlyList<Invitation>> OfAsync(Pass pass, Guid meeting, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pass);
        if (!Relation.HoldsFamily(pass.Asker, pass.Family!, pass.Today))
        {
            return [];
        }
        await using var reading = await pass.ReadAsync(cancel);
        var rows = await reading.Db.QueryAsync<InvitationRow>(
            new CommandDefinition(
                Select + " where i.family = @Id and i.meeting = @meeting order by i.id",
                new { pass.Family!.Id, meeting },
                cancellationToken: cancel
            )
        );
        return rows.Select(r => r.Open(pass)).ToList();
    }

    /// <summary>One person's invitation as a write sees it; null when she was never asked.</summary>
    internal static async Task<Invitation?> OneAsync(Write write, Guid meeting, Guid person) =>
        (
            await write.Db.QuerySingleOrDefaultAsync<InvitationRow>(
                Select + " where i.family = @Id and i.meeting = @meeting and i.person = @person",
                new
                {
                    write.Pass.Family!.Id,
                    meeting,
                    person,
                },
                write.Work
            )
        )?.Open(write.Pass);

    /// <summary>The invitations a write finds by a condition of its own.</summary>
    internal static async Task<IReadOnlyList<Invitation>> WhereAsync(Write write, string which, object parameters) =>
        (await write.Db.QueryAsync<InvitationRow>($"{Select} where {which} order by i.id", parameters, write.Work))
            .Select(r => r.Open(write.Pass))
            .ToList();

    /// <summary>Stores what a person was told, in place of what she was told before.</summary>
    internal static async Task StoreAsync(Write write, Invitation invitation)
    {
        await write.ExecuteAsync(
            """
            insert into invitation (id, family, meeting, person, uid, sequence, state, sending, sent_at, link, body)
            values (@Id, @Family, @Meeting, @Person, @Uid, @Sequence, @state, @Sending, @SentAt, @Link, @body)
            on conflict (meeting, person) do update
               set sequence = @Sequence, state = @state, sending = @Sending, sent_at = @SentAt, link = @Link, body = @body
            """,
            new
            {
                invitation.Id,
                invitation.Family,
                invitation.Meeting,
                invitation.Person,
                invitation.Uid,
                invitation.Sequence,
                state = Rows.Code(invitation.State),
                invitation.Sending,
                invitation.SentAt,
                invitation.Link,
                body = write.Pass.Ring.Seal(invitation.Body, invitation.Family, new Place("invitation", invitation.Id)),
            }
        );
        write.Touched(invitation.Id);
    }

    private sealed record InvitationRow
    {
        public Guid Id { get; init; }
        public Guid Family { get; init; }
        public Guid Meeting { get; init; }
        public Guid Person { get; init; }
        public Guid Uid { get; init; }
        public int Sequence { get; init; }
        public string State { get; init; } = "";
        public Guid Sending { get; init; }
        public DateTimeOffset SentAt { get; init; }
        public Guid? Link { get; init; }
        public string? Mail { get; init; }
        public string? RevokedWhy { get; init; }
        public Sealed Body { get; init; }

        public Invitation Open(Pass pass) =>
            new(
                Id,
                Family,
                Meeting,
                Person,
                Uid,
                Sequence,
                Rows.FromCode<InvitationState>(State),
                Sending,
                SentAt,
                Link,
                Mail is { } mail ? Rows.FromCode<MailState>(mail) : null,
                RevokedWhy is { } why ? Rows.FromCode<Revoked>(why) : null,
                pass.Ring.Open<InvitationBody>(Body, Family, new Place("invitation", Id))
            );
    }
}
