using Flette.Core;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Consents;
using Flette.Web.Features.Measures;
using Flette.Web.Features.Plans;

namespace Flette.Web.Features.Goals;

/// <summary>Goals in the family's own words, their order, and how it is, 0–10.</summary>
public static class GoalBook
{
    /// <summary>Change kind of goals that were only numbered anew to make room. No history tells of it.</summary>
    public const string Renumbered = "renumbered";

    /// <summary>Change kind of what went along when a goal was shared otherwise.</summary>
    public const string Followed = "followed";

    /// <summary>Writes a goal, last unless a position is given.</summary>
    /// <param name="position">1 is first, among all goals of the family.</param>
    /// <param name="id">Given only by the demo's seed.</param>
    public static async Task<Result<Guid>> AddAsync(
        Write write,
        GoalDraft draft,
        int? position,
        CancellationToken cancel,
        Guid? id = null
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Check(write.Pass.Family!, write.Pass.Today) is { } refusal)
        {
            return refusal;
        }
        var head = Entries.Head(ItemKinds.Goal, draft.About!.Value, draft.Sharing) with
        {
            Id = id ?? Guid.Empty,
            State = Rows.Code(draft.State),
            Seq = await SeqAsync(write, null, position ?? int.MaxValue, cancel),
        };
        return await Entries.AddAsync(write, head, draft.Details);
    }

    /// <summary>Changes a goal: a new version. <see cref="ChangedMeanwhile"/> when <paramref name="version"/> is not the newest.</summary>
    /// <param name="position">Null leaves it where it is.</param>
    public static async Task<Refusal?> ChangeAsync(
        Write write,
        Guid goal,
        int version,
        GoalDraft draft,
        int? position,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Check(write.Pass.Family!, write.Pass.Today) is { } refusal)
        {
            return refusal;
        }
        if (await Entries.FindAsync(write.Pass, ItemKinds.Goal, goal, cancel) is not { } now)
        {
            return new NoSuchEntry();
        }
        var next = Entries.Shared(now.Row, draft.Sharing) with
        {
            About = [draft.About!.Value],
            State = Rows.Code(draft.State),
            Seq = position is { } at ? await SeqAsync(write, goal, at, cancel) : now.Row.Seq,
        };
        next = (await PlanBook.ScopeAsync(write)).Put(next);
        if (!await Items.ChangeAsync(write, next, version, "changed", draft.Details))
        {
            return new ChangedMeanwhile();
        }
        await FollowAsync(write, next, cancel);
        return null;
    }

    /// <summary>Undoes the last change of a goal; what belongs to it goes along.</summary>
    public static async Task<Refusal?> UndoAsync(Write write, Seen now, int version, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(now);
        var scope = await PlanBook.ScopeAsync(write);
        var versions = await Visible.VersionsAsync(write.Pass, now.Row.Id, cancel);
        var shown = Undo.Shown([.. versions.Select(v => new VersionMark(v.Row.Version, v.Row.Change, v.Row.Restored))]);
        if (await Items.UndoAsync(write, now.Row, version, scope.Of) is { } refusal)
        {
            return refusal;
        }
        await TakeBackScoresAsync(write, now.Row.Id, shown, cancel);
        await FollowAsync(write, (await OwnAsync(write, now.Row.Id))!, cancel);
        return null;
    }

    /// <summary>Writes a 0–10. Each is an item of its own, so that the curve is what was said.</summary>
    public static async Task<Result<Guid>> ScoreAsync(Write write, Guid goal, ScoreDraft draft, Guid? id = null)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(draft);
        if (draft.Check(write.Pass.Family!, write.Pass.Today) is { } refusal)
        {
            return refusal;
        }
        if (await OwnAsync(write, goal) is not { } row)
        {
            return new GoalUnknown();
        }
        var head = row with
        {
            Id = id ?? Guid.Empty,
            Kind = ItemKinds.GoalScore,
            Parent = goal,
            State = Entries.Kept,
            Day = draft.Day,
            // The version of the goal it was saved with, so that it goes when that is undone.
            Seq = row.Version,
        };
        return await Items.InsertAsync(write, head, new GoalScoreDetails(draft.Value, draft.By));
    }

    /// <summary>State of a number that was taken back with the version of the goal it was saved with.</summary>
    public const string TakenBack = "taken-back";

    /// <summary>Whether a number stands.</summary>
    public static bool Stands(Seen score)
    {
        ArgumentNullException.ThrowIfNull(score);
        return score.Row.State != TakenBack;
    }

    private static async Task TakeBackScoresAsync(Write write, Guid goal, int with, CancellationToken cancel)
    {
        var scores = await Visible.ItemsAsync(write.Pass, cancel, ItemKinds.GoalScore);
        foreach (var score in scores.Where(s => s.Row.Parent == goal && s.Row.Seq == with && Stands(s)))
        {
            await Items.ChangeAsync(
                write,
                score.Row with
                {
                    State = TakenBack,
                },
                score.Row.Version,
                TakenBack,
                score.Open<GoalScoreDetails>()
            );
        }
    }

    /// <summary>Scores, measures and their agreements are about the one the goal is about, and no more people see them than see the goal.</summary>
    public static async Task FollowAsync(Write write, ItemRow goal, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(goal);
        var scores = await Visible.ItemsAsync(write.Pass, cancel, ItemKinds.GoalScore);
        foreach (var score in scores.Where(s => s.Row.Parent == goal.Id))
        {
            var next = score.Row with
            {
                About = goal.About,
                Private = goal.Private,
                SharedHome = goal.SharedHome,
                Plans = goal.Plans,
                Meant = goal.Meant,
            };
            if (Differs(next, score.Row))
            {
                await Items.ChangeAsync(write, next, score.Row.Version, Followed, score.Open<GoalScoreDetails>());
            }
        }
        await MeasureBook.FollowGoalAsync(write, goal, cancel);
    }

    internal static bool Differs(ItemRow one, ItemRow other) =>
        !one.About.SequenceEqual(other.About)
        || one.Private != other.Private
        || one.SharedHome != other.SharedHome
        || !one.Plans.SequenceEqual(other.Plans)
        || !one.Holders.SequenceEqual(other.Holders);

    /// <summary>A goal as this transaction sees it.</summary>
    internal static async Task<ItemRow?> OwnAsync(Write write, Guid goal) =>
        (await Visible.ItemAsync(write, ItemKinds.Goal, goal))?.Row;

    private static async Task<int> SeqAsync(Write write, Guid? self, int position, CancellationToken cancel)
    {
        var others = (await Visible.ItemsAsync(write.Pass, cancel, ItemKinds.Goal))
            .Where(g => g.Row.Id != self)
            .OrderBy(g => g.Row.Seq)
            .ThenBy(g => g.Row.Id)
            .ToList();
        if (GoalOrder.Place(others.Select(o => o.Row.Seq).ToList(), position) is { } seq)
        {
            return seq;
        }
        var spread = GoalOrder.Spread(others.Count);
        foreach (var (other, anew) in others.Zip(spread))
        {
            var next = other.Row with { Seq = anew };
            await Items.ChangeAsync(write, next, other.Row.Version, Renumbered, other.Open<GoalDetails>());
        }
        return GoalOrder.Place(spread, position)!.Value;
    }
}
