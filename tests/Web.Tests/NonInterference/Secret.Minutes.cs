using Flette.Core.Access;
using Flette.Core.Meetings.Preparing;
using Flette.Kit;
using Flette.Web.Features.Meetings.Preparing;

namespace Flette.Web.Tests.NonInterference;

/// <summary>Lines of published minutes, and what is said of them.</summary>
public sealed partial record Secret
{
    private static Secret[] OfMinutes =>
        [
            new(
                "a published line about the child",
                Holders + ", child, mother, father",
                "",
                ["Han sover bedre nå."],
                w => w.Family.PublishLineAsync(w.MeetingId, "Han sover bedre nå.", w.Members["child"])
            ),
            new(
                "a published line about the mother",
                Holders + ", mother",
                "",
                ["Hun venter på time hos legen."],
                w => w.Family.PublishLineAsync(w.MeetingId, "Hun venter på time hos legen.", w.Members["mother"])
            ),
            new(
                "a published line about the mother and the child: the father is not entitled for both",
                Holders + ", mother, child",
                "",
                ["De to drar på tur."],
                w =>
                    w.Family.PublishLineAsync(
                        w.MeetingId,
                        "De to drar på tur.",
                        w.Members["mother"],
                        w.Members["child"]
                    )
            ),
            new(
                "a published point about the youth, and a conclusion under it",
                Holders + ", youth16",
                "",
                ["Ny skole til høsten", "Hun velger selv."],
                async w =>
                {
                    await w.Family.PublishLineAsync(w.MeetingId, "# Ny skole til høsten", w.Members["youth16"]);
                    await w.Family.PublishLineAsync(w.MeetingId, "= Hun velger selv.", w.Members["youth16"]);
                }
            ),
            new(
                "what the mother says is wrong with her line",
                Holders + ", mother",
                "",
                ["Det var tannlegen."],
                w => w.Family.RemarkAsync(w.Members["mother"], "Det var tannlegen.", "Hun venter på time hos legen.")
            ),
            new(
                "a document about the child",
                Holders + ", child, mother, father",
                "",
                ["Timeplan.pdf"],
                w => w.Family.AttachAsync(w.MeetingId, "Timeplan.pdf", [1, 2, 3], w.Members["child"])
            ),
            new(
                "a document about the mother",
                Holders + ", mother",
                "",
                ["Legeerklæring.pdf"],
                w => w.Family.AttachAsync(w.MeetingId, "Legeerklæring.pdf", [1, 2, 3], w.Members["mother"])
            ),
            new(
                "a document in the working notes",
                Holders,
                "",
                ["Notat.docx"],
                w => w.Family.AttachAsync(w.MeetingId, "Notat.docx", [1, 2, 3])
            ),
            new(
                "what the mother wants taken up",
                Holders + ", child, mother, father",
                "",
                ["Hvem henter?"],
                w => w.Family.RaiseAsync(w.PlannedId, w.Members["mother"], "Hvem henter?")
            ),
            new(
                "what the mother wants the coordinator alone to know before the meeting",
                Holders + ", mother",
                "",
                ["Jeg sover ikke."],
                async w =>
                {
                    var mother = w.Members["mother"];
                    await w.Family.RaiseAsync(w.PlannedId, mother, "Jeg sover ikke.", own: true);
                    await w.Family.DoAsync(
                        Act.PrepareMeeting,
                        write =>
                            AgendaBook.WishAsync(
                                write,
                                w.PlannedId,
                                mother,
                                MeetingWishes.Of("Ikke far", MeetingWhere.Home, "polsk", "Onsdager"),
                                version: 0
                            )
                    );
                }
            ),
            new(
                "what a service writes before a meeting",
                Holders + ", child, mother, father",
                "",
                ["Han har sluttet i koret."],
                async w =>
                    await w.Family.SayBeforeAsync(
                        w.PlannedId,
                        await w.Family.ParticipantAsync("Kor Leder", Topic.School, isPrivate: true, w.Members["child"]),
                        "Han har sluttet i koret."
                    )
            ),
            new(
                "what the father says of how it is before a meeting",
                Holders + ", father",
                "",
                ["Jeg bor i en bil."],
                w => w.Family.SayBeforeAsync(w.PlannedId, w.Members["father"], "Jeg bor i en bil.")
            ),
            new(
                "a note in a meeting, published to nobody",
                Holders,
                "",
                ["Ring far i morgen."],
                async w =>
                {
                    await w.Family.LineAsync(w.MeetingId, "/ Ring far i morgen.");
                    await w.Family.PublishAsync(w.MeetingId);
                }
            ),
        ];
}
