using Flette.Core;
using Flette.Core.Agreements;
using Flette.Core.FollowUp;
using Flette.Core.Law;
using Flette.Core.Words;
using Flette.Web.Access;
using Flette.Web.Delivery.Mails;
using Flette.Web.Features.Sending;
using Flette.Web.Features.Shared;

namespace Flette.Web.Features.Letters;

/// <summary>The words of letters to a service's leader. They say what was agreed and asked, and reproach nobody.</summary>
public static class Words
{
    /// <summary>Neutral: it travels in the open.</summary>
    public const string Subject = "En avtale som venter på svar";

    /// <summary>That it was sent: «Brev sendt til rektor Moe ved Solbakken skole 3. mai».</summary>
    public static string Sent(Letter letter, DateOnly today, Tongue tongue = Tongue.Bokmal)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var (to, where) = (letter.Details.To, letter.Details.Organisation);
        var day = NorwegianDates.DayAndMonth(letter.On, today, tongue);
        return tongue switch
        {
            Tongue.Nynorsk => $"Brev sendt til {to}, {where}, {day}",
            Tongue.English => $"Letter sent to {to}, {where}, {day}",
            _ => $"Brev sendt til {to}, {where}, {day}",
        };
    }

    /// <summary>The ways to choose from.</summary>
    public static IReadOnlyList<FieldOption> Ways { get; } =
    [
        new(nameof(LetterWay.Paper), "På papir", "du skriver ut hele brevet og gir eller sender det"),
        new(
            nameof(LetterWay.Mail),
            "På e-post",
            "e-posten navngir ingen i familien og sier ikke hva som ble avtalt; hele brevet gir du på papir eller leser opp"
        ),
    ];

    /// <summary>The duties to choose from.</summary>
    public static IReadOnlyList<FieldOption> Duties { get; } =
        CooperationDuties.All.Select(d => new FieldOption(d.Code, $"{d.Sector}: {d.Named}")).ToList();

    /// <summary>What the family says yes to, word for word: this is read aloud and kept.</summary>
    public static string Sentence(string? to, string? organisation, string what) =>
        $"Jeg sier ja til at koordinatoren sender ett brev til {Or(to, "lederen")} i {Or(organisation, "tjenesten")} om avtalen «{what}». I brevet står det hva som ble avtalt, fristen, når det ble spurt, og plikten til å samarbeide. Ikke noe mer om oss.";

    /// <summary>The mail to the leader: the neutral title only, and nobody of the family.</summary>
    public static LetterMail Mail(LetterDetails letter, string from)
    {
        ArgumentNullException.ThrowIfNull(letter);
        return new LetterMail(
            letter.Address!,
            Subject,
            letter.To,
            letter.Who,
            letter.Title,
            letter.Due,
            letter.AskedOn,
            letter.Duty,
            from
        );
    }

    /// <summary>How it stands with the mail of a letter.</summary>
    public static string Of(string? mail) =>
        mail switch
        {
            "waiting" => "går snart",
            "sent" => "sendt",
            "failed" => "kom ikke fram. Skriv det ut og gi det på papir",
            "undone" => "stoppet",
            _ => "på papir",
        };

    /// <summary>A refusal as the field it belongs to and what it says.</summary>
    public static (string Field, string Text) Of(Refusal refusal, Func<Guid, string> name, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(name);
        return refusal switch
        {
            LeaderMissing => ("Input.To", "Skriv hvem som leder tjenesten."),
            ServiceMissing => ("Input.Organisation", "Skriv hvilken tjeneste det er."),
            LetterAddressWrong => ("Input.Address", "Skriv e-postadressen til lederen."),
            DutyMissing => ("Input.Duty", "Velg hvilken lov tjenesten følger."),
            LetterTooLong => ("Input.Line", $"For langt. Høyst {Core.FollowUp.Letters.LongestLine} tegn."),
            LetterYesMissing m => (
                "Input.Givers",
                $"Brevet kan ikke sendes uten ja fra {Listing.And(m.Of.Select(name))}."
            ),
            NobodySaysYes => (
                "Input.Givers",
                "Ingen i familien er registrert med rett til å si ja. Registrer foreldreansvar eller verge først."
            ),
            LetterYesDay => ("Input.YesOn", "Skriv dagen ja-et ble sagt. Den kan ikke være fram i tid."),
            LetterYesHow => ("Input.How", "Velg hvordan ja-et ble sagt."),
            NotSilent => ("", "Avtalen venter ikke på et svar som har uteblitt, så det er ikke noe å skrive om."),
            SentBefore b => (
                "Input.Again",
                $"Det er sendt et brev om denne avtalen til samme tjeneste {NorwegianDates.DayAndMonth(b.On, today)}. Kryss av hvis du mener å sende ett til."
            ),
            NoSuchAgreement or NoSuchLetter => ("", "Fant ikke brevet eller avtalen."),
            TooLate => ("", "Det er for sent å angre: e-posten er sendt. Ring lederen hvis noe er feil."),
            ChangedMeanwhile => ("", "Noen andre endret dette samtidig. Se over og prøv på nytt."),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
        };
    }

    private static string Or(string? typed, string instead) =>
        string.IsNullOrWhiteSpace(typed) ? instead : typed.Trim();
}
