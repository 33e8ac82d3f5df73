using Flette.Core.Access;
using Flette.Web.Access;
using Flette.Web.Features.Families;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.History;

/// <summary>How what is written about a member came to be: each version the asker may see, newest first.</summary>
public sealed class MemberModel : DeskPage
{
    public Guid Id { get; private set; }

    /// <summary>First name, as she is called now.</summary>
    public string Name { get; private set; } = "";

    public IReadOnlyList<ToldVersion> Versions { get; private set; } = [];

    [Does(Act.SeeFamily)]
    public async Task<IActionResult> OnGetAsync(Guid member)
    {
        var versions = await MemberVersions.AllAsync(Pass, member, Gone);
        if (versions.Count == 0)
        {
            return NotFound();
        }
        var homes = await Members.HouseholdsAsync(Pass, Gone);
        var members = Members.All(Pass);
        Id = member;
        Name = versions[^1].Member.Details.FirstName;
        Versions = Telling.NewestFirst(
            versions.Select(v => new ToTell(
                Told.MemberChange(v.Change),
                v.By ?? "",
                v.At,
                MemberInput.From(v.Member).Said(homes, members).ToList()
            ))
        );
        return Page();
    }
}
