using Flette.Core.Access;
using Flette.Core.Words;
using Flette.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Web.Features.Families;

/// <summary>Something found in a family.</summary>
/// <param name="What">What it is: «Medlem», «I teamet», «Samtale 3. mai».</param>
/// <param name="Text">The words it was found in.</param>
/// <param name="Url">Where it stands.</param>
public sealed record Hit(string What, string Text, string Url);

/// <summary>A family in which something was found.</summary>
public sealed record FamilyHits(OwnFamily Family, IReadOnlyList<Hit> Hits);

/// <summary>The coordinator's own families, quietest first, and search among them. The search is done in memory on what she may see.</summary>
public sealed class IndexModel : DeskPage
{
    /// <summary>Hits shown for each family; there is a link to the rest.</summary>
    public const int Shown = 5;

    public Own Own { get; private set; } = new([], [], [], [], [], []);

    public IReadOnlyList<FamilyHits> Found { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Search { get; set; }

    [Does(Act.SeeFamilies)]
    public async Task OnGetAsync()
    {
        Own = await Own.LoadAsync(Pass, Gone);
        var words = Finding.Words(Search);
        if (words.Count > 0)
        {
            Found = Own
                .Families.Select(f => new FamilyHits(f, In(f, words).ToList()))
                .Where(f => f.Hits.Count > 0 || Finding.In(f.Family.Name, words))
                .OrderBy(f => f.Family.Name, Norwegian.Sorting)
                .ToList();
        }
    }

    private IEnumerable<Hit> In(OwnFamily family, IReadOnlyList<string> words)
    {
        var url = $"/f/{family.Id}";
        foreach (var m in Own.Members.Where(m => m.Family == family.Id && Finding.In(m.Details.Name, words)))
        {
            yield return new Hit("I familien", $"{m.Details.Name}, {Words.Of(m.Details)}", $"{url}#m-{m.Id}");
        }
        foreach (var p in Own.Team.Where(p => p.Family == family.Id))
        {
            var text = string.Join(
                ", ",
                new[] { p.Details.Name, p.Details.Role, p.Details.Organisation }.Where(t =>
                    !string.IsNullOrWhiteSpace(t)
                )
            );
            if (Finding.In(text, words))
            {
                yield return new Hit("I teamet", text, $"{url}#d-{p.Id}");
            }
        }
        foreach (var c in Own.Contacts.Where(c => c.Family == family.Id))
        {
            var text = $"{Contacts.Words.Of(c.Note)}. {c.Note.Text}";
            if (Finding.In(text, words))
            {
                yield return new Hit(
                    $"Samtale {NorwegianDates.DayAndMonth(c.Day, Today)}",
                    Finding.Snippet(text, words),
                    $"{url}/logg#s-{c.Id}"
                );
            }
        }
    }
}
