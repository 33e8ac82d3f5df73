using Flette.Core.Access;
using Flette.Core.Transitions;
using Flette.Web.Access;

namespace Flette.Web.Features.Transitions.Municipal;

/// <summary>The transitions as the municipality has them, for the unit.</summary>
public sealed class IndexModel : DeskPage
{
    /// <summary>Each as it is, with what the municipality has of its own; null where it has nothing.</summary>
    public IReadOnlyList<(TransitionRule Rule, OwnTransitionVersion? Own)> Transitions { get; private set; } = [];

    [Does(Act.SeeUnit)]
    public async Task OnGetAsync()
    {
        var standing = await OwnTransitionBook.StandingAsync(Pass, Gone);
        Transitions = OwnTransitionBook
            .Lay([.. standing.Select(s => s.Own)])
            .Select(r => (r, standing.FirstOrDefault(s => s.Own.Id == r.Id && OwnTransitionBook.IsOwn(s.Own))))
            .ToList();
    }
}
