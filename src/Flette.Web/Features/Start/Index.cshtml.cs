using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Start;

/// <summary>The way in: sends each to the first screen of their face.</summary>
public sealed class IndexModel(WayIn wayIn) : FlettePage
{
    [Does(Act.Open, Reason = "Shows nothing: sends on to the asker's own first screen, or to where people sign in.")]
    public IActionResult OnGet() =>
        Pass.Asker switch
        {
            { Alive: true, Kind: AskerKind.Staff } staff when staff.Roles.Contains(StaffRole.Coordinator) =>
                LocalRedirect("/i-dag"),
            { Alive: true, Kind: AskerKind.Staff } staff when staff.Roles.Contains(StaffRole.Unit) => LocalRedirect(
                "/enhet"
            ),
            // Whoever came by a code goes to what a code opens.
            { Alive: true, Kind: AskerKind.Member, Level: Level.LinkWithCode } => LocalRedirect(Messages.OwnModel.Path),
            { Alive: true, Kind: AskerKind.Member } => LocalRedirect(FamilyPage.Home),
            _ => Redirect(wayIn.Path),
        };
}
