using Flette.Core.Words;
using Flette.Web.SignIn;

namespace Flette.Web.Features.SignIn;

/// <summary>The words of coming in and going out, in the three languages of the family face.</summary>
public sealed class Words
{
    private readonly Tongue _tongue;

    private Words(Tongue tongue) => _tongue = tongue;

    /// <summary>The words in a language.</summary>
    public static Words Of(Tongue tongue) => new(tongue);

    public string SignIn => Say("Logg inn", "Logg inn", "Sign in");

    public string SignInAbout =>
        Say(
            "Velg hvordan du logger inn. Etterpå kommer du rett til din egen side.",
            "Vel korleis du loggar inn. Etterpå kjem du rett til di eiga side.",
            "Choose how you sign in. After that you come straight to your own page."
        );

    public string AlreadyIn => Say("Du er logget inn", "Du er logga inn", "You are signed in");
    public string GoOn => Say("Gå til min side", "Gå til mi side", "Go to my page");

    public string ForFamilies => Say("Dere i familien", "De i familien", "You in the family");

    public string ForFamiliesAbout =>
        Say(
            "For foreldre, ungdom og andre i en familie med koordinator.",
            "For foreldre, ungdom og andre i ein familie med koordinator.",
            "For parents, young people and others in a family with a coordinator."
        );

    public string ForStaff => Say("Du som jobber her", "Du som jobbar her", "You who work here");

    public string ForStaffAbout =>
        Say("For ansatte i kommunen.", "For tilsette i kommunen.", "For those who work in the municipality.");

    /// <summary>With the name of an issuer.</summary>
    public string With => Say("Logg inn med {0}", "Logg inn med {0}", "Sign in with {0}");

    public string NoIssuers =>
        Say(
            "Her er det ikke satt opp noen innlogging ennå. Ring kommunen, så hjelper de deg.",
            "Her er det ikkje sett opp noka innlogging enno. Ring kommunen, så hjelper dei deg.",
            "No sign-in has been set up here yet. Call the municipality, and they will help you."
        );

    public string Without => Say("Har du ikke BankID?", "Har du ikkje BankID?", "No BankID?");

    public string WithoutAbout =>
        Say(
            "Du trenger ikke logge inn for å være med. Du kan svare fra lenken du får på e-post eller SMS, på papir eller i telefonen. Spør koordinatoren deres.",
            "Du treng ikkje logge inn for å vere med. Du kan svare frå lenkja du får på e-post eller SMS, på papir eller i telefonen. Spør koordinatoren dykkar.",
            "You do not need to sign in to take part. You can answer from the link you get by e-mail or SMS, on paper or by phone. Ask your coordinator."
        );

    public string TryAgain => Say("Prøv igjen", "Prøv igjen", "Try again");

    public string ProvidersOut =>
        Say("Logg ut der du logget inn", "Logg ut der du logga inn", "Sign out where you signed in");

    public string SignOut => Say("Logg ut", "Logg ut", "Sign out");

    public string SignOutAbout =>
        Say(
            "Det du har lagret og det du holder på å skrive, blir tatt vare på.",
            "Det du har lagra og det du held på å skrive, blir teke vare på.",
            "What you have saved and what you are writing is kept."
        );

    public string SignOutHere => Say("Logg ut her", "Logg ut her", "Sign out here");

    public string SignOutEverywhere => Say("Logg ut overalt", "Logg ut overalt", "Sign out everywhere");

    public string Known => Say("Nettlesere som husker deg", "Nettlesarar som hugsar deg", "Browsers that remember you");

    public string KnownAbout =>
        Say(
            "Her trenger lenkene du får, ingen kode.",
            "Her treng lenkjene du får, ingen kode.",
            "Here the links you get need no code."
        );

    public string KnownUntil => Say("Huskes til {0}", "Blir hugsa til {0}", "Remembered until {0}");

    public string Forget => Say("Glem denne", "Gløym denne", "Forget this one");

    public string SeeSessions =>
        Say("Se hvor du er logget inn", "Sjå kvar du er logga inn", "See where you are signed in");

    public string SignedOut => Say("Du er logget ut", "Du er logga ut", "You are signed out");

    public string SignedOutAbout =>
        Say(
            "Ingen kan se noe om dere i denne nettleseren nå.",
            "Ingen kan sjå noko om dykk i denne nettlesaren no.",
            "Nobody can see anything about you in this browser now."
        );

    public string SignedOutOnwards =>
        Say(
            "Du er ute av Flette. Nå logges du også ut der du logget inn.",
            "Du er ute av Flette. No blir du òg logga ut der du logga inn.",
            "You are out of Flette. Now you are signed out where you signed in, too."
        );

    public string SignInAgain => Say("Logg inn igjen", "Logg inn igjen", "Sign in again");

    public string Sessions => Say("Her er du logget inn", "Her er du logga inn", "Where you are signed in");

    public string SessionsAbout =>
        Say(
            "Kjenner du ikke igjen en av dem, så logg den ut. Etter 30 minutter uten bruk logges du ut av deg selv.",
            "Kjenner du ikkje att ei av dei, så logg ho ut. Etter 30 minutt utan bruk blir du logga ut av deg sjølv.",
            "If you do not recognise one of them, sign it out. After 30 minutes without use you are signed out by itself."
        );

