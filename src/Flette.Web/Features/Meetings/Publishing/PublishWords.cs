using Flette.Core;
using Flette.Core.Meetings.Publishing;
using Flette.Web.Access;
using Flette.Web.Features.Sending;

namespace Flette.Web.Features.Meetings.Publishing;

/// <summary>Why minutes are not published, in words.</summary>
public static class PublishWords
{
    /// <summary>The words, and at which field they are said.</summary>
    public static (string Field, string Text) Of(Refusal refusal) =>
        refusal switch
        {
            NothingToPublish => ("", "Kryss av minst én linje som skal stå i referatet."),
            LineAboutNobody => (
                "",
                "Noen linjer sier ikke hvem de er om. Velg det, eller la dem bli i arbeidsnotatet."
            ),
            LineOfClosedPlan => (
                "",
                "Noen linjer er om en som har en plan som ikke er åpen. De blir i arbeidsnotatet til ja-et er der."
            ),
            MeetingNotEnded => ("", "Møtet er ikke avsluttet. Avslutt det først, så blir avtalene med."),
            NoSuchMeeting => ("", "Fant ikke møtet."),
            PublishedMeanwhile or ChangedMeanwhile => (
                "",
                "Noe er skrevet eller publisert samtidig. Ingenting er sendt. Se over hva som står nå, og prøv igjen."
            ),
            NothingToSend => ("", "Velg minst én som skal få e-post, eller ta bort alle kryss."),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };
}
