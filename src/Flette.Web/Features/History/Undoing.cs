using Flette.Core;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Attaching;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Consents;
using Flette.Web.Features.Goals;
using Flette.Web.Features.Measures;
using Flette.Web.Features.Meetings;
using Flette.Web.Features.Meetings.Attaching;
using Flette.Web.Features.Meetings.WhichPlans;
using Flette.Web.Features.Meetings.Writing;
using Flette.Web.Features.PlanHeads;

namespace Flette.Web.Features.History;

/// <summary>What can be undone, and how: each by its own book, so that what belongs to it goes along.</summary>
public static class Undoing
{
    /// <summary>
    /// What is written about meetings: it stands in the plan or in the working notes as it stands now, whoever it is said to be about.
    /// </summary>
    private static readonly string[] OfMeetings =
    [
        ItemKinds.Meeting,
        ItemKinds.Line,
        ItemKinds.AgendaPoint,
        ItemKinds.MeetingWishes,
        ItemKinds.Remark,
        ItemKinds.ContactLog,
        ItemKinds.Input,
    ];

    /// <summary>Whether the last change of a thing can be undone.</summary>
    /// <param name="versions">Its versions, oldest first.</param>
    public static bool Can(IReadOnlyList<ItemRow> versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        return IsNewMeeting(versions[^1])
            || IsNewPart(versions[^1])
            || (
                Can(versions[^1].Kind)
                && Undo.Target([.. versions.Select(v => new VersionMark(v.Version, v.Change, v.Restored))])
                    is { } target
                && versions.FirstOrDefault(v => v.Version == target) is { } earlier
                && Stays(versions[^1], earlier)
            );
    }

    // How the child took part stands beside the days of the plan, and there was nothing before it.
    private static bool IsNewPart(ItemRow now) => now is { Kind: ItemKinds.ChildsPart, Version: 1 };

    // That a meeting was begun or planned is undone by taking it away, as long as nothing has come of it.
    private static bool IsNewMeeting(ItemRow now) =>
        now is { Kind: ItemKinds.Meeting, Version: 1 } && now.State == Rows.Code(MeetingState.Planned);

    /// <summary>
    /// Whether an undo would not take apart what belongs together: that a meeting was held has made agreements of its lines, and they
    /// are changed where they stand.
    /// </summary>
    private static bool Stays(ItemRow now, ItemRow earlier) =>
        now.Kind switch
        {
            ItemKinds.Meeting => now.State != Held || earlier.State == Held,
            ItemKinds.Line => now.Change != LineBook.Agreed,
            // What the family says is hers: the desk undoes what it has done itself.
            ItemKinds.NothingYet => now.ByKind == Rows.Code(Core.Access.AskerKind.Staff),
            _ => true,
        };

    private static readonly string Held = Rows.Code(MeetingState.Held);

    /// <summary>Whether things of this kind can be undone.</summary>
    public static bool Can(string kind) =>
        OfMeetings.Contains(kind)
        || kind
            is ItemKinds.Goal
                or ItemKinds.Need
                or ItemKinds.Measure
                or ItemKinds.Agreement
                or ItemKinds.Participant
                or ItemKinds.Resource
                or ItemKinds.Contribution
                or ItemKinds.ChildsPart
                or ItemKinds.Helps
                or ItemKinds.NothingYet
                or ItemKinds.Reply
                or ItemKinds.MeetingRhythm
                or ItemKinds.Transition
                or ItemKinds.Attachment;

    /// <summary>Undoes the last change: a new version with the content of the one before.</summary>
    /// <param name="version">The version the asker saw.</param>
    public static async Task<Refusal?> RunAsync(
        Write write,
        string kind,
        Guid item,
        int version,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        if (!Can(kind) || await Visible.ItemAsync(write, kind, item) is not { } now)
        {
            return new NoSuchEntry();
        }
        return kind switch
        {
            ItemKinds.Goal => await GoalBook.UndoAsync(write, now, version, cancel),
            ItemKinds.Measure => await MeasureBook.UndoAsync(write, now, version, cancel),
            ItemKinds.Agreement => await AgreementBook.UndoAsync(write, item, version, cancel),
            ItemKinds.Attachment => await AttachmentBook.UndoAsync(write, item, version) is { } refusal
                ? refusal is AttachmentRefusal
                    ? new NoSuchEntry()
                    : refusal
                : null,
            ItemKinds.ChildsPart when IsNewPart(now.Row) => await HeadBook.TakeBackPartAsync(write, now, version),
            ItemKinds.Meeting when IsNewMeeting(now.Row) => await MeetingBook.TakeAwayAsync(write, item, version)
                is { } not
                ? not is MeetingInUse
                    ? new NothingToUndo()
                    : not
                : null,
            ItemKinds.Meeting => await PlansBook.UndoAsync(write, now.Row, version, Stays),
            _ when OfMeetings.Contains(kind) => await Items.UndoAsync(
                write,
                now.Row,
                version,
                _ => now.Row.Plans,
                stays: Stays
            ),
            _ => await Items.UndoAsync(write, now.Row, version, (await PlanBook.ScopeAsync(write)).Of, stays: Stays),
        };
    }
}
