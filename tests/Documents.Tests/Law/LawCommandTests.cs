using System.Text.Json;
using Flette.Documents.Law;

namespace Flette.Documents.Tests.Law;

/// <summary>The commands of the law: their answers as others read them, and one clear line for what is wrong.</summary>
public sealed class LawCommandTests
{
    private static readonly TimeProvider Now = new At(new(2026, 11, 30, 23, 30, 0, TimeSpan.Zero));

    [Fact]
    public void A_clock_is_answered_with_the_day_the_rule_and_its_source()
    {
        using var json = Clock("--basis", "klage-fvl", "--from", "2026-03-13", "--at", "2026-03-20");
        var root = json.RootElement;
        Assert.Equal("klage-fvl", Text(root, "basis"));
        Assert.Equal("forvaltningsloven", Text(root, "statute"));
        Assert.Equal("§ 29", Text(root, "section"));
        Assert.Equal("2026-04-07", Text(root, "lastDay"));
        Assert.True(root.GetProperty("moved").GetBoolean());
        Assert.Equal("2026-04-03", Text(root, "movedFrom"));
        Assert.Equal("langfredag", Text(root, "movedBecause"));
        Assert.Equal("forvaltningsloven § 30", Text(root, "movedBy"));
        Assert.Equal("https://lovdata.no/lov/1967-02-10/§29", Text(root, "source"));
        Assert.Equal("2026-05-02", Text(root, "read"));
        Assert.Equal("running", Text(root, "state"));
        Assert.Equal(18, root.GetProperty("daysLeft").GetInt32());
        Assert.Equal(7, root.GetProperty("daysWaited").GetInt32());
        Assert.All(["rule", "starts", "body", "form", "title", "length"], name => Assert.NotEmpty(Text(root, name)!));
        Assert.Equal("ny forvaltningslov", Text(root.GetProperty("enacted"), "statute"));
        Assert.Equal(JsonValueKind.Null, root.GetProperty("enacted").GetProperty("validFrom").ValueKind);
    }

    [Fact]
    public void Where_nothing_is_moved_it_says_so()
    {
        using var json = Clock("--basis", "klage-pbrl", "--from", "2026-11-30");
        var root = json.RootElement;
        Assert.Equal("2026-12-28", Text(root, "lastDay"));
        Assert.False(root.GetProperty("moved").GetBoolean());
        Assert.All(["movedFrom", "movedBecause", "movedBy", "lateUntil"], n => Assert.Null(Text(root, n)));
        // Half past eleven in London is the day after in Norway.
        Assert.Equal("2026-12-01", Text(root, "at"));
        Assert.Equal(JsonValueKind.Null, root.GetProperty("enacted").ValueKind);
    }

    [Theory]
    [InlineData("oversending-klage", "waiting", "waiting")]
    [InlineData("krav-folketrygd", "claim", "over")]
    [InlineData("forelopig-svar", "duty", "over")]
    [InlineData("klage-fvl", "complaint", "over")]
    public void What_it_counts_and_how_it_stands_are_words(string basis, string kind, string state)
    {
        using var json = Clock("--basis", basis, "--from", "2026-01-15", "--at", "2026-08-01");
        Assert.Equal(kind, Text(json.RootElement, "kind"));
        Assert.Equal(state, Text(json.RootElement, "state"));
        Assert.Equal(basis == "oversending-klage", Text(json.RootElement, "lastDay") is null);
        Assert.Equal(basis == "krav-folketrygd" ? 4 : 0, json.RootElement.GetProperty("monthsLost").GetInt32());
    }

    [Fact]
    public void Reasons_that_were_asked_for_interrupt_it_and_start_it_anew()
    {
        string[] asked = ["--basis", "klage-fvl", "--from", "2026-03-02", "--reasons-asked", "2026-03-10"];
        using var waits = Clock([.. asked, "--at", "2026-05-01"]);
        Assert.Equal("interrupted", Text(waits.RootElement, "state"));
        using var come = Clock([.. asked, "--reasons-arrived", "2026-04-26", "--decided", "2026-02-20"]);
        Assert.Equal("2026-05-18", Text(come.RootElement, "lastDay"));
        Assert.Equal("2027-02-20", Text(come.RootElement, "lateUntil"));
    }

