using System.Text.Json;
using Flette.Documents.Law;

namespace Flette.Documents.Tests.Law;

/// <summary>The transitions of someone, asked for at the command line.</summary>
public sealed class TransitionsCommandTests
{
    // Half past eleven in the evening in London is the day after in Norway.
    private static readonly TimeProvider Night = new At(new(2026, 11, 29, 23, 30, 0, TimeSpan.Zero));

    private static (int Code, string Output, string Error) Run(params string[] args)
    {
        using StringWriter output = new(),
            error = new();
        return (TransitionsCommand.Run(args, output, error, Night), output.ToString(), error.ToString());
    }

    [Fact]
    public void They_are_told_with_days_sections_and_steps()
    {
        var (code, output, error) = Run("transitions", "--born", "2009-05-03", "--at", "2026-11-30");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("mindreårig", output, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(output);
        var eighteen = json.RootElement.GetProperty("transitions").EnumerateArray().Single(t => Is(t, "id", "18-ar"));
        Assert.True(
            Is(eighteen, "day", "2027-05-03") && Is(eighteen, "opens", "2025-05-03") && Is(eighteen, "state", "now")
        );
        Assert.True(Is(eighteen, "statute", "vergemålsloven") && Is(eighteen, "section", "§ 8"));
        var verge = eighteen.GetProperty("steps").EnumerateArray().Single(s => Is(s, "id", "representasjon"));
        Assert.True(Is(verge, "by", "2025-05-03") && Is(verge, "read", "2026-05-02"));
    }

    [Fact]
    public void Today_is_the_day_in_Norway()
    {
        using var json = JsonDocument.Parse(Run("--born", "2009-05-03").Output);
        Assert.True(Is(json.RootElement, "at", "2026-11-30"));
    }

    [Fact]
    public void A_school_start_that_is_moved_and_a_child_that_is_expected()
    {
        Assert.Contains(
            "\"day\": \"2027-08-15\"",
            Run("--born", "2020-05-03", "--school-start-year", "2027").Output,
            StringComparison.Ordinal
        );
        Assert.Contains("\"transitions\": []", Run("--expecting").Output, StringComparison.Ordinal);
        var due = Run("--expecting", "--due", "2027-03-01").Output;
        Assert.Contains("\"expected\": true", due, StringComparison.Ordinal);
        Assert.Contains("\"born\": null", due, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bruk:")]
    [InlineData("Bruk:", "--born")]
    [InlineData("Bruk:", "--born", "2009-05-03", "--expecting")]
    [InlineData("Bruk:", "--born", "2009-05-03", "--due", "2009-05-03")]
    [InlineData("to ganger", "--born", "2009-05-03", "--born", "2009-05-03")]
    [InlineData("to ganger", "--born", "2009-05-03", "--at", "2026-01-01", "--at", "2026-01-02")]
    [InlineData("Bruk:", "--born", "2009-05-03", "ekstra")]
    [InlineData("Bruk:", "--fodt", "2009-05-03")]
    [InlineData("er ingen dag", "--born", "2009-02-29")]
    [InlineData("er ingen dag", "--born", "3.5.2009")]
    [InlineData("er ikke et år", "--born", "2009-05-03", "--school-start-year", "15")]
    [InlineData("må ligge mellom", "--born", "1850-01-01")]
    [InlineData("må ligge mellom", "--born", "2009-05-03", "--at", "2100-01-01")]
    [InlineData("før fødselen", "--born", "2099-01-01")]
    [InlineData("ikke etter fødselsåret", "--born", "2009-05-03", "--school-start-year", "2009")]
    [InlineData("opplæringslova § 2-4", "--born", "2009-05-03", "--school-start-year", "2018")]
    [InlineData("krever en fødselsdag", "--expecting", "--school-start-year", "2018")]
    public void What_is_wrong_is_said_in_one_line(string says, params string[] args)
    {
        var (code, output, error) = Run(args);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd('\r', '\n').Split('\n'));
    }

    private static bool Is(JsonElement of, string name, string value) => of.GetProperty(name).GetString() == value;

    private sealed class At(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
