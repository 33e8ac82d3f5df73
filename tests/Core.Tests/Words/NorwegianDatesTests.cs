using Flette.Core.Words;

namespace Flette.Core.Tests.Words;

public class NorwegianDatesTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [InlineData(0, "i dag")]
    [InlineData(1, "i morgen")]
    [InlineData(-1, "i går")]
    [InlineData(2, "om 2 dager")]
    [InlineData(13, "om 13 dager")]
    [InlineData(14, "om 2 uker")]
    [InlineData(17, "om 2 uker")]
    [InlineData(18, "om 3 uker")]
    [InlineData(-63, "for 9 uker siden")]
    [InlineData(90, "om 13 uker")]
    [InlineData(91, "om 3 måneder")]
    [InlineData(300, "om 10 måneder")]
    [InlineData(349, "om 11 måneder")]
    [InlineData(365, "om et år")]
    [InlineData(-396, "for et år siden")]
    [InlineData(-548, "for halvannet år siden")]
    [InlineData(639, "om halvannet år")]
    [InlineData(729, "om 2 år")]
    [InlineData(730, "om 2 år")]
    [InlineData(-1095, "for 3 år siden")]
    public void How_far_away_is_said_in_the_unit_people_use(int days, string expected) =>
        Assert.Equal(expected, Plain(NorwegianDates.Relative(Today.AddDays(days), Today)));

    [Theory]
    [InlineData(Tongue.Nynorsk, 1, "i morgon")]
    [InlineData(Tongue.Nynorsk, -3, "for 3 dagar sidan")]
    [InlineData(Tongue.Nynorsk, 21, "om 3 veker")]
    [InlineData(Tongue.Nynorsk, -396, "for eit år sidan")]
    [InlineData(Tongue.English, -396, "a year ago")]
    [InlineData(Tongue.English, 0, "today")]
    [InlineData(Tongue.English, 3, "in 3 days")]
    [InlineData(Tongue.English, -14, "2 weeks ago")]
    public void Other_languages_have_their_own_words(Tongue tongue, int days, string expected) =>
        Assert.Equal(expected, Plain(NorwegianDates.Relative(Today.AddDays(days), Today, tongue)));

    [Fact]
    public void A_date_is_said_with_its_day_and_how_far_away()
    {
        Assert.Equal("tirsdag 5. mai, om 3 dager", Plain(NorwegianDates.Full(new(2026, 5, 5), new(2026, 5, 2))));
        Assert.Equal(
            "tysdag 5. mai, om 3 dagar",
            Plain(NorwegianDates.Full(new(2026, 5, 5), new(2026, 5, 2), Tongue.Nynorsk))
        );
        Assert.Equal(
            "Tuesday 5 May, in 3 days",
            Plain(NorwegianDates.Full(new(2026, 5, 5), new(2026, 5, 2), Tongue.English))
        );
    }

    [Fact]
    public void A_number_never_leaves_its_unit()
    {
        Assert.Equal(
            "tirsdag 5.\u00a0mai, om\u00a03\u00a0dager",
            NorwegianDates.Full(new(2026, 5, 5), new(2026, 5, 2))
        );
        Assert.Equal("i\u00a0dag", NorwegianDates.Relative(Today, Today));
        Assert.Equal("kl.\u00a012", NorwegianDates.ClockRange(new(12, 0)));
        Assert.Equal("24.\u00a0nov.", NorwegianDates.Brief(new(2026, 11, 24), Today));
    }

    [Theory]
    [InlineData("2026-12-04", "4. desember")]
    [InlineData("2027-02-21", "21. februar")]
    [InlineData("2027-06-30", "30. juni 2027")]
    [InlineData("2026-04-21", "21. april")]
    [InlineData("2025-12-24", "24. desember 2025")]
    public void The_year_is_said_only_where_it_could_be_mistaken(string day, string expected) =>
        Assert.Equal(
            expected,
            Plain(
                NorwegianDates.DayAndMonth(
                    DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture),
                    Today
                )
            )
        );

    [Fact]
    public void Short_forms_fit_narrow_tables()
    {
        Assert.Equal("ons. 7. oktober", Plain(NorwegianDates.WithShortDay(new(2026, 10, 7), Today)));
        Assert.Equal("15. des.", Plain(NorwegianDates.Brief(new(2026, 12, 15), Today)));
        Assert.Equal("5. mai", Plain(NorwegianDates.Brief(new(2026, 5, 5), Today)));
        Assert.Equal("5 May", Plain(NorwegianDates.Brief(new(2026, 5, 5), Today, Tongue.English)));
        Assert.Equal("fredag 20. november 2026", Plain(NorwegianDates.WithYear(Today)));
    }

    [Fact]
    public void Hours_are_written_with_a_point()
    {
        Assert.Equal("kl. 12.30–14.00", Plain(NorwegianDates.ClockRange(new(12, 30), new(14, 0))));
        Assert.Equal("kl. 8", Plain(NorwegianDates.ClockRange(new(8, 0))));
        Assert.Equal("kl. 08.05", Plain(NorwegianDates.ClockRange(new(8, 5))));
        Assert.Equal("12:30–14:00", NorwegianDates.ClockRange(new(12, 30), new(14, 0), Tongue.English));
    }

    [Fact]
    public void A_moment_is_near_or_dated()
    {
        Assert.Equal(
            "i dag 09.02",
            Plain(NorwegianDates.Moment(new(2026, 11, 20, 9, 2, 0, DateTimeKind.Unspecified), Today))
        );
        Assert.Equal(
            "i går 15.40",
            Plain(NorwegianDates.Moment(new(2026, 11, 19, 15, 40, 0, DateTimeKind.Unspecified), Today))
        );
        Assert.Equal(
            "18. september 14.05",
            Plain(NorwegianDates.Moment(new(2026, 9, 18, 14, 5, 0, DateTimeKind.Unspecified), Today))
        );
    }

    [Fact]
    public void Sentences_begin_with_a_capital()
    {
        Assert.Equal(
            "Torsdag 26.\u00a0november",
            NorwegianDates.Capital(NorwegianDates.WithDay(new(2026, 11, 26), Today))
        );
        Assert.Equal("", NorwegianDates.Capital(""));
        Assert.Equal("siden 28. september", Plain(NorwegianDates.Since(new(2026, 9, 28), Today)));
    }

    [Fact]
    public void Every_day_of_ten_years_has_words_in_every_language()
    {
        foreach (var tongue in Enum.GetValues<Tongue>())
            for (var day = Today.AddYears(-5); day < Today.AddYears(5); day = day.AddDays(1))
                Assert.DoesNotContain("  ", NorwegianDates.Full(day, Today, tongue), StringComparison.Ordinal);
    }

    private static string Plain(string words) => words.Replace('\u00a0', ' ');
}
