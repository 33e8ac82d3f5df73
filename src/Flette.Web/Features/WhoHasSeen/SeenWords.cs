using Flette.Core.Access;
using Flette.Core.Words;

namespace Flette.Web.Features.WhoHasSeen;

/// <summary>What the family face says of the log, in its three languages. A text is changed in all three.</summary>
public sealed record SeenWords(Tongue Tongue)
{
    public string Title => Say("Hvem har sett", "Kven har sett", "Who has looked");

    public string About =>
        Say(
            "Her står hvem som har åpnet det som er skrevet om deg og dere. Det som bare angår en annen, står ikke her.",
            "Her står kven som har opna det som er skrive om deg og dykk. Det som berre gjeld ein annan, står ikkje her.",
            "Here is who has opened what is written about you and your family. What concerns only somebody else is not here."
        );

    public string None(string month) =>
        Say(
            $"Ingen har åpnet noe du kan se, i {month}.",
            $"Ingen har opna noko du kan sjå, i {month}.",
            $"Nobody has opened anything you can see in {month}."
        );

    public string You => Say("Du", "Du", "You");

    public string Role(SeenRole role) =>
        role switch
        {
            SeenRole.Coordinator => Say("koordinator", "koordinator", "coordinator"),
            SeenRole.StandIn => Say(
                "sto inn for koordinatoren",
                "stod inn for koordinatoren",
                "stood in for the coordinator"
            ),
            _ => Say("koordinerende enhet", "koordinerande eining", "coordinating unit"),
        };

    /// <summary>What was done, after the name.</summary>
    public string Of(Looked what) =>
        what switch
        {
            Looked.Family => Say(
                "åpnet siden om familien",
                "opna sida om familien",
                "opened the page about the family"
            ),
            Looked.Plan => Say("leste planen", "las planen", "read the plan"),
            Looked.PlanOnPaper => Say("tok planen ut på papir", "tok planen ut på papir", "took the plan out on paper"),
            Looked.Meeting => Say("åpnet et møte", "opna eit møte", "opened a meeting"),
            Looked.Attachment => Say("åpnet et vedlegg", "opna eit vedlegg", "opened a document"),
            Looked.Sending => Say(
                "så hvem som får hva tilsendt",
                "såg kven som får kva tilsendt",
                "saw who is sent what"
            ),
            Looked.Letter => Say("tok ut et brev", "tok ut eit brev", "took out a letter"),
            Looked.Messages => Say("leste meldinger", "las meldingar", "read messages"),
            Looked.NameOnly => Say(
                "så navnet deres og hvem som koordinerer",
                "såg namnet dykkar og kven som koordinerer",
                "saw your name and who coordinates"
            ),
            Looked.LinkOpened => Say("fikk lenken sin åpnet", "fekk lenkja si opna", "had their link opened"),
            Looked.ReadInFull => Say(
                "leste hele avtalen sin",
                "las heile avtalen sin",
                "read the whole of their agreement"
            ),
            Looked.LinkAnswered => Say("svarte fra lenken sin", "svara frå lenkja si", "answered from their link"),
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        };

    public string OpenedMeans =>
        Say(
            "At en lenke er åpnet, betyr ikke alltid at den som fikk den, har lest. Noen e-postprogrammer åpner lenker av seg selv.",
            "At ei lenkje er opna, betyr ikkje alltid at den som fekk ho, har lese. Nokre e-postprogram opnar lenkjer av seg sjølve.",
            "That a link was opened does not always mean that the person who got it has read it. Some mail programs open links by themselves."
        );

    public string Right =>
        Say(
            "Du har rett til å vite hvem som har lest det som er skrevet om deg (pasientjournalforskriften § 14, personvernforordningen artikkel 15). Lurer du på noe her, spør koordinatoren eller kommunens personvernombud.",
            "Du har rett til å vite kven som har lese det som er skrive om deg (pasientjournalforskrifta § 14, personvernforordninga artikkel 15). Lurer du på noko her, spør koordinatoren eller personvernombodet i kommunen.",
            "You have a right to know who has read what is written about you (pasientjournalforskriften § 14, GDPR article 15). If you wonder about anything here, ask the coordinator or the municipality’s data protection officer."
        );

    public string Earlier(string month) => Say($"Se {month}", $"Sjå {month}", $"See {month}");

    private string Say(string bokmal, string nynorsk, string english) =>
        Tongue switch
        {
            Tongue.Nynorsk => nynorsk,
            Tongue.English => english,
            _ => bokmal,
        };
}
