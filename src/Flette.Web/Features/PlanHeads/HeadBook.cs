using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Consents;
using Flette.Core.Plans;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Consents;
using Flette.Web.Features.Plans;

namespace Flette.Web.Features.PlanHeads;

/// <summary>
/// What holds for the plan as a whole: its time, when it is looked at, who is responsible, and how the child took part. The last
/// says something of the child, so it is an item about it; the rest stands on the plan. Both keep every version.
/// </summary>
public static class HeadBook
{
    /// <summary>Changes it. What is the same as before gets no version. <see cref="NoSuchEntry"/> when there is no plan.</summary>
    /// <param name="version">The version of the plan the asker saw.</param>
    /// <param name="partVersion">The version of how the child took part that she saw; 0 when there was none.</param>
    /// <param name="plan">Which of the family's plans; null is the first.</param>
    public static async Task<Result<Guid>> ChangeAsync(
        Write write,
        PlanHeadDraft draft,
        int version,
        int partVersion,
        CancellationToken cancel,
        Guid? plan = null
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(draft);
        if (await PlanBook.HeadAsync(write, plan) is not { } head)
        {
            return new NoSuchEntry();
        }
        // Another plan may be open; this one must be.
        if (write.Pass.Refusal(Act.ChangePlan, Of(head)) is { } closed)
        {
            return closed;
        }
        if (draft.Check(write.Pass.Today) is { } refusal)
        {
            return refusal;
        }
        var same =
            (head.From, head.Until, head.Revision, head.Responsible)
            == (draft.From!.Value, draft.Until, draft.Revision, draft.Responsible?.Id);
        if (!same)
        {
            if (head.Version != version)
            {
                return new ChangedMeanwhile();
            }
            await write.ExecuteAsync(
                """
                update plan set valid_from = @From, valid_until = @Until, revision = @Revision, responsible = @responsible,
                       version = version + 1 where id = @Id
                """,
                new
                {
                    draft.From,
                    draft.Until,
                    draft.Revision,
                    responsible = draft.Responsible?.Id,
                    head.Id,
                }
            );
            await PlanVersions.KeepAsync(write, head.Id, PlanVersions.Changed);
        }
        return await PartAsync(write, head, draft.ChildsPart, partVersion, cancel) is { } other ? other : head.Id;
    }

    /// <summary>Undoes the last change of days and responsibility: a new version with those of the one before. What the yes is stays.</summary>
    /// <param name="version">The version of the plan the asker saw.</param>
    public static async Task<Result<Guid>> UndoAsync(Write write, Guid plan, int version, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (await PlanBook.HeadAsync(write, plan) is not { } head)
        {
            return new NoSuchEntry();
        }
        if (write.Pass.Refusal(Act.ChangePlan, Of(head)) is { } closed)
        {
            return closed;
        }
        if (head.Version != version)
        {
            return new ChangedMeanwhile();
        }
        // The family's row is locked, so what is read beside the write is the newest.
        var versions = await PlanVersions.AllAsync(write.Pass, plan, cancel);
        if (Undo.Target([.. versions.Select(v => v.Mark)]) is not { } target)
        {
            return new NothingToUndo();
        }
        var earlier = versions.First(v => v.Version == target);
        await write.ExecuteAsync(
            """
            update plan set valid_from = @ValidFrom, valid_until = @ValidUntil, revision = @Revision, responsible = @Responsible,
                   version = version + 1 where id = @Id
            """,
            new
            {
                earlier.ValidFrom,
                earlier.ValidUntil,
                earlier.Revision,
                earlier.Responsible,
                head.Id,
            }
        );
        await PlanVersions.KeepAsync(write, head.Id, Undo.Undone, target);
        return head.Id;
    }

    /// <summary>Undoes that how the child took part was written at all: before that, nothing was.</summary>
    /// <param name="version">The version the asker saw.</param>
    public static async Task<Refusal?> TakeBackPartAsync(Write write, Seen now, int version)
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(now);
        return await Items.ChangeAsync(write, now.Row, version, Undo.Undone, new ChildsPartDetails(""))
            ? null
            : new ChangedMeanwhile();
    }

    /// <summary>
    /// The children the plan is about: the one it is for, born or not, or those a family plan takes in. Empty when it is about none.
    /// </summary>
    public static IReadOnlyList<Guid> Children(
        FamilyFacts family,
        PlanAsked plan,
        IReadOnlySet<Guid> within,
        DateOnly today
    )
    {
        ArgumentNullException.ThrowIfNull(family);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(within);
        return family
            .Members.Where(m => plan.Recipient is { } one ? m.Id == one : within.Contains(m.Id))
            // Whose age nobody knows is taken for an adult, as elsewhere, unless she is still to be born.
            .Where(m => m.CarriedBy is not null || (m.Born is not null && !m.IsAdult(today)))
            .Select(m => m.Id)
            .ToList();
    }

    /// <summary>What says whether what holds for a plan may be changed: how that plan stands, not another.</summary>
    public static ItemFacts Of(PlanHead head)
    {
        ArgumentNullException.ThrowIfNull(head);
        return new ItemFacts(Room.Plan, [], Plans: [head.Id]);
    }

    /// <summary>How the child took part in one plan, among what is said of it in all of the family's; null when nothing is.</summary>
    public static Seen? PartOf(Pass pass, IReadOnlyList<Seen> parts, Guid plan)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return parts.FirstOrDefault(p => p.Row.Meant?.Contains(plan) == true || p.Row.Plans.Contains(plan))
            ?? (pass.Family!.Plans.Count == 1 && parts is [var only, ..] ? only : null);
    }

    private static async Task<Refusal?> PartAsync(
        Write write,
        PlanHead head,
        string? text,
        int version,
        CancellationToken cancel
    )
    {
        var said = new ChildsPartDetails(PlanRules.Trimmed(text) ?? "");
        var standing = PartOf(write.Pass, await Visible.ItemsAsync(write.Pass, cancel, ItemKinds.ChildsPart), head.Id);
        if ((standing?.Open<ChildsPartDetails>().Text ?? "") == said.Text)
        {
            return null;
        }
        var scope = await PlanBook.ScopeAsync(write);
        var within = scope.Plans.First(p => p.Id == head.Id).Within;
        Guid[] about = [.. Children(write.Pass.Family!, head.Plan, within, write.Pass.Today)];
        if (about.Length == 0)
        {
            return new NoSuchEntry();
        }
        if (standing is not null)
        {
            return await Entries.ChangeAsync(
                write,
                ItemKinds.ChildsPart,
                standing.Row.Id,
                version,
                now => now with { About = about, Meant = [head.Id] },
                said
            );
        }
        if (version != 0)
        {
            return new ChangedMeanwhile();
        }
        var row = new ItemRow
        {
            Kind = ItemKinds.ChildsPart,
            About = about,
            Meant = [head.Id],
            State = Entries.Kept,
        };
        return (await Entries.AddAsync(write, row, said)).Refusal;
    }
}
