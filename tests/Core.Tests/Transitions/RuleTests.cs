using Flette.Core.Law;
using Flette.Core.Transitions;

namespace Flette.Core.Tests.Transitions;

/// <summary>The transitions as data.</summary>
public sealed class RuleTests
{
    public static TheoryData<string> Ids => new(TransitionRules.Ids);

    [Fact]
    public void There_is_one_of_each_kind_in_order()
    {
        Assert.Equal(Enum.GetValues<TransitionKind>(), TransitionRules.All.Select(r => r.Kind));
        Assert.All(TransitionRules.All, r => Assert.Same(r, TransitionRules.Of(r.Kind)));
        Assert.Equal(TransitionRules.Ids.Length, TransitionRules.Ids.Distinct().Count());
        Assert.Null(TransitionRules.Find("finnes-ikke"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Each_has_a_source_a_day_it_was_read_an_owner_a_receiver_and_steps(string id)
    {
        var rule = TransitionRules.Find(id)!;
        Assert.All([rule.Law, .. rule.Steps.Select(s => s.Law).OfType<LawLine>()], HasSource);
        Assert.All([rule.Title, rule.Owner, rule.Receiver], t => Assert.False(string.IsNullOrWhiteSpace(t)));
        Assert.True(rule.Steps.Length >= 4, id);
        Assert.Equal(rule.Steps.Length, rule.Steps.Select(s => s.Id).Distinct().Count());
        Assert.All(
            rule.Steps,
            s => Assert.False(string.IsNullOrWhiteSpace(s.What) || string.IsNullOrWhiteSpace(s.Who))
        );
        // The old contact is kept for a time; all else is before the day and no earlier than the lead.
        Assert.Contains(rule.Steps, s => s.By.Months < 0 || rule.Dated == Dated.Birthday);
        Assert.All(rule.Steps, s => Assert.InRange(s.By.Months, -12, rule.Months));
        Assert.True(rule.FixesDay is null == (rule.Dated == Dated.Event || rule.Kind == TransitionKind.LeavingSchool));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_hand_over_has_a_giver_and_a_receiver_and_no_parent_carries_it(string id)
    {
        foreach (var step in TransitionRules.Find(id)!.Steps.Where(s => s.Id is "overlevering" or "overgangsmote"))
        {
            Assert.NotNull(step.HandOver);
            Assert.Matches(" gir, .* tar imot$", step.Who);
        }
    }

    [Fact]
    public void No_text_draws_a_conclusion_about_a_family()
    {
        foreach (var text in TransitionRules.All.SelectMany(Texts))
        {
            foreach (var word in (string[])["har rett", "ikke rett", "har krav", "kvalifiserer"])
            {
                Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
            }
            Assert.DoesNotMatch(@"\b[Dd]ere\b", text);
        }
    }

    [Theory]
    [InlineData("representasjon", 24, "vergemålsloven § 20")]
    [InlineData("verge", 12, "vergemålsloven § 56")]
    [InlineData("inntekt", 9, "folketrygdloven §§ 12-4 og 12-13")]
    [InlineData("bpa", 9, "pasient- og brukerrettighetsloven § 2-1 d")]
    [InlineData("bup-dps", 9, "spesialisthelsetjenesteloven § 2-5 a")]
    [InlineData("habilitering", 12, "pasient- og brukerrettighetsloven § 2-2 a")]
    [InlineData("tannlege", 2, "tannhelsetjenesteloven § 1-3")]
    [InlineData("ettervern", 12, "barnevernsloven § 3-6")]
    [InlineData("bank", 3, "vergemålsloven §§ 8 og 9")]
    [InlineData("ja-og-innsyn", 3, "helsepersonelloven § 22")]
    [InlineData("koordinator", 6, "helse- og omsorgstjenesteloven §§ 7-2 og 7-2 a")]
    public void Eighteen_names_what_changes(string id, int months, string section)
    {
        var step = TransitionRules.Of(TransitionKind.Eighteen).Steps.Single(s => s.Id == id);
        Assert.Equal((months, section), (step.By.Months, step.Law!.Basis.Named));
    }

    [Fact]
    public void Ordinary_transitions_belong_to_where_the_child_is()
    {
        Assert.Equal("Barnehagen", TransitionRules.Of(TransitionKind.School).Owner);
        Assert.Equal("Skolen", TransitionRules.Of(TransitionKind.School).Receiver);
        Assert.Equal("Barneskolen", TransitionRules.Of(TransitionKind.LowerSecondary).Owner);
    }

    [Fact]
    public void A_line_of_law_names_its_section() =>
        Assert.Equal(
            "Loven sier at hver kommune skal ha en koordinerende enhet (helse- og omsorgstjenesteloven § 7-3).",
            TransitionRules.Of(TransitionKind.Moving).Steps.Single(s => s.Id == "finn-mottaker").Law!.Text
        );

    private static void HasSource(LawLine law)
    {
        Assert.StartsWith("§", law.Basis.Section, StringComparison.Ordinal);
        Assert.Matches(
            "^https://lovdata.no/(lov|forskrift)/.+/§[0-9]",
            Uri.UnescapeDataString(law.Basis.Source.ToString())
        );
        Assert.True(law.Basis.Read > new DateOnly(2026, 1, 1), law.Basis.Named);
        Assert.False(law.Says.EndsWith('.'), law.Says);
    }

    private static IEnumerable<string> Texts(TransitionRule rule) =>
        [
            rule.Title,
            rule.Owner,
            rule.Receiver,
            rule.Law.Text,
            .. rule.Steps.SelectMany(s => new[] { s.What, s.Who, s.HandOver ?? "", s.Law?.Text ?? "" }),
        ];
}
