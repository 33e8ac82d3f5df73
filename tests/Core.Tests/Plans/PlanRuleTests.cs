using Flette.Core.Access;
using Flette.Core.Plans;
using Flette.Core.Tests.Access;

namespace Flette.Core.Tests.Plans;

public class PlanRuleTests
{
    private static readonly DateOnly Today = SmallWorld.Today;
    private static readonly FamilyFacts Family = SmallWorld.Family;
    private static readonly PlanPerson Tor = new(SmallWorld.Id("Tor"), "Tor Hegge");
    private static readonly PlanPerson Secret = new(SmallWorld.Id("Merete"), "Merete Vik", Private: true);

    private static readonly MeasureDraft Measure = new(
        "Svømmer",
        Tor,
        [],
        null,
        "én time",
        "med instruktør",
        Today.AddDays(10),
        null,
        null,
        MeasureState.Planned
    );

    [Theory]
    [InlineData("mother", Sharing.Usual, null)]
    [InlineData("mother", Sharing.AtHome, null)]
    [InlineData("child", Sharing.Usual, null)]
    [InlineData("child", Sharing.Private, null)]
    [InlineData("child", Sharing.AtHome, typeof(NotAnAdults))]
    [InlineData("youth17", Sharing.AtHome, typeof(NotAnAdults))]
    [InlineData("adult18", Sharing.AtHome, null)]
    [InlineData("undated", Sharing.AtHome, typeof(NotAnAdults))]
    [InlineData("unborn", Sharing.AtHome, null)]
    [InlineData("stranger", Sharing.Usual, typeof(NotInFamily))]
    [InlineData(null, Sharing.Usual, typeof(AboutMissing))]
    public void What_is_written_is_about_a_member_and_only_an_adults_is_shared_at_home(
        string? about,
        Sharing sharing,
        Type? refusal
    ) =>
        Assert.Equal(
            refusal,
            PlanRules.About(Family, about is null ? null : SmallWorld.Id(about), sharing, Today)?.GetType()
        );

    [Theory]
    [InlineData("Svømme.", 0, null)]
    [InlineData("  ", 0, typeof(TextMissing))]
    [InlineData(null, 0, typeof(TextMissing))]
    [InlineData("Svømme.", 1, typeof(DayAhead))]
    [InlineData("Svømme.", -20_000, typeof(DayImpossible))]
    public void Own_words_are_said_by_someone_on_a_day(string? words, int days, Type? refusal) =>
        Assert.Equal(
            refusal,
            new WhatMattersDraft(
                SmallWorld.Id("child"),
                new WhatMattersDetails(words!),
                Today.AddDays(days),
                Sharing.Usual
            )
                .Check(Family, Today)
                ?.GetType()
        );

    [Fact]
    public void Words_fit_and_are_passed_on_by_someone_in_the_family()
    {
        Assert.IsType<TextTooLong>(Said(new WhatMattersDetails(new string('å', PlanRules.LongestWords + 1))));
        Assert.Null(Said(new WhatMattersDetails(new string('å', PlanRules.LongestWords))));
        Assert.Equal(
            new PersonUnknown(PlanField.ToldBy),
            Said(new WhatMattersDetails("Leke.", ToldBy: SmallWorld.Id("stranger")))
        );
        Assert.Null(Said(new WhatMattersDetails("Leke.", ToldBy: SmallWorld.Id("mother"))));

        static PlanRefusal? Said(WhatMattersDetails details) =>
            new WhatMattersDraft(SmallWorld.Id("child"), details, Today, Sharing.Usual).Check(Family, Today);
    }

    [Fact]
    public void A_need_may_be_nobodys_and_names_no_private_service_in_the_open()
    {
        var need = new NeedDraft(SmallWorld.Id("mother"), "Sove", null, false, Today, NeedState.Unmet, Sharing.Usual);
        Assert.Null(need.Check(Family, Today));
        Assert.Null(need.Details.Owner);
        var named = need with { Owner = " DPS ", OwnerPrivate = true };
        Assert.Equal(new NamesPrivate(PlanField.Owner), named.Check(Family, Today));
        Assert.Null((named with { Sharing = Sharing.Private }).Check(Family, Today));
        Assert.Equal("DPS", named.Details.Owner);
        Assert.IsType<TextMissing>((need with { Text = " " }).Check(Family, Today));
        Assert.IsType<DayAhead>((need with { Since = Today.AddDays(1) }).Check(Family, Today));
    }

