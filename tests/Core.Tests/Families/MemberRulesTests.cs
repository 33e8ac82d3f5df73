using System.Globalization;
using Flette.Core.Families;

namespace Flette.Core.Tests.Families;

public class MemberRulesTests
{
    private static readonly DateOnly Today = new(2026, 9, 15);
    private static readonly Guid Mother = Guid.Parse("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Home = Guid.Parse("00000000-0000-0000-0000-000000000002");

    private static readonly MemberDraft Good = new(
        new MemberDetails("Đorđe Ånestad", FamilyRelation.Child, Reach.Unknown),
        Today,
        null,
        null,
        [Home]
    );

    /// <summary>What is wrong · the draft · the refusal, or null.</summary>
    public static TheoryData<string, MemberDraft, Type?> Drafts { get; } =
        new()
        {
            { "born today", Good, null },
            { "birth not known", Good with { Born = null }, null },
            { "unborn", Good with { Born = null, Due = Today.AddMonths(3), CarriedBy = Mother }, null },
            {
                "unborn, with a due day that has passed",
                Good with
                {
                    Born = null,
                    Due = Today.AddDays(-5),
                    CarriedBy = Mother,
                },
                null
            },
            { "two homes the same", Good with { Households = [Home, Home] }, null },
            { "no home", Good with { Households = [] }, null },
            { "born in 1900", Good with { Born = new DateOnly(1900, 1, 1) }, null },
            { "a name of the longest length", Named(new string('å', MemberRules.LongestName)), null },
            { "no name", Named(""), typeof(NameMissing) },
            { "a name of spaces", Named(" \t\u00a0"), typeof(NameMissing) },
            { "a name one too long", Named(new string('å', MemberRules.LongestName + 1)), typeof(NameTooLong) },
            { "born tomorrow", Good with { Born = Today.AddDays(1) }, typeof(BirthImpossible) },
            { "born in 1899", Good with { Born = new DateOnly(1899, 12, 31) }, typeof(BirthImpossible) },
            { "born and expected", Good with { Due = Today.AddDays(3) }, typeof(BornAndExpected) },
            { "carried by a stranger", Good with { Born = null, CarriedBy = Home }, typeof(CarrierUnknown) },
            { "a home of others", Good with { Households = [Home, Mother] }, typeof(HouseholdUnknown) },
            {
                "a mail address that is none",
                Good with
                {
                    Details = Good.Details with { Reach = new Reach([Channel.Email], Email: "kari") },
                },
                typeof(EmailImpossible)
            },
        };

    [Theory]
    [MemberData(nameof(Drafts))]
    public void A_draft_is_taken_or_refused(string what, MemberDraft draft, Type? refusal)
    {
        Assert.NotEmpty(what);
        Assert.Equal(refusal, MemberRules.Check(draft, [Mother], [Home], Today)?.GetType());
    }

    [Theory]
    [InlineData("kari@example.no", true)]
    [InlineData("kari.o'nordmann+flette@post.example.no", true)]
    [InlineData("kari@xn--blbr-roah.example", true)]
    [InlineData("kåre@example.no", false)]
    [InlineData("kari@blåbær.example", false)]
    [InlineData("k\u0430ri@example.no", false)]
    [InlineData("kari@ex\u0430mple.no", false)]
    [InlineData("kari\u202e@example.no", false)]
    [InlineData("ka\u200bri@example.no", false)]
    [InlineData("kari@exam\u00adple.no", false)]
    [InlineData("kari@example\uff0eno", false)]
    [InlineData("kari@b..no", false)]
    [InlineData("kari@.example.no", false)]
    [InlineData("kari@example.no.", false)]
    [InlineData("kari@-example.no", false)]
    [InlineData("kari@example-.no", false)]
    [InlineData("kari@exa_mple.no", false)]
    [InlineData("kari@127.0.0.1", false)]
    [InlineData("kari@[127.0.0.1]", false)]
    [InlineData(".kari@example.no", false)]
    [InlineData("kari..o@example.no", false)]
    [InlineData("kari@example.no\n", false)]
    [InlineData("kari@example.no\0", false)]
    [InlineData("", false)]
    [InlineData("kari", false)]
    [InlineData("@example.no", false)]
    [InlineData("kari@", false)]
    [InlineData("kari@no", false)]
    [InlineData("kari@@example.no", false)]
    [InlineData("kari@example.no,ola@example.no", false)]
    [InlineData("kari@example.no;ola@example.no", false)]
    [InlineData("kari @example.no", false)]
    [InlineData("kari@example.no\r\nBcc: ola@example.no", false)]
    [InlineData("Kari <kari@example.no>", false)]
    public void Mail_addresses(string address, bool possible) =>
        Assert.Equal(possible, MailAddresses.Possible(address));

    [Fact]
    public void A_mail_address_is_at_most_254_characters()
    {
        string Of(int user, int last) =>
            $"{new string('a', user)}@{string.Join('.', Enumerable.Repeat(new string('b', 61), 2))}.{new string('c', last)}.no";
        Assert.Equal(MailAddresses.Longest, Of(64, 62).Length);
        Assert.True(MailAddresses.Possible(Of(64, 62)));
        Assert.False(MailAddresses.Possible(Of(64, 63)));
        Assert.False(MailAddresses.Possible(Of(65, 1)));
        Assert.False(MailAddresses.Possible($"kari@{new string('b', 64)}.no"));
    }

    [Theory]
    [InlineData("2010-09-15", "2026-09-14", 15)]
    [InlineData("2010-09-15", "2026-09-15", 16)]
    [InlineData("2008-02-29", "2026-02-28", 17)]
    [InlineData("2008-02-29", "2026-03-01", 18)]
    [InlineData("2008-02-29", "2024-02-28", 15)]
    [InlineData("2008-02-29", "2024-02-29", 16)]
    [InlineData("2026-09-15", "2026-09-15", 0)]
    [InlineData("2026-12-24", "2026-09-15", -1)]
    public void Years_are_counted_on_the_day(string born, string day, int years) =>
        Assert.Equal(
            years,
            Ages.On(
                DateOnly.Parse(born, CultureInfo.InvariantCulture),
                DateOnly.Parse(day, CultureInfo.InvariantCulture)
            )
        );

    [Fact]
    public void Nobody_without_a_day_of_birth_is_an_adult() =>
        Assert.False(new MemberFacts(Mother, null, []).IsAdult(Today));

    private static MemberDraft Named(string name) => Good with { Details = Good.Details with { Name = name } };
}
