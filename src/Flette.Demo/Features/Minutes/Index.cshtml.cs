using Flette.Core.Access;
using Flette.Demo.Minutes;
using Flette.Web;
using Flette.Web.Access;
using Flette.Web.Features;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Demo.Features.Minutes;

/// <summary>Invented minutes to try the reader on, moved to the day the demo's families were.</summary>
public sealed class IndexModel(IServiceProvider services) : FlettePage
{
    /// <summary>The documents.</summary>
    public static IReadOnlyList<DemoMinutes> All => DemoMinutes.All;

    /// <summary>The words of a document that is plain text.</summary>
    public string Text(DemoMinutes document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return System.Text.Encoding.UTF8.GetString(document.On(Day));
    }

    // A demo that was seeded weeks ago still has its own days.
    private DateOnly Day => services.GetService<SeedDay>()?.Day ?? Pass.Today;

    [Does(Act.Open, Reason = "The demo's documents are invented, and about invented people.")]
    public void OnGet() => ViewData.SetChrome(new Chrome { Municipality = Pass.Municipality.Name, Today = Pass.Today });

    [Does(Act.Open, Reason = "The demo's documents are invented, and about invented people.")]
    public IActionResult OnGetFile(string? name)
    {
        var document = All.FirstOrDefault(d => d.File == name);
        return document is null ? NotFound() : File(document.On(Day), document.Media, document.File);
    }
}
