using System.Text.RegularExpressions;
using Flette.Kit;

namespace Flette.Web.Tests.Guarding;

/// <summary>
/// Counts and pages are made after the decision on each row, never in SQL: a query that counts what somebody may not see tells her
/// how much there is (architecture.md, rule 5). What people may not see stands in the tables about families.
/// </summary>
public sealed partial class CountTests
{
    /// <summary>
    /// Of the program's own work: what is to be sent next, whether a new link was sent just now, and what the asker's own telephone and
    /// browser have got. No page tells of anybody else's.
    /// </summary>
    private static readonly string[] Own = ["outbox", "link", "schema_version", "one_time_code", "known_browser"];

    /// <summary>What the sealer and an operator's commands ask: they have no pages, and decide nothing about anyone.</summary>
    private static readonly string[] Below = ["Operating/", "Audit/Sealing/"];

    [Fact]
    public void No_query_of_the_program_counts_numbers_or_cuts_what_is_about_people()
    {
        var source = Path.Combine(Repository.Root(), "src", "Flette.Web");
        var found = Directory
            .EnumerateFiles(source, "*.*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".cshtml" or ".sql")
            .Where(f =>
                !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal)
            )
            .Where(f => !Below.Any(b => Path.GetRelativePath(source, f).StartsWith(b, StringComparison.Ordinal)))
            .SelectMany(f => Counting(File.ReadAllText(f)).Select(q => $"{Path.GetRelativePath(source, f)}: {q}"));
        Assert.True(!found.Any(), string.Join('\n', found));
    }

    [Theory]
    [InlineData("\"select count(*) from item where family = @Id\"")]
    [InlineData("\"\"\"\n select kind, Count ( distinct id ) from item_version group by kind\n\"\"\"")]
    [InlineData("\"select i.*, row_number() over (order by id) from item i\"")]
    [InlineData("\"select max(seq) from item\"")]
    [InlineData("\"select * from member where family = @Id limit 10 offset 20\"")]
    [InlineData("\"select * from item fetch first 5 rows only\"")]
    [InlineData("\"select exists (select 1 from item where private)\"")]
    public void One_that_does_is_caught(string source) => Assert.Single(Counting(source));

    [Theory]
    [InlineData("\"select * from item where family = any(@families)\"")]
    [InlineData("\"select min(send_after) from outbox where state = 'waiting'\"")]
    [InlineData("var n = items.Count(i => i.Private);")]
    [InlineData("/// <summary>Select what to count (of items) from these.</summary>")]
    public void Others_are_not(string source) => Assert.Empty(Counting(source));

    /// <summary>Each query that makes a number of rows, or asks for some of them only.</summary>
    private static IEnumerable<string> Counting(string source) =>
        Texts()
            .Matches(source)
            .Select(m => m.Value)
            .Where(t => Query().IsMatch(t) && Numbers().IsMatch(t))
            .Where(t => !Tables().Matches(t).All(m => Own.Contains(m.Groups["table"].Value)));

    [GeneratedRegex("\"\"\"[\\s\\S]*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"")]
    private static partial Regex Texts();

    [GeneratedRegex("\\bselect\\b[\\s\\S]*\\bfrom\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Query();

    [GeneratedRegex(
        "\\b(count|sum|avg|max|min|row_number|rank|dense_rank|ntile|string_agg|array_agg)\\s*\\(|\\bover\\s*\\(|\\b(limit|offset)\\s+[\\d@$]|\\bfetch\\s+(first|next)\\b|\\btablesample\\b|\\bselect\\s+exists\\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Numbers();

    [GeneratedRegex("\\b(?:from|join)\\s+(?<table>[a-z_]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Tables();
}
