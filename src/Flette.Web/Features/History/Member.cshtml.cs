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

    /// <summary>The version that was seen.</summary>
    [BindProperty]
    public int Version { get; set; }

    [Does(Act.SeeFamily)]
    public async Task<IActionResult> OnGetAsync(Guid member) => await LoadAsync(member) ? Page() : NotFound();

    /// <summary>Puts back what stood before.</summary>
    [Does(Act.ChangeMember)]
    public async Task<IActionResult> OnPostUndoAsync(Guid member)
    {
        var seen = Version;
        if (!await LoadAsync(member))
        {
            return NotFound();
        }
        return await WriteAsync(
            async write =>
                await MemberVersions.UndoAsync(write, member, seen) is { } refusal
                    ? refusal
                    : Written.To($"/f/{Pass.Family!.Id}/medlem/{member}/historikk"),
            refusal =>
            {
                ModelState.Clear();
                ModelState.AddModelError("", Plans.Words.Of(refusal).Text);
                return Page();
            }
        );
    }

    private async Task<bool> LoadAsync(Guid member)
    {
        var versions = await MemberVersions.AllAsync(Pass, member, Gone);
        if (versions.Count == 0)
        {
            return false;
        }
        var homes = await Members.HouseholdsAsync(Pass, Gone);
        var members = Members.All(Pass);
        (Id, Version) = (member, versions[^1].Member.Version);
        Name = versions[^1].Member.Details.FirstName;
        Versions = Telling.NewestFirst(
            versions.Select(v => new ToTell(
                Told.MemberChange(v.Change),
                v.By ?? "",
                v.At,
                MemberInput.From(v.Member).Said(homes, members).ToList()
            ))
        );
        return true;
    }
}
