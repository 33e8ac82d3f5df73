using System.Security.Cryptography;
using Flette.Core.Access;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Families;

/// <summary>A family in which something was found.</summary>
public sealed record FamilyHits(OwnFamily Family, IReadOnlyList<Hit> Hits);

/// <summary>The coordinator's own families, quietest first, and search among them. The search is done in memory on what she may see.</summary>
public sealed class IndexModel(IDataProtectionProvider protection) : DeskPage
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(8);

    // A name must not stand in an address (trust.md), and a page that came of a post cannot be gone back to: so what is searched
    // for travels in the address sealed, for this sign-in only.
    private readonly ITimeLimitedDataProtector _sealed = protection
        .CreateProtector("Flette.Search")
        .ToTimeLimitedDataProtector();

    /// <summary>Hits shown at once for each family; the rest are one fold away.</summary>
    public const int Shown = 5;

    /// <summary>Characters of a search that are read; the address must have room for them.</summary>
    public const int Longest = 200;

    public Own Own { get; private set; } = new([], [], [], [], [], []);

    public IReadOnlyList<FamilyHits> Found { get; private set; } = [];

    /// <summary>What is searched for, as typed.</summary>
    [BindProperty]
    public string? Search { get; set; }

    /// <param name="sok">What is searched for, sealed; what does not open is no search.</param>
    [Does(Act.SeeFamilies)]
    public async Task OnGetAsync(string? sok)
    {
        Search = Open(sok);
        ViewData.SetChrome(ViewData.Chrome() with { SearchText = Search });
        var words = Finding.Words(Search);
        Own = await Own.LoadAsync(Pass, Gone, contents: words.Count > 0);
        if (words.Count > 0)
        {
            var search = new FamilySearch(Own, words, Today);
            Found = Own
                .Families.Select(f => new FamilyHits(f, search.In(f.Id).ToList()))
                .Where(f => f.Hits.Count > 0 || Finding.In(f.Family.Name, words))
                .OrderBy(f => f.Family.Name, Norwegian.Sorting)
                .ToList();
        }
    }

    [Does(Act.SeeFamilies)]
    [Limited(Limit.Search)]
    public IActionResult OnPost()
    {
        var search = Search?.Trim() ?? "";
        return LocalRedirect(
            search.Length == 0
                ? "/familier"
                : "/familier?sok=" + ForSession.Protect(search[..Math.Min(search.Length, Longest)], Kept)
        );
    }

    private ITimeLimitedDataProtector ForSession =>
        (ITimeLimitedDataProtector)_sealed.CreateProtector(Pass.Session.Id.ToString());

    private string? Open(string? sealedSearch)
    {
        try
        {
            return string.IsNullOrEmpty(sealedSearch) ? null : ForSession.Unprotect(sealedSearch);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
