using Flette.Core.Words;

namespace Flette.Core.Tests.Words;

public class ApartTests
{
    private static IReadOnlyList<string> Named(params (string Name, string? Is, string? Age)[] people) =>
        Apart.Names(people, p => p.Name, p => p.Is, p => p.Age);

    [Fact]
    public void A_name_nobody_shares_is_said_alone() =>
        Assert.Equal(["Kari", "Rune"], Named(("Kari", "mor", "41 år"), ("Rune", "far", null)));

    [Fact]
    public void Two_of_a_name_are_told_apart_by_the_first_that_differs()
    {
        Assert.Equal(
            ["Kari (mor)", "Kari (barn)", "Rune"],
            Named(("Kari", "mor", "41 år"), ("Kari", "barn", "12 år"), ("Rune", "far", null))
        );
        Assert.Equal(["Kari (9 år)", "kari (12 år)"], Named(("Kari", "barn", "9 år"), ("kari", "barn", "12 år")));
    }

    [Fact]
    public void Where_nothing_alone_differs_all_is_said()
    {
        Assert.Equal(
            ["Kari (barn, 9 år)", "Kari (barn, 12 år)", "Kari (mor, 12 år)"],
            Named(("Kari", "barn", "9 år"), ("Kari", "barn", "12 år"), ("Kari", "mor", "12 år"))
        );
        Assert.Equal(["Kari", "Kari"], Named(("Kari", null, null), ("Kari", "", null)));
    }
}
