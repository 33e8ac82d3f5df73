using Flette.Core.Families;
using Flette.Kit;
using Flette.Kit.Canaries;
using Flette.Web.Print;
using Microsoft.Extensions.DependencyInjection;

namespace Flette.Browser.Tests.Print;

/// <summary>While a PDF of a plan is made, nothing of the plan lies on disk, in a log or in a trace.</summary>
public sealed class WhilePrintingTests : IDisposable
{
    private readonly HeldChromium _chromium = new();
    private readonly TemporaryPlaces _temporary = new();
    private readonly LoudLog _log = new();
    private readonly Overheard _overheard = new();
    private readonly Canary _canary = Canary.New();

    [Fact]
    public async Task Nothing_of_the_plan_is_laid_anywhere()
    {
        await using var app = await FletteApp.StartAsync(adjust: b =>
        {
            b.Services.AddSingleton(_chromium.Options);
            b.Services.AddSingleton<IPdfPrinter, ChromiumPrinter>();
            _log.Join(b.Logging);
        });
        using var mother = await MotherAsync(app);
        Search? meanwhile = null;
        var missed = new List<string> { "nothing was looked at" };
        var passing = _chromium.PassOnAsync(() =>
        {
            Assert.NotEmpty(HeldChromium.Processes(_chromium.Place));
            meanwhile = Look(_canary);
            missed = Missed();
        });
        var pdf = await mother.OpenAsync("/min-familie/plan/pdf");
        await passing.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.Equal("%PDF"u8.ToArray(), pdf.Body[..4]);

        Assert.True(missed.Count == 0, string.Join('\n', missed));
        Assert.True(meanwhile!.Found.Count == 0, string.Join('\n', meanwhile.Found));
        // Chromium was there, and had written.
        Assert.True(meanwhile.Looked[TemporaryPlaces.Temporary] > 10_000);
        Assert.True(meanwhile.Looked["log"] > 1_000 && meanwhile.Looked["traces"] > 1_000);
        var afterwards = Look(_canary);
        Assert.True(afterwards.Found.Count == 0, string.Join('\n', afterwards.Found));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_chromium.Place));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _overheard.Dispose();
        _chromium.Dispose();
    }

    private async Task<Browserless> MotherAsync(FletteApp app)
    {
        var family = await app.World(app.Fjellvik).FamilyAsync(_canary.Name("familie"));
        var mother = await family.MemberAsync(_canary.Name("mor"), FamilyRelation.Mother, 40);
        var child = await family.MemberAsync(_canary.Name("barn"), FamilyRelation.Child, 8);
        await family.PositionAsync(child, GuardianshipKind.ParentalResponsibility, mother);
        await family.SayYesAsync(child, mother);
        for (var i = 0; i < 20; i++)
        {
            await family.GoalAsync($"{_canary.Word} mål {i}", child);
        }
        return await app.MemberAsync(app.Fjellvik, mother);
    }

    private Search Look(Canary canary)
    {
        var search = new Search(canary);
        _temporary.Look(search);
        search.Folder(TemporaryPlaces.Temporary, _chromium.Place);
        foreach (var process in HeldChromium.Processes(_chromium.Place))
        {
            TemporaryPlaces.OpenFiles(search, process);
        }
        search.Lines("log", _log.Lines);
        search.Lines("traces", _overheard.Traces);
        search.Lines("metrics", _overheard.Metrics);
        return search;
    }

    /// <summary>What the search does not find when it lies in Chromium's folder.</summary>
    private List<string> Missed()
    {
        var planted = Canary.New();
        var folder = Path.Combine(Directory.EnumerateDirectories(_chromium.Place).Single(), "profile");
        var files = planted
            .Forms.Select((form, i) => (Path: Path.Combine(folder, $"planted-{i}"), form.Bytes))
            .ToList();
        files.ForEach(f => File.WriteAllText(f.Path, f.Bytes));
        var found = Look(planted).Found.Select(f => f.Form).ToHashSet();
        files.ForEach(f => File.Delete(f.Path));
        return planted.Forms.Where(f => !found.Contains(f)).Select(f => f.How).ToList();
    }
}
