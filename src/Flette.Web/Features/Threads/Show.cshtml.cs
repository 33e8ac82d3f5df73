using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.FollowUp;
using Flette.Web.Features.Links;

namespace Flette.Web.Features.Threads;

/// <summary>All that is open in a family, gathered by whom it waits for.</summary>
public sealed class ShowModel : DeskPage
{
    public IReadOnlyList<ThreadGroup> Groups { get; private set; } = [];

    [Does(Act.SeeFamily)]
    public async Task OnGetAsync()
    {
        var items = await Visible.ItemsAsync(
            Pass,
            Gone,
            [ItemKinds.Participant, ItemKinds.Agreement, ItemKinds.Need, ItemKinds.Measure, .. FollowUps.Kinds]
        );
        var people = People.Of(Pass, items);
        var links = await LinkBook.AllAsync(Pass, [Pass.Family!], Gone);
        Groups = OpenThreads.Of(Pass, people, FollowUps.Of(people, links, items, Today), items);
    }
}