    /// <summary>A municipality may give more, and the answer says which length it counts by.</summary>
    [Theory]
    [InlineData("klage-fvl", "--own-weeks", "6", "6 uker", "2026-04-13")]
    [InlineData("oversending-klage", "--own-months", "1", "1 måned", "2026-04-02")]
    public void What_the_municipality_gives_is_counted(
        string id,
        string option,
        string value,
        string length,
        string last
    )
    {
        using var json = Clock("--basis", id, "--from", "2026-03-02", option, value);
        Assert.Equal(length, Text(json.RootElement, "length"));
        Assert.Equal(last, Text(json.RootElement, "lastDay"));
    }

    [Fact]
    public void The_enacted_law_is_counted_by_when_it_is_asked_for()
    {
        using var json = Clock("--basis", "klage-fvl", "--from", "2027-03-01", "--enacted");
        Assert.Equal("§ 63", Text(json.RootElement, "section"));
        Assert.Equal("2027-03-22", Text(json.RootElement, "lastDay"));
        Assert.Null(Text(json.RootElement, "validFrom"));
    }

    [Fact]
    public void The_list_has_every_rule_with_source_and_day()
    {
        using var json = Clock("--list");
        Assert.True(json.RootElement.GetArrayLength() > 20);
        Assert.All(
            json.RootElement.EnumerateArray(),
            r =>
                Assert.All(
                    ["basis", "statute", "section", "source", "read", "rule", "body"],
                    n => Assert.NotEmpty(Text(r, n)!)
                )
        );
    }

    /// <summary>An instant is the day it then is in Norway, summer and winter; without an offset it is the clock on the wall.</summary>
    [Theory]
    [InlineData("2026-03-01T22:59Z", "2026-03-01")]
    [InlineData("2026-03-01T23:00Z", "2026-03-02")]
    [InlineData("2026-06-30T21:59:59Z", "2026-06-30")]
    [InlineData("2026-06-30T22:00:00Z", "2026-07-01")]
    [InlineData("2026-06-30T23:30:00", "2026-06-30")]
    [InlineData("2026-06-30T23:30:00+02:00", "2026-06-30")]
    [InlineData("2026-06-30T23:30:00-05:00", "2026-07-01")]
    public void Midnight_is_Norways(string from, string day)
    {
        using var json = Clock("--basis", "klage-fvl", "--from", from);
        Assert.Equal(day, Text(json.RootElement, "from"));
    }

    [Theory]
    [InlineData("Bruk:", "--basis", "klage-fvl")]
    [InlineData("Bruk:")]
    [InlineData("Bruk:", "--list", "--basis", "klage-fvl")]
    [InlineData("Bruk:", "--list", "--enacted")]
    [InlineData("Bruk:", "--basis")]
    [InlineData("Bruk:", "--what")]
    [InlineData("to ganger", "--list", "--list")]
    [InlineData("Kjenner ikke «klage». Disse finnes: klage-folketrygd,", "--basis", "klage", "--from", "2026-03-02")]
    [InlineData("Kjenner ikke «klage»", "--basis", "klage")]
    [InlineData("«2026-02-29» er ingen dag", "--basis", "klage-fvl", "--from", "2026-02-29")]
    [InlineData("«i går» er ingen dag", "--basis", "klage-fvl", "--from", "i går")]
    [InlineData("må ligge mellom 1900-01-01 og 2099-12-31", "--basis", "klage-fvl", "--from", "2100-01-01")]
    [InlineData("slik den gjelder fra 2023-01-01", "--basis", "klage-barnevern", "--from", "2022-12-31")]
    [InlineData("ikke vedtatt noen ny regel", "--basis", "klage-pbrl", "--from", "2026-03-02", "--enacted")]
    [InlineData("er før klokken startet", "--basis", "underretning", "--from", "2026-03-02", "--at", "2026-03-01")]
    [InlineData(
        "starter ikke klage-pbrl på nytt",
        "--basis",
        "klage-pbrl",
        "--from",
        "2026-03-02",
        "--reasons-asked",
        "2026-03-03"
    )]
    [InlineData("er utenfor", "--basis", "klage-fvl", "--from", "2026-03-02", "--reasons-asked", "2026-04-03")]
    [InlineData(
        "kan ikke komme før",
        "--basis",
        "klage-fvl",
        "--from",
        "2026-03-02",
        "--reasons-arrived",
        "2026-04-03"
    )]
    [InlineData(
        "Loven sier 3 uker (forvaltningsloven § 29)",
        "--basis",
        "klage-fvl",
        "--from",
        "2026-03-02",
        "--own-weeks",
        "2"
    )]
    [InlineData("avgjøres ikke av kommunen", "--basis", "klage-folketrygd", "--from", "2026-03-02", "--own-weeks", "9")]
    [InlineData("minst en uke", "--basis", "klage-fvl", "--from", "2026-03-02", "--own-weeks", "0")]
    [InlineData("er ikke et antall", "--basis", "klage-fvl", "--from", "2026-03-02", "--own-weeks", "-2")]
    [InlineData("var ikke i kraft den dagen", "--basis", "klage-fvl", "--from", "1960-03-02", "--own-weeks", "9")]
    [InlineData("etter at det kom frem", "--basis", "klage-fvl", "--from", "2026-03-02", "--decided", "2026-03-03")]
    public void What_is_wrong_is_said_in_one_line(string says, params string[] args)
    {
        var (code, output, error) = Run(ClockCommand.Run, args);
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("2010-12-01", 16, "self", "selv")]
    [InlineData("2010-12-02", 15, "each", "mor far")]
    public void Ages_tell_whose_yes_it_is_on_the_day(string born, int age, string rule, string who)
    {
        using var json = Read(AgesCommand.Run, "--born", born);
        Assert.Equal(age, json.RootElement.GetProperty("age").GetInt32());
        var plan = json.RootElement.GetProperty("matters").EnumerateArray().Single(m => Text(m, "matter") == "plan");
        Assert.Equal(rule, Text(plan, "rule"));
        Assert.Equal(who.Split(' '), plan.GetProperty("consents").EnumerateArray().Select(c => c.GetString()));
        Assert.All(
            json.RootElement.GetProperty("ages").EnumerateArray(),
            r => Assert.All(["says", "statute", "section", "source", "read", "on"], n => Assert.NotEmpty(Text(r, n)!))
        );
    }

