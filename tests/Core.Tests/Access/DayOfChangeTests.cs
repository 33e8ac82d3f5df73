using Flette.Core.Access;
using Flette.Core.Families;

namespace Flette.Core.Tests.Access;

/// <summary>The very day on which someone begins or ceases to see: a birthday, the last day of a position, care given back.</summary>
public class DayOfChangeTests
{
    [Theory]
    [InlineData("2026-02-28", "mother stepfather")]
    [InlineData("2026-03-01", "leap mother stepfather")]
    public void Who_is_born_on_29_February_is_18_on_1_March(string day, string sharesHome)
    {
        var leap = new MemberFacts(
            SmallWorld.Id("leap"),
            new DateOnly(2008, 2, 29),
            SmallWorld.Family.Member(SmallWorld.Id("mother"))!.Households
        );
        var family = SmallWorld.Family with { Members = [.. SmallWorld.Family.Members, leap] };
        var item = SmallWorld.Plan("mother") with { SharedAtHome = true };
        var today = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var seen = new[] { "mother", "stepfather", "leap" }.Where(m =>
            SmallWorld.Decide(Act.SeePlan, m, item, family, today) == "ok"
        );
        Assert.Equal(sharesHome, string.Join(' ', seen.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("2024-02-28", "ok")]
    [InlineData("2024-02-29", "position")]
    public void A_guardian_sees_to_the_day_before_16(string day, string expected)
    {
        var leap = new MemberFacts(SmallWorld.Id("leap"), new DateOnly(2008, 2, 29), []);
        var family = SmallWorld.Family with
        {
            Members = [.. SmallWorld.Family.Members, leap],
            Guardianships = [SmallWorld.Position("leap", GuardianshipKind.ParentalResponsibility, "mother")],
        };
        Assert.Equal(
            expected,
            SmallWorld.Decide(
                Act.SeePlan,
                "mother",
                SmallWorld.Plan("leap"),
                family,
                DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)
            )
        );
    }

    [Theory]
    [InlineData(-1, "ok")]
    [InlineData(0, "ok")]
    [InlineData(1, "position")]
    public void A_position_ends_with_its_last_day(int days, string expected)
    {
        var ending = SmallWorld.Position("child", GuardianshipKind.ParentalResponsibility, "mother") with
        {
            Period = new Period(SmallWorld.Today.AddYears(-8), SmallWorld.Today),
        };
        var family = SmallWorld.Family with { Guardianships = [ending] };
        Assert.Equal(
            expected,
            SmallWorld.Decide(Act.SeePlan, "mother", SmallWorld.Plan("child"), family, SmallWorld.Today.AddDays(days))
        );
    }

    [Fact]
    public void When_the_care_is_given_back_foreldreansvar_opens_again()
    {
        var family = SmallWorld.Family with
        {
            Guardianships =
            [
                SmallWorld.Position("fostered", GuardianshipKind.ParentalResponsibility, "mother"),
                SmallWorld.Position("fostered", GuardianshipKind.CareTakenOver, null) with
                {
                    Period = new Period(SmallWorld.Today.AddYears(-2), SmallWorld.Today.AddDays(-1)),
                },
            ],
        };
        Assert.Equal("ok", SmallWorld.Decide(Act.SeePlan, "mother", SmallWorld.Plan("fostered"), family));
        Assert.Equal(
            "position",
            SmallWorld.Decide(Act.SeePlan, "mother", SmallWorld.Plan("fostered"), family, SmallWorld.Today.AddDays(-1))
        );
    }
}
