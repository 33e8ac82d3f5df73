using Dapper;
using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Consents;
using Flette.Core.Families;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Asking;
using Flette.Core.Meetings.Inviting;
using Flette.Core.Meetings.Preparing;
using Flette.Core.Meetings.Reading;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Meetings.Preparing;

namespace Flette.Web.Features.Meetings.Asking;

/// <summary>What one person is asked, and says, before a meeting.</summary>
/// <param name="Given">Whether she has said something.</param>
/// <param name="OnBehalf">Whether somebody wrote it down for her.</param>
public sealed record Input(
    Guid Id,
    Guid Meeting,
    Guid Person,
    int Version,
    bool Given,
    InputDetails Details,
    DateTimeOffset At,
    bool OnBehalf
);

/// <summary>All that is said in one go.</summary>
/// <param name="Point">A member's point for the agenda, or null.</param>
/// <param name="Own">The point is for the coordinator alone.</param>
/// <param name="Wishes">How a member wants the meeting to be; null when she was not asked.</param>
public sealed record InputDraft(
    InputDetails Details,
    string? Point = null,
    bool Own = false,
    MeetingWishes? Wishes = null
);

/// <summary>
/// What is said before a meeting, or in place of one. One item for each person and meeting, made when she is asked; each time she says
/// something it is a version. It is about those the meeting is about, so that the family reads what a service says of them.
/// </summary>
public static class InputBook
{
    /// <summary>State of what is asked and not answered.</summary>
    public const string Asked = "asked";

    /// <summary>State of what is said, and the change kind of the version that said it.</summary>
    public const string Said = "given";

