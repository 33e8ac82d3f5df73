using Flette.Core.Law;
using Flette.Core.Law.Clocks;
using Flette.Core.Law.Deciding;

namespace Flette.Law.Tests;

/// <summary>What is missing is said at once and by its name, not found later inside.</summary>
public sealed class ArgumentTests
{
    private static readonly DateOnly Day = new(2026, 12, 1);

    public static TheoryData<string, Action> Missing() =>
        new()
        {
            { "events", () => Clock.Read("klage-fvl", null!, Day) },
            { "rule", () => Clock.Read((ClockRule)null!, new ClockEvents(Day), Day) },
            { "events", () => Clock.Read(ClockRules.All[0], null!, Day) },
            { "rule", () => OwnClocks.None.For(null!) },
            { "own", () => OwnClocks.Read(null!, Day) },
            { "family", () => Standings.Of(null!, Guid.Empty, Matter.Plan, Day) },
            { "family", () => Standings.Consent(null!, Guid.Empty, Matter.Plan, Day) },
            { "family", () => Seeing.MaySee(null!, Guid.Empty, Guid.Empty, Matter.Plan, Day) },
            { "section", () => Statutes.Children.Address(null!) },
        };

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Missing))]
    public void What_is_missing_is_named(string name, Action call) =>
        Assert.Equal(name, Assert.Throws<ArgumentNullException>(call).ParamName);

    [Fact]
    public void A_section_that_is_empty_has_no_address() =>
        Assert.Equal("section", Assert.Throws<ArgumentException>(() => Statutes.Children.Address("")).ParamName);
}