    public string ThisOne => Say("her du er nå", "her du er no", "where you are now");

    /// <summary>With when it began and when it was last used.</summary>
    public string Since =>
        Say("Logget inn {0}. Sist brukt {1}.", "Logga inn {0}. Sist brukt {1}.", "Signed in {0}. Last used {1}.");

    public string EndThis => Say("Logg ut der", "Logg ut der", "Sign out there");

    public string EndOthers =>
        Say("Logg ut alle andre steder", "Logg ut alle andre stader", "Sign out everywhere else");

    public string Ended => Say("Den er logget ut.", "Ho er logga ut.", "It is signed out.");

    public string WhichFamily => Say("Hvilken familie?", "Kva familie?", "Which family?");

    public string WhichFamilyAbout =>
        Say(
            "Du er med i flere familier. Det som står i den ene, ser ingen i den andre.",
            "Du er med i fleire familiar. Det som står i den eine, ser ingen i den andre.",
            "You are in more than one family. What is written in one is seen by nobody in the other."
        );

    public string OtherFamily => Say("Gå til en annen familie", "Gå til ein annan familie", "Go to another family");

    public string OneFamily => Say("Du er med i én familie.", "Du er med i éin familie.", "You are in one family.");

    /// <summary>What a browser is called.</summary>
    public string Device(string? code)
    {
        var (browser, machine) = Devices.Parts(code);
        return (browser, machine) switch
        {
            (null, null) => Say("En nettleser", "Ein nettlesar", "A browser"),
            (null, var m) => m!,
            (var b, null) => b,
            var (b, m) => Say($"{b} på {m}", $"{b} på {m}", $"{b} on {m}"),
        };
    }

    /// <summary>A moment by the clock in Norway, as it is said.</summary>
    public string Moment(DateTimeOffset at, DateOnly today) => NorwegianDates.Moment(Norway.Clock(at), today, _tongue);

    /// <summary>Why nobody was let in: what happened, and what to do.</summary>
    public (string Heading, string About) Failed(NotSignedIn why) =>
        why switch
        {
            NotSignedIn.NotBegun => (
                Say("Innloggingen ble ikke ferdig", "Innlogginga vart ikkje ferdig", "The sign-in was not completed"),
                Say(
                    "Den var for gammel, eller begynte i en annen nettleser. Ingenting er endret.",
                    "Ho var for gammal, eller tok til i ein annan nettlesar. Ingenting er endra.",
                    "It was too old, or began in another browser. Nothing has been changed."
                )
            ),
            NotSignedIn.BrokenOff => (
                Say("Du avbrøt innloggingen", "Du braut av innlogginga", "You stopped the sign-in"),
                Say("Ingenting er endret.", "Ingenting er endra.", "Nothing has been changed.")
            ),
            NotSignedIn.NoAnswer => (
                Say("Innloggingen svarer ikke", "Innlogginga svarer ikkje", "The sign-in does not answer"),
                Say(
                    "Feilen er ikke hos deg. Ingenting er borte. Prøv igjen om litt, eller ring koordinatoren deres.",
                    "Feilen er ikkje hos deg. Ingenting er borte. Prøv igjen om litt, eller ring koordinatoren dykkar.",
                    "It is not your fault. Nothing is lost. Try again in a while, or call your coordinator."
                )
            ),
            NotSignedIn.NotSure => (
                Say("Du må logge inn sikrere", "Du må logge inn sikrare", "A safer sign-in is needed"),
                Say(
                    "Her står det opplysninger om helse og familie. Velg BankID, Buypass eller Commfides når du logger inn. MinID er ikke nok.",
                    "Her står det opplysningar om helse og familie. Vel BankID, Buypass eller Commfides når du loggar inn. MinID er ikkje nok.",
                    "There is information about health and family here. Choose BankID, Buypass or Commfides when you sign in. MinID is not enough."
                )
            ),
            NotSignedIn.Unknown => (
                Say("Vi fant deg ikke her", "Vi fann deg ikkje her", "We did not find you here"),
                Say(
                    "Du har logget inn, men kommunen har ikke skrevet deg inn i Flette ennå. Det er ikke noe galt med innloggingen din. Spør koordinatoren deres, eller ring kommunen og spør etter koordinerende enhet.",
                    "Du har logga inn, men kommunen har ikkje skrive deg inn i Flette enno. Det er ikkje noko gale med innlogginga di. Spør koordinatoren dykkar, eller ring kommunen og spør etter koordinerande eining.",
                    "You have signed in, but the municipality has not entered you in Flette yet. There is nothing wrong with your sign-in. Ask your coordinator, or call the municipality and ask for the coordinating unit."
                )
            ),
            _ => (
                Say(
                    "Innloggingen kunne ikke godtas",
                    "Innlogginga kunne ikkje godtakast",
                    "The sign-in could not be accepted"
                ),
                Say(
                    "Ingenting er endret. Prøv igjen. Skjer det flere ganger, så ring kommunen.",
                    "Ingenting er endra. Prøv igjen. Hender det fleire gonger, så ring kommunen.",
                    "Nothing has been changed. Try again. If it happens several times, call the municipality."
                )
            ),
        };

    private string Say(string bokmal, string nynorsk, string english) =>
        _tongue switch
        {
            Tongue.Nynorsk => nynorsk,
            Tongue.English => english,
            _ => bokmal,
        };
}
