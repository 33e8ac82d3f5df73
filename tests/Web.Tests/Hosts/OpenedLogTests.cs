using System.Net;
using System.Text;
using Flette.Kit;
using Flette.Kit.Canaries;
using Flette.Web.Tests.Links;
using Flette.Web.Vault;
using Microsoft.Extensions.Configuration;

namespace Flette.Web.Tests.Hosts;

/// <summary>What is written down when an operator has opened every log: the house's own events, and no address.</summary>
public sealed class OpenedLogTests
{
    // As it could stand in appsettings.json.
    private const string Everything = """
        {
          "Logging": {
            "CaptureScopes": true,
            "LogLevel": {
              "Default": "Trace",
              "*": "Trace",
              "Microsoft": "Trace",
              "Microsoft.AspNetCore": "Trace",
              "Microsoft.AspNetCore.Hosting.Diagnostics": "Trace",
              "Microsoft.AspNetCore.Server.Kestrel": "Trace",
              "Npgsql": "Trace"
            }
          }
        }
        """;

    [Fact]
    public async Task Neither_token_nor_query_nor_form_is_in_log_or_trace()
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(Everything));
        using var overheard = new Overheard();
        await using var app = await FletteApp.StartAsync(adjust: b => b.Configuration.AddJsonStream(file));
        var canary = Canary.New().Word;
        var world = await LinkWorld.MakeAsync(app.World(app.Fjellvik));
        var (link, browser, _) = await world.OpenAsync();
        using var opened = browser;
        using var coordinator = await app.StaffAsync(app.Fjellvik, world.Family.Coordinator);
        await coordinator.GetAsync("/familier?q=" + canary);
        await coordinator.GetAsync($"/{canary}/{canary}");
        await (await coordinator.OpenAsync($"/f/{world.Family.Id}"))
            .Form("Lagre")
            .Fill("Hvem?", canary)
            .Fill("Hva ble sagt?", canary)
            .PressAsync();
        await app.TakeDatabasesAwayAsync();
        try
        {
            Assert.Equal(
                HttpStatusCode.ServiceUnavailable,
                (await coordinator.GetAsync("/familier?q=" + canary)).Status
            );
        }
        finally
        {
            app.GiveDatabasesBack();
        }
        Assert.Contains(app.Log.Lines, l => l.StartsWith("Flette.Web.Hosting.Surprises: ", StringComparison.Ordinal));
        Assert.All(app.Log.Lines, l => Assert.StartsWith("Flette.", l, StringComparison.Ordinal));
        // The browsers of the tests trace what they ask for.
        var traces = overheard.Traces.Where(t => !t.StartsWith("System.Net.Http ", StringComparison.Ordinal)).ToList();
        Assert.Contains(traces, t => t.StartsWith("Microsoft.AspNetCore ", StringComparison.Ordinal));
        var all = string.Join('\n', app.Log.Lines.Concat(traces));
        foreach (var secret in new[] { canary, LinkTokens.Of(app.Fjellvik.Master, link) })
        {
            Assert.DoesNotContain(secret, all, StringComparison.OrdinalIgnoreCase);
        }
    }
}
