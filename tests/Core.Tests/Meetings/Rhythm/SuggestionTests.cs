using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;
using Flette.Core.Meetings.Rhythm;
using Flette.Core.Transitions;

namespace Flette.Core.Tests.Meetings.Rhythm;

/// <summary>A meeting more when something says so.</summary>
public sealed class SuggestionTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);
    private static readonly Guid Oda = Guid.NewGuid();
    private static readonly Guid First = Guid.NewGuid();
    private static readonly Guid Other = Guid.NewGuid();

    private static readonly SuggestionFacts Nothing = new([], [], [], [], [], [], 0);

    private static List<Transition> Open(DateOnly born) =>
        TransitionsAhead.Of(new TransitionFacts(born), Today).Value.Where(t => t.IsOpen(Today)).ToList();

    private static YearMeeting Meeting(DateOnly day, MeetingState state) =>
        new(Guid.NewGuid(), day, state, MinutesKind.Ansvarsgruppe);

    [Fact]
    public void A_transition_suggests_a_meeting_until_one_can_take_it_up()
    {
        var facts = Nothing with { Children = [(Oda, Open(new(2014, 1, 1)))] };
        var one = Assert.Single(Suggestions.Of(facts, Today));
        Assert.Equal((SuggestionWhy.Transition, Oda, false), (one.Why, one.Of!.Value, one.PutAside));
        var planned = Meeting(new(2027, 4, 15), MeetingState.Planned);
        Assert.Empty(Suggestions.Of(facts with { Meetings = [planned] }, Today));
        var after = Meeting(new(2027, 10, 15), MeetingState.Planned);
        Assert.Single(Suggestions.Of(facts with { Meetings = [after] }, Today));
        var held = Meeting(new(2026, 10, 20), MeetingState.Held);
        Assert.Empty(Suggestions.Of(facts with { Meetings = [held] }, Today));
    }

    [Fact]
    public void Two_things_that_stand_still_since_the_last_meeting_suggest_one()
    {
        var facts = Nothing with { Said = [(First, new(2026, 11, 1))] };
        Assert.Empty(Suggestions.Of(facts, Today));
        // The same agreement said twice of, by each parent.
        Assert.Single(
            Suggestions.Of(facts with { Said = [(First, new(2026, 11, 1)), (First, new(2026, 11, 2))] }, Today)
        );
        // Silent and said of is one thing, not two.
        Assert.Empty(Suggestions.Of(facts with { Silent = [(First, new(2026, 11, 1))] }, Today));
        var two = facts with { Silent = [(Other, new(2026, 11, 1))] };
        Assert.Equal(SuggestionWhy.StandsStill, Assert.Single(Suggestions.Of(two, Today)).Why);
        Assert.Empty(Suggestions.Of(two with { Meetings = [Meeting(new(2026, 11, 20), MeetingState.Held)] }, Today));
        Assert.Empty(Suggestions.Of(two with { Meetings = [Meeting(new(2026, 12, 20), MeetingState.Planned)] }, Today));
    }

    [Fact]
    public void What_was_put_aside_comes_back_only_with_something_new()
    {
        var facts = Nothing with
        {
            Said = [(First, new(2026, 11, 1)), (Other, new(2026, 11, 2))],
            Aside = [new("standing", new(2026, 11, 3))],
        };
        Assert.True(Assert.Single(Suggestions.Of(facts, Today)).PutAside);
        var more = facts with { Said = [.. facts.Said, (First, new(2026, 11, 10)), (Other, new(2026, 11, 11))] };
        Assert.False(Assert.Single(Suggestions.Of(more, Today)).PutAside);
    }

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    public void A_need_nobody_has_taken_for_sixty_days_suggests_one(int days, bool suggested) =>
        Assert.Equal(
            suggested,
            Suggestions.Of(Nothing with { Unowned = [(First, Today.AddDays(-days))] }, Today).Count == 1
        );

    [Fact]
    public void The_day_that_is_proposed_is_in_time_for_the_one_who_needs_the_longest() =>
        Assert.Equal(
            Today.AddDays(84),
            Assert
                .Single(Suggestions.Of(Nothing with { Unowned = [(First, new(2026, 1, 1))], Weeks = 12 }, Today))
                .Propose
        );
}
