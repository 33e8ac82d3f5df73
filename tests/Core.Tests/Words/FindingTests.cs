using Flette.Core.Words;

namespace Flette.Core.Tests.Words;

public class FindingTests
{
    [Theory]
    [InlineData("Åse Ødegård", "øde", true)]
    [InlineData("Åse Ødegård", "åse ØDE", true)]
    [InlineData("Åse Ødegård", "ase", false)]
    [InlineData("Åse Ødegård", "åse per", false)]
    [InlineData("Máret Šávnna", "šáv", true)]
    [InlineData("Åse Ødegård", "  ", false)]
    [InlineData(null, "åse", false)]
    public void Every_word_must_be_there(string? text, string search, bool found) =>
        Assert.Equal(found, Finding.In(text, Finding.Words(search)));

    [Theory]
    [InlineData("99 99 90 41", "99999041", true)]
    [InlineData("99999041", "99 99 90", true)]
    [InlineData("+47 99 99 90 41", "999 99 041", true)]
    [InlineData("99 99 90 41", "+4799999041", true)]
    [InlineData("99 99 90 41", "041", false)]
    [InlineData("99 99 90 41", "tor 9999", false)]
    [InlineData(null, "9999", false)]
    public void A_number_is_found_however_it_is_spaced(string? phone, string search, bool found) =>
        Assert.Equal(found, Finding.InPhone(phone, Finding.Words(search)));

    [Fact]
    public void A_search_is_cut_and_never_fails()
    {
        Assert.Empty(Finding.Words(null));
        Assert.Equal(Finding.Longest, Assert.Single(Finding.Words(new string('a', 500))).Length);
    }

    [Fact]
    public void The_words_around_are_shown()
    {
        var text =
            "Rune henter onsdag.\nHan lurer på rampen, og om den kommer før jul. Ring Hjelpemiddelsentralen mandag.";
        var snippet = Finding.Snippet(text, ["rampen"], around: 20);
        Assert.Equal("… Han lurer på rampen, og om den …", snippet);
        Assert.Equal("Kort.", Finding.Snippet("Kort.", ["kort"]));
        Assert.Equal("Uten treff", Finding.Snippet("Uten treff", ["annet"]));
    }

    [Fact]
    public void Lists_are_said_as_people_say_them()
    {
        Assert.Equal("", Listing.And([]));
        Assert.Equal("Linn", Listing.And(["Linn"]));
        Assert.Equal("Linn, Rune og Oda", Listing.And(["Linn", "Rune", "Oda"]));
        Assert.Equal("sms eller telefon", Listing.Or(["sms", "telefon"]));
    }
}
