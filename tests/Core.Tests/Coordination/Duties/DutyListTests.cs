using Flette.Core.Access;
using Flette.Core.Coordination;
using Flette.Core.Coordination.Duties;

namespace Flette.Core.Tests.Coordination.Duties;

/// <summary>The barnekoordinator's five duties (helse- og omsorgstjenesteloven § 7-2 a) from what is recorded already.</summary>
public class DutyListTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly Guid Staff = Guid.NewGuid();

    private static readonly DutyFacts Nothing = new() { Today = Today };

    [Fact]
    public void The_five_stand_in_the_order_of_the_law_each_with_its_letter()
    {
        var duties = DutyList.Of(Nothing);
        Assert.Equal(Enum.GetValues<Duty>(), duties.Select(d => d.Duty));
        Assert.Equal("abcde", string.Concat(duties.Select(d => d.Letter)));
        Assert.Equal("helse- og omsorgstjenesteloven § 7-2 a andre ledd bokstav e", duties[4].Basis.Named);
        Assert.All(
            duties,
            d => Assert.Equal("https://lovdata.no/lov/2011-06-24-30/§7-2a", d.Basis.Source.OriginalString)
        );
    }

    [Fact]
    public void Where_nothing_is_written_something_can_be_done()
    {
        var duties = DutyList.Of(Nothing);
        Assert.All(duties, d => Assert.True(d is { Latest: null, Events.Count: 0, Offers.Count: > 0 }, d.ToString()));
        Assert.Equal(Enum.GetValues<DutyOffer>(), duties.SelectMany(d => d.Offers).Distinct().Order().ToArray());
    }

    [Theory]
    [InlineData("meeting", Duty.Coordination, DutyEventKind.MeetingHeld)]
    [InlineData("minutes", Duty.Coordination, DutyEventKind.MinutesPublished)]
    [InlineData("team talk", Duty.Coordination, DutyEventKind.TeamTalk)]
    [InlineData("service", Duty.Coordination, DutyEventKind.ServiceJoined)]
    [InlineData("family talk", Duty.FollowUp, DutyEventKind.FamilyTalk)]
    [InlineData("answer", Duty.FollowUp, DutyEventKind.AgreementAnswered)]
    [InlineData("owned", Duty.FollowUp, DutyEventKind.NeedGivenOwner)]
    [InlineData("met", Duty.FollowUp, DutyEventKind.NeedMet)]
    [InlineData("measure", Duty.FollowUp, DutyEventKind.MeasureWritten)]
    [InlineData("letter", Duty.FollowUp, DutyEventKind.LetterSent)]
    [InlineData("health talk", Duty.HealthGuidance, DutyEventKind.Guidance)]
    [InlineData("welfare talk", Duty.OtherGuidance, DutyEventKind.Guidance)]
    [InlineData("team talk", Duty.OtherGuidance, DutyEventKind.OtherServiceTalk)]
    [InlineData("service", Duty.OtherGuidance, DutyEventKind.OtherServiceJoined)]
    [InlineData("plan", Duty.PlanProgress, DutyEventKind.PlanBegan)]
    [InlineData("goal", Duty.PlanProgress, DutyEventKind.GoalWritten)]
    [InlineData("score", Duty.PlanProgress, DutyEventKind.GoalScored)]
    public void Each_thing_that_is_recorded_shows_its_duty_on_its_day(string what, Duty duty, DutyEventKind kind)
    {
        var id = Guid.NewGuid();
        var day = Today.AddDays(-3);
        Happened[] one = [new(id, day, "hva")];
        var with = Nothing with
        {
            Plans = kind is DutyEventKind.GoalWritten or DutyEventKind.GoalScored ? [new(Guid.NewGuid(), day)] : [],
        };
        var facts = what switch
        {
            "meeting" => with with { MeetingsHeld = one },
            "minutes" => with with { MinutesPublished = one },
            "service" => with with { Services = [new(id, day, "Tor", Topic.School)] },
            "answer" => with with { AgreementsAnswered = one },
            "owned" => with with { NeedsOwned = one },
            "met" => with with { NeedsMet = one },
            "measure" => with with { Measures = one },
            "letter" => with with { Letters = one },
            "plan" => with with { Plans = one },
            "goal" => with with { Goals = one },
            "score" => with with { Scores = one },
            "team talk" => with with { Talks = [new(id, day, TalkedWith.Team, "Tor", Topic.School, "")] },
            "health talk" => with with { Talks = [new(id, day, TalkedWith.Family, "Linn", Topic.Health, "")] },
            "welfare talk" => with with { Talks = [new(id, day, TalkedWith.Family, "Linn", Topic.Welfare, "")] },
            _ => with with { Talks = [new(id, day, TalkedWith.Family, "Linn", Topic.FamilyLife, "Hun er sliten.")] },
        };
        var seen = DutyList.Of(facts).Single(d => d.Duty == duty);
        Assert.Contains(seen.Events, e => e.Kind == kind && e.Target == id && e.Day == day);
        Assert.Equal(day, seen.Latest);
    }

    [Fact]
    public void The_newest_of_each_kind_is_shown_first_and_none_that_lies_ahead()
    {
        var (old, late) = (Guid.NewGuid(), Guid.NewGuid());
        var facts = Nothing with
        {
            MeetingsHeld =
            [
                new(old, Today.AddDays(-90)),
                new(late, Today.AddDays(-10)),
                new(Guid.NewGuid(), Today.AddDays(1)),
            ],
            MinutesPublished = [new(late, Today.AddDays(-9))],
        };
        var seen = DutyList.Of(facts)[0];
        Assert.Equal([DutyEventKind.MinutesPublished, DutyEventKind.MeetingHeld], seen.Events.Select(e => e.Kind));
        Assert.Equal((late, Today.AddDays(-9)), (seen.Events[1].Target, seen.Latest));
        Assert.Empty(seen.Offers);
    }

    [Fact]
    public void Before_the_yes_there_is_no_plan_to_get_on_with_and_guidance_can_always_be_written()
    {
        var busy = Nothing with { MeetingsHeld = [new(Guid.NewGuid(), Today)], Goals = [new(Guid.NewGuid(), Today)] };
        Assert.Equal([DutyOffer.RecordYes], DutyList.Of(busy)[4].Offers);
        Assert.Null(DutyList.Of(busy)[4].Latest);
        var told = DutyList.Of(
            Nothing with
            {
                Talks = [new(Guid.NewGuid(), Today, TalkedWith.Family, "Linn", Topic.Health, "")],
            }
        );
        Assert.Equal([DutyOffer.WriteHealthGuidance], told[2].Offers);
        Assert.Contains(DutyOffer.WriteOtherGuidance, told[3].Offers);
    }

    [Theory]
    [InlineData("Informerte om søknad om avlastning.", Topic.FamilyLife, Duty.HealthGuidance)]
    [InlineData("Forklarte hva NAV trenger i søknaden.", Topic.FamilyLife, Duty.OtherGuidance)]
    [InlineData("Rettleia om omsorgsstønad", null, Duty.HealthGuidance)]
    [InlineData("Rune henter onsdag. Legen ringte.", Topic.FamilyLife, null)]
    [InlineData("Han lurer på rampen.", Topic.Housing, Duty.OtherGuidance)]
    [InlineData("Ny time.", Topic.MentalHealth, Duty.HealthGuidance)]
    [InlineData(Guidance.OtherOpening + "likeperson i habiliteringens forening", Topic.FamilyLife, Duty.OtherGuidance)]
    [InlineData(Guidance.HealthOpening + "BPA", Topic.FamilyLife, Duty.HealthGuidance)]
    [InlineData("", Topic.Siblings, null)]
    public void A_talk_with_the_family_shows_guidance_by_its_topic_or_its_words(string text, Topic? topic, Duty? duty)
    {
        var talk = new Talk(Guid.NewGuid(), Today, TalkedWith.Family, "Linn", topic, text);
        Assert.Equal(duty, Guidance.Of(talk));
        Assert.Null(Guidance.Of(talk with { With = TalkedWith.Team }));
    }

    [Theory]
    [InlineData(CoordinatorKind.ChildrensCoordinator, true)]
    [InlineData(CoordinatorKind.Coordinator, false)]
    [InlineData(CoordinatorKind.FamilyCoordinator, false)]
    public void The_list_is_for_the_barnekoordinator_herself(CoordinatorKind kind, bool hers)
    {
        var deputy = Guid.NewGuid();
        var appointment = new AppointmentFacts(
            Guid.NewGuid(),
            Staff,
            new Period(Today.AddDays(-30), Today),
            deputy,
            new Period(Today.AddDays(-3), Today)
        );
        Assert.Equal(hers, DutyList.IsFor(Staff, kind, appointment, Today));
        Assert.False(DutyList.IsFor(deputy, kind, appointment, Today));
        Assert.False(DutyList.IsFor(Staff, kind, appointment, Today.AddDays(1)));
    }
}
