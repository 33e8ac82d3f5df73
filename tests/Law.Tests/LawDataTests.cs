using System.Text.RegularExpressions;
using Flette.Core.Law;
using Flette.Core.Law.Clocks;
using Flette.Core.Law.Deciding;

namespace Flette.Law.Tests;

/// <summary>Every rule of law in the program has a source, a day it was read, and holds today or has no day yet.</summary>
public sealed partial class LawDataTests
{
    // The one test that asks what day it is: it is to fail on the day a rule has run out.
    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    public static TheoryData<string, string> Clocks() =>
        [.. ClockRules.All.Select(r => new TheoryDataRow<string, string>(r.Id, r.Basis.Named))];

    [Theory]
    [MemberData(nameof(Clocks))]
    public void A_clock_names_its_section_its_source_and_the_day_it_was_read(string id, string named)
    {
        var rule = ClockRules.All.Single(r => r.Id == id && r.Basis.Named == named);
        Assert.All(rule.Bases, HasSource);
        string[] words =
        [
            rule.Title,
            rule.Starts,
            rule.Explains,
            rule.Body.Says,
            .. new[] { rule.Form, rule.Next, rule.Restarts, rule.Late }.OfType<Clause>().Select(c => c.Says),
            .. rule.Exceptions.Select(c => c.Says),
        ];
        Assert.All(words, w => Assert.False(string.IsNullOrWhiteSpace(w)));
        Assert.All(words, DrawsNoConclusion);
        Assert.All(words.Skip(1), w => Assert.EndsWith(".", w, StringComparison.Ordinal));
        Assert.Matches("^[a-z][a-z-]+$", rule.Id);
    }

    [Theory]
    [MemberData(nameof(Clocks))]
    public void A_clock_is_whole_for_what_it_counts(string id, string named)
    {
        var rule = ClockRules.All.Single(r => r.Id == id && r.Basis.Named == named);
        Assert.Equal(rule.Kind == ClockKind.Waiting, rule.Length is null);
        Assert.Equal(rule.Kind is ClockKind.Complaint or ClockKind.Duty, rule.Moves is not null);
        if (rule.Kind == ClockKind.Complaint)
        {
            Assert.NotNull(rule.Form);
            Assert.NotNull(rule.Late);
        }
        else
        {
            Assert.Null(rule.Restarts);
            Assert.Null(rule.Late);
        }
    }

    [Fact]
    public void Each_basis_has_one_wording_in_force_today_and_none_has_run_out_without_another()
    {
        foreach (var basis in ClockRules.All.GroupBy(r => r.Id))
        {
            HoldsToday(basis.Key, [.. basis.Select(r => r.Valid)]);
        }
    }

    [Fact]
    public void Each_row_of_the_table_of_ages_has_a_source_and_holds_today()
    {
        foreach (var rows in AgeRules.All.GroupBy(r => r.Id))
        {
            HoldsToday(rows.Key, [.. rows.Select(r => r.Valid)]);
        }
        Assert.All(AgeRules.All, r => HasSource(r.Basis));
        Assert.All(AgeRules.All, r => DrawsNoConclusion(r.Says));
        Assert.All(AgeRules.All, r => Assert.EndsWith(".", r.Says, StringComparison.Ordinal));
        Assert.All(AgeRules.All, r => Assert.True(r.Until is null || r.Until > r.Age));
        Assert.Equal(
            AgeRules.All.Where(r => r.Valid.From is not null).Select(r => r.Age).Order(),
            AgeRules.All.Where(r => r.Valid.From is not null).Select(r => r.Age)
        );
    }

    [Theory]
    [InlineData("atten-ettervern", 17, false)]
    [InlineData("atten-ettervern", 18, true)]
    [InlineData("atten-ettervern", 24, true)]
    [InlineData("atten-ettervern", 25, false)]
    [InlineData("forening", 14, false)]
    [InlineData("forening", 99, true)]
    public void A_row_holds_from_its_age_and_to_the_one_it_ends_at(string id, int age, bool holds) =>
        Assert.Equal(holds, AgeRules.On(new(2026, 12, 1)).Single(r => r.Id == id).Holds(age));

