using Flette.Core.Consents;
using Flette.Core.Families;
using Flette.Core.Tests.Access;

namespace Flette.Core.Tests.Consents;

/// <summary>
/// Whose yes makes a plan, and whom it takes in, by hand on the small world: from 16 the recipient's own, before that all with
/// foreldreansvar or verge, for a family plan each adult for her own part (FOR-2022-06-22-1110 § 5, pbrl §§ 4-3 and 4-4).
/// </summary>
public sealed class PlanYesTests
{
    [Theory]
    [InlineData("child", "mother father")]
    [InlineData("youth15", "mother")]
    [InlineData("youth16", "youth16")]
    [InlineData("youth17", "youth17")]
    [InlineData("adult18", "adult18")]
    [InlineData("mother", "mother")]
    [InlineData("warded", "mother verge")]
    [InlineData("unborn", "mother")]
    // Barnevern has the care: nobody in the family may.
    [InlineData("fostered", "")]
    [InlineData("undated", "")]
    [InlineData("nobody's", "")]
    public void An_individual_plan_asks(string recipient, string asked) =>
        Assert.Equal(Names(asked), Named(PlanYes.Asked(SmallWorld.Family, Plan(recipient), SmallWorld.Today)));

    /// <summary>For one who cannot decide: the parents of a youth, each; of an adult any one of those who may.</summary>
    [Theory]
    [InlineData("youth17", "", "", "mother")]
    [InlineData("youth17", "", "youth17", "mother")]
    [InlineData("youth17", "", "mother", "")]
    [InlineData("adult18", "father mother", "", "father mother")]
    [InlineData("adult18", "father mother", "father", "")]
    [InlineData("adult18", "father mother", "adult18", "father mother")]
    public void For_one_who_cannot_decide_others_are_asked(string who, string kin, string given, string missing)
    {
        var family = SmallWorld.Family with
        {
            Guardianships =
            [
                .. SmallWorld.Family.Guardianships,
                SmallWorld.Position(who, GuardianshipKind.NoDecisionCapacity, null),
                .. kin.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(k => SmallWorld.Position(who, GuardianshipKind.NextOfKin, k)),
            ],
        };
        Assert.Equal(Names(missing), Named(PlanYes.Missing(family, Plan(who), Given(who, given), SmallWorld.Today)));
        Assert.Equal(who == "adult18", PlanYes.IsEnoughWithOne(family, Plan(who), SmallWorld.Today));
    }

    [Fact]
    public void A_family_plan_asks_each_adult() =>
        Assert.Equal(
            Names("adult18 father foster mother stepfather verge"),
            Named(PlanYes.Asked(SmallWorld.Family, Plan(null), SmallWorld.Today))
        );

    [Theory]
    [InlineData("child", "", "mother father")]
    [InlineData("child", "mother", "father")]
    [InlineData("child", "mother father", "")]
    [InlineData("youth16", "", "youth16")]
    // One adult's yes makes her own part of a family plan.
    [InlineData(null, "", "adult18 father foster mother stepfather verge")]
    [InlineData(null, "stepfather", "")]
    public void One_missing_is_no_plan_yet(string? recipient, string given, string missing) =>
        Assert.Equal(
            Names(missing),
            Named(PlanYes.Missing(SmallWorld.Family, Plan(recipient), Given(recipient, given), SmallWorld.Today))
        );

    [Theory]
    [InlineData("child", "mother father", PlanState.Open, PlanState.Open)]
    [InlineData("child", "mother", PlanState.Open, PlanState.Paused)]
    // Turned 16: what the mother said yes to is the youth's own to say now.
    [InlineData("youth16", "mother", PlanState.Open, PlanState.Paused)]
    [InlineData("youth16", "youth16", PlanState.Open, PlanState.Open)]
    // Barnevern has the care: nobody in the family may say yes.
    [InlineData("fostered", "mother", PlanState.Open, PlanState.Paused)]
    [InlineData(null, "stepfather", PlanState.Open, PlanState.Open)]
    [InlineData(null, "", PlanState.Open, PlanState.Paused)]
    [InlineData("child", "mother father", PlanState.Withdrawn, PlanState.Withdrawn)]
    public void A_plan_is_paused_while_a_yes_is_missing(
        string? recipient,
        string given,
        PlanState recorded,
        PlanState state
    ) =>
        Assert.Equal(
            state,
            PlanYes.StateOn(recorded, SmallWorld.Family, Plan(recipient), Given(recipient, given), SmallWorld.Today)
        );

