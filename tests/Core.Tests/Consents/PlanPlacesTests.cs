using Flette.Core.Access;
using Flette.Core.Consents;
using Flette.Core.Families;
using Flette.Core.Tests.Access;
using static Flette.Core.Tests.Consents.SmallPlans;

namespace Flette.Core.Tests.Consents;

/// <summary>
/// Two siblings with an individual plan each, by the same parents, and a family plan their mother has said yes to. Plans are written
/// as «Oda:open Per:withdrawn family:open».
/// </summary>
public class PlanPlacesTests
{
    [Theory]
    [InlineData("", PlanState.None)]
    [InlineData("Oda:Open", PlanState.Open)]
    [InlineData("Oda:Withdrawn Per:Open", PlanState.Open)]
    [InlineData("Oda:Withdrawn Per:Paused", PlanState.Paused)]
    [InlineData("Oda:Withdrawn Per:Withdrawn", PlanState.Withdrawn)]
    public void A_family_is_open_when_one_of_its_plans_is(string plans, PlanState overall) =>
        Assert.Equal(overall, PlanPlaces.Overall(PlansOf(plans)));

    [Theory]
    // plans · about · said for · stands in · then stands in
    [InlineData("Oda:Open Per:Open", "oda", null, "", "Oda")]
    [InlineData("Oda:Open Per:Open", "per", null, "", "Per")]
    [InlineData("Oda:Open Per:Open", "mother", null, "", "Oda Per")]
    [InlineData("Oda:Open Per:Open", "oda per", null, "", "")]
    [InlineData("Oda:Open Per:Open family:Open", "oda per", null, "", "family")]
    [InlineData("Oda:Open family:Open", "oda", null, "", "Oda family")]
    [InlineData("Oda:Open family:Open", "oda father", null, "", "Oda")]
    [InlineData("Oda:Open Per:Open", "", null, "", "")]
    // In a meeting for one plan nothing lands in the other.
    [InlineData("Oda:Open Per:Open", "mother", "Oda", "", "Oda")]
    [InlineData("Oda:Open Per:Open", "per", "Oda", "", "")]
    [InlineData("Oda:Open Per:Open", "", "Oda", "", "")]
    // What waits for a yes takes nothing in, and keeps what it has.
    [InlineData("Oda:Paused Per:Open", "oda", null, "", "")]
    [InlineData("Oda:Paused Per:Open", "oda", null, "Oda", "Oda")]
    [InlineData("Oda:Paused Per:Open", "mother", null, "Oda Per", "Oda Per")]
    // A withdrawn one keeps what only it has.
    [InlineData("Oda:Withdrawn Per:Open", "oda", null, "Oda", "Oda")]
    [InlineData("Oda:Withdrawn Per:Open", "mother", null, "Oda Per", "Per")]
    [InlineData("Oda:Withdrawn Per:Open", "oda", null, "", "")]
    [InlineData("Oda:Withdrawn family:Open", "oda", null, "Oda family", "family")]
    public void Things_land_in_the_plans_that_take_in_all_they_are_about(
        string plans,
        string about,
        string? meant,
        string was,
        string then
    ) =>
        Assert.Equal(
            Ids(then).Order(),
            PlanPlaces.Standing(PlansOf(plans), People(about), meant is null ? null : Ids(meant), Ids(was)).Order()
        );

    [Theory]
    [InlineData("Oda:Open Per:Open", "Oda Per", "", "Oda Per")]
    [InlineData("Oda:Open Per:Open", "Oda", "", "Oda")]
    [InlineData("Oda:Withdrawn Per:Open", "Oda Per", "Oda Per", "Per")]
    [InlineData("Oda:Withdrawn Per:Open", "Oda", "Oda", "Oda")]
    public void A_meeting_stands_in_the_plans_it_was_chosen_for(string plans, string meant, string was, string then) =>
        Assert.Equal(Ids(then), PlanPlaces.Standing(PlansOf(plans), [], Ids(meant), Ids(was), chosen: true));

