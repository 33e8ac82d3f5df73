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
    public static IReadOnlyList<Secret> All { get; } =
    [
        .. OfTheChild,
        .. OfChildrenApart,
        .. OfAdults,
        .. InRooms,
        .. AtWork,
        .. OfMinutes,
        .. InFollowUp,
        .. OfTheYear,
        .. BesideTheFamily,
        .. OfASecondPlan,
    ];

    private static Secret[] OfTheChild =>
        [
            new(
                "what is said of the child",
                Holders + ", child, mother, father",
                "",
                [
                    "Pia Ppt",
                    "Noen å gå sammen med",
                    "Husker alle sanger",
                    "Får være i fred",
                    "Øve på skoleveien",
                    "Gå alene",
                ],
                async w =>
                {
                    var child = w.Members["child"];
                    await w.Family.ParticipantAsync("Pia Ppt", Topic.School, false, child);
                    await w.Family.NeedAsync("Noen å gå sammen med", child);
                    await w.Family.ResourceAsync("Husker alle sanger", child);
                    await w.Family.MatterAsync("Får være i fred", child);
                    var goal = await w.Family.GoalAsync("Gå alene", child);
                    await w.Family.MeasureAsync("Øve på skoleveien", goal, w.Coordinator);
                }
            ),
            new(
                "an agreement about the child that another in the team has",
                Holders + ", child, mother, father",
                "",
                ["Bestille sykkel"],
                async w =>
                {
                    var ergo = await w.Family.ParticipantAsync("Eva Ergo", Topic.Health, false, w.Members["child"]);
                    await w.Family.AgreementAsync("Bestille sykkel", [w.Members["child"]], ergo);
                }
            ),
            new(
                "how the child took part",
                Holders + ", child, mother, father",
                "",
                ["Han tegnet huset hos far."],
                w => w.Family.ChildsPartAsync("Han tegnet huset hos far.")
            ),
        ];

    private static Secret[] OfChildrenApart =>
        [
            new(
                "what is said of the child in foster care: not its mother's to know",
                Holders,
                "fostered, foster",
                ["Bente Barnevern"],
                async w =>
                {
                    await w.Family.ParticipantAsync(
                        "Bente Barnevern",
                        Topic.ChildWelfare,
                        false,
                        w.Members["fostered"]
                    );
                    await w.Family.NeedAsync("Ro om kvelden", w.Members["fostered"]);
                    await w.Family.AgreementAsync("Samvær annenhver lørdag", [w.Members["fostered"]]);
                }
            ),
            new(
                "what is said of the child with a verge: not its next of kin's",
                Holders,
                "warded, verge",
                ["Vera Advokat"],
                async w =>
                {
                    await w.Family.ParticipantAsync("Vera Advokat", Topic.FamilyLife, false, w.Members["warded"]);
                    await w.Family.GoalAsync("Egen konto", w.Members["warded"]);
                    await w.Family.AgreementAsync("Åpne en konto", [w.Members["warded"]]);
                }
            ),
            new(
                "what is said of the youth: her own from 16",
                Holders + ", youth16",
                "",
                ["Time hos helsesykepleier"],
                w => w.Family.AgreementAsync("Time hos helsesykepleier", [w.Members["youth16"]], w.Members["youth16"])
            ),
            new(
                "a private item of the youth's",
                Holders,
                "youth16",
                ["Hemmelig"],
                w => w.Family.MatterAsync("Hemmelig", w.Members["youth16"], Sharing.Private)
            ),
        ];

    private static Secret[] OfAdults =>
        [
            new(
                "what is said of the mother, for her alone",
                Holders + ", mother",
                "",
                ["Sove."],
                async w =>
                {
                    await w.Family.ParticipantAsync("Per Psykolog", Topic.MentalHealth, true, w.Members["mother"]);
                    await w.Family.MatterAsync("Sove.", w.Members["mother"], Sharing.Private);
                    await w.Family.NeedAsync("Noen å ringe", w.Members["mother"], Sharing.Private);
                    await w.Family.ResourceAsync("Er tålmodig", w.Members["mother"], Sharing.Private);
                }
            ),
            new(
                "what is said of the mother, shared at home",
                Holders + ", mother",
                "stepfather",
                ["En kveld i uka fri"],
                w => w.Family.NeedAsync("En kveld i uka fri", w.Members["mother"], Sharing.AtHome)
            ),
            new(
                "what is said of the father, in the other home",
                Holders + ", father",
                "",
                ["Gjeldsråd", "Henter på onsdager", "Søke om gjeldsråd"],
                async w =>
                {
                    var father = w.Members["father"];
                    var goal = await w.Family.GoalAsync("Få orden på økonomien", father);
                    await w.Family.MeasureAsync("Gjeldsråd", goal, w.Coordinator);
                    await w.Family.ContributionAsync("Henter på onsdager", father, Sharing.AtHome);
                    await w.Family.AgreementAsync("Søke om gjeldsråd", [father]);
                }
            ),
            new(
                "what is said of the stepfather",
                Holders + ", stepfather",
                "",
                ["Bytte til dagskift"],
                w => w.Family.AgreementAsync("Bytte til dagskift", [w.Members["stepfather"]], w.Members["stepfather"])
            ),
        ];

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
