using Flette.Core;
using Flette.Core.Meetings;
using Flette.Web.Access;

namespace Flette.Web.Features.Leading;

/// <summary>The words of asking the unit for somebody to lead a meeting.</summary>
public static class LeadWords
{
    /// <summary>How a request stands, as the coordinator reads it.</summary>
    public static string Of(OpenLead lead)
    {
        ArgumentNullException.ThrowIfNull(lead);
        return lead.State switch
        {
            LeadState.Asked => "Enheten er spurt om en til som kan lede møtet.",
            LeadState.Named => $"{lead.Details.Name} fra enheten leder møtet.",
            LeadState.Declined => $"Enheten sier nei: «{lead.Details.Word}»",
            LeadState.TakenBack => "Du ba enheten om en til, og tok det tilbake.",
            _ => throw new ArgumentOutOfRangeException(nameof(lead)),
        };
    }

    /// <summary>A refusal as the field it belongs to and what it says.</summary>
    public static (string Field, string Text) Of(Refusal refusal) =>
        refusal switch
        {
            NothingToLead => ("", "Møtet er ikke planlagt lenger, eller enheten er spurt alt."),
            NoSuchLead => ("", "Koordinatoren har tatt det tilbake, eller møtet har vært."),
            LeaderUnknown => ("Leader", "Velg en av dem som er ansatt i enheten."),
            LeaderCoordinates => ("Leader", "Velg en annen enn familiens koordinator eller stedfortreder."),
            LeadWordMissing => ("Word", "Skriv kort hvorfor ikke, så koordinatoren kan ordne det på en annen måte."),
            LeadWordTooLong => ("Word", $"Det er for langt. Høyst {Core.Meetings.Leading.LongestWord} tegn."),
            ChangedMeanwhile => ("", "Noen andre endret dette samtidig. Se hva som står nå, og prøv igjen."),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };
}