    [Theory]
    // plans · about · stands in · how it is taken
    [InlineData("Oda:Open", "oda", "Oda", PlanState.Open)]
    [InlineData("Oda:Withdrawn", "oda", "Oda", PlanState.Withdrawn)]
    [InlineData("Oda:Withdrawn Per:Open", "oda", "Oda", PlanState.Withdrawn)]
    [InlineData("Oda:Withdrawn Per:Open", "per", "Per", PlanState.Open)]
    [InlineData("Oda:Withdrawn Per:Open", "mother", "Per", PlanState.Open)]
    [InlineData("Oda:Paused Per:Open", "mother", "Oda Per", PlanState.Open)]
    [InlineData("Oda:Paused Per:Open", "oda", "Oda", PlanState.Paused)]
    // Outside the plans: not when somebody it is about is held by a plan that is not open and by no other.
    [InlineData("Oda:Withdrawn Per:Open", "oda per", "", PlanState.Withdrawn)]
    [InlineData("Oda:Withdrawn Per:Open", "oda", "", PlanState.Withdrawn)]
    [InlineData("Oda:Withdrawn Per:Open", "mother", "", PlanState.Open)]
    [InlineData("Oda:Withdrawn Per:Open", "uncle", "", PlanState.Open)]
    [InlineData("Oda:Withdrawn Per:Open", "oda uncle", "", PlanState.Withdrawn)]
    [InlineData("Oda:Open Per:Open", "oda per", "", PlanState.Open)]
    [InlineData("Oda:Withdrawn", "uncle", "", PlanState.Withdrawn)]
    [InlineData("", "oda", "", PlanState.None)]
    // The family plan takes her in no more, as when she has turned 16, and her own is withdrawn: what both had is closed.
    [InlineData("Oda:Withdrawn family:Open", "oda father", "Oda family", PlanState.Withdrawn)]
    [InlineData("Oda:Withdrawn family:Open", "oda", "family", PlanState.Open)]
    public void Another_plan_opens_nothing_that_only_a_closed_one_held(
        string plans,
        string about,
        string standsIn,
        PlanState state
    ) => Assert.Equal(state, PlanPlaces.StateOf(PlansOf(plans), People(about), Ids(standsIn)));

    [Theory]
    [InlineData("Oda:Withdrawn Per:Open", "mother", "Oda", PlanState.Withdrawn)]
    [InlineData("Oda:Withdrawn Per:Open", "mother", "Oda Per", PlanState.Open)]
    [InlineData("Oda:Paused Per:Open", "uncle", "Oda", PlanState.Paused)]
    [InlineData("Oda:Open Per:Open", "per", "Oda", PlanState.Open)]
    public void What_is_said_for_a_plan_that_is_not_open_is_closed_whoever_it_is_about(
        string plans,
        string about,
        string meant,
        PlanState state
    )
    {
        var standing = PlanPlaces.Standing(PlansOf(plans), People(about), Ids(meant), []);
        Assert.Equal(state, PlanPlaces.StateOf(PlansOf(plans), People(about), standing, Ids(meant)));
    }

    [Theory]
    [InlineData("Oda:Open", "oda")]
    [InlineData("Oda:Open Per:Open", "")]
    [InlineData("Oda:Open family:Open", "oda")]
    [InlineData("family:Open", "")]
    public void A_shared_meeting_is_about_those_all_its_plans_take_in(string plans, string about) =>
        Assert.Equal(People(about), PlanPlaces.MeetingAbout(PlansOf(plans)));

    [Theory]
    [InlineData(Act.ChangePlan, "coordinator", "plan", "ok")]
    [InlineData(Act.SendAgreements, "coordinator", "plan", "ok")]
    [InlineData(Act.SeePlan, "coordinator", "ok", "ok")]
    [InlineData(Act.ChangeParticipant, "coordinator", "ok", "ok")]
    public void Each_thing_is_decided_on_by_the_plan_it_stands_in(Act act, string who, string withdrawn, string open)
    {
        var family = SmallWorld.Family with { Plans = PlansOf("Oda:Withdrawn Per:Open") };
        Assert.Equal(withdrawn, SmallWorld.Decide(act, who, Item("oda", "Oda"), family));
        Assert.Equal(open, SmallWorld.Decide(act, who, Item("per", "Per"), family));
        // With no thing at hand the family as a whole counts.
        Assert.Equal("ok", SmallWorld.Decide(act, who, family: family));
    }

    private static ItemFacts Item(string about, string plans) =>
        new(Room.Plan, [.. People(about)], Plans: [.. Ids(plans)]);
}