    /// <summary>From 1 June 2026 the word is beslutningskompetanse (LOV-2025-06-20-67).</summary>
    [Theory]
    [InlineData("2026-05-31", "samtykkekompetanse")]
    [InlineData("2026-06-01", "beslutningskompetanse")]
    public void The_word_of_the_law_changes_with_its_date(string day, string word) =>
        Assert.Contains(
            word,
            AgeRules
                .On(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture))
                .Single(r => r.Id == "seksten-helse")
                .Says,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("2007-12-31", false)]
    [InlineData("2008-01-01", true)]
    [InlineData("2008-01-31", true)]
    [InlineData("2008-02-01", false)]
    public void A_validity_counts_both_its_ends(string day, bool covers) =>
        Assert.Equal(
            covers,
            new Validity(new(2008, 1, 1), new(2008, 1, 31)).Covers(
                DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)
            )
        );

    [Theory]
    [InlineData("§ 29", "https://lovdata.no/lov/1967-02-10/§29")]
    [InlineData("§ 11 a tredje ledd", "https://lovdata.no/lov/1967-02-10/§11a")]
    [InlineData("§§ 16, 17, 18 og 27", "https://lovdata.no/lov/1967-02-10/§16")]
    [InlineData("§ 7-2 a", "https://lovdata.no/lov/1967-02-10/§7-2a")]
    [InlineData("kapittel VI", "https://lovdata.no/lov/1967-02-10/")]
    public void A_section_is_found_at_its_address(string section, string address) =>
        Assert.Equal(address, new LegalBasis(Statutes.PublicAdministration, section).Source.OriginalString);

    [Fact]
    public void A_regulation_has_another_address() =>
        Assert.Equal(
            "https://lovdata.no/forskrift/2022-06-22-1110/§9",
            new LegalBasis(Statutes.IndividualPlan, "§ 9").Source.OriginalString
        );

    /// <summary>Shared with other kinds of rules: of all wordings of one, exactly one holds, and they follow each other without a gap.</summary>
    internal static void HoldsToday(string name, IReadOnlyList<Validity> wordings)
    {
        Assert.True(wordings.Count(v => v.Covers(Today)) == 1, $"{name}: one wording must hold on {Today:O}");
        var dated = wordings.Where(v => v.From is not null).OrderBy(v => v.From).ToList();
        foreach (var (one, next) in dated.Zip(dated.Skip(1)))
        {
            Assert.True(one.Until is { } until && next.From == until.AddDays(1), $"{name}: a gap after {one.Until:O}");
        }
        Assert.True(dated[^1].Until is null || dated[^1].Until >= Today, $"{name}: ran out on {dated[^1].Until:O}");
    }

    /// <summary>A provision can be looked up, and was read before today.</summary>
    internal static void HasSource(LegalBasis basis)
    {
        Assert.Matches(Section(), basis.Section);
        Assert.Equal("lovdata.no", basis.Source.Host);
        Assert.Contains(basis.Statute.Id[4..], basis.Source.AbsoluteUri, StringComparison.Ordinal);
        Assert.True(
            basis.Read > new DateOnly(2026, 1, 1) && basis.Read <= Today,
            $"{basis.Named} was read {basis.Read:O}"
        );
        Assert.StartsWith(basis.Statute.Name, basis.Named, StringComparison.Ordinal);
    }

    /// <summary>Product law 8: the law is told, and nothing is concluded about a family.</summary>
    internal static void DrawsNoConclusion(string words) => Assert.DoesNotMatch(Conclusion(), words);

    [GeneratedRegex(
        @"\b(dere|du|familien|foreldrene|barnet)\s+har\s+(ikke\s+)?(rett|krav)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Conclusion();

    [GeneratedRegex(@"^§§? \d+[A-Z]?(-\d+)?( [a-z])?,?( .+)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Section();
}
