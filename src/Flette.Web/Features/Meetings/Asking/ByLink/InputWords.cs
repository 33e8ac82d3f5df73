using Flette.Core;
using Flette.Core.Meetings.Asking;
using Flette.Core.Meetings.Preparing;
using Flette.Core.Words;
using Flette.Web.Features.Meetings.Preparing;

namespace Flette.Web.Features.Meetings.Asking.ByLink;

/// <summary>Every text of what is asked before a meeting on the link face, in its three languages side by side.</summary>
public sealed record InputWords(Tongue Tongue)
{
    /// <summary>What is said of points and wishes stands with the family's own page.</summary>
    public PrepareWords Prepare => new(Tongue);

    public string Title(DateOnly day, DateOnly today, bool update, bool poll) =>
        poll ? Say("Når kan vi møtes?", "Når kan vi møtast?", "When can we meet?")
        : update ? Say("Hvordan går det?", "Korleis går det?", "How is it going?")
        : Say(
            $"Før møtet {Day(day, today)}",
            $"Før møtet {Day(day, today)}",
            $"Before the meeting on {Day(day, today)}"
        );

    public string Lead(bool update, DateOnly day, DateOnly today) =>
        update
            ? Say(
                $"Vi møtes ikke denne gangen. Det du skriver, settes sammen med det andre skriver, innen {Day(day, today)}.",
                $"Vi møtest ikkje denne gongen. Det du skriv, blir sett saman med det andre skriv, innan {Day(day, today)}.",
                $"We do not meet this time. What you write is put together with what others write, by {Day(day, today)}."
            )
            : Say(
                "Fyll ut det du vil. Tre korte linjer er nok.",
                "Fyll ut det du vil. Tre korte linjer er nok.",
                "Fill in what you want. Three short lines are enough."
            );

    public string WhoReads =>
        Say(
            "Koordinatoren og familien leser det du skriver.",
            "Koordinatoren og familien les det du skriv.",
            "The coordinator and the family read what you write."
        );

    public string OnlyCoordinator =>
        Say("Bare koordinatoren leser dette.", "Berre koordinatoren les dette.", "Only the coordinator reads this.");

    public string Times => Say("Hvilke tider passer?", "Kva tider passar?", "Which times suit you?");

    public string TimesGone =>
        Say(
            "Ingen av tidene som er foreslått, går lenger. Du får en ny e-post.",
            "Ingen av tidene som er føreslått, går lenger. Du får ein ny e-post.",
            "None of the times proposed will do any more. You will get a new mail."
        );

    public string Of(TimeAnswer answer) =>
        answer switch
        {
            TimeAnswer.Can => Say("Passer", "Passar", "Suits me"),
            TimeAnswer.IfNeeded => Say("Om nødvendig", "Om nødvendig", "If needed"),
            TimeAnswer.Cannot => Say("Går ikke", "Går ikkje", "Impossible"),
            _ => throw new ArgumentOutOfRangeException(nameof(answer)),
        };

    public string Lines => Say("Tre linjer", "Tre linjer", "Three lines");

    public string Now => Say("Slik er det nå", "Slik er det no", "How it is now");

    public string Works =>
        Say("Dette hjelper, eller hjelper ikke", "Dette hjelper, eller hjelper ikkje", "What helps, and what does not");

    public string Needs =>
        Say("Dette trenger vi av de andre", "Dette treng vi av dei andre", "What we need of the others");

    public string Agreements =>
        Say("Det som står på deg siden sist", "Det som står på deg sidan sist", "What you have had since last time");

    public string Send => Say("Send", "Send", "Send");

    public string Thanks(string name) => Say($"Takk, {name}", $"Takk, {name}", $"Thank you, {name}");

    public string Given =>
        Say(
            "Det er sendt til koordinatoren. Du kan lukke siden.",
            "Det er sendt til koordinatoren. Du kan lukke sida.",
            "It has been sent to the coordinator. You can close this page."
        );

    public string GivenBefore =>
        Say(
            "Du har svart før. Skriver du mer, kommer det i tillegg.",
            "Du har svart før. Skriv du meir, kjem det i tillegg.",
            "You have answered before. What you write now is added."
        );

    public string More => Say("Skriv mer", "Skriv meir", "Write more");

    public string TakeBack => Say("Angre det du sendte", "Angre det du sende", "Undo what you sent");

    public string TakenBack =>
        Say("Angret. Ingenting er sendt.", "Angra. Ingenting er sendt.", "Undone. Nothing has been sent.");

    public string Over => Say("Dette er avsluttet", "Dette er avslutta", "This is closed");

