using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Core.Plans;
using Flette.Kit;
using Flette.Web.Data;

namespace Flette.Web.Tests.NonInterference;

/// <summary>Something that comes into the world, with who must learn of it and who may. Written by hand; for all others nothing changes.</summary>
/// <param name="What">What it is.</param>
/// <param name="Sees">Readers for whom some page changes.</param>
/// <param name="May">Readers for whom a page may change: it is theirs to know, and no page shows it yet, or not always.</param>
/// <param name="Says">Words that stand on some page of each of <paramref name="Sees"/> afterwards.</param>
/// <param name="AddAsync">Adds it, as the product does.</param>
public sealed partial record Secret(string What, string Sees, string May, string[] Says, Func<LeakyApp, Task> AddAsync)
{
    private const string Holders = "coordinator, deputy";

    /// <summary>Those who must learn of it.</summary>
    public IReadOnlySet<string> Must => Names(Sees);

    /// <summary>All who may.</summary>
    public IReadOnlySet<string> Entitled => Names($"{Sees}, {May}");

    /// <summary>All of them, in the order they are added: the world grows.</summary>
    private static IReadOnlyList<Secret[]> Parts { get; } =
    [
        OfTheChild,
        OfChildrenApart,
        OfAdults,
        InRooms,
        AtWork,
        OfMinutes,
        InFollowUp,
        OfTheYear,
        BesideTheFamily,
        OfASecondPlan,
    ];

    /// <summary>
    /// The same, in the rounds in which they are added, by what a round is called: every round reads every page for every reader. What the
    /// same readers must and may learn of goes in one round; what says no words of its own, by which it is known, has its own.
    /// </summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Secret>> Together { get; } =
        Parts
            .SelectMany(part =>
                part.GroupBy(
                    s => s.Says.Length == 0 ? s.What : $"{Listed(s.Must)} | {Listed(s.Entitled)}",
                    StringComparer.Ordinal
                )
            )
            .ToDictionary(
                g => string.Join("; ", g.Select(s => s.What)),
                g => (IReadOnlyList<Secret>)g.ToList(),
                StringComparer.Ordinal
            );

    private static string Listed(IEnumerable<string> readers) =>
        string.Join(", ", readers.Order(StringComparer.Ordinal));

    private static Secret[] InRooms =>
        [
            new(
                "the mother's own",
                "",
                "mother",
                [],
                w =>
                    w.Family.ItemAsync(
                        w.Item(Room.Own, "mother") with
                        {
                            Owner = w.Members["mother"],
                        },
                        new WhatMattersDetails("Bare mitt")
                    )
            ),
            new(
                "the mother's home",
                "",
                "mother, stepfather",
                [],
                w =>
                    w.Family.ItemAsync(
                        w.Item(Room.Home, "mother") with
                        {
                            Owner = w.Members["mother"],
                        },
                        new WhatMattersDetails("Vi hjemme")
                    )
            ),
            new(
                "an appeal",
                "",
                "",
                [],
                w => w.Family.ItemAsync(w.Item(Room.Appeal, "child"), new WhatMattersDetails("Vi klager"))
            ),
        ];

    private static Secret[] AtWork =>
        [
            new(
                "calls and lines of minutes",
                Holders,
                "",
                ["Han vil ikke at noen vet.", "Lurer på noe.", "Hun gråt da vi snakket om natta."],
                async w =>
                {
                    await w.Family.LineAsync(w.MeetingId, "Hun gråt da vi snakket om natta.");
                    await w.Family.ContactAsync("Far", "Han vil ikke at noen vet.", w.Members["father"]);
                    await w.Family.ContactAsync("Naboen", "Lurer på noe.");
                }
            ),
            new(
                "old minutes, not gone through",
                Holders,
                "",
                [],
                w =>
                    w.MinutesAsync(
                        "Møte 01.09.2026\nTil stede: Tore Lærer\n\nAvtaler:\n- Tore Lærer ringer innen 30.09.2026"
                    )
            ),
            new(
                "a meeting, gone through: the desk alone has a page of it",
                Holders,
                "",
                ["Samarbeidsmøte", "Borte Vekk"],
                w =>
                    w.MinutesAsync(
                        "Samarbeidsmøte 02.09.2026\nTil stede: Tore Lærer\nIkke møtt: Borte Vekk\n\nAvtaler:\n- Borte Vekk rydder innen 30.09.2026",
                        keep: true
                    )
            ),
            new(
                "a sending that waits",
                Holders + ", father",
                "",
                ["Rydde i garasjen"],
                async w =>
                {
                    var father = w.Members["father"];
                    var agreed = await w.Family.AgreementAsync("Rydde i garasjen", [father], father);
                    await w.Family.LinkAsync(father, "Far", (agreed, "Avtale fra møtet 12. mars"));
                }
            ),
            new(
                "one more in the family, at no home, with a position for the child in foster care",
                Holders,
                "fostered",
                ["Bestemor"],
                async w =>
                {
                    var granny = await w.Family.MemberAsync("Bestemor Nordli", FamilyRelation.Grandparent, 71);
                    await w.Family.PositionAsync(w.Members["fostered"], GuardianshipKind.NextOfKin, granny);
                }
            ),
        ];

    private static Secret[] BesideTheFamily =>
        [
            new(
                "the next coordinator's deputy is opened for from her first day",
                "officer",
                "",
                ["Nils Neste leser fra"],
                w => w.Family.ActivateDeputyAsync(new Period(w.World.Today.AddDays(61), Until: null))
            ),
            new("another family", "officer", "", ["Aaberg"], w => w.World.FamilyAsync("Aaberg")),
            new(
                "another family of the other coordinator's",
                "officer, other coordinator",
                "",
                ["Aakre"],
                async w =>
                {
                    var more = await w.World.FamilyAsync("Aakre", w.Other.Coordinator);
                    await more.MemberAsync("Anne Aakre", FamilyRelation.Mother, 33);
                }
            ),
            new(
                "a family in the other municipality",
                "",
                "",
                [],
                w => w.App.World(w.App.Sundhavn).FamilyAsync("Nordli")
            ),
        ];

    private static HashSet<string> Names(string names) =>
        names
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToHashSet(StringComparer.Ordinal);
}
