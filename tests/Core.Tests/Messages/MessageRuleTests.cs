using Flette.Core.Messages;

namespace Flette.Core.Tests.Messages;

public sealed class MessageRuleTests
{
    [Theory]
    // Thursday 2 April 2026 is skjærtorsdag; Easter Monday is the 6th.
    [InlineData("2026-04-01", 1, "2026-04-07")]
    [InlineData("2026-04-01", 2, "2026-04-08")]
    [InlineData("2026-03-13", 1, "2026-03-16")]
    [InlineData("2026-03-14", 2, "2026-03-17")]
    [InlineData("2026-12-23", 2, "2026-12-28")]
    [InlineData("2026-03-09", 10, "2026-03-23")]
    public void An_answer_is_promised_in_working_days(string written, int days, string by) =>
        Assert.Equal(Day(by), MessageRules.AnswerBy(Day(written), days));

    [Fact]
    public void Nothing_and_too_much_are_refused()
    {
        Assert.IsType<MessageMissing>(MessageRules.Check(" \n\t"));
        Assert.IsType<MessageMissing>(MessageRules.Check(null));
        Assert.Null(MessageRules.Check(new string('a', MessageRules.Longest) + "  "));
        Assert.IsType<MessageTooLong>(MessageRules.Check(new string('a', MessageRules.Longest + 1)));
    }

    private static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
