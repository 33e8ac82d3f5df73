using Flette.Core;
using Flette.Core.Agreements;
using Flette.Web.Access;
using Flette.Web.Features.Links;

namespace Flette.Web.Features.Sending;

/// <summary>The words of sending.</summary>
public static class Words
{
    /// <summary>What was found in a title, and why it matters.</summary>
    public static string Of(IReadOnlyList<TitleFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var words = string.Join(", ", findings.Select(f => $"«{f.Word}»"));
        return findings.Any(f => f.IsName)
            ? $"{words} kan røpe hvem det gjelder. Andre kan se tittelen i e-posten."
            : $"{words} kan røpe hva det gjelder. Andre kan se tittelen i e-posten.";
    }

    /// <summary>How it stands with what was sent.</summary>
    public static string Of(SentLink link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return (link.Revoked, link.Mail) switch
        {
            (Revoked.NotMe, _) => "svarte «Ikke meg»",
            (Revoked.Withdrawn, _) => "stoppet, fordi ja-et er trukket",
            (Revoked.Ended, _) => "stoppet, fordi hun eller han ikke er med lenger",
            (Revoked.Undone, _) => "angret",
            (_, MailState.Waiting) => "går snart",
            (_, MailState.Sent) => "sendt",
            (_, MailState.Failed) => "kom ikke fram",
            _ => "",
        };
    }

    /// <summary>A refusal as the field it belongs to and what it says.</summary>
    public static (string Field, string Text) Of(Refusal refusal) =>
        refusal switch
        {
            NothingToSend => ("", "Velg minst én avtale å sende eller gi til noen."),
            TooLate => ("", "Det er for sent å angre: e-posten er sendt. Ring hvis noe er feil."),
            NoSuchAgreement or NotHersToAnswer or TakenBack or ChangedMeanwhile => (
                "",
                "En av avtalene ble endret samtidig. Se over listen og send på nytt."
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };
}
