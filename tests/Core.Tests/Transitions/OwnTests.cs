using Flette.Core.Transitions;

namespace Flette.Core.Tests.Transitions;

/// <summary>What a municipality has of its own.</summary>
public sealed class OwnTests
{
    private static TransitionRule Lay(OwnTransition own) => OwnTransitions.Lay([own]).Value.Single(r => r.Id == own.Id);

    [Fact]
    public void Nothing_of_its_own_is_the_products() => Assert.Equal(TransitionRules.All, OwnTransitions.Lay([]).Value);

    [Fact]
    public void It_can_begin_earlier_say_who_and_add_steps()
    {
        var own = Lay(
            new(
                "skolestart",
                20,
                Owner: "Overgangsteamet",
                Receiver: "SFO",
                Steps: [new(" Ring oss ", "Rektor", 3), new("Evaluer", "Rektor", -2, "Notatet")]
            )
        );
        Assert.Equal((20, "Overgangsteamet", "SFO"), (own.Months, own.Owner, own.Receiver));
        Assert.Equal(TransitionRules.Find("skolestart")!.Steps.Length + 2, own.Steps.Length);
        Assert.Equal(("egen-1", "Ring oss"), (own.Steps[^2].Id, own.Steps[^2].What));
        Assert.Equal((-2, "Notatet"), (own.Steps[^1].By.Months, own.Steps[^1].HandOver));
    }

    [Fact]
    public void It_can_begin_later_only_where_no_section_says_good_time()
    {
        var shorter = Lay(new("ungdomsskole", 6));
        Assert.Equal(6, shorter.Months);
        // What was to be done before it now opens, is done when it opens.
        var dated = TransitionsAhead.Of(new(new DateOnly(2014, 1, 1)), new(2026, 11, 30), [shorter]).Value.Single();
        Assert.All(dated.Steps, s => Assert.True(s.By >= new DateOnly(2027, 2, 15)));

        var refused = Assert.IsType<LeadFixedByLaw>(OwnTransitions.Lay([new("18-ar", 23)]).Refusal);
        Assert.Equal((24, "barnevernsloven § 3-6"), (refused.Months, refused.Basis.Named));
        Assert.Equal(36, Lay(new("18-ar", 36)).Months);
        Assert.Equal(24, Lay(new("18-ar", 24)).Months);
    }

    [Theory]
    [InlineData("18-ar", 19, "vergemålsloven § 8")]
    [InlineData("16-ar", 15, "pasient- og brukerrettighetsloven § 4-3")]
    [InlineData("15-ar", 14, "barnelova § 32")]
    [InlineData("skolestart", 1, "opplæringslova § 2-1")]
    [InlineData("barnehage", 2, "barnehageloven § 16")]
    public void The_day_a_section_fixes_is_not_its_to_move(string id, int years, string section) =>
        Assert.Equal(
            section,
            Assert.IsType<DayFixedByLaw>(OwnTransitions.Lay([new(id, Years: years)]).Refusal).Basis.Named
        );

    [Fact]
    public void A_day_no_section_fixes_can_be_moved_within_reason()
    {
        Assert.Equal(14, Lay(new("etter-skolen", Years: 14)).Years);
        Assert.IsType<YearsOutOfRange>(OwnTransitions.Lay([new("etter-skolen", Years: 11)]).Refusal);
        Assert.IsType<YearsOutOfRange>(OwnTransitions.Lay([new("etter-skolen", Years: 19)]).Refusal);
        Assert.IsType<DayNotByYears>(OwnTransitions.Lay([new("flytting", Years: 3)]).Refusal);
        Assert.Equal(18, Lay(new("18-ar", Years: 18)).Years);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Contains("18-ar", Assert.IsType<NoSuchTransition>(OwnTransitions.Lay([new("17-ar")]).Refusal).Known);
        Assert.IsType<TransitionSetTwice>(OwnTransitions.Lay([new("16-ar"), new("16-ar")]).Refusal);
        foreach (var months in (int[])[0, -1, 61])
        {
            Assert.IsType<LeadOutOfRange>(OwnTransitions.Lay([new("flytting", months)]).Refusal);
        }
        foreach (
            var own in (OwnTransition[])
                [
                    new("flytting", Owner: " "),
                    new("flytting", Receiver: ""),
                    new("flytting", Owner: new string('a', 301)),
                    new("flytting", Steps: [new("", "Rektor", 1)]),
                    new("flytting", Steps: [new("Ring", " ", 1)]),
                    new("flytting", Steps: [new("Ring", "Rektor", 61)]),
                    new("flytting", Steps: [new("Ring", "Rektor", -61)]),
                    new("flytting", Steps: [new("Ring", "Rektor", 1, " ")]),
                ]
        )
        {
            Assert.IsType<OwnWordsMissing>(OwnTransitions.Lay([own]).Refusal);
        }
    }
}