    /// <summary>What is said before a meeting, among items.</summary>
    public static IReadOnlyList<Input> Among(IEnumerable<Seen> items, Guid meeting)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items
            .Where(i => i.Row.Kind == ItemKinds.Input && i.Row.Parent == meeting)
            .Select(Open)
            .OrderBy(i => i.Id)
            .ToList();
    }

    /// <summary>Opens one.</summary>
    public static Input Open(Seen seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var row = seen.Row;
        return new(
            row.Id,
            row.Parent!.Value,
            row.Holders[0],
            row.Version,
            row.State == Said,
            seen.Open<InputDetails>(),
            row.At,
            row.OnBehalf is not null
        );
    }

    /// <summary>Whether something can still be said: an update in place of a meeting is open until it is put together.</summary>
    public static bool IsOpen(MeetingState state, MinutesKind kind, DateOnly day, DateOnly today) =>
        state == MeetingState.Planned && (day >= today || kind == MinutesKind.Update);

    /// <summary>The item of a person who is asked; made when it is not there.</summary>
    internal static async Task<Guid> AskAsync(Write write, Meeting meeting, ItemRow met, Guid person) =>
        (await RowAsync(write, meeting.Id, person))?.Id
        ?? await Items.InsertAsync(write, Head(write, met, person, Asked, onBehalf: null), InputDetails.None);

    /// <summary>Writes down what a person says.</summary>
    /// <param name="whole">It is all she says; else what is left empty here, and was said before, stands.</param>
    public static async Task<Refusal?> GiveAsync(Write write, Guid meeting, Guid person, InputDraft draft, bool whole)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(draft);
        if (await AgendaBook.MeetingAsync(write, meeting) is not { } met)
        {
            return new NoSuchMeeting();
        }
        var about = write.Pass.Ring.Open<MeetingDetails>(met.Body, met.KeyOwner, new Vault.Place("item", met.Id));
        if (!IsOpen(Rows.FromCode<MeetingState>(met.State), about.Kind, met.Day!.Value, write.Pass.Today))
        {
            return new AskingIsOver();
        }
        // With several plans, what is to be talked of in one whose yes is away is not asked about by another's.
        if (write.Pass.Family!.PlanOf(met.ToFacts()) is PlanState.Withdrawn or PlanState.Paused)
        {
            return new AskingIsOver();
        }
        var raises = !string.IsNullOrWhiteSpace(draft.Point);
        var wishes = draft.Wishes is { } wished && wished != MeetingWishes.None ? wished : null;
        var row = await RowAsync(write, meeting, person);
        var before = row is null ? InputDetails.None : OpenRow(write.Pass, row);
        // A time that is not proposed any more is answered by nobody.
        var proposed = (about.Slots ?? []).Select(s => s.Id).ToHashSet();
        var times = draft.Details.Times.Where(t => proposed.Contains(t.Key)).ToDictionary();
        var said = draft.Details with { Times = times };
        if (said.Check(alone: !raises && wishes is null) is { } wrong)
        {
            return wrong;
        }
        if (raises && AgendaPoint.Check(draft.Point) is { } noPoint)
        {
            return noPoint;
        }
        if (wishes is not null && await AgendaBook.WishAsync(write, meeting, person, wishes, version: null) is { } no)
        {
            return no;
        }
        if (raises)
        {
            var point = await AgendaBook.RaiseAsync(write, meeting, person, draft.Point, draft.Own);
            if (point.Refusal is { } refused)
            {
                return refused;
            }
            said = said with { Points = [point.Value] };
        }
        var next = whole ? said : Over(before, said);
        Guid? behalf = write.Pass.Asker.Kind == AskerKind.Staff ? person : null;
        if (row is null)
        {
            // Nothing said is a version too, so that the first words can be taken back.
            await Items.InsertAsync(write, Head(write, met, person, Asked, onBehalf: null), InputDetails.None);
            row = (await RowAsync(write, meeting, person))!;
        }
        // Said again of a meeting that is for other plans than when it was said first: nobody reads by it what was not hers to read.
        var isAbout =
            row.Private ? row.About
            : row.State == Said ? [.. MeetingPlanChange.AboutBoth(row.About, met.About)]
            : met.About;
        // The family's row is locked, so the version read is the newest.
        return await Items.ChangeAsync(
            write,
            row with
            {
                State = Said,
                About = isAbout,
            },
            row.Version,
            Said,
            next,
            behalf
        )
            ? null
            : new ChangedMeanwhile();
    }

    /// <summary>Takes back what a person said last, with the point and the wishes that came with it.</summary>
    public static async Task<Refusal?> TakeBackAsync(Write write, Guid meeting, Guid person)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (
            await RowAsync(write, meeting, person) is not { Change: Said, Version: > 1 } row
            || row.ById != write.Pass.Asker.Id
        )
        {
            return new NothingToUndo();
        }
        foreach (var point in OpenRow(write.Pass, row).Points)
        {
            await AgendaBook.TakeBackAsync(write, point);
        }
        await AgendaBook.TakeBackWishesAsync(write, meeting, person, row.At);
        return await Items.UndoAsync(write, row, row.Version, _ => row.Plans);
    }

    /// <summary>The times a person and others answered, for when the meeting is to be.</summary>
    public static IReadOnlyList<Voter> Voters(IEnumerable<Input> inputs, Func<Guid, bool> isFamily)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return inputs.Select(i => new Voter(i.Person, isFamily(i.Person), i.Details.Times)).ToList();
    }

    /// <summary>What all have answered about times. Read for whoever is asked: a time the family cannot is not asked about.</summary>
    internal static async Task<IReadOnlyList<Voter>> VotersAsync(Pass pass, Guid meeting, CancellationToken cancel)
    {
        await using var reading = await pass.ReadAsync(cancel);
        var rows = await reading.Db.QueryAsync<ItemRow>(
            new CommandDefinition(
                "select * from item where family = @Id and kind = @kind and parent = @meeting",
                new
                {
                    pass.Family!.Id,
                    kind = ItemKinds.Input,
                    meeting,
                },
                cancellationToken: cancel
            )
        );
        return rows.Select(r => new Voter(
                r.Holders[0],
                pass.Family!.Member(r.Holders[0]) is not null,
                OpenRow(pass, r).Times
            ))
            .ToList();
    }

    private static InputDetails Over(InputDetails before, InputDetails now) =>
        now with
        {
            Now = now.Now ?? before.Now,
            Works = now.Works ?? before.Works,
            Needs = now.Needs ?? before.Needs,
            Part = now.Part == TakesPart.Unsaid ? before.Part : now.Part,
            Times = before.Times.Concat(now.Times).GroupBy(t => t.Key).ToDictionary(t => t.Key, t => t.Last().Value),
        };

    private static ItemRow Head(Write write, ItemRow met, Guid person, string state, Guid? onBehalf)
    {
        // The family reads what a service says of it; what a member says is hers and the coordinator's.
        var own = write.Pass.Family!.Member(person) is not null;
        return new ItemRow
        {
            Kind = ItemKinds.Input,
            Room = met.Room,
            Plans = met.Plans,
            About = own ? [person] : met.About,
            Private = own,
            Holders = [person],
            Parent = met.Id,
            State = state,
            OnBehalf = onBehalf,
        };
    }

    private static InputDetails OpenRow(Pass pass, ItemRow row) =>
        pass.Ring.Open<InputDetails>(row.Body, row.KeyOwner, new Vault.Place("item", row.Id));

    // Not by Visible: whoever may say something may say it again.
    private static Task<ItemRow?> RowAsync(Write write, Guid meeting, Guid person) =>
        write.Db.QuerySingleOrDefaultAsync<ItemRow>(
            "select * from item where family = @Id and kind = @kind and parent = @meeting and holders = array[@person]",
            new
            {
                write.Pass.Family!.Id,
                kind = ItemKinds.Input,
                meeting,
                person,
            },
            write.Work
        );
}
