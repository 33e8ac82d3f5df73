using Flette.Core.Access;
using Flette.Core.Plans;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Features.Family;

namespace Flette.Web.Features.Threads;

/// <summary>All that is open as a member sees it: by the same rules as everything else she reads.</summary>
public sealed class OwnModel : FamilyPage
{
    public IReadOnlyList<ThreadGroup> Groups { get; private set; } = [];

    [Does(Act.SeeOwnFamily)]
    public async Task OnGetAsync()
    {
        var family = await OwnFamily.LoadAsync(this, Gone);
        var agreed = family
            .Doings(this, a => OwnFamily.IsLive(a) && !OwnFamily.IsStopped(Pass, a))
            .Select(d =>
                (
                    Group: d.Holder is null ? Words.WaitsForSomeone
                    : d.Ours ? Words.WaitsForUs
                    : Words.WaitsFor(d.Awaited ?? d.Holder),
                    Thread: new OpenThread(
                        d.What,
                        null,
                        d.Holder,
                        d.Since,
                        d.Awaited,
                        d.Awaited is null ? null : d.Due,
                        d.Next
                    )
                )
            );
        var needs = (family.Contents?.Needs ?? [])
            .Where(n => n.Is<NeedState>() == NeedState.Unmet && Plan is not { Stopped: true })
            .Select(n =>
            {
                var owner = n.Details.Owner is { } o ? NorwegianDates.Capital(family.Names.Owner(o)) : null;
                return (
                    Group: owner is null ? Words.WaitsForSomeone : Words.WaitsFor(owner),
                    Thread: new OpenThread(n.Details.Text, null, owner, null, null, null, null)
                );
            });
        Groups = agreed
            .Concat(needs)
            .GroupBy(t => t.Group, StringComparer.Ordinal)
            .OrderBy(g =>
                g.Key == Words.WaitsForUs ? 2
                : g.Key == Words.WaitsForSomeone ? 0
                : 1
            )
            .Select(g => new ThreadGroup(g.Key, g.Select(t => t.Thread).ToList()))
            .ToList();
    }
}
