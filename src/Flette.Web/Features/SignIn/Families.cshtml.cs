using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.SignIn;

/// <summary>For whoever is a member of several families: which one she is in now. Each has a session of its own, so that walls hold.</summary>
public sealed class FamiliesModel(TimeProvider time) : SignInPage
{
    /// <summary>Where it stands.</summary>
    public const string Path = FamilyPage.Home + "/bytt";

    /// <summary>Hers, by name.</summary>
    public IReadOnlyList<MyFamily> Mine { get; private set; } = [];

    /// <summary>Who she is in the one she chooses.</summary>
    [BindProperty]
    public Guid Member { get; set; }

    [Does(Act.SeeOwnFamily)]
    public async Task OnGetAsync()
    {
        Frame();
        Mine = await OwnFamilies.AllAsync(Pass, Gone);
    }

    [Does(Act.ChooseFamily)]
    public async Task<IActionResult> OnPostAsync()
    {
        var mine = await OwnFamilies.AllAsync(Pass, Gone);
        if (mine.FirstOrDefault(m => m.Member == Member) is not { } chosen)
        {
            return NotFound();
        }
        if (!chosen.IsThis)
        {
            // A new id with the new role: the old session is ended, and opens nothing of the other family.
            var by = await OwnSessions.SignedInByAsync(Pass, Gone);
            await Sessions.StartAsync(
                HttpContext,
                Pass.Municipality,
                AskerKind.Member,
                Member,
                Pass.Asker.Level,
                time.GetUtcNow(),
                by
            );
        }
        return LocalRedirect(FamilyPage.Home);
    }
}
