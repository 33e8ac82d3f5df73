using System.Net;
using Flette.Kit;

namespace Flette.Web.Tests.Commands;

/// <summary><c>./flette bench</c> as far as a short run shows: it ends well and tells of each page.</summary>
public class BenchTests(BareApp app) : IClassFixture<BareApp>
{
    private const string Project = "bench/Flette.Bench";

    // Sixty measurements and two clusters: not for --fast.
    [Fact]
    [Trait("Speed", "slow")]
    public async Task It_measures_every_page_and_keeps_its_families()
    {
        using var folder = new TemporaryFolder();
        string[] few = ["--families", "5", "--seconds", "0.1", "--connections", "2"];
        var (exit, output, errors) = await CommandProcess.RunAsync(Project, folder.In("data"), few);
        Assert.True(exit == 0, errors);
        Assert.Contains("Lager 5 familier", errors, StringComparison.Ordinal);
        var rows = output
            .Split('\n')
            .Where(l => l.StartsWith("| ", StringComparison.Ordinal))
            .Select(l => l.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .ToList();
        Assert.Equal(
            [
                "side",
                "Gulv",
                "Plan",
                "Lenke",
                "Familiens side",
                "I dag",
                "Svar på en avtale",
                "Blandet",
                "Lagret linje",
                "Lagret linje",
            ],
            // How many families, and at what rate, follows the comma.
            rows.Select(r => r[0].Split(',')[0])
        );
        foreach (var told in new[] { "som PDF", "begynner til den svarer", "Minne etter lasten", "med segl på loggen" })
        {
            Assert.Contains(told, output, StringComparison.Ordinal);
        }
        Assert.All(rows, r => Assert.Equal(7, r.Length));
        Assert.Equal("30000", rows[1][5]);
        // All of the plan's page, and no error page.
        Assert.True(int.Parse(rows[2][5], System.Globalization.CultureInfo.InvariantCulture) > 30_000, output);
        Assert.Contains("kjerner", output, StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.MachineName, output, StringComparison.Ordinal);
        Assert.True(Directory.Exists(folder.In("data", "bench", "postgres")), "It has a cluster of its own.");

        (exit, _, errors) = await CommandProcess.RunAsync(Project, folder.In("data"), few);
        Assert.Equal(0, exit);
        Assert.DoesNotContain("Lager 5 familier", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_floor_is_in_no_other_program()
    {
        using var browser = app.Visit(app.Fjellvik);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/gulv");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("--families")]
    [InlineData("--families", "0")]
    [InlineData("--connection", "Host=x")]
    public async Task What_it_does_not_know_ends_with_2(params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var (exit, output, errors) = await CommandProcess.RunAsync(Project, folder.In("data"), arguments);
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains("Bruk:", errors, StringComparison.Ordinal);
    }
}
