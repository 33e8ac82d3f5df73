using Flette.Core.FollowUp;
using Flette.Core.Words;

namespace Flette.Web.Features.Family;

/// <summary>What the family says of how it goes, and what is open.</summary>
public sealed partial record Words
{
    public string NothingHappened => Say("Ingenting har skjedd", "Ingenting har skjedd", "Nothing has happened");

    public string NothingSince(DateOnly day, DateOnly today)
    {
        var when = NorwegianDates.DayAndMonth(day, today, Tongue);
        return Say(
            $"Du sa {when} at ingenting har skjedd. Koordinatoren ser det.",
            $"Du sa {when} at ingenting har skjedd. Koordinatoren ser det.",
            $"On {when} you said that nothing has happened. The coordinator sees it."
        );
    }

    public string TakeBack => Say("Ta det tilbake", "Ta det tilbake", "Take it back");

    public string LetterSent(string? to, DateOnly day, DateOnly today)
    {
        var when = NorwegianDates.DayAndMonth(day, today, Tongue);
        return to is null
            ? Say(
                $"Brev sendt til lederen for den som har avtalen, {when}",
                $"Brev sendt til leiaren for den som har avtalen, {when}",
                $"Letter sent to the leader of whoever has the agreement, {when}"
            )
            : Say($"Brev sendt til {to}, {when}", $"Brev sendt til {to}, {when}", $"Letter sent to {to}, {when}");
    }

    public string SaySomething => Say("Si hvordan det går", "Sei korleis det går", "Say how it goes");

    public string SayWhat =>
        Say(
            "Det du sier her, går til koordinatoren. Ingen tjeneste får det tilsendt.",
            "Det du seier her, går til koordinatoren. Inga teneste får det tilsendt.",
            "What you say here goes to the coordinator. It is not sent to any service."
        );

    public string HelpsQuestion => Say("Hjelper det?", "Hjelper det?", "Does it help?");

    public string Of(Helps helps) =>
        helps switch
        {
            Helps.Yes => Say("Dette hjelper", "Dette hjelper", "This helps"),
            Helps.No => Say("Dette hjelper ikke", "Dette hjelper ikkje", "This does not help"),
            _ => Say("Sier ikke noe nå", "Seier ikkje noko no", "Says nothing now"),
        };

    public string OwnWords => Say("Med dine egne ord", "Med dine eigne ord", "In your own words");

    public string SaidOn(Helps helps, DateOnly day, DateOnly today) =>
        $"{Of(helps)}, {NorwegianDates.DayAndMonth(day, today, Tongue)}";

    public string NoMeasures =>
        Say(
            "Det står ingen tiltak i planen du kan se ennå.",
            "Det står ingen tiltak i planen du kan sjå enno.",
            "There are no measures in the plan that you can see yet."
        );

    public string RemindersHead => Say("Påminnelser til deg", "Påminningar til deg", "Reminders to you");

    public string RemindersAbout(bool on) =>
        on
            ? Say(
                "Du får påminnelse på e-post om det du selv skal gjøre.",
                "Du får påminning på e-post om det du sjølv skal gjere.",
                "You get reminders by e-mail about what you have to do yourself."
            )
            : Say(
                "Du får ingen påminnelser. Vil du, kan du få dem på e-post om det du selv skal gjøre.",
                "Du får ingen påminningar. Vil du, kan du få dei på e-post om det du sjølv skal gjere.",
                "You get no reminders. If you like, you can have them by e-mail about what you have to do yourself."
            );

    public string WantReminders => Say("Ja, minn meg på det", "Ja, minn meg på det", "Yes, remind me");

    public string NoReminders => Say("Slutt å minne meg på det", "Slutt å minne meg på det", "Stop reminding me");

    public string NotSaid =>
        Say(
            "Det ble ikke lagret, for noe ble endret samtidig. Se over og prøv igjen.",
            "Det blei ikkje lagra, for noko blei endra samtidig. Sjå over og prøv igjen.",
            "It was not saved, since something was changed at the same time. Look it over and try again."
        );

    public string NotThere =>
        Say(
            "Dette kan det ikke sies noe om her lenger.",
            "Dette kan det ikkje seiast noko om her lenger.",
            "Nothing can be said about this here any more."
        );

    public string TooLong =>
        Say(
            $"Høyst {SaidWords.LongestWords} tegn.",
            $"Høgst {SaidWords.LongestWords} teikn.",
            $"At most {SaidWords.LongestWords} characters."
        );

    // What is open.

    public string Threads => Say("Det som er åpent", "Det som er ope", "What is open");

    public string ThreadsAbout =>
        Say(
            "Alt som ikke er ferdig: hvem som har det, og hvem det venter på.",
            "Alt som ikkje er ferdig: kven som har det, og kven det ventar på.",
            "Everything that is not finished: who has it, and whom it waits for."
        );

    public string NothingOpen => Say("Ingenting er åpent nå.", "Ingenting er ope no.", "Nothing is open now.");

    public string WaitsForUs => Say("Venter på oss", "Ventar på oss", "Waits for us");

    public string WaitsFor(string name) => Say($"Venter på {name}", $"Ventar på {name}", $"Waits for {name}");

    public string WaitsForSomeone =>
        Say("Venter på noen som tar det", "Ventar på nokon som tek det", "Waits for someone to take it");
}
