using Flette.Core;
using Flette.Core.Coordination;
using Flette.Core.Families;
using Flette.Web.Access;

namespace Flette.Web.Features.Team;

/// <summary>The team's words.</summary>
public static class Words
{
    /// <summary>A refusal as the field it belongs to and what it says.</summary>
    public static (string Field, string Text) Of(Refusal refusal) =>
        refusal switch
        {
            NameMissing => ("Input.Name", "Skriv hvem det er."),
            NameTooLong => ("Input.Name", $"Navnet er for langt. Høyst {MemberRules.LongestName} tegn."),
            EmailImpossible => ("Input.Email", "E-postadressen ser ikke riktig ut. Den skal være som navn@example.no."),
            CarrierUnknown => ("Input.Concerns", "En av dem du valgte, er ikke i familien lenger. Velg på nytt."),
            PersonTextTooLong t => ($"Input.{t.Field}", $"Det er for langt. Høyst {t.Most} tegn."),
            NoticeImpossible => (
                "Input.NoticeWeeks",
                $"Skriv et antall uker, fra 0 til {ParticipantRules.MostNoticeWeeks}."
            ),
            ParticipationImpossible => ("Last", "Siste dag kan ikke være før første dag."),
            NoSuchParticipant => ("", "Fant ikke deltakeren. Last siden på nytt."),
            ChangedMeanwhile => ("", "Noen andre endret dette samtidig. Se over begge tekstene og lagre på nytt."),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };
}
