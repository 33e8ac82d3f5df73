using Flette.Core.Access;
using Flette.Core.Families;

namespace Flette.Core.Tests.Access;

/// <summary>Every kind of item for every reader of the small world, by hand. Who sees is named; nobody else does.</summary>
public class ItemTableTests
{
    private static readonly string[] Members =
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
        "stranger",
    ];

    private static readonly string[] Others =
    [
        "coordinator",
        "deputy",
        "unit",
        "leader",
        "former",
        "other coordinator",
        "named link",
        "nobody",
    ];

    /// <summary>What it is · the item · the members who see it · the others who see it.</summary>
    public static TheoryData<string, ItemFacts, string, string> Items { get; } =
        new()
        {
            { "an adult's own", SmallWorld.Plan("mother"), "mother", Holders },
            {
                "an adult's, shared at home",
                SmallWorld.Plan("mother") with
                {
                    SharedAtHome = true,
                },
                "mother stepfather adult18",
                Holders
            },
            {
                "an adult's in the other home, shared there",
                SmallWorld.Plan("father") with
                {
                    SharedAtHome = true,
                },
                "father",
                Holders
            },
            { "a step-parent's", SmallWorld.Plan("stepfather"), "stepfather", Holders },
            {
                "about a child: both with foreldreansvar, in two homes",
                SmallWorld.Plan("child"),
                "child mother father",
                Holders
            },
            {
                "about a child, marked as shared at home: a child's is not an adult's",
                SmallWorld.Plan("child") with
                {
                    SharedAtHome = true,
                },
                "child mother father",
                Holders
            },
            {
                "about a child in foster care: the foster parent, not the one whose care is taken over",
                SmallWorld.Plan("fostered"),
                "fostered foster",
                Holders
            },
            {
                "about a child with a verge: not next of kin, not an attorney",
                SmallWorld.Plan("warded"),
                "warded mother verge",
                Holders
            },
            {
                "at 15: foreldreansvar; to live together is not enough",
                SmallWorld.Plan("youth15"),
                "youth15 mother",
                Holders
            },
            { "at 16: her own", SmallWorld.Plan("youth16"), "youth16", Holders },
            { "at 17: her own", SmallWorld.Plan("youth17"), "youth17", Holders },
            {
                "at 17, marked as shared at home: she is no adult",
                SmallWorld.Plan("youth17") with
                {
                    SharedAtHome = true,
                },
                "youth17",
                Holders
            },
            { "at 18: his own", SmallWorld.Plan("adult18"), "adult18", Holders },
            {
                "at 18, shared at home",
                SmallWorld.Plan("adult18") with
                {
                    SharedAtHome = true,
                },
                "adult18 mother stepfather",
                Holders
            },
            { "about the unborn: the one who carries it", SmallWorld.Plan("unborn"), "mother", Holders },
            {
                "about the unborn, shared at home: with the adults where she lives",
                SmallWorld.Plan("unborn") with
                {
                    SharedAtHome = true,
                },
                "mother stepfather adult18",
                Holders
            },
            { "about one whose birth is not known, and whom nobody carries", SmallWorld.Plan("undated"), "", Holders },
            { "about someone who is not in the family", SmallWorld.Plan("nobody's"), "", Holders },
            { "about nobody: the common part is not opened by belonging", SmallWorld.Plan(), "", Holders },
            { "about a parent and her child", SmallWorld.Plan("mother", "child"), "mother child", Holders },
            {
                "about two children of the same parents",
                SmallWorld.Plan("child", "youth15"),
                "child youth15 mother",
                Holders
            },
            { "about a child and a youth of 16", SmallWorld.Plan("child", "youth16"), "child youth16", Holders },
            { "private", SmallWorld.Plan("child") with { Private = true }, "child", Holders },
            {
                "private, with a responsible",
                SmallWorld.Plan("child") with
                {
                    Private = true,
                    Holders = [SmallWorld.Id("father")],
                },
                "child father",
                Holders
            },
            {
                "private, shared at home",
                SmallWorld.Plan("mother") with
                {
                    Private = true,
                    SharedAtHome = true,
                },
                "mother",
                Holders
            },
            {
                "held by the other parent",
                SmallWorld.Plan("youth16") with
                {
                    Holders = [SmallWorld.Id("father")],
                },
                "youth16 father",
                Holders
            },
            {
                "held by someone in the team",
                SmallWorld.Plan("child") with
                {
                    Holders = [SmallWorld.Id("participant")],
                },
                "child mother father",
                Holders + " named link"
            },
            { "in the working notes", new ItemFacts(Room.Work, [SmallWorld.Id("mother")]), "", Holders },
            {
                "in the working notes, naming the mother",
                new ItemFacts(
                    Room.Work,
                    [SmallWorld.Id("mother")],
                    Holders: [SmallWorld.Id("mother"), SmallWorld.Id("participant")]
                ),
                "",
                Holders
            },
            {
                "one's own room",
                new ItemFacts(Room.Own, [SmallWorld.Id("mother")], Owner: SmallWorld.Id("mother")),
                "mother",
                ""
            },
            {
                "a youth's own room",
                new ItemFacts(Room.Own, [SmallWorld.Id("youth15")], Owner: SmallWorld.Id("youth15")),
                "youth15",
                ""
            },
            { "an own room with nobody in it", new ItemFacts(Room.Own, [SmallWorld.Id("mother")]), "", "" },
            {
                "the home of the mother",
                new ItemFacts(Room.Home, [], Owner: SmallWorld.Id("mother")),
                "mother stepfather adult18",
                ""
            },
            { "the home of the father", new ItemFacts(Room.Home, [], Owner: SmallWorld.Id("father")), "father", "" },
            { "a home with nobody in it", new ItemFacts(Room.Home, []), "", "" },
            {
                "a draft of a complaint",
                new ItemFacts(Room.Appeal, [SmallWorld.Id("mother")], Owner: SmallWorld.Id("mother")),
                "",
                ""
            },
        };

    private const string Holders = "coordinator deputy";

    [Theory]
    [MemberData(nameof(Items))]
    public void An_item_is_seen_by_these_and_nobody_else(string what, ItemFacts item, string members, string others)
    {
        var acts = Acts.All.Where(a => a.Kind != ActKind.Open).Select(a => a.Act).ToList();
        var seen = Members.Where(m => acts.Exists(a => SmallWorld.Decide(a, m, item) == "ok"));
        Assert.Equal(Sorted(Split(members)), Sorted(seen));
        // For a link there is no act in the table yet: the rules on items are asked for it.
        var rest = Others.Where(o => acts.Exists(a => SmallWorld.Decide(a, o, item) is "ok") || NamedByItem(o, item));
        Assert.Equal(Sorted(Split(others)), Sorted(rest));
        Assert.NotEmpty(what);
    }

    private static bool NamedByItem(string who, ItemFacts item)
    {
        var facts = new Facts(SmallWorld.Here, SmallWorld.Asker(who), SmallWorld.Today, SmallWorld.Family, item);
        var act = Acts.About(Act.SeePlan);
        return facts.Asker.Kind == AskerKind.Link
            && Rules.Rooms(act, facts) is null
            && Rules.PositionAndAge(act, facts) is null;
    }

    private static string Sorted(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));

    private static IEnumerable<string> Split(string names) =>
        names
            .Replace("named link", "named_link", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(n => n.Replace('_', ' '));
}
