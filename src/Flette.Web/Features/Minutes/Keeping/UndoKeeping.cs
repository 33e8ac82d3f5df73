using Dapper;
using Flette.Core;
using Flette.Core.Agreements;
using Flette.Core.Coordination;
using Flette.Core.Meetings;
using Flette.Web.Access;
using Flette.Web.Data;

namespace Flette.Web.Features.Minutes.Keeping;

/// <summary>
/// Takes back what was made when minutes were kept, as one act, while nothing of it has been changed or used since. Nothing is
/// deleted: each thing gets a new version in which it is withdrawn, ended or cancelled, and the minutes are a draft again.
/// </summary>
public static class UndoKeeping
{
    /// <summary>Does it in one write, or says why not.</summary>
    /// <param name="version">The version the coordinator saw.</param>
    public static async Task<Refusal?> RunAsync(Write write, OpenMinutes minutes, int version)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(minutes);
        if (minutes.IsDraft || minutes.Draft.Made is not { Count: > 0 } made)
        {
            return new NothingToUndo();
        }
        if (await UsedAsync(write, minutes, made))
        {
            return new UsedSince();
        }
        foreach (var id in made)
        {
            if (!await TakeBackAsync(write, id))
            {
                return new ChangedMeanwhile();
            }
        }
        await write.ExecuteAsync(
            "update appointment_proposal set handled_at = @Now where id = any(@made) and family = @Id and handled_at is null",
            new
            {
                write.Now,
                made = made.ToArray(),
                write.Pass.Family!.Id,
            }
        );
        return await Items.UndoAsync(write, minutes.Row, version, _ => []);
    }

    // Changed: has a version of its own, but for the move to the plan, which says nothing new. Used: something else rests on it.
    private static async Task<bool> UsedAsync(Write write, OpenMinutes minutes, IReadOnlyList<Guid> made)
    {
        var since = await write.Db.QueryAsync<Guid>(
            """
            select v.item from item_version v where v.item = any(@made) and v.change <> all(@still)
            union
            select i.id from item i where i.family = @family and i.id <> all(@made) and i.id <> @minutes
               and (i.parent = any(@made) or i.holders && @made or i.asked && @made)
            union
            select l.id from link l where l.family = @family and (l.items && @made or l.person = any(@made))
            union
            select p.id from plan p where p.family = @family and p.responsible = any(@made)
            """,
            new
            {
                made = made.ToArray(),
                still = new[] { Undo.Created, Undo.Moved },
                family = write.Pass.Family!.Id,
                minutes = minutes.Row.Id,
            },
            write.Work
        );
        return since.Any();
    }

    private static async Task<bool> TakeBackAsync(Write write, Guid id)
    {
        if (await Visible.ItemAsync(write, ItemKinds.Agreement, id) is { } agreement)
        {
            var withdrawn = agreement.Row with { State = Rows.Code(AgreementState.Withdrawn) };
            return await ChangeAsync(write, withdrawn, "state", agreement.Open<AgreementDetails>());
        }
        if (await Visible.ItemAsync(write, ItemKinds.Participant, id) is { } participant)
        {
            var details = participant.Open<ParticipantDetails>() with { Until = write.Pass.Today };
            return await ChangeAsync(write, participant.Row with { State = Team.Participants.Ended }, "ended", details);
        }
        if (await Visible.ItemAsync(write, ItemKinds.Meeting, id) is { } meeting)
        {
            var cancelled = meeting.Row with { State = Rows.Code(MeetingState.Cancelled) };
            return await ChangeAsync(write, cancelled, "state", meeting.Open<MeetingDetails>());
        }
        // A proposal for the unit, which is no item.
        return true;
    }

    private static Task<bool> ChangeAsync<T>(Write write, ItemRow row, string change, T details) =>
        Items.ChangeAsync(write, row, row.Version, change, details);
}
