using Flette.Core.Access;
using Flette.Core.Transitions;
using Flette.Web.Access;
using Flette.Web.Features.Families;
using Flette.Web.Features.Family;

namespace Flette.Web.Features.Transitions.ByFamily;

/// <summary>A transition that lies ahead, for one who reads.</summary>
/// <param name="Who">First name of whose it is; null when it is the reader's own.</param>
public sealed record Coming(string? Who, Transition Transition)
{
    /// <summary>Whether only its month is known: a school year has no day of its own.</summary>
    public bool IsMonth => Transition.Rule.Dated is Dated.SchoolYear or Dated.KindergartenPlace;
}

/// <summary>
/// The time ahead as a member reads it: of herself, and of those whose part of a plan she may see. Of whoever she knows by name alone
/// nothing is told: a transition says how old somebody is (needs-childrens-coordinator N132–N141).
/// </summary>
/// <param name="Near">The next ones within two years, or that it is time to begin on, the nearest first.</param>
/// <param name="Later">The others, the nearest first; what rests on an expected birth among them.</param>
public sealed record ComingUp(IReadOnlyList<Coming> Near, IReadOnlyList<Coming> Later, DateOnly Today)
{
    /// <summary>What is shown at once. Few things at a time.</summary>
    public const int AtOnce = 3;

    /// <summary>Months ahead that are near enough to think of.</summary>
    public const int MonthsAhead = 24;

    /// <summary>Nothing to tell.</summary>
    public bool IsEmpty => Near.Count + Later.Count == 0;

    /// <summary>None: for paper that goes to whoever a coordinator hands it.</summary>
    public static ComingUp Nothing(DateOnly today) => new([], [], today);

    /// <summary>Of everyone the reader may see it of.</summary>
    /// <param name="members">Those she may know of, those she knows by name alone among them.</param>
    /// <param name="plans">The plans she knows of.</param>
    /// <param name="items">What she may see of the family, what is registered among it.</param>
    public static async Task<ComingUp> LoadAsync(
        Pass pass,
        IReadOnlyList<Member> members,
        IReadOnlyList<OwnPlan> plans,
        IEnumerable<Seen> items,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(plans);
        var sources = await TransitionSources.LoadAsync(pass, items, cancel);
        return Of(pass, members, plans.Select(p => p.Recipient).OfType<Guid>().ToHashSet(), sources);
    }

    /// <summary>The same, of those a plan takes in.</summary>
    public static async Task<ComingUp> LoadAsync(
        Pass pass,
        IReadOnlyList<Member> members,
        OwnPlan plan,
        IEnumerable<Seen> items,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(plan);
        var within = plan.TakesIn(pass);
        var sources = await TransitionSources.LoadAsync(pass, items, cancel);
        return Of(pass, members.Where(m => within.Contains(m.Id)), plan.Recipient is { } one ? [one] : [], sources);
    }

    private static ComingUp Of(
        Pass pass,
        IEnumerable<Member> members,
        HashSet<Guid> recipients,
        TransitionSources sources
    )
    {
        ArgumentNullException.ThrowIfNull(pass);
        ArgumentNullException.ThrowIfNull(members);
        var today = pass.Today;
        var ahead = MemberTransitions
            .Of(members.Where(m => OwnPlan.MaySeeAbout(pass, m.Id)), recipients, sources, today)
            .SelectMany(m =>
                m.Known.Where(t => t.State != TransitionState.Passed)
                    .Select(t => new Coming(Name(pass.Asker, m.Member), t))
            )
            .OrderBy(c => c.Transition.Day)
            .ToList();
        var last = today.AddMonths(MonthsAhead);
        var near = ahead
            // Those who wait for a child have enough to think of: kindergarten can wait.
            .Where(c => !c.Transition.IsExpected)
            .Where(c =>
                c.Transition.State == TransitionState.Now
                || c.Transition.Registered is not null
                || c.Transition.Day <= last
            )
            .Take(AtOnce)
            .ToList();
        return new ComingUp(near, ahead.Except(near).ToList(), today);
    }

    private static string? Name(Asker asker, Member member) => asker.Id == member.Id ? null : member.FirstName;
}
