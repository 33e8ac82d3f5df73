using Flette.Core.Families;

namespace Flette.Core.Tests.Families;

/// <summary>How what one is sent comes to her.</summary>
public class DeliveredTests
{
    [Theory]
    [InlineData(Delivered.ByMail, true)]
    [InlineData(Delivered.ByPhone, false)]
    [InlineData(Delivered.OnPaper, true, Channel.Paper)]
    [InlineData(Delivered.OnPaper, true, Channel.Phone, Channel.Paper, Channel.Email)]
    [InlineData(Delivered.OnPaper, false, Channel.Email, Channel.Paper)]
    [InlineData(Delivered.ByMail, true, Channel.Email, Channel.Paper)]
    [InlineData(Delivered.ByMail, true, Channel.Phone)]
    [InlineData(Delivered.ByPhone, false, Channel.Sms, Channel.Phone)]
    public void The_first_in_her_own_order_that_can_be_done(Delivered expected, bool mail, params Channel[] channels)
    {
        var reach = new Reach(channels, Email: mail ? "kari@example.no" : null);
        Assert.Equal(expected, reach.Delivered);
        Assert.Equal(expected == Delivered.ByMail ? "kari@example.no" : null, reach.SentTo);
    }
}