    [Fact]
    public void What_someone_brings_names_nobody_private_in_the_open()
    {
        var brings = new ContributionDraft(SmallWorld.Id("mother"), "Ringer", Secret, Sharing.Usual);
        Assert.Equal(new NamesPrivate(PlanField.Who), brings.Check(Family, Today));
        Assert.Null((brings with { Sharing = Sharing.Private }).Check(Family, Today));
        Assert.Null((brings with { Who = null }).Check(Family, Today));
        Assert.IsType<TextMissing>(new ResourceDraft(SmallWorld.Id("mother"), "", Sharing.Usual).Check(Family, Today));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(10, null)]
    [InlineData(-1, typeof(ScoreOutside))]
    [InlineData(11, typeof(ScoreOutside))]
    public void A_score_is_from_0_to_10(int value, Type? refusal) =>
        Assert.Equal(refusal, new ScoreDraft(value, SmallWorld.Id("mother"), Today).Check(Family, Today)?.GetType());

    [Fact]
    public void A_score_is_somebodys_and_not_ahead()
    {
        Assert.IsType<NotInFamily>(new ScoreDraft(3, SmallWorld.Id("stranger"), Today).Check(Family, Today));
        Assert.IsType<DayAhead>(new ScoreDraft(3, SmallWorld.Id("mother"), Today.AddDays(1)).Check(Family, Today));
    }

    /// <summary>What is wrong · the measure · the refusal, or null.</summary>
    public static TheoryData<string, MeasureDraft, PlanRefusal?> Measures { get; } =
        new()
        {
            { "good", Measure, null },
            { "past its day", Measure with { Due = Today.AddDays(-30) }, null },
            { "without a day", Measure with { Due = null, DueText = "løpende" }, null },
            { "no words", Measure with { What = " " }, new TextMissing(PlanField.What) },
            { "nobody responsible", Measure with { Responsible = null }, new ResponsibleMissing() },
            { "a private responsible", Measure with { Responsible = Secret }, new NamesPrivate(PlanField.Responsible) },
            { "a private companion", Measure with { With = [Tor, Secret] }, new NamesPrivate(PlanField.With) },
            { "private itself", Measure with { Responsible = Secret, Private = true }, null },
            { "of a private goal", Measure with { With = [Secret], GoalPrivate = true }, null },
            { "in a hundred years", Measure with { Due = Today.AddYears(100) }, new DayImpossible() },
            { "done tomorrow", Measure with { DoneOn = Today.AddDays(1) }, new DayAhead() },
            {
                "too much how",
                Measure with
                {
                    How = new string('å', PlanRules.LongestWords + 1),
                },
                new TextTooLong(PlanField.Way, PlanRules.LongestWords)
            },
        };

    [Theory]
    [MemberData(nameof(Measures))]
    public void A_measure_has_one_responsible_and_names_nobody_private(
        string what,
        MeasureDraft draft,
        PlanRefusal? refusal
    )
    {
        Assert.NotEmpty(what);
        Assert.Equal(refusal, draft.Check(Today));
    }

    [Fact]
    public void A_private_measure_is_seen_by_its_responsible_but_not_by_the_others_it_names()
    {
        var other = new PlanPerson(SmallWorld.Id("Kari"), "Kari");
        var open = Measure with { With = [other, Tor, other] };
        Assert.Equal([Tor.Id, other.Id], open.Holders);
        Assert.Equal([Tor.Id], (open with { Private = true }).Holders);
        Assert.Equal([Tor.Id], (open with { GoalPrivate = true }).Holders);
        Assert.Equal([new NamedPerson(other.Id, "Kari")], open.Details(Today).With);
    }

    [Fact]
    public void What_is_done_has_a_day_and_what_has_a_day_needs_no_words_for_it()
    {
        var done = Measure with { State = MeasureState.Done, DueText = "løpende" };
        Assert.Equal(Today, done.Details(Today).DoneOn);
        Assert.Equal(Today.AddDays(-2), (done with { DoneOn = Today.AddDays(-2) }).Details(Today).DoneOn);
        Assert.Null((done with { State = MeasureState.Waiting, DoneOn = Today }).Details(Today).DoneOn);
        Assert.Null(done.Details(Today).DueText);
        Assert.Equal("løpende", (done with { Due = null }).Details(Today).DueText);
    }

    [Fact]
    public void Moving_a_goal_gives_that_goal_alone_a_new_number()
    {
        int[] none = [];
        Assert.True(GoalOrder.Place(none, 1) > 0);
        var others = GoalOrder.Spread(4);
        for (var position = 1; position <= 5; position++)
        {
            var seq = GoalOrder.Place(others, position)!.Value;
            Assert.Equal(position - 1, others.Count(o => o < seq));
            Assert.DoesNotContain(seq, others);
        }
        Assert.Equal(GoalOrder.Place(others, 5), GoalOrder.Place(others, int.MaxValue));
        Assert.Equal(GoalOrder.Place(others, 1), GoalOrder.Place(others, -3));
    }

    [Fact]
    public void Where_there_is_no_room_all_must_be_numbered_anew()
    {
        Assert.Null(GoalOrder.Place([5, 6], 2));
        Assert.NotNull(GoalOrder.Place([5, 6], 1));
        Assert.NotNull(GoalOrder.Place(GoalOrder.Spread(2), 2));
    }
}
