using Flette.Core.Coordination;
using Flette.Core.Families;

namespace Flette.Core.Tests.Families;

/// <summary>What is written about a person in free words has an end, and so has the number of weeks.</summary>
public sealed class PersonTextTests
{
    private static readonly DateOnly Today = new(2026, 9, 15);

    private static string Of(PersonText text, int more = 0) => new('å', PersonTexts.Most(text) + more);

    [Fact]
    public void Each_text_of_a_member_may_be_as_long_as_its_limit_and_no_longer()
    {
        MemberRefusal? Check(int more, PersonText? longer = null)
        {
            string Text(PersonText text) => Of(text, text == longer ? more : 0);
            var details = new MemberDetails(
                "Oda",
                FamilyRelation.Child,
                new Reach([], Text(PersonText.ReachNote), Text(PersonText.Phone), "oda@example.no"),
                Text(PersonText.RelationNote),
                Text(PersonText.Language),
                new Interpreter(
                    true,
                    Text(PersonText.InterpreterLanguage),
                    Text(PersonText.InterpreterMode),
                    Text(PersonText.InterpreterNote)
                ),
                Text(PersonText.Reading),
                Text(PersonText.Arena),
                Text(PersonText.Function),
                Text(PersonText.AboutMe)
            );
            return MemberRules.Check(new MemberDraft(details, Today, null, null, []), [], [], Today);
        }
        Assert.Null(Check(0));
        foreach (
            var text in Enum.GetValues<PersonText>()
                .Except([PersonText.NewHome, PersonText.Role, PersonText.Organisation, PersonText.StandIn])
        )
        {
            Assert.Equal(new PersonTextTooLong(text, PersonTexts.Most(text)), Check(1, text));
        }
    }

    [Theory]
    [InlineData(PersonText.Role)]
    [InlineData(PersonText.Organisation)]
    [InlineData(PersonText.StandIn)]
    [InlineData(PersonText.Phone)]
    [InlineData(PersonText.ReachNote)]
    public void Each_text_of_a_participant_has_its_limit(PersonText longer)
    {
        string Text(PersonText text, int more) => Of(text, text == longer ? more : 0);
        ParticipantDetails With(int more) =>
            new(
                "Tor Berge",
                Text(PersonText.Role, more),
                Text(PersonText.Organisation, more),
                new Reach([], Text(PersonText.ReachNote, more), Text(PersonText.Phone, more)),
                Text(PersonText.StandIn, more)
            );
        Assert.Null(ParticipantRules.Check(With(0)));
        Assert.Equal(new PersonTextTooLong(longer, PersonTexts.Most(longer)), ParticipantRules.Check(With(1)));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(0, true)]
    [InlineData(52, true)]
    [InlineData(53, false)]
    [InlineData(-1, false)]
    [InlineData(-99999, false)]
    public void Weeks_of_notice(int? weeks, bool fits) =>
        Assert.Equal(
            fits,
            ParticipantRules.Check(new("Tor Berge", null, null, Reach.Unknown, MinimumNoticeWeeks: weeks)) is null
        );

    [Theory]
    [InlineData("1899-12-31", false)]
    [InlineData("1900-01-01", true)]
    [InlineData("2099-12-31", true)]
    [InlineData("9999-12-31", false)]
    public void Days_that_can_be_meant(string day, bool can) =>
        Assert.Equal(can, Days.CanBeMeant(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
}
