using Flette.Core.Access;

namespace Flette.Core.Tests.Access;

/// <summary>Whom a member knows by first name where something she may see names them. By hand, for the small world.</summary>
public class KnowsByNameTests
{
    [Theory]
    [InlineData("mother", "mother stepfather child warded youth15 youth16 youth17 adult18 undated")]
    [InlineData("stepfather", "mother stepfather child warded youth15 youth16 youth17 adult18 undated")]
    [InlineData("father", "father child")]
    [InlineData("foster", "foster fostered")]
    [InlineData("verge", "verge")]
    [InlineData("child", "mother stepfather father child warded youth15 youth16 youth17 adult18 undated")]
    [InlineData("fostered", "mother foster fostered")]
    [InlineData("stranger", "stranger")]
    public void A_home_or_a_position_for_her(string reader, string knows)
    {
        var family = SmallWorld.Family;
        var names =
            "mother stepfather father foster verge child fostered warded youth15 youth16 youth17 adult18 unborn undated stranger".Split(
                ' '
            );
        Assert.Equal(
            knows,
            string.Join(
                ' ',
                names.Where(n =>
                    Relation.KnowsByName(family, SmallWorld.Id(reader), SmallWorld.Id(n), SmallWorld.Today)
                )
            )
        );
    }

    [Fact]
    public void A_position_that_has_ended_tells_no_name()
    {
        var family = SmallWorld.Family with
        {
            Guardianships =
            [
                SmallWorld.Position(
                    "fostered",
                    Flette.Core.Families.GuardianshipKind.ParentalResponsibility,
                    "father"
                ) with
                {
                    Period = new Period(SmallWorld.Today.AddYears(-5), SmallWorld.Today.AddDays(-1)),
                },
            ],
        };
        Assert.False(
            Relation.KnowsByName(family, SmallWorld.Id("fostered"), SmallWorld.Id("father"), SmallWorld.Today)
        );
    }
}
