using Flette.Core.Meetings.Reading;
using Flette.Core.Meetings.Reading.Dates;
using FsCheck;
using FsCheck.Fluent;

namespace Flette.Core.Tests.Reading;

public sealed class DayTests
{
    private static readonly DateOnly Tuesday = new(2026, 3, 10);

    [Theory]
    [InlineData("12.3", "2026-03-12")]
    [InlineData("9.11.", "2026-11-09")]
    [InlineData("27/3", "2026-03-27")]
    [InlineData("15/4-26", "2026-04-15")]
    [InlineData("10/3-26", "2026-03-10")]
    [InlineData("10.3", "2026-03-10")]
    [InlineData("15.1", "2027-01-15")]
    [InlineData("13. mai", "2026-05-13")]
    [InlineData("13. mai 2027", "2027-05-13")]
    [InlineData("torsdag 16/4", "2026-04-16")]
    [InlineData("31.8.26", "2026-08-31")]
    [InlineData("17.03.2026", "2026-03-17")]
    [InlineData("2026-04-01", "2026-04-01")]
    [InlineData("den 1. juni", "2026-06-01")]
    [InlineData("29.2", "2028-02-29")]
    [InlineData("uke 18", "2026-05-01")]
    [InlineData("veke 46", "2026-11-13")]
    [InlineData("uke 10", "2027-03-12")]
    [InlineData("uke 53", "2027-01-01")]
    [InlineData("i dag", "2026-03-10")]
    [InlineData("i morgen", "2026-03-11")]
    [InlineData("i morgon", "2026-03-11")]
    [InlineData("fredag", "2026-03-13")]
    [InlineData("tirsdag", "2026-03-17")]
    [InlineData("tysdag", "2026-03-17")]
    [InlineData("fredag i neste uke", "2026-03-20")]
    public void A_day_is_found_and_counted_from_the_meeting(string text, string expected)
    {
        var mention = Assert.Single(DayFinder.Find(text));
        Assert.Equal(
            DateOnly.Parse(expected, System.Globalization.CultureInfo.InvariantCulture),
            DayResolver.Resolve(mention.Form, Tuesday)
        );
    }

    [Theory]
    [InlineData("hver torsdag")]
    [InlineData("kvar måndag")]
    [InlineData("kl. 09.10–10.10")]
    [InlineData("kl. 10.11")]
    [InlineData("klokka 07.20")]
    [InlineData("medio juni")]
    [InlineData("1. trinn")]
    [InlineData("31.2")]
    [InlineData("8.400 kr")]
    [InlineData("innen påske")]
    [InlineData("neste møte")]
    public void What_fixes_no_day_is_no_day(string text) => Assert.Empty(DayFinder.Find(text));

    [Theory]
    [InlineData("uke 10–12")]
    [InlineData("uke 28, 29 og 30")]
    [InlineData("12.–14. mai")]
    public void Several_days_are_no_single_day(string text) =>
        Assert.All(DayFinder.Find(text), m => Assert.Null(DayResolver.Resolve(m.Form, Tuesday)));

    [Theory]
    [InlineData("kl. 12.30-14.00", "12:30-14:00")]
    [InlineData("kl 9-10.30", "09:00-10:30")]
    [InlineData("10.00–11.15", "10:00-11:15")]
    [InlineData("ca kl. 10.15 til 10.55", "10:15-10:55")]
    [InlineData("klokka 12–13.30. Møterommet", "12:00-13:30")]
    [InlineData("0900-1030", "09:00-10:30")]
    [InlineData("08:30 – 09:30", "08:30-09:30")]
    [InlineData("kl. 13.00, NAV", "13:00")]
    public void Clock_times_are_read_as_people_write_them(string text, string expected) =>
        Assert.Equal(expected, ClockFinder.FindAll(text)[0].Clock.ToString());

    [Theory]
    [InlineData("10–12")]
    [InlineData("kl 5/11")]
    [InlineData("tre til fire ganger")]
    public void Other_numbers_are_no_clock_times(string text) => Assert.Empty(ClockFinder.FindAll(text));

    [Fact]
    public void Every_day_comes_back_from_every_way_of_writing_it() =>
        Prop.ForAll(
                Arb.From(Gen.Choose(0, 364)),
                ahead =>
                {
                    var day = Tuesday.AddDays(ahead);
                    string[] written =
                    [
                        $"{day.Day}.{day.Month}",
                        $"{day.Day}/{day.Month}",
                        $"{day:dd.MM.yyyy}",
                        $"{day.Day}/{day.Month}-{day.Year % 100}",
                    ];
                    return written.All(w =>
                        DayFinder.Find("innen " + w + " eller så") is [var m]
                        && DayResolver.Resolve(m.Form, Tuesday) == day
                    );
                }
            )
            .QuickCheckThrowOnFailure();
}
