using Flette.Core.Families;

namespace Flette.Core.Tests.Families;

/// <summary>Birth numbers and D-numbers, by the check in use and by that of 2032. Real ones here are the tax administration's own examples.</summary>
public class IdentityNumberTests
{
    [Theory]
    [InlineData("02013299997")]
    [InlineData("30108299920")]
    // The first check digit leaves 1: given out from 2032 only.
    [InlineData("30108299939")]
    [InlineData("30 10 82 999 39")]
    [InlineData("301082-99939")]
    [InlineData("301082\u00a099939")]
    public void A_number_that_holds_is_read(string text) =>
        Assert.Equal(
            string.Concat(text.Where(char.IsAsciiDigit)),
            IdentityNumber.Read(text, synthetic: false).Value.Digits
        );

    [Theory]
    [InlineData("03858510006", "1985-05-03")]
    [InlineData("03858520095", "1985-05-03")]
    [InlineData("43858512353", "1985-05-03")]
    [InlineData("29820013059", "2000-02-29")]
    public void A_made_up_one_fits_its_day_of_birth_and_no_other(string text, string born)
    {
        var number = IdentityNumber.Read(text, synthetic: true).Value;
        var day = DateOnly.Parse(born, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(number.IsSynthetic);
        Assert.True(number.Fits(day));
        Assert.False(number.Fits(day.AddDays(1)));
        Assert.False(number.Fits(day.AddMonths(1)));
        Assert.False(number.Fits(day.AddYears(4)));
    }

    [Theory]
    [InlineData(null, typeof(NotElevenDigits))]
    [InlineData("", typeof(NotElevenDigits))]
    [InlineData("3010829993", typeof(NotElevenDigits))]
    [InlineData("301082999399", typeof(NotElevenDigits))]
    [InlineData("3010829993O", typeof(NotElevenDigits))]
    // Digits, but not ours.
    [InlineData("٣٠١٠٨٢٩٩٩٣٩", typeof(NotElevenDigits))]
    [InlineData("32108299939", typeof(NoSuchBirthDay))]
    [InlineData("00108299939", typeof(NoSuchBirthDay))]
    [InlineData("30138299939", typeof(NoSuchBirthDay))]
    [InlineData("30028299939", typeof(NoSuchBirthDay))]
    // A help number of a hospital's own (month + 40) says who somebody is nowhere else.
    [InlineData("30508299939", typeof(NoSuchBirthDay))]
    [InlineData("29020112482", typeof(NoSuchBirthDay))]
    [InlineData("30108299940", typeof(CheckDigitsWrong))]
    // The first check digit leaves 4.
    [InlineData("30108299963", typeof(CheckDigitsWrong))]
    [InlineData("03858510006", typeof(SyntheticNumber))]
    public void What_does_not_hold_is_refused_where_people_are_real(string? text, Type refusal) =>
        Assert.IsType(refusal, IdentityNumber.Read(text, synthetic: false).Refusal);

    [Fact]
    public void Where_everybody_is_made_up_a_real_number_is_refused() =>
        Assert.IsType<RealNumber>(IdentityNumber.Read("30108299939", synthetic: true).Refusal);

    [Theory]
    [InlineData("30108299939", false)]
    [InlineData("03858510006", true)]
    [InlineData("43858512353", true)]
    public void One_digit_mistyped_is_always_noticed(string text, bool synthetic)
    {
        for (var at = 0; at < text.Length; at++)
        {
            foreach (var digit in "0123456789".Where(d => d != text[at]))
            {
                var typed = text[..at] + digit + text[(at + 1)..];
                Assert.NotNull(IdentityNumber.Read(typed, synthetic).Refusal);
            }
        }
    }

    [Fact]
    public void It_is_shown_by_its_day_only() =>
        Assert.Equal("301082 •••••", IdentityNumber.Read("30108299939", synthetic: false).Value.Masked);
}
