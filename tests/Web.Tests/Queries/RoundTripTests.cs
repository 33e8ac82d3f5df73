using System.Collections.Concurrent;
using System.Diagnostics;
using Flette.Kit;

namespace Flette.Web.Tests.Queries;

/// <summary>How often a page may ask the database, on the demo's largest family. Sessions, facts and the log row count too.</summary>
public sealed class RoundTripTests(DemoApp app) : IClassFixture<DemoApp>, IDisposable
{
    /// <summary>The most a page may ask that has no line of its own below.</summary>
    private const int Usual = 6;

    /// <summary>Pages that need more, each with its bound; lower it when a page asks less.</summary>
    private static readonly Dictionary<string, int> Most = new(StringComparer.Ordinal)
    {
        ["/f/{family:guid}"] = 9,
        ["/familier"] = 9,
        ["/enhet"] = 7,
        ["/i-dag"] = 12,
        ["/f/{family:guid}/plan"] = 4,
    };

    private readonly ConcurrentDictionary<ActivityTraceId, int> _asked = new();
    private readonly ActivityListener _listener = new()
    {
        ShouldListenTo = s => s.Name is "Npgsql" or "Microsoft.AspNetCore",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
    };

    [Fact]
    public async Task No_page_asks_more_than_its_bound()
    {
        _listener.ActivityStopped = a =>
        {
            if (
                a.Source.Name == "Npgsql"
                && a.Kind == ActivityKind.Client
                && !a.OperationName.Contains("CONNECT", StringComparison.OrdinalIgnoreCase)
            )
            {
                _asked.AddOrUpdate(a.TraceId, 1, (_, n) => n + 1);
            }
        };
        ActivitySource.AddActivityListener(_listener);
        var family = await app.App.ScalarAsync<Guid>(
            app.Fjellvik,
            "select family from item group by family order by count(*) desc, family limit 1"
        );
        var staff = await app.App.ScalarAsync<Guid>(
            app.Fjellvik,
            "select staff from appointment where family = @family and valid_until is null",
            new { family }
        );
        var places = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["family"] = family.ToString(),
            ["member"] = await IdAsync("select id from member where family = @family order by id limit 1"),
            ["position"] = await IdAsync("select id from guardianship where family = @family order by id limit 1"),
            ["appointment"] = await IdAsync("select id from appointment where family = @family order by id limit 1"),
            ["participant"] = await IdAsync(
                "select id from item where family = @family and kind = 'participant' order by id limit 1"
            ),
            ["contact"] = await IdAsync(
                "select id from item where family = @family and kind = 'contact-log' order by id limit 1"
            ),
            ["goal"] = await IdAsync(
                "select id from item where family = @family and kind = 'goal' order by id limit 1"
            ),
            ["item"] = await IdAsync(
                "select id from item where family = @family and kind = 'goal' order by id limit 1"
            ),
            ["measure"] = await IdAsync(
                "select id from item where family = @family and kind = 'measure' order by id limit 1"
            ),
            ["need"] = await IdAsync(
                "select id from item where family = @family and kind = 'need' order by id limit 1"
            ),
            ["transition"] = "ny",
            ["rule"] = "18-ar",
            ["what"] = "bidrag",
            ["entry"] = await IdAsync(
                "select id from item where family = @family and kind = 'contribution' order by id limit 1"
            ),
            ["agreement"] = await IdAsync(
                "select id from item where family = @family and kind = 'agreement' order by id limit 1"
            ),
            ["meeting"] = await IdAsync(
                "select id from item where family = @family and kind = 'meeting' order by id limit 1"
            ),
            ["minutes"] = await IdAsync(
                "select id from item where family = @family and kind = 'minutes' order by id limit 1"
            ),
        };
        using (var writer = await app.StaffAsync(app.Fjellvik, staff))
        {
            var live = await writer.OpenAsync($"/f/{family}/mote/{places["meeting"]}/skriv");
            await live.Form("Skriv linjen").Set("Typed", "Vi gikk gjennom planen.").PressAsync();
            places["line"] = await IdAsync("select id from item where family = @family and kind = 'line'");
        }
        using (var coordinator = await app.StaffAsync(app.Fjellvik, staff))
        {
            var files = await coordinator.OpenAsync($"/f/{family}/mote/{places["meeting"]}/vedlegg");
            await files.Form("Legg ved").Attach("Dokument", "kart.txt", "Følg stien."u8.ToArray()).PressAsync();
            places["attachment"] = await IdAsync("select id from item where family = @family and kind = 'attachment'");
        }
        var parent = await app.App.ScalarAsync<Guid>(
            app.Fjellvik,
            "select holder from guardianship where family = @family and kind = 'parental-responsibility' order by id limit 1",
            new { family }
        );
        var officer = Demo
            .Personas.All.First(p =>
                p.Municipality == "fjellvik" && p.Who.Contains("saksbehandler", StringComparison.Ordinal)
            )
            .Id;
        var over = new List<string>();
        var met = 0;
        foreach (var asker in new[] { staff, officer, parent })
        {
            using var browser = await (
                asker == parent ? app.MemberAsync(app.Fjellvik, asker) : app.StaffAsync(app.Fjellvik, asker)
            );
            foreach (var address in Addresses.Of(app.App, places))
            {
                var trace = ActivityTraceId.CreateRandom();
                using var request = new HttpRequestMessage(HttpMethod.Get, address.Path);
                request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
                var page = await browser.SendAsync(request);
                var asked = _asked.GetValueOrDefault(trace);
                met += asked;
                if (asked > Most.GetValueOrDefault(address.Template, Usual))
                {
                    over.Add($"{address.Template} ({(int)page.Status}): {asked}");
                }
            }
        }
        Assert.True(over.Count == 0, string.Join("\n", over));
        Assert.True(met > 30, "The listener counted nothing.");

        async Task<string> IdAsync(string sql) =>
            (await app.App.ScalarAsync<Guid?>(app.Fjellvik, sql, new { family }) ?? Guid.Empty).ToString();
    }

    public void Dispose() => _listener.Dispose();
}
