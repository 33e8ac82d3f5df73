using Flette.Core.Access;
using Flette.Core.Words;

namespace Flette.Web.Features.Codes;

/// <summary>What is said around one-time codes, in the three languages of the link face. A text is changed in all three.</summary>
public sealed record CodeWords(Tongue Tongue)
{
    /// <summary>What is behind the link, said so that it tells nothing.</summary>
    public string Heading(string firstName, LinkPurpose purpose) =>
        (firstName.Length > 0 ? firstName + ", " : "")
        + (
            purpose == LinkPurpose.Messages
                ? Say("du har fått en melding", "du har fått ei melding", "you have a message")
                : Say("her er hele teksten", "her er heile teksten", "here is the whole text")
        );

    public string Why =>
        Say(
            "Skriv koden vi sender til mobilen din, så vet vi at det er deg.",
            "Skriv koden vi sender til mobilen din, så veit vi at det er deg.",
            "Enter the code we send to your mobile phone, so that we know it is you."
        );

    public string WillSend(string masked) =>
        Say(
            $"Koden sendes på SMS til {masked}.",
            $"Koden blir send på SMS til {masked}.",
            $"The code is sent by text message to {masked}."
        );

    public string Send => Say("Send meg koden", "Send meg koden", "Send me the code");

    public string Sent(string masked) =>
        Say(
            $"Vi har sendt en kode til {masked}. Den virker i ti minutter.",
            $"Vi har sendt ein kode til {masked}. Han verkar i ti minutt.",
            $"We have sent a code to {masked}. It works for ten minutes."
        );

    public string SendAgain => Say("Send en ny kode", "Send ein ny kode", "Send a new code");

    public string Code => Say("Koden", "Koden", "The code");

    public string CodeAbout => Say("Seks sifre", "Seks siffer", "Six digits");

    public string Open => Say("Les og svar", "Les og svar", "Read and answer");

    public string Remember => Say("Husk meg her i 30 dager", "Hugs meg her i 30 dagar", "Remember me here for 30 days");

    public string RememberAbout =>
        Say("Bare på din egen telefon", "Berre på din eigen telefon", "Only on your own phone");

    public string NotRight(int left) =>
        Say(
            $"Koden stemmer ikke. Se på SMS-en og prøv igjen. Du har {left} forsøk til.",
            $"Koden stemmer ikkje. Sjå på SMS-en og prøv igjen. Du har {left} forsøk til.",
            $"The code is not right. Look at the text message and try again. You have {left} more {(left == 1 ? "try" : "tries")}."
        );

    public string Over =>
        Say(
            "Koden virker ikke lenger. Be om en ny.",
            "Koden verkar ikkje lenger. Be om ein ny.",
            "The code does not work any more. Ask for a new one."
        );

    public string TooMany(DateTime again, string coordinator)
    {
        var at = again.ToString("HH.mm", System.Globalization.CultureInfo.InvariantCulture);
        return Say(
            $"Vi har sendt så mange koder som vi kan nå. Du kan be om en ny etter klokka {at}. Haster det, ring {coordinator}.",
            $"Vi har sendt så mange kodar som vi kan no. Du kan be om ein ny etter klokka {at}. Hastar det, ring {coordinator}.",
            $"We have sent as many codes as we can now. You can ask for a new one after {at}. If it cannot wait, call {coordinator}."
        );
    }

    public string NotByWork(string issuer) =>
        Say(
            $"Du er logget inn hos {issuer} med en annen adresse enn den lenken ble sendt til.",
            $"Du er logga inn hos {issuer} med ei anna adresse enn den lenkja vart send til.",
            $"You are signed in with {issuer} with another address than the one the link was sent to."
        );

    public string FullText => Say("Hele avtalen", "Heile avtalen", "The whole agreement");

    public string About(string names) => Say($"Gjelder {names}.", $"Gjeld {names}.", $"About {names}.");

    public string Holders(string names) => Say($"{names} har den.", $"{names} har ho.", $"{names} has it.");

    public string Reads =>
        Say(
            "Familien ser at du har lest dette.",
            "Familien ser at du har lese dette.",
            "The family sees that you have read this."
        );

    public string BackToAnswer => Say("Tilbake for å svare", "Tilbake for å svare", "Back to answer");

    public string NoNumber =>
        Say(
            "Vi har ikke noe mobilnummer som bare er ditt, så vi kan ikke sende deg en kode.",
            "Vi har ikkje noko mobilnummer som berre er ditt, så vi kan ikkje sende deg ein kode.",
            "We have no mobile number that is yours alone, so we cannot send you a code."
        );

    public string RingInstead(string coordinator) =>
        Say(
            $"Vil du heller snakke? Ring {coordinator}.",
            $"Vil du heller snakke? Ring {coordinator}.",
            $"Would you rather talk? Call {coordinator}."
        );

    private string Say(string bokmal, string nynorsk, string english) =>
        Tongue switch
        {
            Tongue.Nynorsk => nynorsk,
            Tongue.English => english,
            _ => bokmal,
        };
}
