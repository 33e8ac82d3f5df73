using Flette.Core;
using Flette.Core.Meetings.Asking;
using Flette.Core.Meetings.Inviting;
using Flette.Core.Meetings.Preparing;
using Flette.Web.Access;
using Flette.Web.Features.Links;
using Flette.Web.Features.Sending;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.Meetings.Asking;

/// <summary>Nobody was chosen to be asked.</summary>
public sealed record NobodyAsked : Refusal;

/// <summary>The words of the pages where people are asked before a meeting.</summary>
public static class AskWords
{
    /// <summary>How it stands with one who is or can be asked.</summary>
    public static string Of(Askable one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return one.Given ? (one.Input!.OnBehalf ? "har svart, skrevet ned av koordinatoren" : "har svart")
            : one.Link is { Revoked: Revoked.NotMe } ? "sier at det ikke er henne eller ham"
            : one.Link is { Mail: MailState.Failed } ? "e-posten kom ikke fram"
            : one.Link is not null ? "er spurt"
            : one.Input is not null ? "er spurt"
            : one.Who.SentTo is not null ? "er ikke spurt"
            : "får ingen e-post";
    }

    /// <summary>Its sign.</summary>
    public static StatusWord Status(Askable one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return one.Given ? StatusWord.Done
            : one.Link is { Revoked: Revoked.NotMe } or { Mail: MailState.Failed } ? StatusWord.NeedsHelp
            : one.Link is not null ? StatusWord.Waiting
            : StatusWord.Open;
    }

    /// <summary>Why something is not done, and at which field it is said.</summary>
    public static (string Field, string Text) Of(Refusal refusal) =>
        refusal switch
        {
            ChangedMeanwhile => ("", "Noen andre endret møtet samtidig. Se hva som står nå, og prøv igjen."),
            NobodyAsked => ("", "Kryss av minst én som skal spørres."),
            TooLate => ("", "E-postene har gått. Det kan ikke angres lenger."),
            SlotOutOfReach => ("SlotDay", "Skriv en dag fra i dag og høyst to år fram."),
            SlotTwice => ("SlotDay", "Denne tiden er foreslått allerede."),
            TooManySlots t => ("SlotDay", $"Det holder med {t.Most} tider. Ta ut en først."),
            SlotImpossible => ("", "Noen i familien kan ikke da, eller tiden har vært. Velg en annen."),
            HoursUnreadable h => (
                "SlotTime",
                $"«{h.Written}» er ikke et klokkeslett vi forstår. Skriv for eksempel 09.00–10.30."
            ),
            InputTooLong t => (t.Field, $"Det er for langt. Høyst {t.Most} tegn. Ingenting er borte."),
            PointTooLong t => ("", $"Det er for langt. Høyst {t.Most} tegn. Ingenting er borte."),
            NothingSaid => ("", "Skriv det som ble sagt, eller velg en tid."),
            AskingIsOver or NoSuchMeeting => ("", "Møtet er holdt eller blir ikke holdt. Ingen spørres lenger."),
            NothingToUndo => ("", "Det er ikke noe å angre lenger."),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };
}
