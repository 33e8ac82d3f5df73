using Flette.Core.Families;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Reading;
using Flette.Core.Meetings.Rhythm;
using Flette.Core.Transitions;

namespace Flette.Core.Tests.Meetings.Rhythm;

/// <summary>The year of a family with a plan for Oda and one for Per. The day is 30 November 2026.</summary>
public sealed class PlanYearsTests
{
    private static readonly DateOnly Today = new(2026, 11, 30);
    private static readonly DateOnly Long = new(2024, 1, 1);
    private static readonly Guid Oda = Guid.NewGuid();
    private static readonly Guid Per = Guid.NewGuid();
    private static readonly Guid Mother = Guid.NewGuid();

    private static YearPlan Plan(Guid of, bool lives = true, DateOnly? from = null, params int[] own) =>
        new(
            of,
            own.Length == 0 ? null : new MeetingRhythm([.. own]),
            lives,
            from ?? Long,
            new HashSet<Guid> { of, Mother }
        );

    private static YearMeeting Meeting(DateOnly day, MeetingState state, params Guid[] plans) =>
        new(Guid.NewGuid(), day, state, MinutesKind.Ansvarsgruppe, plans.Length == 0 ? null : plans);

    private static string Told(IEnumerable<PlanTurn> turns) =>
        string.Join(
            ", ",
            turns.Select(t =>
                $"{t.Turn.Middle:yyyy-MM} {t.Turn.State} {string.Join('+', t.Plans.Select(p => p == Oda ? "Oda" : "Per"))}".Trim()
            )
        );

    private static string Year(IReadOnlyCollection<YearPlan> plans, params YearMeeting[] meetings) =>
        Told(PlanYears.Turns(MeetingRhythm.Usual, plans, meetings, Long, Today));

    [Fact]
    public void With_one_plan_or_none_it_is_the_year_of_the_family() =>
        Assert.Equal(
            "2026-04 Held, 2026-10 NotYet, 2027-04 NotYet, 2027-10 NotYet",
            Year([], Meeting(new(2026, 4, 20), MeetingState.Held))
        );

    [Fact]
    public void Plans_that_follow_the_family_share_its_turns_and_who_met_alone_leaves_the_others()
    {
        Assert.Equal(
            "2026-04 Held Oda+Per, 2026-10 Held Oda, 2026-10 NotYet Per, 2027-04 NotYet Oda+Per, 2027-10 NotYet Oda+Per",
            Year(
                [Plan(Oda), Plan(Per)],
                Meeting(new(2026, 4, 20), MeetingState.Held, Oda, Per),
                Meeting(new(2026, 10, 10), MeetingState.Held, Oda)
            )
        );
    }

    [Fact]
    public void A_plan_with_months_of_its_own_stands_by_itself_also_in_the_same_month() =>
        Assert.Equal(
            "2026-10 NotYet Oda, 2027-01 NotYet Per, 2027-04 NotYet Oda, 2027-04 NotYet Per, 2027-10 NotYet Oda",
            Told(
                PlanYears
                    .Turns(MeetingRhythm.Usual, [Plan(Oda), Plan(Per, own: [1, 4])], [], Long, Today)
                    .Where(t => t.Turn.State != TurnState.NotHeld)
            )
        );

    [Fact]
    public void A_plan_that_does_not_live_has_no_turns_and_one_that_is_new_none_from_before()
    {
        Assert.Equal(
            "2026-10 NotYet Oda, 2027-04 NotYet Oda, 2027-10 NotYet Oda",
            Year([Plan(Oda, from: new(2026, 9, 1)), Plan(Per, lives: false)])
        );
        Assert.Equal("", Year([Plan(Oda, lives: false), Plan(Per, lives: false)]));
        Assert.True(YearPlan.Living(PlanState.Open, Today, Today));
        Assert.False(YearPlan.Living(PlanState.Open, Today.AddDays(-1), Today));
        Assert.False(YearPlan.Living(PlanState.Paused, null, Today));
        Assert.False(YearPlan.Living(PlanState.Withdrawn, null, Today));
    }

