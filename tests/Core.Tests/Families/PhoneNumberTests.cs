using Flette.Core.Families;

namespace Flette.Core.Tests.Families;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("99 99 90 01", "+4799999001")]
    [InlineData("999 99 001", "+4799999001")]
    [InlineData("+47 99999001", "+4799999001")]
    [InlineData("0047 999 99 001", "+4799999001")]
    [InlineData("4799999001", "+4799999001")]
    [InlineData("41234567", "+4741234567")]
    [InlineData("22 99 90 01", null)]
    [InlineData("820 99 001", null)]
    [InlineData("1881", null)]
    [InlineData("+46 70 123 45 67", null)]
    [InlineData("99 99 90 0", null)]
    [InlineData("99 99 90 011", null)]
    [InlineData("99 99 90 0a", null)]
    [InlineData("９９９９９００１", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Only_norwegian_mobile_numbers_are_sent_to(string? written, string? number) =>
        Assert.Equal(number, PhoneNumbers.Mobile(written));

    [Theory]
    [InlineData("2026-03-10 20:59", "2026-03-10 20:59")]
    [InlineData("2026-03-10 21:00", "2026-03-11 08:00")]
    [InlineData("2026-03-11 00:30", "2026-03-11 08:00")]
    [InlineData("2026-03-11 07:59", "2026-03-11 08:00")]
    [InlineData("2026-03-11 08:00", "2026-03-11 08:00")]
    public void The_night_is_quiet(string at, string then) =>
        Assert.Equal(Wall(then), QuietHours.Night.After(Wall(at)));

    [Fact]
    public void Quiet_within_a_day_and_never()
    {
        var nap = new QuietHours(new TimeOnly(12, 0), new TimeOnly(14, 0));
        Assert.Equal(Wall("2026-03-10 14:00"), nap.After(Wall("2026-03-10 13:00")));
        Assert.Equal(Wall("2026-03-10 23:00"), nap.After(Wall("2026-03-10 23:00")));
        var never = new QuietHours(new TimeOnly(8, 0), new TimeOnly(8, 0));
        Assert.False(never.Covers(new TimeOnly(8, 0)) || never.Covers(new TimeOnly(3, 0)));
    }

    [Theory]
    [InlineData("sms:+4799999001?quiet=2100-0800", true)]
    [InlineData("sms:99999001?quiet=2100-0800", false)]
    [InlineData("sms:+4722999001?quiet=2100-0800", false)]
    [InlineData("sms:+4799999001", false)]
    [InlineData("sms:+4799999001?quiet=2500-0800", false)]
    [InlineData("kari@example.no", false)]
    public void An_address_is_read_as_it_is_written_or_not_at_all(string address, bool right) =>
        Assert.Equal(right ? address : null, SmsAddress.Read(address)?.ToString());

    [Fact]
    public void She_gets_what_comes_first_in_her_own_order_and_can_be_done()
    {
        var reach = new Reach([Channel.Phone, Channel.Sms, Channel.Email], Phone: "99 99 90 01", Email: "a@example.no");
        Assert.Equal(Delivered.ByMail, reach.Delivered);
        Assert.Equal(Delivered.BySms, (reach with { SmsLeaves = true }).Delivered);
        Assert.Equal("SMS til 99\u00a099\u00a090\u00a001", SmsAddress.Shown((reach with { SmsLeaves = true }).SentTo!));
        Assert.Equal(
            Delivered.ByPhone,
            (reach with { Phone = "22 00 00 00", Email = null, SmsLeaves = true }).Delivered
        );
        Assert.Equal(
            Delivered.OnPaper,
            (reach with { Channels = [Channel.Paper, Channel.Sms], SmsLeaves = true }).Delivered
        );
    }

    private static DateTime Wall(string text) =>
        DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
