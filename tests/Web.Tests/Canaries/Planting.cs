using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Flette.Kit.Canaries;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Flette.Web.Tests.Canaries;

/// <summary>One canary left in the open in every place and every form, for the search to find, until it is disposed.</summary>
internal sealed class Planting : IDisposable
{
    private const char Nul = '\0';

    private readonly string _folder = Directory.CreateTempSubdirectory("planted-").FullName;
    private readonly List<FileStream> _open = [];

    /// <summary>Each place with the forms that can lie there: a text of PostgreSQL and an address hold no zero byte.</summary>
    private IReadOnlyDictionary<string, IReadOnlyList<CanaryForm>> Planted { get; set; } =
        new Dictionary<string, IReadOnlyList<CanaryForm>>(StringComparer.Ordinal);

    /// <summary>Plants one, looks for it, and gives what was not found: place and form.</summary>
    public static async Task<IReadOnlyList<string>> MissedAsync(CanaryApp app)
    {
        var canary = Canary.New();
        using var planting = await InAsync(app, canary);
        var found = (await app.SearchAsync(canary)).Found.Select(f => (f.Place, f.Form)).ToHashSet();
        return planting
            .Planted.SelectMany(p => p.Value.Where(f => !found.Contains((p.Key, f))).Select(f => $"{p.Key}: {f.How}"))
            .ToList();
    }

    /// <summary>Plants it.</summary>
    private static async Task<Planting> InAsync(CanaryApp app, Canary canary)
    {
        var planting = new Planting();
        var all = canary.Forms;
        var texts = all.Where(f => !f.Bytes.Contains(Nul)).ToList();
        await TablesAsync(app, all, texts);
        Say(app, all);
        using var visitor = app.App.Visit(app.App.Fjellvik);
        foreach (var form in texts)
        {
            await visitor.GetAsync("/" + form.Bytes.Replace("/", "%2F", StringComparison.Ordinal));
        }
        foreach (var form in all)
        {
            await planting.FilesAsync(app, form.Bytes);
        }
        planting.Planted = new Dictionary<string, IReadOnlyList<CanaryForm>>(StringComparer.Ordinal)
        {
            [ClusterPlaces.Dump] = texts,
            [ClusterPlaces.Data] = all,
            [ClusterPlaces.Wal] = all,
            [ClusterPlaces.Log] = texts,
            [CanaryApp.Log] = all,
            [CanaryApp.AllLog] = all,
            [CanaryApp.Traces] = all,
            [CanaryApp.Metrics] = all,
            [CanaryApp.Asked] = texts.Where(f => f.Bytes.All(c => char.IsAsciiLetterOrDigit(c) || c == '+')).ToList(),
            [CanaryApp.Keys] = all,
            [TemporaryPlaces.Temporary] = all,
            [TemporaryPlaces.Open] = all,
        };
        return planting;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in _open)
        {
            file.Dispose();
        }
        Directory.Delete(_folder, recursive: true);
    }

    private async Task FilesAsync(CanaryApp app, string form)
    {
        var name = Guid.NewGuid().ToString();
        await File.WriteAllTextAsync(Path.Combine(_folder, name), form);
        await File.WriteAllTextAsync(Path.Combine(app.App.KeyFolder, "ring", name), form);
        // Without a name, as a program's own scratch file mostly is.
        var scratch = new FileStream(Path.Combine(_folder, name + ".open"), FileMode.CreateNew, FileAccess.ReadWrite);
        _open.Add(scratch);
        File.Delete(scratch.Name);
        await scratch.WriteAsync(Encoding.Latin1.GetBytes(form));
        await scratch.FlushAsync();
    }

    private static async Task TablesAsync(CanaryApp app, IReadOnlyList<CanaryForm> all, IReadOnlyList<CanaryForm> texts)
    {
        var rows = string.Join(',', texts.Select(f => $"('{f.Bytes}', null)"));
        var bytes = string.Join(
            ',',
            all.Select(f => $"(null, '\\x{Convert.ToHexString(Encoding.Latin1.GetBytes(f.Bytes))}'::bytea)")
        );
        var database = app.App.DatabaseOf(app.App.Sundhavn);
        await app.Cluster.ExecuteAsync("create table planted (said text, kept bytea)", database);
        // Twice, in another order: the head of a page of the write-ahead log may stand in the middle of one of them.
        await app.Cluster.ExecuteAsync($"insert into planted values {rows}, {bytes}", database);
        await app.Cluster.ExecuteAsync($"insert into planted values {bytes}, {rows}", database);
        foreach (var form in texts)
        {
            await app.Cluster.ExecuteAsync($"do $$ begin raise log '{form.Bytes}'; end $$", database);
        }
    }

    private static void Say(CanaryApp app, IReadOnlyList<CanaryForm> forms)
    {
        var logs = app.App.Services.GetRequiredService<ILoggerFactory>();
        var (own, framework) = (logs.CreateLogger("Flette.Planted"), logs.CreateLogger("Framework"));
        using var source = new ActivitySource("planted");
        using var meter = new Meter("planted");
        var counter = meter.CreateCounter<int>("planted");
        for (var i = 0; i < forms.Count; i++)
        {
            var form = forms[i].Bytes;
            own.LogInformation("{Planted}", form);
            // In each part a line has, of those only a curious operator sees.
            using (framework.BeginScope(i % 2 == 0 ? form : ""))
            {
                framework.LogTrace("{Planted}", i % 2 == 0 ? "" : form);
            }
            using var activity = source.StartActivity(i % 5 == 0 ? form : "planted")!;
            activity.SetTag("t", i % 5 == 1 ? form : "");
            activity.AddEvent(new ActivityEvent("e", tags: new() { ["t"] = i % 5 == 2 ? form : "" }));
            activity.AddBaggage("b", i % 5 == 3 ? form : "");
            activity.SetStatus(ActivityStatusCode.Error, i % 5 == 4 ? form : "");
            counter.Add(1, new KeyValuePair<string, object?>("t", form));
        }
    }
}
