using System.Globalization;
using System.Net;
using Dapper;
using Flette.Kit;
using Flette.Kit.Canaries;
using Flette.Web.Data;
using Npgsql;

namespace Flette.Web.Tests.Commands;

/// <summary>The program's own log on stdout, as an operator gets it.</summary>
public sealed class LogTests
{
    // All an operator can open from outside, and a format of her own choosing with all that surrounds an event.
    private static readonly Dictionary<string, string> Everything = new(StringComparer.Ordinal)
    {
        ["Logging__LogLevel__Default"] = "Trace",
        ["Logging__LogLevel__Microsoft.AspNetCore.Hosting.Diagnostics"] = "Trace",
        ["Logging__LogLevel__Flette"] = "Trace",
        ["Logging__Console__LogLevel__Default"] = "Trace",
        ["Logging__Console__LogLevel__Microsoft.AspNetCore"] = "Trace",
        ["Logging__Console__FormatterName"] = "simple",
        ["Logging__Console__FormatterOptions__IncludeScopes"] = "true",
        ["ASPNETCORE_Logging__LogLevel__Default"] = "Trace",
        ["DOTNET_Logging__Console__LogLevel__Default"] = "Trace",
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_every_level_opened_from_outside_it_has_the_houses_own_events_and_no_address()
    {
        await using var own = await OwnCluster.StartAsync(o => o with { Durable = false }, Ct);
        var port = FreePort.Next();
        using var up = CommandProcess.Start(
            "src/Flette.Demo",
            own.DataFolder,
            Everything,
            "up",
            "--empty",
            "--port",
            port.ToString(CultureInfo.InvariantCulture),
            "--connection",
            own.Cluster.MaintenanceConnectionString
        );
        await up.UntilSaidAsync("Stopp med Ctrl-C");
        var canary = Canary.New().Word;
        using (var browser = new Browserless(new Uri($"http://localhost:{port}/")))
        {
            await browser.GetAsync("/l/" + canary);
            await browser.GetAsync("/demo?til=/l/" + canary);
            await browser.PostAsync("/enhet", [new("Text", canary)]);
            // A fault, which is told with all that surrounds it: whoever is turned away is written down, and now cannot be.
            await ExecuteAsync(own, "alter table audit rename to gone");
            Assert.Equal(HttpStatusCode.InternalServerError, (await browser.GetAsync("/familier?q=" + canary)).Status);
        }
        var (exit, output, errors) = await up.InterruptAsync();
        Assert.Equal((0, ""), (exit, errors));
        var told = Assert.Single(
            output.Split('\n'),
            l => l.Contains("Flette.Web.Hosting.Surprises", StringComparison.Ordinal)
        );
        Assert.StartsWith("{", told, StringComparison.Ordinal);
        foreach (var other in new[] { canary, "Microsoft.", "Npgsql.", "RequestPath", "\"Scopes\"" })
        {
            Assert.DoesNotContain(other, output, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static async Task ExecuteAsync(OwnCluster own, string sql)
    {
        await using var db = new NpgsqlConnection(
            own.Cluster.ConnectionStringFor("flette_fjellvik", PrivateCluster.OwnerRole)
        );
        await db.OpenAsync(Ct);
        await db.ExecuteAsync(sql);
    }
}