    public string OverAbout =>
        Say(
            "Møtet har vært, eller blir ikke holdt. Du trenger ikke gjøre noe.",
            "Møtet har vore, eller blir ikkje halde. Du treng ikkje gjere noko.",
            "The meeting has been held or will not be. You need not do anything."
        );

    public string ChildLead(DateOnly day, DateOnly today, bool update) =>
        update
            ? Say(
                "De voksne skal snakke om hvordan det går. Du kan si hva du mener her.",
                "Dei vaksne skal snakke om korleis det går. Du kan seie kva du meiner her.",
                "The grown-ups are going to talk about how things are. You can say what you think here."
            )
            : Say(
                $"De voksne skal ha et møte {Day(day, today)}. Du kan si hva du vil at de skal snakke om.",
                $"Dei vaksne skal ha eit møte {Day(day, today)}. Du kan seie kva du vil at dei skal snakke om.",
                $"The grown-ups are having a meeting on {Day(day, today)}. You can say what you want them to talk about."
            );

    public string ChildWho =>
        Say(
            "Først: Hvem skal få vite det du skriver?",
            "Først: Kven skal få vite det du skriv?",
            "First: Who is to know what you write?"
        );

    public string ChildOnly(string coordinator) =>
        Say($"Bare {coordinator}", $"Berre {coordinator}", $"Only {coordinator}");

    public string ChildSafe(string coordinator) =>
        Say(
            $"Er det noe som gjør at du ikke er trygg, må {coordinator} fortelle det til noen som kan hjelpe. Du får vite det først.",
            $"Er det noko som gjer at du ikkje er trygg, må {coordinator} fortelje det til nokon som kan hjelpe. Du får vite det først.",
            $"If something makes you unsafe, {coordinator} must tell someone who can help. You are told first."
        );

    public string ChildWhat =>
        Say(
            "Hva vil du at de skal snakke om?",
            "Kva vil du at dei skal snakke om?",
            "What do you want them to talk about?"
        );

    public string ChildPart =>
        Say("Vil du være med på møtet?", "Vil du vere med på møtet?", "Do you want to be at the meeting?");

    public string Of(TakesPart part) =>
        part switch
        {
            TakesPart.Unsaid => Say("Jeg vet ikke ennå", "Eg veit ikkje enno", "I do not know yet"),
            TakesPart.Whole => Say("Ja, hele", "Ja, heile", "Yes, all of it"),
            TakesPart.Part => Say("Ja, litt av det", "Ja, litt av det", "Yes, some of it"),
            TakesPart.ThroughSomebody => Say(
                "Noen kan si det for meg",
                "Nokon kan seie det for meg",
                "Someone can say it for me"
            ),
            TakesPart.No => Say("Nei", "Nei", "No"),
            _ => throw new ArgumentOutOfRangeException(nameof(part)),
        };

    public string ChildUrgent =>
        Say(
            "Trenger du noen å snakke med nå? Ring 116 111, hele døgnet.",
            "Treng du nokon å snakke med no? Ring 116 111, heile døgnet.",
            "Do you need someone to talk to now? Call 116 111, day and night."
        );

    /// <summary>Why it is not written, and at which field.</summary>
    public (string Field, string Text) Of(Refusal refusal) =>
        refusal switch
        {
            InputTooLong t => (
                t.Field,
                Say(
                    $"Det er for langt. Høyst {t.Most} tegn. Ingenting er borte.",
                    $"Det er for langt. Høgst {t.Most} teikn. Ingenting er borte.",
                    $"That is too long. At most {t.Most} characters. Nothing is lost."
                )
            ),
            PointTooLong t => (
                "Point",
                Say(
                    $"Det er for langt. Høyst {t.Most} tegn. Ingenting er borte.",
                    $"Det er for langt. Høgst {t.Most} teikn. Ingenting er borte.",
                    $"That is too long. At most {t.Most} characters. Nothing is lost."
                )
            ),
            NothingSaid => (
                "",
                Say(
                    "Skriv noe, eller velg en tid, før du sender.",
                    "Skriv noko, eller vel ei tid, før du sender.",
                    "Write something, or choose a time, before you send."
                )
            ),
            _ => (
                "",
                Say(
                    "Dette kan ikke besvares her lenger. Det du skrev, er ikke sendt.",
                    "Dette kan ikkje svarast på her lenger. Det du skreiv, er ikkje sendt.",
                    "This can no longer be answered here. What you wrote has not been sent."
                )
            ),
        };

    private string Day(DateOnly day, DateOnly today) => NorwegianDates.DayAndMonth(day, today, Tongue);

    private string Say(string bokmal, string nynorsk, string english) =>
        Tongue switch
        {
            Tongue.Nynorsk => nynorsk,
            Tongue.English => english,
            _ => bokmal,
        };
}
