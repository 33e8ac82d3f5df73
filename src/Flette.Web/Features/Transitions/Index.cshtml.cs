using Flette.Core.Access;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Consents;
using Flette.Web.Features.Families;

namespace Flette.Web.Features.Transitions;

/// <summary>
/// What changes for each child with the years, when to begin, who has it and who receives, and what to do by when. Those to work on now
/// come first (needs-childrens-coordinator N132–N141).
/// </summary>
public sealed class IndexModel : DeskPage
{
    /// <summary>Each child, the eldest first.</summary>
    public IReadOnlyList<MemberTransitions> Children { get; private set; } = [];

    /// <summary>Those without a day of birth or an expected one, by first name.</summary>
    public string WithoutDay =>
        Listing.And(Children.Where(c => c.Member is { Born: null, Due: null }).Select(c => c.Member.FirstName));

    /// <summary>Whether a step can be made an agreement.</summary>
    public bool MayAgree => Pass.May(Act.ChangePlan);

    [Does(Act.SeeFamily)]
    public async Task OnGetAsync()
    {
        var items = await Visible.ItemsAsync(Pass, Gone, ItemKinds.Transition);
        Children = MemberTransitions.Of(
            Members.All(Pass),
            PlanBook.Heads(Pass).Select(p => p.Plan.Recipient).OfType<Guid>().ToHashSet(),
            await TransitionSources.LoadAsync(Pass, items, Gone),
            Today
        );
    }
}
