using Flette.Core.Access;
using Flette.Web;
using Flette.Web.Access;
using Flette.Web.Features;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Demo.Features.Personas;

/// <summary>Choose who to be. Stands where sign-in stands in production.</summary>
public sealed class IndexModel(TimeProvider time) : FlettePage
{
    /// <summary>The personas of this municipality.</summary>
    public IReadOnlyList<Persona> Here { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "til")]
    public string? Back { get; set; }

    [Does(Act.Open, Reason = "The demo's page of personas shows invented people, and nothing about anyone.")]
    public void OnGet()
    {
        ViewData.SetChrome(new Chrome { Municipality = Pass.Municipality.Name, Today = Pass.Today });
        Here = Demo.Personas.All.Where(p => p.Municipality == Pass.Municipality.Key).ToList();
    }

    [Does(Act.Open, Reason = "Becoming an invented person is what the demo is for. Loopback only, never published.")]
    public async Task<IActionResult> OnPostAsync(Guid persona)
    {
        var chosen = Demo.Personas.All.FirstOrDefault(p => p.Id == persona && p.Municipality == Pass.Municipality.Key);
        if (chosen is null)
        {
            return NotFound();
        }
        await Sessions.StartAsync(HttpContext, Pass.Municipality, chosen.Kind, chosen.Id, Level.High, time.GetUtcNow());
        return LocalRedirect(Url.IsLocalUrl(Back) ? Back! : "/");
    }

    [Does(Act.SignOut)]
    public async Task<IActionResult> OnPostOutAsync()
    {
        await Sessions.EndAsync(HttpContext, Pass.Municipality, time.GetUtcNow());
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return LocalRedirect(Demo.Personas.Path);
    }
}
