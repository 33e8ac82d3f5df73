using Flette.Core;
using Flette.Core.Agreements;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Consents;
using Flette.Web.Features.Goals;
using Flette.Web.Features.Plans;

namespace Flette.Web.Features.Measures;

/// <summary>
/// Measures of goals. One with a day, or from a meeting, also makes one agreement, which is followed up like any other and goes
/// along when the measure changes.
/// </summary>
public static class MeasureBook
{
    /// <summary>Writes a measure of a goal, and its agreement.</summary>
    /// <param name="seq">Order among the goal's measures.</param>
    /// <param name="topic">Of the responsible's service; null when she is no participant.</param>
    /// <param name="id">Given only by the demo's seed.</param>
    public static async Task<Result<Guid>> AddAsync(
        Write write,
        Guid goal,
        MeasureDraft draft,
        string? topic = null,
        int seq = 0,
        Guid? id = null
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(draft);
        if (await GoalBook.OwnAsync(write, goal) is not { } parent)
        {
            return new GoalUnknown();
        }
        var measure = draft with { GoalPrivate = parent.Private };
        if (measure.Check(write.Pass.Today) is { } refusal)
        {
            return refusal;
        }
        var head = Head(new ItemRow { Kind = ItemKinds.Measure, Id = id ?? Guid.Empty }, parent, measure) with
        {
            Topic = topic,
            Seq = seq,
        };
        head = head with { Room = parent.Room };
        var details = measure.Details(write.Pass.Today);
        head = head with { Id = await Items.InsertAsync(write, head, details) };
        if (MeasureAgreements.Makes(details, head.Day))
        {
            await AgreeAsync(write, head, details);
        }
        return head.Id;
    }

    /// <summary>Changes a measure: a new version. <see cref="ChangedMeanwhile"/> when <paramref name="version"/> is not the newest.</summary>
    public static async Task<Refusal?> ChangeAsync(
        Write write,
        Guid measure,
        int version,
        MeasureDraft draft,
        string? topic,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(draft);
        if (await Entries.FindAsync(write.Pass, ItemKinds.Measure, measure, cancel) is not { } now)
        {
            return new NoSuchEntry();
        }
        if (await GoalBook.OwnAsync(write, now.Row.Parent!.Value) is not { } parent)
        {
            return new GoalUnknown();
        }
        var was = now.Open<MeasureDetails>();
        var next = draft with { GoalPrivate = parent.Private, Meeting = was.Meeting };
        if (next.Check(write.Pass.Today) is { } refusal)
        {
            return refusal;
        }
        var head = Head(now.Row, parent, next) with { Topic = topic };
        var details = next.Details(write.Pass.Today);
        if (!await Items.ChangeAsync(write, head, version, "changed", details))
        {
            return new ChangedMeanwhile();
        }
        await FollowAsync(write, Shape(was, now.Row), head, details, cancel);
        return null;
    }

    /// <summary>Lets the agreement go along after a measure has become <paramref name="head"/>, or makes it when there is now a day.</summary>
    public static async Task FollowAsync(
        Write write,
        MeasureShape before,
        ItemRow head,
        MeasureDetails details,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(head);
        if (await AgreementAsync(write, head.Id, cancel) is not { } agreement)
        {
            if (MeasureAgreements.Makes(details, head.Day))
            {
                await AgreeAsync(write, head, details);
            }
            return;
        }
        var stands = new AgreementShape(
            agreement.Open<AgreementDetails>(),
            agreement.Row.Holders.Cast<Guid?>().FirstOrDefault(),
            agreement.Row.Day,
            Rows.FromCode<AgreementState>(agreement.Row.State)
        );
        var shape = MeasureAgreements.Follow(before, Shape(details, head), stands, write.Pass.Today);
        var next = Placed(agreement.Row, head) with
        {
            Topic = head.Topic,
            Holders = shape.Holder is { } holder ? [holder] : [],
            State = Rows.Code(shape.State),
            Day = shape.Due,
        };
        if (shape != stands || GoalBook.Differs(next, agreement.Row) || next.Topic != agreement.Row.Topic)
        {
            await Items.ChangeAsync(write, next, agreement.Row.Version, "changed", shape.Details);
        }
    }

