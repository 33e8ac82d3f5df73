using Flette.Core.Access;
using Flette.Core.Consents;
using Flette.Core.Coordination;
using Flette.Core.Families;

namespace Flette.Core.Tests.Access;

/// <summary>
/// The family of the access tests, by hand: two homes, a stepfather, a child in foster care, youth of every age that
/// matters, and an unborn child.
/// </summary>
internal static class SmallWorld
{
    public const string Here = "fjellvik";

    public static readonly DateOnly Today = new(2026, 9, 15);

    private static readonly Guid HomeA = Id("home A");
    private static readonly Guid HomeB = Id("home B");
    private static readonly Guid HomeC = Id("home C");

    /// <summary>The same id for the same name.</summary>
    public static Guid Id(string name) =>
        new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    public static FamilyFacts Family { get; } =
        new(
            Id("family"),
            FamilyState.Active,
            InState(PlanState.Open),
            [
                new(
                    Id("appointment"),
                    Id("coordinator"),
                    new Period(Today.AddYears(-1), null),
                    Id("deputy"),
                    new Period(Today.AddDays(-3), Today.AddDays(3))
                ),
                new(
                    Id("appointment 0"),
                    Id("former"),
                    new Period(Today.AddYears(-3), Today.AddYears(-1).AddDays(-1)),
                    Id("former deputy"),
                    new Period(Today.AddYears(-2), null)
                ),
                new(Id("appointment 2"), Id("next"), new Period(Today.AddDays(1), null), null, null),
            ],
            [
                Person("mother", 40, HomeA),
                Person("stepfather", 41, HomeA),
                Person("father", 42, HomeB),
                Person("foster", 50, HomeC),
                Person("verge", 60),
                Person("child", 8, HomeA, HomeB),
                Person("fostered", 9, HomeC),
                Person("warded", 10, HomeA),
                Person("youth15", 15, HomeA),
                Person("youth16", 16, HomeA),
                Person("youth17", 17, HomeA),
                Person("adult18", 18, HomeA),
                new(Id("unborn"), null, [], Id("mother")),
                new(Id("undated"), null, [HomeA]),
            ],
            [
                .. new[]
                {
                    "child",
                    "warded",
                    "youth15",
                    "youth16",
                    "youth17",
                    "adult18",
                    "fostered",
                    "unborn",
                    "undated",
                }.SelectMany(c =>
                    new[]
                    {
                        Position(c, GuardianshipKind.ParentalResponsibility, "mother"),
                        Position(c, GuardianshipKind.LivesWith, "mother"),
                    }
                ),
                Position("child", GuardianshipKind.ParentalResponsibility, "father"),
                Position("youth15", GuardianshipKind.LivesWith, "father"),
                Position("fostered", GuardianshipKind.CareTakenOver, null),
                Position("fostered", GuardianshipKind.FosterParent, "foster"),
                Position("warded", GuardianshipKind.Guardian, "verge"),
                Position("warded", GuardianshipKind.NextOfKin, "father"),
                Position("warded", GuardianshipKind.Attorney, "foster"),
            ]
        );

    /// <summary>Someone who asks, by name. Names with a colon change something about her.</summary>
    public static Asker Asker(string who) =>
        who switch
        {
            "nobody" => Flette.Core.Access.Asker.Nobody(Here),
            "unit" => Staff("unit", StaffRole.Unit),
            "leader" => Staff("leader", StaffRole.Leader),
            "administrator" => Staff("administrator", StaffRole.Administrator),
            "no role" => Staff("coordinator"),
            "elsewhere" => Staff("coordinator", StaffRole.Coordinator) with { Municipality = "sundhavn" },
            "signed out" => Staff("coordinator", StaffRole.Coordinator) with { Alive = false },
            "with code" => Staff("coordinator", StaffRole.Coordinator) with { Level = Level.LinkWithCode },
            "coordinator" or "deputy" or "former" or "former deputy" or "next" or "other coordinator" => Staff(
                who,
                StaffRole.Coordinator
            ),
            "link" => Link("link", Level.Link),
            "named link" => Link("participant", Level.High),
            "dead link" => Link("link", Level.None) with { Alive = false },
            "link of another family" => Link("link", Level.Link) with
            {
                Link = new(Id("a link"), Id("another family"), new HashSet<Guid>()),
            },
            _ => new(AskerKind.Member, Id(who), Here, Level.High, Alive: true, new HashSet<StaffRole>()),
        };

    /// <summary>The code of the decision: <c>ok</c> or the rule that refused.</summary>
    public static string Decide(
        Act act,
        string who,
        ItemFacts? item = null,
        FamilyFacts? family = null,
        DateOnly? today = null
    ) => AccessDecisions.Decide(act, new Facts(Here, Asker(who), today ?? Today, family ?? Family, item)).Code;

    /// <summary>One plan that takes in nobody, and stands so; none for <see cref="PlanState.None"/>.</summary>
    public static IReadOnlyList<PlanFacts> InState(PlanState state) =>
        state == PlanState.None
            ? []
            : [new PlanFacts(Id("plan"), new PlanAsked(PlanKind.Family, null), state, new HashSet<Guid>())];

    public static ItemFacts Plan(params string[] about) => new(Room.Plan, [.. about.Select(Id)]);

    public static GuardianshipFacts Position(string child, GuardianshipKind kind, string? holder) =>
        new(Id(child), kind, holder is null ? null : Id(holder), new Period(Today.AddYears(-30), null));

    /// <summary>Someone with a link made for the item of the same name as <see cref="Id"/> gives «item».</summary>
    private static Asker Link(string who, Level level) =>
        new(AskerKind.Link, Id(who), Here, level, Alive: true, new HashSet<StaffRole>())
        {
            Link = new(Id("a link"), Family.Id, new HashSet<Guid> { Id("item") }),
        };

    private static Asker Staff(string who, params StaffRole[] roles) =>
        new(AskerKind.Staff, Id(who), Here, Level.High, Alive: true, roles.ToHashSet());

    private static MemberFacts Person(string name, int age, params Guid[] homes) =>
        new(Id(name), Today.AddYears(-age).AddDays(-40), homes);
}
