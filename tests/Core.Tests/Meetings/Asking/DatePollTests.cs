using Flette.Core.Meetings.Asking;

namespace Flette.Core.Tests.Meetings.Asking;

/// <summary>When to meet: the family's impossible times are limits, within them whoever can the fewest leads.</summary>
public sealed class DatePollTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly DateSlot First = Slot(10);
    private static readonly DateSlot Second = Slot(17);
    private static readonly DateSlot Third = Slot(24);
    private static readonly DateSlot[] All = [First, Second, Third];

    [Fact]
    public void What_one_in_the_family_cannot_is_not_asked_of_others_and_stands_last()
    {
        var mother = Says(family: true, (First, TimeAnswer.Cannot), (Second, TimeAnswer.Can));
        Assert.Equal([Second, Third], DatePoll.ToAsk(All, [mother], Today));
        var standings = DatePoll.Standings(All, [mother]);
        Assert.Equal([Second, Third, First], standings.Select(s => s.Slot));
        Assert.True(standings[^1].Impossible);
    }

    [Fact]
    public void What_a_service_cannot_is_still_possible()
    {
        var school = Says(family: false, (First, TimeAnswer.Cannot));
        Assert.Equal(All, DatePoll.ToAsk(All, [school], Today));
        Assert.DoesNotContain(DatePoll.Standings(All, [school]), s => s.Impossible);
    }

    [Fact]
    public void The_dates_of_whoever_can_the_fewest_lead_however_many_others_would_rather()
    {
        var specialist = Says(
            family: false,
            (First, TimeAnswer.Cannot),
            (Second, TimeAnswer.Cannot),
            (Third, TimeAnswer.IfNeeded)
        );
        Voter[] others =
        [
            .. Enumerable
                .Range(0, 5)
                .Select(_ =>
                    Says(family: false, (First, TimeAnswer.Can), (Second, TimeAnswer.Can), (Third, TimeAnswer.IfNeeded))
                ),
        ];
        Assert.Equal([Third, First, Second], DatePoll.Standings(All, [.. others, specialist]).Select(s => s.Slot));
    }

    [Fact]
    public void Who_can_none_of_them_decides_nothing_and_nor_does_who_has_not_answered()
    {
        var none = Says(false, (First, TimeAnswer.Cannot), (Second, TimeAnswer.Cannot), (Third, TimeAnswer.Cannot));
        var silent = Says(false);
        var one = Says(false, (Second, TimeAnswer.Can));
        Assert.Equal(Second, DatePoll.Standings(All, [none, silent, one])[0].Slot);
        Assert.Equal(All, DatePoll.Standings(All, [silent]).Select(s => s.Slot));
        Assert.Equal(3, DatePoll.Standings(All, [silent]).Count(s => s.Unsaid.Contains(silent.Person)));
    }

    [Fact]
    public void A_time_is_added_in_its_place_once_within_reach_and_not_without_end()
    {
        Assert.Equal(All, DatePoll.Add([First, Third], Second, Today).Value);
        Assert.IsType<SlotTwice>(DatePoll.Add(All, Slot(17), Today).Refusal);
        Assert.IsType<SlotOutOfReach>(DatePoll.Add(All, Slot(-1), Today).Refusal);
        Assert.IsType<SlotOutOfReach>(
            DatePoll.Add(All, new DateSlot(Guid.NewGuid(), new DateOnly(2099, 1, 1), null), Today).Refusal
        );
        var full = Enumerable.Range(1, DatePoll.Most).Select(Slot).ToList();
        Assert.Equal(DatePoll.Most, Assert.IsType<TooManySlots>(DatePoll.Add(full, Slot(60), Today).Refusal).Most);
    }

    [Fact]
    public void A_day_that_has_been_is_not_asked_about()
    {
        Assert.Equal([Second, Third], DatePoll.ToAsk(All, [], First.Day.AddDays(1)));
    }

    [Fact]
    public void Nothing_said_is_refused_unless_a_point_or_wishes_come_with_it()
    {
        Assert.IsType<NothingSaid>(InputDetails.None.Check(alone: true));
        Assert.Null(InputDetails.None.Check(alone: false));
        var blank = InputDetails.Of("  ", "", null, InputDetails.None.Times, TakesPart.Unsaid);
        Assert.IsType<NothingSaid>(blank.Check(alone: true));
        var longest = new string('a', InputDetails.Longest);
        Assert.Null(InputDetails.Of(longest, null, null, InputDetails.None.Times, TakesPart.Unsaid).Check(true));
        var over = InputDetails.Of(null, null, longest + "b", InputDetails.None.Times, TakesPart.Unsaid).Check(true);
        Assert.Equal(nameof(InputDetails.Needs), Assert.IsType<InputTooLong>(over).Field);
    }

    private static DateSlot Slot(int days) => new(Guid.NewGuid(), Today.AddDays(days), "09:00-10:30");

    private static Voter Says(bool family, params (DateSlot Slot, TimeAnswer Answer)[] answers) =>
        new(Guid.NewGuid(), family, answers.ToDictionary(a => a.Slot.Id, a => a.Answer));
}
