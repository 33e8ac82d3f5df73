using Flette.Core.Transitions;
using Flette.Core.Words;
using Flette.Web.Features.Transitions.ByFamily;

namespace Flette.Web.Tests.Transitions;

/// <summary>The words of the time ahead: each rule is told in all three languages, and nothing is concluded about a family.</summary>
public sealed class ComingTextTests
{
    private static readonly Tongue[] Tongues = [Tongue.Bokmal, Tongue.Nynorsk, Tongue.English];

    private static readonly DateOnly Today = new(2026, 9, 15);

    [Fact]
    public void Every_rule_is_told_in_all_three_languages()
    {
        foreach (var rule in TransitionRules.All)
        {
            // A text of the rules that is changed is told in bokmål until it is changed here too.
            Assert.All([rule.Owner, rule.Receiver, rule.Law.Says], t => Assert.True(RuleTexts.Knows(t), t));
            foreach (var who in new[] { "Ida", null })
            {
                var coming = Of(rule, who);
                var said = Tongues.Select(t => Texts(new ComingWords(t), coming)).ToList();
                Assert.All(said.SelectMany(t => t), t => Assert.False(string.IsNullOrWhiteSpace(t), rule.Id));
                for (var i = 0; i < said[0].Length; i++)
                {
                    Assert.True(said[2][i] != said[0][i], $"{rule.Id} says «{said[0][i]}» in English");
                }
                foreach (var text in said.SelectMany(t => t))
                {
                    Assert.DoesNotMatch(@"(?i)har rett|ikke rett|ikkje rett|har krav|entitled|\bdere\b|\bdykk\b", text);
                }
                Assert.All(
                    said[1],
                    t => Assert.DoesNotMatch(@"(?i)\b(ikke|hva|hvem|skolen|loven|fra|noe|begynner)\b", t)
                );
            }
        }
    }

    [Fact]
    public void What_is_a_municipalitys_own_is_told_as_it_is_written()
    {
        var rule = TransitionRules.Of(TransitionKind.School) with { Owner = "Solbakken barnehage" };
        Assert.All(Tongues, t => Assert.Equal("Solbakken barnehage", new ComingWords(t).Owner(Of(rule, "Ida"))));
    }

    [Fact]
    public void Every_text_of_the_page_is_there_in_all_three_languages()
    {
        foreach (var text in typeof(ComingWords).GetProperties().Where(p => p.PropertyType == typeof(string)))
        {
            var said = Tongues.Select(t => (string)text.GetValue(new ComingWords(t))!).ToList();
            Assert.All(said, s => Assert.False(string.IsNullOrWhiteSpace(s), text.Name));
            Assert.True(said[2] != said[0], $"{text.Name} says «{said[0]}» in English");
        }
    }

    private static Coming Of(TransitionRule rule, string? who) =>
        new(
            who,
            new Transition(rule, new(2027, 8, 15), new(2026, 10, 1), TransitionState.Later, IsExpected: false, [])
        );

    private static string[] Texts(ComingWords say, Coming coming) =>
        [
            say.Heading(coming, Today),
            say.Means(coming),
            .. say.Questions(coming),
            say.Opens(coming),
            say.Line(coming),
            say.Law(coming),
        ];
}