    [Fact]
    public void A_leap_day_comes_on_the_first_of_March()
    {
        using var json = Read(AgesCommand.Run, "ages", "--born", "2012-02-29", "--at", "2027-02-28");
        var fifteen = json
            .RootElement.GetProperty("ages")
            .EnumerateArray()
            .Single(r => Text(r, "id") == "femten-utdanning");
        Assert.Equal("2027-03-01", Text(fifteen, "on"));
        Assert.False(fifteen.GetProperty("reached").GetBoolean());
        Assert.False(fifteen.GetProperty("holds").GetBoolean());
        Assert.Equal(14, json.RootElement.GetProperty("age").GetInt32());
    }

    [Theory]
    [InlineData("--without-capacity", "each", "mor far")]
    [InlineData("--care-taken-over", "self", "selv")]
    public void What_is_particular_changes_the_answer(string option, string rule, string who)
    {
        using var json = Read(AgesCommand.Run, "--born", "2010-01-15", option);
        var plan = json.RootElement.GetProperty("matters").EnumerateArray().Single(m => Text(m, "matter") == "plan");
        Assert.Equal(rule, Text(plan, "rule"));
        Assert.Equal(who.Split(' '), plan.GetProperty("consents").EnumerateArray().Select(c => c.GetString()));
    }

    [Theory]
    [InlineData("Bruk:")]
    [InlineData("er før fødselen 2026-12-01", "--born", "2026-12-01", "--at", "2026-11-30")]
    [InlineData("er før fødselen", "--born", "2099-01-01")]
    [InlineData("er ingen dag", "--born", "2026-13-01")]
    [InlineData("Bruk:", "--born", "2010-01-01", "--to")]
    public void An_age_that_cannot_be_told_is_said_in_one_line(string says, params string[] args)
    {
        var (code, output, error) = Run(AgesCommand.Run, args);
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains(says, error, StringComparison.Ordinal);
    }

    private static JsonDocument Clock(params string[] args) => Read(ClockCommand.Run, args);

    private static JsonDocument Read(
        Func<IReadOnlyList<string>, TextWriter, TextWriter, TimeProvider, int> command,
        params string[] args
    )
    {
        var (code, output, error) = Run(command, args);
        Assert.Equal("", error);
        Assert.Equal(0, code);
        return JsonDocument.Parse(output);
    }

    private static (int Code, string Output, string Error) Run(
        Func<IReadOnlyList<string>, TextWriter, TextWriter, TimeProvider, int> command,
        IReadOnlyList<string> args
    )
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = command(args, output, error, Now);
        return (code, output.ToString(), error.ToString());
    }

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    private sealed class At(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
