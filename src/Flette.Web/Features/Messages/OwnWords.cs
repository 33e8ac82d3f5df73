using Flette.Core.Messages;
using Flette.Core.Words;

namespace Flette.Web.Features.Messages;

/// <summary>What the family face says of messages, in its three languages. A text is changed in all three.</summary>
public sealed record OwnWords(Tongue Tongue)
{
    public string Title => Say("Meldinger", "Meldingar", "Messages");

    public string About(string coordinator) =>
        Say($"Mellom deg og {coordinator}.", $"Mellom deg og {coordinator}.", $"Between you and {coordinator}.");

    public string Nobody =>
        Say(
            "Ingen koordinerer for dere nå. Ring kommunen, så finner de ut hvem dere kan snakke med.",
            "Ingen koordinerer for dykk no. Ring kommunen, så finn dei ut kven de kan snakke med.",
            "Nobody coordinates for you now. Call the municipality, and they will find out whom you can talk to."
        );

    public string AnswersWithin(string name, int days) =>
        days == 1
            ? Say(
                $"{name} svarer innen neste arbeidsdag.",
                $"{name} svarer innan neste arbeidsdag.",
                $"{name} answers by the next working day."
            )
            : Say(
                $"{name} svarer innen {Count(days)} arbeidsdager.",
                $"{name} svarer innan {Count(days)} arbeidsdagar.",
                $"{name} answers within {Count(days)} working days."
            );

    public string StandsIn(string deputy, string coordinator, DateOnly? until, DateOnly today)
    {
        var last = until is { } day ? NorwegianDates.DayAndMonth(day, today, Tongue) : null;
        return Say(
            $"{deputy} står inn for {coordinator}{(last is null ? "" : $" til {last}")} og leser det du skriver.",
            $"{deputy} står inn for {coordinator}{(last is null ? "" : $" til {last}")} og les det du skriv.",
            $"{deputy} stands in for {coordinator}{(last is null ? "" : $" until {last}")} and reads what you write."
        );
    }

    public string WhoReads(string coordinator) =>
        Say(
            $"Bare du og {coordinator} leser det du skriver her. Er et barn i fare, må alle som jobber i kommunen si ifra til barnevernet. Det får du høre om.",
            $"Berre du og {coordinator} les det du skriv her. Er eit barn i fare, må alle som jobbar i kommunen seie frå til barnevernet. Det får du høyre om.",
            $"Only you and {coordinator} read what you write here. If a child is in danger, everybody who works in the municipality must tell child welfare. You will be told."
        );

    public string Write => Say("Skriv en melding", "Skriv ei melding", "Write a message");

    public string YourText => Say("Meldingen din", "Meldinga di", "Your message");

    public string Send => Say("Send meldingen", "Send meldinga", "Send the message");

    public string Sent => Say("Meldingen er sendt.", "Meldinga er send.", "The message has been sent.");

    public string NoneYet =>
        Say(
            "Her kommer det dere skriver til hverandre. Du kan begynne, for eksempel med «Kan du ringe meg på torsdag?»",
            "Her kjem det de skriv til kvarandre. Du kan begynne, til dømes med «Kan du ringje meg på torsdag?»",
            "What you write to each other comes here. You can begin, for example with “Can you call me on Thursday?”"
        );

    public string You => Say("Du", "Du", "You");

    public string WrittenDown(string name) =>
        Say(
            $"Sagt til {name}, som skrev det ned",
            $"Sagt til {name}, som skreiv det ned",
            $"Said to {name}, who wrote it down"
        );

    /// <summary>What has become of a message of hers.</summary>
    public string? Of(MessageState state, string coordinator, DateOnly answerBy, DateOnly today) =>
        state switch
        {
            MessageState.Waiting when answerBy >= today => Say(
                $"Sendt. Svar innen {NorwegianDates.WithDay(answerBy, today, Tongue)}.",
                $"Send. Svar innan {NorwegianDates.WithDay(answerBy, today, Tongue)}.",
                $"Sent. An answer by {NorwegianDates.WithDay(answerBy, today, Tongue)}."
            ),
            MessageState.Waiting => Say(
                $"Sendt. Svaret skulle ha kommet {NorwegianDates.WithDay(answerBy, today, Tongue)}. Du kan ringe.",
                $"Send. Svaret skulle ha kome {NorwegianDates.WithDay(answerBy, today, Tongue)}. Du kan ringje.",
                $"Sent. The answer should have come by {NorwegianDates.WithDay(answerBy, today, Tongue)}. You can call."
            ),
            MessageState.Answered => Say("Besvart", "Svart på", "Answered"),
            MessageState.Heard => Say(
                $"{coordinator} har lest det.",
                $"{coordinator} har lese det.",
                $"{coordinator} has read it."
            ),
            MessageState.Thread => Say(
                $"{coordinator} følger det opp videre.",
                $"{coordinator} følgjer det opp vidare.",
                $"{coordinator} is following it up."
            ),
            _ => null,
        };

    public string Empty => Say("Skriv noe først.", "Skriv noko først.", "Write something first.");

    public string TooLong =>
        Say(
            $"Meldingen er for lang. Høyst {MessageRules.Longest} tegn. Det du skrev, står her.",
            $"Meldinga er for lang. Høgst {MessageRules.Longest} teikn. Det du skreiv, står her.",
            $"The message is too long. {MessageRules.Longest} characters at most. What you wrote is still here."
        );

    public string SeeAll => Say("Les og skriv meldinger", "Les og skriv meldingar", "Read and write messages");

    public string Latest(DateOnly day, DateOnly today)
    {
        var when = NorwegianDates.Relative(day, today, Tongue);
        return Say($"Siste melding {when}.", $"Siste melding {when}.", $"Latest message {when}.");
    }

    public string SignInForMore =>
        Say(
            "Vil du se planen og resten, må du logge inn.",
            "Vil du sjå planen og resten, må du logge inn.",
            "To see the plan and the rest, you need to sign in."
        );

    private string Count(int days) => Tongue == Tongue.English ? English[days] : Norwegian[days];

    private static readonly string[] Norwegian =
    [
        "",
        "én",
        "to",
        "tre",
        "fire",
        "fem",
        "seks",
        "sju",
        "åtte",
        "ni",
        "ti",
    ];

    private static readonly string[] English =
    [
        "",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
    ];

    private string Say(string bokmal, string nynorsk, string english) =>
        Tongue switch
        {
            Tongue.Nynorsk => nynorsk,
            Tongue.English => english,
            _ => bokmal,
        };
}
