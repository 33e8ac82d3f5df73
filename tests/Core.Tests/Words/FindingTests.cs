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