    [Fact]
    public void A_yes_to_another_plan_counts_for_nothing() =>
        Assert.Equal(
            Names("mother father"),
            Named(
                PlanYes.Missing(SmallWorld.Family, Plan("child"), Given("youth15", "mother father"), SmallWorld.Today)
            )
        );

    [Theory]
    [InlineData("child", "mother father", "child father mother")]
    [InlineData("youth16", "youth16", "mother youth16")]
    [InlineData("stepfather", "stepfather", "stepfather")]
    // What is said of an unborn child is said of the woman who carries it.
    [InlineData("mother", "mother", "mother unborn")]
    [InlineData("unborn", "mother", "mother unborn")]
    // A family plan: those who said yes, and the children they have a position for; the youth of 16 by her own yes only.
    [InlineData(null, "mother", "child mother unborn warded youth15")]
    [InlineData(null, "father", "child father")]
    [InlineData(null, "stepfather", "stepfather")]
    [InlineData(null, "foster", "foster fostered")]
    [InlineData(null, "", "")]
    public void A_plan_takes_in(string? recipient, string given, string within) =>
        Assert.Equal(
            Names(within),
            Named(PlanYes.Within(SmallWorld.Family, Plan(recipient), Given(recipient, given), SmallWorld.Today))
        );

    [Theory]
    [InlineData("child", "child", true)]
    [InlineData("child", "child mother", true)]
    [InlineData("child", "child youth16", false)]
    [InlineData("child", "", false)]
    public void What_is_about_someone_outside_stays_outside(string recipient, string about, bool inside) =>
        Assert.Equal(
            inside,
            PlanYes.IsWithin(
                PlanYes.Within(SmallWorld.Family, Plan(recipient), [], SmallWorld.Today),
                Names(about).Select(SmallWorld.Id).ToList()
            )
        );

    [Theory]
    [InlineData("child", "mother", 0, null)]
    [InlineData("child", "mother father", -400, null)]
    [InlineData("child", "", 0, typeof(GiverMissing))]
    [InlineData("child", "stepfather", 0, typeof(NotHersToGive))]
    [InlineData("youth16", "mother", 0, typeof(NotHersToGive))]
    [InlineData("child", "mother", 1, typeof(InTheFuture))]
    [InlineData("fostered", "foster", 0, typeof(NobodyMayConsent))]
    public void A_yes_is_recorded_or_refused(string recipient, string givers, int days, Type? refusal) =>
        Assert.Equal(
            refusal,
            PlanYes
                .Check(
                    SmallWorld.Family,
                    Plan(recipient),
                    Names(givers).Select(SmallWorld.Id).ToList(),
                    SmallWorld.Today.AddDays(days),
                    SmallWorld.Today
                )
                ?.GetType()
        );

    [Fact]
    public void An_individual_plan_is_somebodys()
    {
        var mother = new[] { SmallWorld.Id("mother") };
        var today = SmallWorld.Today;
        Assert.IsType<RecipientMissing>(
            PlanYes.Check(SmallWorld.Family, new PlanAsked(PlanKind.Individual, null), mother, today, today)
        );
        Assert.Null(PlanYes.Check(SmallWorld.Family, Plan("child"), mother, today, today));
    }

    private static PlanAsked Plan(string? recipient) =>
        recipient is null
            ? new PlanAsked(PlanKind.Family, null)
            : new PlanAsked(PlanKind.Individual, SmallWorld.Id(recipient));

    private static List<PlanConsent> Given(string? recipient, string givers) =>
        Names(givers)
            .Select(g => new PlanConsent(Plan(recipient), SmallWorld.Id(g), SmallWorld.Today.AddDays(-1)))
            .ToList();

    private static List<string> Names(string names) =>
        names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).ToList();

    private static List<string> Named(IEnumerable<Guid> ids) =>
        ids.Select(id => Everyone.Single(n => SmallWorld.Id(n) == id)).Order(StringComparer.Ordinal).ToList();

    private static readonly string[] Everyone =
    [
        "mother",
        "stepfather",
        "father",
        "foster",
        "verge",
        "child",
        "fostered",
        "warded",
        "youth15",
        "youth16",
        "youth17",
        "adult18",
        "unborn",
        "undated",
    ];
}