    /// <summary>Lets measures and their agreements go along when a goal is shared otherwise.</summary>
    public static async Task FollowGoalAsync(Write write, ItemRow goal, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(goal);
        var measures = await Visible.ItemsAsync(write.Pass, cancel, ItemKinds.Measure);
        foreach (var measure in measures.Where(m => m.Row.Parent == goal.Id))
        {
            var details = measure.Open<MeasureDetails>();
            var next = Beside(goal, measure.Row, details);
            if (GoalBook.Differs(next, measure.Row))
            {
                await Items.ChangeAsync(write, next, measure.Row.Version, GoalBook.Followed, details);
                await FollowAsync(write, Shape(details, measure.Row), next, details, cancel);
            }
        }
    }

    /// <summary>Undoes the last change of a measure, and lets its agreement go along.</summary>
    public static async Task<Refusal?> UndoAsync(Write write, Seen now, int version, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(now);
        var scope = await PlanBook.ScopeAsync(write);
        if (await Items.UndoAsync(write, now.Row, version, scope.Of) is { } refusal)
        {
            return refusal;
        }
        var earlier = (await Visible.ItemAsync(write, ItemKinds.Measure, now.Row.Id))!;
        var (head, details) = (earlier.Row, earlier.Open<MeasureDetails>());
        // The goal may have been shared otherwise since: no more people see the measure than see the goal.
        if (await GoalBook.OwnAsync(write, head.Parent!.Value) is { } goal && Beside(goal, head, details) is var next)
        {
            if (GoalBook.Differs(next, head))
            {
                await Items.ChangeAsync(write, next, head.Version, GoalBook.Followed, details);
            }
            head = next;
        }
        await FollowAsync(write, Shape(now.Open<MeasureDetails>(), now.Row), head, details, cancel);
        return null;
    }

    /// <summary>
    /// Puts an agreement that follows a measure where the measure stands: an undone version of it may be from when more people
    /// could see both.
    /// </summary>
    public static async Task<Refusal?> PlaceAsync(Write write, Guid agreement)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (
            await Visible.ItemAsync(write, ItemKinds.Agreement, agreement) is not { Row.Parent: { } parent } now
            || await Visible.ItemAsync(write, ItemKinds.Measure, parent) is not { } measure
        )
        {
            return null;
        }
        var next = Placed(now.Row, measure.Row);
        return
            !GoalBook.Differs(next, now.Row)
            || await Items.ChangeAsync(write, next, now.Row.Version, GoalBook.Followed, now.Open<AgreementDetails>())
            ? null
            : new ChangedMeanwhile();
    }

    /// <summary>What the agreement follows of a measure.</summary>
    public static MeasureShape Shape(MeasureDetails details, ItemRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return MeasureShape.Of(details, row.Day, Rows.FromCode<MeasureState>(row.State));
    }

    private static ItemRow Beside(ItemRow goal, ItemRow measure, MeasureDetails details)
    {
        var secret = measure.Private || goal.Private;
        return measure with
        {
            About = goal.About,
            Private = secret,
            SharedHome = goal.SharedHome && !secret,
            Plans = goal.Plans,
            Meant = goal.Meant,
            Holders = secret ? [details.Responsible.Id] : measure.Holders,
        };
    }

    private static async Task<Seen?> AgreementAsync(Write write, Guid measure, CancellationToken cancel) =>
        (await Visible.ItemsAsync(write.Pass, cancel, ItemKinds.Agreement)).FirstOrDefault(a =>
            a.Row.Parent == measure
        );

    private static Task<Guid> AgreeAsync(Write write, ItemRow measure, MeasureDetails details)
    {
        var shape = MeasureAgreements.New(Shape(details, measure), write.Pass.Today);
        var head = Placed(new ItemRow { Kind = ItemKinds.Agreement }, measure) with
        {
            Parent = measure.Id,
            Topic = measure.Topic,
            Holders = [shape.Holder!.Value],
            State = Rows.Code(shape.State),
            Day = shape.Due,
        };
        return Items.InsertAsync(write, head, shape.Details);
    }

    private static ItemRow Placed(ItemRow agreement, ItemRow measure) =>
        agreement with
        {
            Room = measure.Room,
            Plans = measure.Plans,
            Meant = measure.Meant,
            About = measure.About,
            Private = measure.Private,
            SharedHome = measure.SharedHome,
        };

    private static ItemRow Head(ItemRow measure, ItemRow goal, MeasureDraft draft) =>
        measure with
        {
            About = goal.About,
            Plans = goal.Plans,
            Meant = goal.Meant,
            Parent = goal.Id,
            Private = draft.IsPrivate,
            SharedHome = goal.SharedHome && !draft.IsPrivate,
            Holders = [.. draft.Holders],
            State = Rows.Code(draft.State),
            Day = draft.Due,
        };
}
