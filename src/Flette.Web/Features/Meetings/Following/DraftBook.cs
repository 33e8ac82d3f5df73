using Dapper;
using Flette.Core;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Vault;

namespace Flette.Web.Features.Meetings.Following;

/// <summary>What stood in the field, and with which form key it will be sent.</summary>
public sealed record LineDraft(Guid Line, string Text);

/// <summary>
/// The unfinished line of one who writes, one for each meeting (trust.md, At rest). Hers alone: it is shown to nobody else, and is gone when the line is sent.
/// </summary>
public static class DraftBook
{
    /// <summary>Longest draft that is kept, in characters: as much as an error page gives back.</summary>
    public const int Longest = 400_000;

    /// <summary>The asker's own draft in a meeting, or null.</summary>
    public static async Task<LineDraft?> FindAsync(Pass pass, Guid meeting, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(pass);
        await using var reading = await pass.ReadAsync(cancel);
        var row = await reading.Db.QuerySingleOrDefaultAsync<Row>(
            new CommandDefinition(
                "select line_key, body from draft where staff = @Asker and meeting = @meeting and family = @Family",
                new
                {
                    Asker = pass.Asker.Id,
                    meeting,
                    Family = pass.Family!.Id,
                },
                cancellationToken: cancel
            )
        );
        return row is null
            ? null
            : new LineDraft(row.LineKey, pass.Ring.Open<string>(row.Body, pass.Family!.Id, Place(row.LineKey)));
    }

    /// <summary>
    /// Keeps what stands in the field. Nothing when the line was sent meanwhile: a draft that comes after its line is no draft.
    /// </summary>
    /// <remarks>
    /// It comes each two seconds, and may come twice: the last one holds, so there is nothing a form key could protect, and the key of
    /// the line itself stops one that comes late. The log gets one row when a draft is begun, and none while the same one grows: it
    /// says who began to write in which meeting and when, and the row of the line says when it was written. A thousand rows between
    /// them would say nothing more of anybody (trust.md, The log), and hide those that do.
    /// </remarks>
    /// <param name="line">The form key the line will be sent with.</param>
    public static async Task<Refusal?> KeepAsync(Write write, Guid meeting, Guid line, string text)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(text);
        if (await Visible.ItemAsync(write, ItemKinds.Meeting, meeting) is null)
        {
            return new NoSuchMeeting();
        }
        write.Touched(meeting);
        if (string.IsNullOrWhiteSpace(text))
        {
            await DropAsync(write, meeting, line);
            write.IsInTheLog();
            return null;
        }
        var family = write.Pass.Family!.Id;
        var before = await write.Db.ExecuteScalarAsync<Guid?>(
            """
            with before as (select line_key from draft where staff = @Asker and meeting = @meeting)
            insert into draft (staff, meeting, family, line_key, at, body)
            select @Asker, @meeting, @family, @line, @Now, @Body
             where not exists (select 1 from form_key where key = @line)
            on conflict (staff, meeting) do update set line_key = excluded.line_key, at = excluded.at, body = excluded.body
            returning coalesce((select line_key from before), '00000000-0000-0000-0000-000000000000')
            """,
            new
            {
                Asker = write.Pass.Asker.Id,
                meeting,
                family,
                line,
                write.Now,
                Body = write.Pass.Ring.Seal(text, family, Place(line)),
            },
            write.Work
        );
        // None: its line was sent, and nothing was done.
        if (before is null || before == line)
        {
            write.IsInTheLog();
        }
        return null;
    }

    /// <summary>Forgets the draft of a line that is sent, or was emptied; one that was begun after it stays.</summary>
    public static Task DropAsync(Write write, Guid meeting, Guid line)
    {
        ArgumentNullException.ThrowIfNull(write);
        return write.ExecuteAsync(
            "delete from draft where staff = @Asker and meeting = @meeting and line_key = @line",
            new
            {
                Asker = write.Pass.Asker.Id,
                meeting,
                line,
            }
        );
    }

    private static Place Place(Guid line) => new("draft", line);

    private sealed record Row
    {
        public Guid LineKey { get; init; }
        public Sealed Body { get; init; }
    }
}
