using Flette.Core.Access;
using Flette.Core.Agreements;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Data;
using Flette.Web.Features.Agreements;
using Flette.Web.Features.Links;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Codes;

/// <summary>One's own agreements in full, for whoever has proved who she is: by a code, or by her employer's sign-in.</summary>
public sealed class FullModel : LinkPage
{
    private const string Under = "/hele";

    /// <summary>Where it stands.</summary>
    public static string Path(Guid link) => Sessions.LinkPath(link) + Under;

    public CodeWords Codes { get; private set; } = new(Tongue.Bokmal);

    /// <summary>In the order of the link's own page.</summary>
    public IReadOnlyList<Agreement> All { get; private set; } = [];

    /// <summary>First names of those an agreement is about: whoever has it must know whom it is for.</summary>
    public string FirstNames(IEnumerable<Guid> members) =>
        Listing.And(
            Pass.LoadedFamily!.Members.Where(m => members.Contains(m.Id))
                .Select(m => Families.Members.Open(Pass, m.Id, m.Body).FirstName),
            Tongue
        );

    [Does(Act.SeeFullText)]
    public async Task<IActionResult> OnGetAsync(Guid link)
    {
        if (link != Pass.Asker.Link!.Id)
        {
            return NotFound();
        }
        var (body, _) = await LinkBook.OpenAsync(Pass, Gone);
        Frame(body.Language);
        Codes = new CodeWords(Tongue);
        All = (await Visible.ItemsAsync(Pass, Gone, ItemKinds.Agreement))
            .Select(AgreementBook.Open)
            .Where(a => a.State != AgreementState.Withdrawn)
            .OrderBy(a => body.Place(a.Id))
            .ThenBy(a => a.Id)
            .ToList();
        return Page();
    }
}
