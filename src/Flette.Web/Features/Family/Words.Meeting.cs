using Flette.Core.Meetings.Inviting;

namespace Flette.Web.Features.Family;

/// <summary>What the family face says of answering the next meeting.</summary>
public sealed partial record Words
{
    public string WillYouCome => Say("Passer det?", "Passar det?", "Does it suit you?");

    public string Coming => Say("Jeg kommer", "Eg kjem", "I am coming");

    public string WantChange => Say("Vi vil endre", "Vi vil endre", "We want to change it");

    public string PutOff => Say("Utsett møtet", "Utset møtet", "Put the meeting off");

    public string AnswerIs(ReplyKind kind) =>
        kind switch
        {
            ReplyKind.Coming => Say(
                "Du har svart at du kommer.",
                "Du har svart at du kjem.",
                "You have answered that you are coming."
            ),
            ReplyKind.WantsChange => Say(
                "Du har sagt at dere vil endre møtet. Koordinatoren har fått vite det og tar kontakt.",
                "Du har sagt at de vil endre møtet. Koordinatoren har fått vite det og tek kontakt.",
                "You have said that you want to change the meeting. The coordinator has been told and will get in touch."
            ),
            ReplyKind.Postpone => Say(
                "Du har bedt om å utsette møtet. Koordinatoren har fått vite det og tar kontakt.",
                "Du har bede om å utsetje møtet. Koordinatoren har fått vite det og tek kontakt.",
                "You have asked to put the meeting off. The coordinator has been told and will get in touch."
            ),
            ReplyKind.Declined => Say(
                "Det er svart at du ikke kan komme.",
                "Det er svart at du ikkje kan kome.",
                "It has been answered that you cannot come."
            ),
            _ => Say(
                "Det er svart at du kanskje kommer.",
                "Det er svart at du kanskje kjem.",
                "It has been answered that you may come."
            ),
        };

    public string AnswerNewTime =>
        Say(
            "Møtet har fått ny tid. Svar på nytt.",
            "Møtet har fått ny tid. Svar på nytt.",
            "The meeting has a new time. Please answer again."
        );

    public string UndoAnswer => Say("Angre svaret", "Angre svaret", "Undo the answer");

    public string OnlyYouAndCoordinator =>
        Say(
            "Bare du og koordinatoren ser svaret ditt.",
            "Berre du og koordinatoren ser svaret ditt.",
            "Only you and the coordinator see your answer."
        );

    public string ChangedMeanwhile =>
        Say(
            "Møtet ble endret samtidig. Se når det er nå, og svar på nytt.",
            "Møtet blei endra samtidig. Sjå når det er no, og svar på nytt.",
            "The meeting was changed at the same time. See when it is now, and answer again."
        );

    public string NothingToAnswer =>
        Say("Det er ikke noe å svare på nå.", "Det er ikkje noko å svare på no.", "There is nothing to answer now.");
}
