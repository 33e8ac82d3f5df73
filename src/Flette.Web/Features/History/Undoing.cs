using Flette.Core;
using Flette.Core.Meetings.Attaching;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Consents;
using Flette.Web.Features.Goals;
using Flette.Web.Features.Measures;
using Flette.Web.Features.Meetings.Attaching;

namespace Flette.Web.Features.History;

/// <summary>What can be undone, and how: each by its own book, so that what belongs to it goes along.</summary>
public static class Undoing
{
    /// <summary>Whether things of this kind can be undone.</summary>
    public static bool Can(string kind) =>
        kind
            is ItemKinds.Goal
                or ItemKinds.Need
                or ItemKinds.Measure
                or ItemKinds.Agreement
                or ItemKinds.Participant
                or ItemKinds.Resource
                or ItemKinds.Contribution
                or ItemKinds.ChildsPart
                or ItemKinds.Helps
                or ItemKinds.Reply
                or ItemKinds.MeetingRhythm
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
            _ => await Items.UndoAsync(write, now.Row, version, (await PlanBook.ScopeAsync(write)).Takes),
        };
    }
}
