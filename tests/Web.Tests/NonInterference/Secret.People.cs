using Flette.Core;
using Flette.Core.Access;
using Flette.Core.Families;
using Flette.Core.Plans;
using Flette.Core.Transitions;
using Flette.Kit;
using Flette.Web.Data;

namespace Flette.Web.Tests.NonInterference;

/// <summary>What is said of the members.</summary>
public sealed partial record Secret
{
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
                "that the mother moves to a home of her own, as it is registered",
                Holders + ", mother",
                "",
                // «Flytter …» at the desk, «Du flytter …» where she reads.
                ["lytter til eget hjem"],
                w => w.Family.TransitionAsync(TransitionKind.OwnHome, w.Members["mother"], w.World.Today.AddDays(120))
            ),
            new(
                "one more child of the mother's, and when it starts school: those at home know its name alone",
                Holders + ", mother",
                "",
                // «Begynner …» under its name at the desk, «Lille begynner …» where the mother reads.
                ["egynner på skolen i august 2027"],
                async w =>
                {
                    var home = await w.App.ScalarAsync<Guid>(
                        w.App.Fjellvik,
                        "select households[1] from member where id = @id",
                        new { id = w.Members["stepfather"] }
                    );
                    var little = await w.Family.BornAsync(
                        "Lille Nordli",
                        FamilyRelation.Child,
                        new DateOnly(w.World.Today.Year - 5, 5, 3),
                        home
                    );
                    await w.Family.PositionAsync(little, GuardianshipKind.ParentalResponsibility, w.Members["mother"]);
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
}
