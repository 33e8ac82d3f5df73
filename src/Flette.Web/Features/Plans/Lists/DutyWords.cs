using Flette.Core.Coordination.Duties;
using Flette.Core.Words;
using Flette.Web.Features.Contacts;

namespace Flette.Web.Features.Plans.Lists;

/// <summary>The words of a barnekoordinator's duties, and where one goes from them.</summary>
public static class DutyWords
{
    /// <summary>What nothing is written of. Not that it was not done.</summary>
    public const string Nothing = "Ikke skrevet noe ennå.";

    /// <summary>The duty in plain words, as near the law as they come.</summary>
    public static string Title(Duty duty) =>
        duty switch
        {
            Duty.Coordination => "Koordinere det samlede tjenestetilbudet",
            Duty.FollowUp => "Ha oversikt, og bidra aktivt til oppfølging og tilrettelegging",
            Duty.HealthGuidance => "Informasjon og veiledning om helse- og omsorgstjenester",
            Duty.OtherGuidance =>
                "Informasjon og veiledning om andre tjenester og organisasjoner, og hjelp videre til dem",
            Duty.PlanProgress => "Framdrift i arbeidet med individuell plan",
            _ => throw new ArgumentOutOfRangeException(nameof(duty)),
        };

    /// <summary>What happened and when, with where it stands; no address for what has no page of its own.</summary>
    public static (string? Url, string Text) Of(DutyEvent seen, Duty duty, Guid family, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(seen);
        var (path, text) = Told(seen, duty);
        return (path is null ? null : $"/f/{family}/{path}", $"{text}, {NorwegianDates.DayAndMonth(seen.Day, today)}");
    }

    /// <summary>What one can do, and where; null when the asker may not.</summary>
    public static (string Url, string Text)? Of(DutyOffer offer, DutyDesk desk)
    {
        ArgumentNullException.ThrowIfNull(desk);
        var family = $"/f/{desk.Family}";
        return offer switch
        {
            DutyOffer.PlanMeeting => ($"{family}/mote/nytt", "Planlegg et møte"),
            DutyOffer.InviteService => ($"{family}/deltaker/ny", "Ta med en tjeneste eller organisasjon"),
            DutyOffer.RecordYes => ($"{family}/ja", "Skriv inn et ja til plan"),
            DutyOffer.LogCall when desk.MayWrite => ($"{family}/logg#h-call", "Skriv ned en samtale"),
            DutyOffer.WriteHealthGuidance when desk.MayWrite => (
                $"{family}/logg?veiledning={LogModel.AboutHealth}#h-call",
                "Skriv ned veiledning om helse og omsorg"
            ),
            DutyOffer.WriteOtherGuidance when desk.MayWrite => (
                $"{family}/logg?veiledning={LogModel.AboutOthers}#h-call",
                "Skriv ned veiledning om andre tjenester"
            ),
            DutyOffer.WriteNeed when desk.MayChange => ($"{family}/behov/ny", "Skriv hva familien trenger"),
            DutyOffer.WriteMeasure when desk.MayChange => ($"{family}/tiltak/ny", "Skriv et tiltak"),
            _ => null,
        };
    }

    private static (string? Path, string Text) Told(DutyEvent seen, Duty duty)
    {
        var what = ListLinks.Shortened(seen.What);
        return seen.Kind switch
        {
            DutyEventKind.MeetingHeld => ($"mote/{seen.Target}", what),
            DutyEventKind.MinutesPublished => ($"mote/{seen.Target}", "Referat sendt ut"),
            DutyEventKind.TeamTalk => (Line(seen), $"Snakket med {what}"),
            DutyEventKind.ServiceJoined => ($"deltaker/{seen.Target}", $"{what} er med"),
            DutyEventKind.FamilyTalk => (Line(seen), $"Snakket med {what}"),
            DutyEventKind.AgreementAnswered => ($"avtale/{seen.Target}", $"Svar på avtalen «{what}»"),
            DutyEventKind.NeedGivenOwner => ($"behov/{seen.Target}", $"Behovet «{what}» har noen"),
            DutyEventKind.NeedMet => ($"behov/{seen.Target}", $"Behovet «{what}» er dekket"),
            DutyEventKind.MeasureWritten => ($"tiltak/{seen.Target}", $"Tiltaket «{what}»"),
            DutyEventKind.LetterSent => ($"brev/{seen.Target}", $"Brev til {what}"),
            DutyEventKind.Guidance => (
                Line(seen),
                duty == Duty.HealthGuidance
                    ? $"Snakket med {what} om helse og omsorg"
                    : $"Snakket med {what} om andre tjenester"
            ),
            DutyEventKind.OtherServiceTalk => (Line(seen), $"Kontakt med {what}"),
            DutyEventKind.OtherServiceJoined => ($"deltaker/{seen.Target}", $"{what} er med"),
            DutyEventKind.PlanBegan => (null, "Planen begynte"),
            DutyEventKind.GoalWritten => ($"mal/{seen.Target}", $"Målet «{what}»"),
            DutyEventKind.GoalScored => ($"mal/{seen.Target}", "Familien sa hvordan det går med et mål"),
            _ => throw new ArgumentOutOfRangeException(nameof(seen)),
        };
    }

    private static string Line(DutyEvent seen) => $"logg#s-{seen.Target}";
}
