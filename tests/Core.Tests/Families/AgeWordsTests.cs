using Flette.Core.Families;

namespace Flette.Core.Tests.Families;

public class AgeWordsTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [InlineData("2014-05-11", "12 år")]
    [InlineData("2024-11-20", "2 år")]
    [InlineData("2024-11-21", "23 måneder")]
    [InlineData("2026-10-20", "1 måned")]
    [InlineData("2026-10-21", "nyfødt")]
    [InlineData("2026-11-20", "nyfødt")]
    public void The_born_have_an_age(string born, string words) =>
        Assert.Equal(words, AgeWords.Of(Day(born), null, carried: false, Today)?.Replace('\u00a0', ' '));

    [Theory]
    [InlineData("2027-01-24", "ventes i januar")]
    [InlineData("2026-11-20", "ventes i november")]
    [InlineData("2026-11-02", "ventet i november")]
    [InlineData("2025-01-02", "ventet i januar 2025")]
    public void The_unborn_are_expected(string due, string words) =>
        Assert.Equal(words, AgeWords.Of(null, Day(due), carried: true, Today));

    [Fact]
    public void Without_a_day_it_is_said_plainly()
    {
        Assert.Equal("ventes", AgeWords.Of(null, null, carried: true, Today));
        Assert.Null(AgeWords.Of(null, null, carried: false, Today));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
