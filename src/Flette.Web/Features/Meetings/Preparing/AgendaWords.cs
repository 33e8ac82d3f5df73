using Flette.Core;
using Flette.Core.Meetings.Preparing;
using Flette.Web.Access;

namespace Flette.Web.Features.Meetings.Preparing;

/// <summary>A guest needs somebody who comes, somebody who said yes, and the day she said it.</summary>
public sealed record GuestNeedsYes : Refusal;

/// <summary>Why something is not done with an agenda, in words.</summary>
public static class AgendaWords
{
    /// <summary>The words.</summary>
    public static string Of(Refusal refusal) =>
        refusal switch
        {
            PointEmpty => "Skriv hva som skal tas opp.",
            PointTooLong t => $"Det er for langt. Høyst {t.Most} tegn.",
            DropNeedsReason => "Familien ser at saken er tatt ut. Skriv hvorfor.",
            YesOnImpossibleDay => "Dagen familien sa ja, kan ikke være fram i tid eller over ett år siden.",
            GuestNeedsYes => "Velg hvem som kommer, hvem i familien som har sagt ja, og hvilken dag.",
            NoSuchPoint or NoSuchMeeting => "Fant den ikke. Last siden på nytt.",
            MeetingIsPast => "Møtet er holdt. Skriv saken i referatet i stedet.",
            ChangedMeanwhile => "Noen andre endret dette samtidig. Se hva som står nå, og prøv igjen.",
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };
}
