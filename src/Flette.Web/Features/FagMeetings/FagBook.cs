using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Consents;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Invitations.Asked;
using Flette.Web.Vault;

namespace Flette.Web.Features.FagMeetings;

/// <summary>A yes to fagmøter, opened.</summary>
/// <param name="About">Of whom one may talk.</param>
public sealed record FagYes(Guid Id, Guid About, FagYesState State, FagYesDetails Details, int Version)
{
    /// <summary>As rules need to know it.</summary>
    public FagYesFacts Facts => new(About, Details.Givers, Details.Until, State == FagYesState.Given);

    /// <summary>Whether it holds on a day.</summary>
    public bool Holds(DateOnly day) => State == FagYesState.Given && Details.Until >= day;
}

/// <summary>
/// The yes to fagmøter: an item about the one who is talked of, so that those who may know of it are those who may know of her, and every
/// withdrawal is a version. With it a fagmøte is planned and begun; without it neither, and what was planned is off.
/// </summary>
public static class FagBook
{
    /// <summary>All of them among items that were loaded with others, the newest first.</summary>
    public static IReadOnlyList<FagYes> Among(IEnumerable<Seen> items) =>
        items
            .Where(i => i.Row.Kind == ItemKinds.FagYes)
            .Select(i => Open(i.Row, i.Open<FagYesDetails>()))
            .OrderByDescending(y => y.Details.On)
            .ThenByDescending(y => y.Id)
            .ToList();

    /// <summary>Records a yes.</summary>
    /// <param name="words">What was said yes to, word for word.</param>
    public static async Task<ConsentRefusal?> RecordAsync(
        Write write,
        FagYesDraft draft,
        Func<FagYesDraft, string> words
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(words);
        if (FagYesRules.Check(draft, write.Pass.Family!, write.Pass.Today) is { } refusal)
        {
            return refusal;
        }
        var details = new FagYesDetails(
            [.. draft.Givers.Distinct()],
            draft.On!.Value,
            draft.How!.Value,
            [.. draft.Topics.Distinct().Order()],
            draft.Purpose!.Trim(),
            draft.Until!.Value,
            words(draft)
        );
        await Items.InsertAsync(
            write,
            new ItemRow
            {
                Kind = ItemKinds.FagYes,
                // The family's own, whether or not there is a plan: it reads it, and takes it back.
                Room = Rows.Code(Room.Plan),
                About = [draft.About!.Value],
                Holders = [.. details.Givers],
                State = Rows.Code(FagYesState.Given),
                Day = details.Until,
            },
            details
        );
        return null;
    }

    /// <summary>
    /// Withdraws a yes, without a reason. Fagmøter that are planned and rest on it are off in the same write, and those who were invited
    /// are told.
    /// </summary>
    /// <param name="by">Whose word it is, when somebody writes it down for her; null when she does it herself.</param>
    public static async Task<Refusal?> WithdrawAsync(Write write, Guid yes, int version, Guid? by)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (await Visible.ItemAsync(write, ItemKinds.FagYes, yes) is not { } seen)
        {
            return new NoSuchFagYes();
        }
        var now = Open(seen.Row, seen.Open<FagYesDetails>());
        if (now.Version != version)
        {
            return new ChangedMeanwhile();
        }
        var who = by ?? write.Pass.Asker.Id;
        if (
            now.State != FagYesState.Given
            || !FagYesRules.MayWithdraw(now.Facts, write.Pass.Family!, who, write.Pass.Today)
        )
        {
            return new NoSuchFagYes();
        }
        if (
            !await Items.ChangeAsync(
                write,
                seen.Row with
                {
                    State = Rows.Code(FagYesState.Withdrawn),
                },
                version,
                "state",
                now.Details,
                by
            )
        )
        {
            return new ChangedMeanwhile();
        }
        await CallOffAsync(write);
        return null;
    }

    /// <summary>Why a meeting of this kind cannot be planned for a day, or begun on it; null when it can, and for all other kinds.</summary>
    public static async Task<ConsentRefusal?> MayMeetAsync(
        Write write,
        MinutesKind kind,
        IReadOnlyCollection<Guid> about,
        DateOnly day
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        return kind != MinutesKind.Fag
            ? null
            : FagYesRules.MayMeet(about, day, await GivenAsync(write), write.Pass.Family!, write.Pass.Today);
    }

    /// <summary>
    /// Why a meeting cannot be begun or written in; null when it can. What has been is written on and ended, whatever became of the
    /// yes since: else the family would never be told.
    /// </summary>
    public static Task<ConsentRefusal?> MayHoldAsync(Write write, Meetings.Meeting meeting)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(meeting);
        return meeting.State == MeetingState.Held || meeting.Day < write.Pass.Today
            ? Task.FromResult<ConsentRefusal?>(null)
            : MayMeetAsync(write, meeting.Details.Kind, meeting.About, write.Pass.Today);
    }

    // Read as they lie: whether a meeting may be held does not depend on who asks, and nothing of it is shown.
    private static async Task<IReadOnlyList<FagYesFacts>> GivenAsync(Write write) =>
        (await RowsAsync(write, ItemKinds.FagYes))
            .Select(r => Open(r, Unsealed<FagYesDetails>(write, r)).Facts)
            .ToList();

    /// <summary>Every planned fagmøte that rests on no yes any more is off, and calendars are told.</summary>
    private static async Task CallOffAsync(Write write)
    {
        var given = await GivenAsync(write);
        foreach (var row in await RowsAsync(write, ItemKinds.Meeting))
        {
            if (row.State != Rows.Code(MeetingState.Planned) || row.Day < write.Pass.Today)
            {
                continue;
            }
            var details = Unsealed<MeetingDetails>(write, row);
            if (
                details.Kind == MinutesKind.Fag
                && FagYesRules.MayMeet(row.About, row.Day!.Value, given, write.Pass.Family!, write.Pass.Today)
                    is not null
            )
            {
                await Items.ChangeAsync(
                    write,
                    row with
                    {
                        State = Rows.Code(MeetingState.Cancelled),
                    },
                    row.Version,
                    "off",
                    details
                );
                await Inviter.CancelOfMeetingAsync(write, row.Id);
            }
        }
    }

    private static async Task<IReadOnlyList<ItemRow>> RowsAsync(Write write, string kind) =>
        (
            await write.Db.QueryAsync<ItemRow>(
                "select * from item where family = @Id and kind = @kind order by id",
                new { write.Pass.Family!.Id, kind },
                write.Work
            )
        ).ToList();

    private static T Unsealed<T>(Write write, ItemRow row) =>
        write.Pass.Ring.Open<T>(row.Body, row.KeyOwner, new Place("item", row.Id));

    private static FagYes Open(ItemRow row, FagYesDetails details) =>
        new(row.Id, row.About[0], Rows.FromCode<FagYesState>(row.State), details, row.Version);
}
