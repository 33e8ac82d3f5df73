using Flette.Core.Consents;
using Flette.Core.Tests.Access;
using static Flette.Core.Tests.Consents.SmallPlans;

namespace Flette.Core.Tests.Consents;

/// <summary>Which plans a meeting is for, changed after it was planned.</summary>
public class MeetingPlanChangeTests
{
    [Theory]
    // plans · is for · wanted · what was agreed is about, and stands in · why not
    [InlineData("Oda:Open Per:Open", "Oda", "Oda Per", "oda>Oda", null)]
    [InlineData("Oda:Open Per:Open", "Oda Per", "Oda", "oda>Oda", null)]
    [InlineData("Oda:Open Per:Open", "Oda", "Per", "", null)]
    [InlineData("Oda:Open Per:Open", "", "Per", "", null)]
    [InlineData("Oda:Open Per:Open", "Oda", "", "", "PlansOfMeetingMissing")]
    // What is the mother's goes over to the plan that stays; what is his has none to stand in.
    [InlineData("Oda:Open Per:Open", "Oda Per", "Oda", "mother>Oda,Per", null)]
    [InlineData("Oda:Open Per:Open", "Per", "Oda", "mother>Per", null)]
    [InlineData("Oda:Open Per:Open", "Oda Per", "Oda", "oda>Oda per>Per", "PlanHoldsWhatWasSaid")]
    // What stood in no plan does not hold one back.
    [InlineData("Oda:Open Per:Open", "Oda Per", "Oda", "per>", null)]
    // A plan whose yes is away does not come, and one that is there may stay or leave.
    [InlineData("Oda:Open Per:Withdrawn", "Oda", "Oda Per", "", "PlanIsNotOpen")]
    [InlineData("Oda:Open Per:Paused", "Oda", "Oda Per", "", "PlanIsNotOpen")]
    [InlineData("Oda:Open Per:Paused", "Oda Per", "Oda Per", "", null)]
    [InlineData("Oda:Open Per:Withdrawn", "Oda Per", "Oda", "per>Per", null)]
    [InlineData("Oda:Open Per:Withdrawn", "Oda Per", "Per", "", "PlansOfMeetingMissing")]
    public void A_plan_comes_when_it_is_open_and_leaves_when_nothing_is_left_in_none(
        string plans,
        string isFor,
        string wanted,
        string agreed,
        string? why
    )
    {
        var came = agreed
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(a => a.Split('>'))
            .Select(a => new CameOfMeeting(Guid.NewGuid(), People(a[0]), Ids(a[1].Replace(',', ' '))))
            .ToList();
        var said = MeetingPlanChange.Check(PlansOf(plans), Ids(isFor), Ids(wanted), published: false, came);
        Assert.Equal(why, said?.GetType().Name);
        if (said is PlanHoldsWhatWasSaid held)
        {
            Assert.Equal((Ids("Per")[0], came[1].Id), (held.Plan, held.Items.Single()));
        }
    }

    [Fact]
    public void Nothing_is_changed_when_the_minutes_are_out()
    {
        var plans = PlansOf("Oda:Open Per:Open");
        Assert.IsType<MinutesAreOut>(MeetingPlanChange.Check(plans, Ids("Oda"), Ids("Oda Per"), published: true, []));
        Assert.Null(MeetingPlanChange.Check(plans, Ids("Oda"), Ids("Oda"), published: true, []));
    }

    [Theory]
    [InlineData("Oda:Open Per:Open", "Per", "per siv")]
    [InlineData("Oda:Open Per:Open", "Oda", "oda tor")]
    [InlineData("family:Open Per:Open", "Per", "father")]
    public void Who_is_there_for_one_plan_alone_is_told_of(string plans, string leaves, string people)
    {
        var all = PlansOf(plans);
        var plan = all.Single(p => p.Id == Ids(leaves)[0]);
        ListedFor[] listed =
        [
            .. People("oda per mother father").Select(p => new ListedFor(p, [p])),
            new(SmallWorld.Id("tor"), People("oda")),
            new(SmallWorld.Id("siv"), People("per")),
            new(SmallWorld.Id("nurse"), People("oda per")),
            new(SmallWorld.Id("unsaid"), []),
        ];
        Assert.Equal(
            People(people).Order(),
            MeetingPlanChange.OnlyFor(plan, all.Where(p => p != plan).ToList(), listed).Order()
        );
    }

    [Theory]
    [InlineData("oda", "oda per", "oda per")]
    [InlineData("oda per", "oda", "oda per")]
    [InlineData("", "oda", "")]
    [InlineData("oda", "", "")]
    public void What_is_said_again_is_read_by_nobody_who_did_not_read_it_before(
        string before,
        string now,
        string about
    ) => Assert.Equal(People(about), MeetingPlanChange.AboutBoth(People(before), People(now)));
}
