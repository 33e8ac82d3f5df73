namespace Flette.Core.Tests;

public class PeriodTests
{
    private static readonly DateOnly Day = new(2026, 9, 15);

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(5, true)]
    [InlineData(10, true)]
    [InlineData(11, false)]
    public void Both_ends_count(int days, bool covers) => Assert.Equal(covers, Of(0, 10).Covers(Day.AddDays(days)));

    [Fact]
    public void Without_an_end_it_covers_all_days_to_come()
    {
        Assert.True(Of(0, null).Covers(DateOnly.MaxValue));
        Assert.False(Of(0, null).Covers(Day.AddDays(-1)));
    }

    [Theory]
    // a · b · overlap · a contains b
    [InlineData(0, 10, 0, 10, true, true)]
    [InlineData(0, 10, 10, 20, true, false)]
    [InlineData(0, 10, 11, 20, false, false)]
    [InlineData(0, 10, 2, 9, true, true)]
    [InlineData(0, null, 5, null, true, true)]
    [InlineData(0, 10, 5, null, true, false)]
    [InlineData(0, null, -5, 3, true, false)]
    public void Overlap_and_containment(
        int from,
        int? until,
        int otherFrom,
        int? otherUntil,
        bool overlap,
        bool contains
    )
    {
        var (one, other) = (Of(from, until), Of(otherFrom, otherUntil));
        Assert.Equal(overlap, one.Overlaps(other));
        Assert.Equal(overlap, other.Overlaps(one));
        Assert.Equal(contains, one.Contains(other));
    }

    private static Period Of(int from, int? until) =>
        new(Day.AddDays(from), until is { } days ? Day.AddDays(days) : null);
}
