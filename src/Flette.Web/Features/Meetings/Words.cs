using Flette.Core;
using Flette.Core.Consents;
using Flette.Core.Meetings;
using Flette.Core.Meetings.Inviting;
using Flette.Core.Meetings.Writing;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Features.Meetings.Publishing;
using Flette.Web.Features.Meetings.Writing;

namespace Flette.Web.Features.Meetings;

/// <summary>The words of meetings.</summary>
public static class Words
{
    /// <summary>Wall time as people write it: <c>09:00-10:30</c> is «09.00–10.30».</summary>
    public static string Clock(string time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return time.Replace("-", "–", StringComparison.Ordinal).Replace(':', '.');
    }

    /// <summary>Whether it has been.</summary>
    public static string Of(MeetingState state) =>
        state switch
        {
            MeetingState.Planned => "Planlagt",
            MeetingState.Held => "Holdt",
            MeetingState.Cancelled => "Ble ikke holdt",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };

    /// <summary>Why something is not done, and at which field it is said.</summary>
    public static (string Field, string Text) Of(Refusal refusal) =>
        refusal switch
        {
            PlansOfMeetingMissing => ("Input.Plans", "Velg hvilke planer møtet gjelder."),
            MinutesAreOut => ("", "Referatet er publisert, så planene endres ikke. Trekk referatet tilbake først."),
            LineEmpty => ("Typed", "Skriv noe på linjen. En avtale trenger også det som skal gjøres."),
            LineTooLong t => (
                "Typed",
                $"Linjen er for lang. Høyst {t.Most:N0} tegn. Har du et ferdig referat, kan du legge det inn som dokument."
            ),
            NoSuchDay d => ("Typed", $"«{d.Written}» finnes ikke i kalenderen. Skriv en annen dag."),
            DayOutOfReach d => (
                "Typed",
                $"{Start(NorwegianDates.WithYear(d.Day))} er før møtet eller for langt fram. Skriv en annen dag."
            ),
            WhoInLine w => ("Typed", $"«{w.Name}» kan være flere. Velg hvem det er."),
            SeveralLines { Count: var n, Most: var most } when n > most => (
                "Typed",
                $"Dette er {n:N0} linjer. Legg det inn som et ferdig referat, så finner vi avtalene. Ingenting er borte."
            ),
            SeveralLines s => ("Typed", $"Dette er {s.Count} linjer. Hvordan skal de stå?"),
            InLine one => Of(one.Why) is var (field, text) ? (field, $"Linje {one.Number}: {text}") : default,
            NotReadAloud => ("", "Avtalen er tatt inn allerede, eller noen andre skal ha den nå. Last siden på nytt."),
            NoSuchMeetingLine => ("", "Linjen er tatt bort. Last siden på nytt."),
            LineIsAgreement => ("", "Linjen er blitt en avtale. Den rettes der avtalen står."),
            NoSuchMeeting => ("", "Fant ikke møtet."),
            MeetingInUse => (
                "",
                "Møtet er endret, noe står i det, eller noen er spurt. Da tas det ikke bort. Endre det, eller si at det ikke blir holdt."
            ),
            NoSuchPublishedLine => ("", "Det er trukket tilbake. Last siden på nytt."),
            NobodyHere => ("", "Trykk først på dem som er her, så blir det rett hvem som var på møtet."),
            HoursUnreadable h => (
                "Input.Time",
                $"«{h.Written}» er ikke et klokkeslett vi forstår. Skriv for eksempel 09.00–10.30."
            ),
            MeetingNeedsDay => ("Input.Day", "Skriv hvilken dag møtet er."),
            MeetingTextTooLong t => ($"Input.{t.Field}", $"Det er for langt. Høyst {t.Most} tegn."),
            FagYesRunsOut runs => FagMeetings.FagWords.Of(runs),
            // Said where a line is written too, where nothing is asked about whom it concerns.
            ConsentRefusal consent => ("", FagMeetings.FagWords.Of(consent).Text),
            ChangedMeanwhile => ("", "Noen andre endret dette samtidig. Se hva som står nå, og prøv igjen."),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };

    private static string Start(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>What the page of a meeting is for.</summary>
    public static string About(MeetingState state) =>
        state switch
        {
            MeetingState.Planned => "Når og hvor, og hvem som er invitert.",
            MeetingState.Held => "Hvem som var der, sakene, og det dere ble enige om.",
            MeetingState.Cancelled => "Møtet ble ikke holdt.",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
}