    [Fact]
    public void More_than_a_year_since_one_met_is_so_for_each_plan()
    {
        YearMeeting[] meetings =
        [
            Meeting(new(2025, 4, 20), MeetingState.Held, Oda, Per),
            Meeting(new(2026, 4, 20), MeetingState.Held, Oda),
        ];
        var since = Assert.Single(PlanYears.MoreThanAYear([Plan(Oda), Plan(Per)], meetings, Long, Today));
        Assert.Equal((Per, new DateOnly(2025, 4, 20)), (since.Plans.Single(), since.Since.Last!.Value));
        Assert.Empty(PlanYears.MoreThanAYear([Plan(Oda), Plan(Per, lives: false)], meetings, Long, Today));
        var both = Assert.Single(PlanYears.MoreThanAYear([Plan(Oda), Plan(Per)], meetings[..1], Long, Today));
        Assert.Equal([Oda, Per], both.Plans);
        Assert.Empty(PlanYears.MoreThanAYear([Plan(Oda, from: new(2026, 6, 1))], [], Long, Today));
    }

    [Fact]
    public void Who_is_there_for_another_plan_alone_does_not_hold_a_meeting_up()
    {
        YearPlan[] plans = [Plan(Oda), Plan(Per)];
        Notice[] notices =
        [
            new(Guid.NewGuid(), 12, [Per]),
            new(Guid.NewGuid(), 6, [Mother]),
            new(Guid.NewGuid(), 3, []),
        ];
        Assert.Equal(6, MeetingYear.LongestOf(PlanYears.Notices(plans, [Oda], notices)));
        Assert.Equal(12, MeetingYear.LongestOf(PlanYears.Notices(plans, [Oda, Per], notices)));
        Assert.Equal(12, MeetingYear.LongestOf(PlanYears.Notices([], [], notices)));
    }

    [Fact]
    public void What_stands_still_suggests_a_meeting_for_the_plans_it_stands_in()
    {
        var (odas, mothers, pers) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var where = new Dictionary<Guid, IReadOnlyList<Guid>>
        {
            [odas] = [Oda],
            [mothers] = [Oda, Per],
            [pers] = [Per],
        };
        var facts = new SuggestionFacts(
            [
                (
                    Per,
                    TransitionsAhead
                        .Of(new TransitionFacts(new DateOnly(2014, 1, 1)), Today)
                        .Value.Where(t => t.IsOpen(Today))
                        .ToList()
                ),
            ],
            [],
            [(odas, new(2026, 11, 1)), (mothers, new(2026, 11, 2))],
            [(pers, new(2026, 11, 3))],
            [],
            [],
            0
        )
        {
            PlansOf = id => id == Per ? [Per] : where.GetValueOrDefault(id) ?? [],
        };
        string Say(SuggestionFacts f) =>
            string.Join(
                ", ",
                Suggestions
                    .Of(f, Today)
                    .Select(s =>
                        $"{s.Why}{(s.PutAside ? " aside" : "")} {string.Join('+', s.Plans.OrderBy(p => p != Oda).Select(p => p == Oda ? "Oda" : "Per"))}"
                    )
            );
        Assert.Equal("Transition Per, StandsStill Oda+Per", Say(facts));
        // Apart: each by itself, what is the mother's in both.
        var apart = facts with
        {
            Apart = [Per],
        };
        Assert.Equal(
            "Transition Per, StandsStill Oda, StandsStill Per",
            Say(apart)
                .Replace(
                    "StandsStill Per, StandsStill Oda",
                    "StandsStill Oda, StandsStill Per",
                    StringComparison.Ordinal
                )
        );
        // A meeting that is soon for one leaves what the other has.
        var soon = apart with
        {
            Meetings = [Meeting(Today.AddDays(10), MeetingState.Planned, Oda)],
        };
        Assert.Equal("Transition Per", Say(soon));
        var his = apart with { Meetings = [Meeting(new(2026, 11, 20), MeetingState.Held, Oda)] };
        Assert.Equal("Transition Per", Say(his));
        // Put aside for one, it stands for the other.
        var key = Suggestions
            .Of(apart, Today)
            .Single(s => s.Why == SuggestionWhy.StandsStill && s.Plans.Contains(Per))
            .Key;
        Assert.Equal(
            "Transition Per, StandsStill Oda, StandsStill aside Per",
            Say(apart with { Aside = [new AsideSuggestion(key, Today)] })
        );
    }

    [Fact]
    public void What_only_a_plan_holds_that_does_not_live_says_nothing_and_what_none_holds_is_the_familys()
    {
        YearPlan[] plans = [Plan(Oda), Plan(Per, lives: false)];
        Assert.Null(PlanYears.Living(plans, [Per]));
        Assert.Equal([Oda], PlanYears.Living(plans, [Oda, Per]));
        Assert.Empty(PlanYears.Living(plans, [])!);
    }
}
