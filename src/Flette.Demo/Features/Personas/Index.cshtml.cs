using Dapper;
using Flette.Core.Access;
using Flette.Web;
using Flette.Web.Access;
using Flette.Web.Features;
using Flette.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Flette.Demo.Features.Personas;

/// <summary>Choose who to be. Stands where sign-in stands in production.</summary>
public sealed class IndexModel(TimeProvider time, IEnumerable<EndpointDataSource> endpoints) : FlettePage
{
    /// <summary>The personas of this municipality.</summary>
    public IReadOnlyList<Persona> Here { get; private set; } = [];

    [BindProperty(SupportsGet = true, Name = "til")]
    public string? Back { get; set; }

    [Does(Act.Open, Reason = "The demo's page of personas shows invented people, and nothing about anyone.")]
    public async Task OnGetAsync()
    {
        ViewData.SetChrome(new Chrome { Municipality = Pass.Municipality.Name, Today = Pass.Today });
        Here = await ListedAsync();
    }

    [Does(Act.Open, Reason = "Becoming an invented person is what the demo is for. Loopback only, never published.")]
    public async Task<IActionResult> OnPostAsync(Guid persona)
    {
        var chosen = (await ListedAsync()).FirstOrDefault(p => p.Id == persona);
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

    /// <summary>Those of this municipality who are there and have a first screen: no button leads nowhere.</summary>
    private async Task<IReadOnlyList<Persona>> ListedAsync()
    {
        var screens = endpoints
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText?.Trim('/'))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var all = Demo
            .Personas.All.Where(p => p.Municipality == Pass.Municipality.Key && p.HasScreen(screens))
            .ToList();
        await using var reading = await Pass.ReadAsync(Gone);
        var there = await reading.Db.QueryAsync<Guid>(
            new CommandDefinition(
                "select id from staff where id = any(@ids) union all select id from member where id = any(@ids)",
                new { ids = all.Select(p => p.Id).ToArray() },
                cancellationToken: Gone
            )
        );
        return all.IntersectBy(there, p => p.Id).ToList();
    }
}
