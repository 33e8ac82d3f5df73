using Flette.Core.Families;

namespace Flette.Core.Tests.Families;

public class PositionLinesTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly Guid Silje = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Thomas = new("00000000-0000-0000-0000-000000000002");
    private static readonly Guid Emma = new("00000000-0000-0000-0000-000000000003");
    private static readonly Guid Jonas = new("00000000-0000-0000-0000-000000000004");
    private static readonly Guid[] Order = [Silje, Thomas, Emma, Jonas];

    [Fact]
    public void The_same_people_for_several_children_is_one_line()
    {
        var lines = PositionLines.On(
            Today,
            [Has(Thomas, Jonas), Has(Silje, Emma), Has(Silje, Jonas), Has(Thomas, Emma)],
            Order
        );
        var line = Assert.Single(lines);
        Assert.Equal([Silje, Thomas], line.Holders);
        Assert.Equal([Emma, Jonas], line.Children);
    }

    [Fact]
    public void Other_holders_another_kind_and_other_days_are_kept_apart()
    {
        var lines = PositionLines.On(
            Today,
            [
                Has(Silje, Emma),
                Has(Thomas, Jonas),
                Has(Thomas, Emma, until: Today.AddDays(-1)),
                Has(null, Jonas, GuardianshipKind.CareTakenOver),
            ],
            Order
        );
        Assert.Equal(
            [
                (GuardianshipKind.ParentalResponsibility, Emma),
                (GuardianshipKind.ParentalResponsibility, Jonas),
                (GuardianshipKind.CareTakenOver, Jonas),
            ],
            lines.Select(l => (l.Kind, l.Children[0]))
        );
        Assert.Equal([Silje], lines[0].Holders);
        Assert.Empty(lines[2].Holders);
    }

    [Fact]
    public void A_child_nobody_decides_for_is_pointed_out_and_the_unborn_and_grown_are_not()
    {
        MemberFacts[] members =
        [
            new(Silje, Today.AddYears(-40), []),
            new(Emma, Today.AddYears(-3), []),
            new(Jonas, Today.AddYears(-5), []),
            new(Thomas, null, [], Silje),
        ];
        Assert.Equal([Jonas], PositionLines.WithoutAnyone(members, [Has(Silje, Emma)], Today));
        Assert.Equal(
            [Jonas],
            PositionLines.WithoutAnyone(
                members,
                [Has(Silje, Emma), Has(Silje, Jonas, GuardianshipKind.LivesWith)],
                Today
            )
        );
    }

    private static GuardianshipFacts Has(
        Guid? holder,
        Guid child,
        GuardianshipKind kind = GuardianshipKind.ParentalResponsibility,
        DateOnly? until = null
    ) => new(child, kind, holder, new Period(Today.AddYears(-2), until));
}
