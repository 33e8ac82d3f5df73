using Flette.Core.Words;

namespace Flette.Web.Features.Paper;

/// <summary>What a paper is of.</summary>
public enum OnPaper
{
    Plan,

    /// <summary>Minutes of a meeting.</summary>
    Minutes,

    /// <summary>A sheet that is made to be handed on: an agenda, questions, agreements.</summary>
    Sheet,
}

/// <summary>What stands only on paper, in the languages of the family face; the rest is the words of the plan's own page.</summary>
/// <param name="What">What is on the paper.</param>
public sealed record Words(Tongue Tongue, OnPaper What = OnPaper.Plan)
{
    private bool Minutes => What == OnPaper.Minutes;

    private bool Sheet => What == OnPaper.Sheet;

    public string Printed(DateOnly day, string by)
    {
        var when = NorwegianDates.WithYear(day, Tongue);
        return Say($"Skrevet ut {when}, av {by}", $"Skrive ut {when}, av {by}", $"Printed on {when}, by {by}");
    }

    public string For(bool individual, string names) =>
        individual
            ? Say($"Individuell plan for {names}.", $"Individuell plan for {names}.", $"Individual plan for {names}.")
            : Say($"Felles plan for {names}.", $"Felles plan for {names}.", $"Common plan for {names}.");

    public string Responsible(string name) =>
        Say(
            $"{name} har hovedansvaret for planen.",
            $"{name} har hovudansvaret for planen.",
            $"{name} has the main responsibility for the plan."
        );

    public string SheetPlan => Say("Hvilken plan:", "Kva plan:", "Which plan:");

    public string Goal(int number) => Say($"Mål {number}: ", $"Mål {number}: ", $"Goal {number}: ");

    public string Agreement => Say("Avtale", "Avtale", "Agreement");

    public string Holder => Say("Har den", "Har ho", "Has it");

    public string Due => Say("Frist", "Frist", "By");

    public string Status => Say("Status", "Status", "Status");

    public string Live =>
        Say("Avtaler som ikke er ferdige", "Avtalar som ikkje er ferdige", "Agreements still going on");

    public string Since(DateOnly day, DateOnly today)
    {
        var when = NorwegianDates.DayAndMonth(day, today, Tongue);
        return Say($"siden {when}", $"sidan {when}", $"since {when}");
    }

    public string By(DateOnly day, DateOnly today) =>
        Say("Innen ", "Innan ", "By ") + NorwegianDates.WithDay(day, today, Tongue);

    public string Nobody => Say("Ingen har den ennå", "Ingen har ho enno", "Nobody has it yet");

    public string NoDay => Say("uten frist", "utan frist", "no day set");

    public string Unowned => Say("Behov ingen har tatt", "Behov ingen har teke", "Needs nobody has taken on");

    public string Owned => Say("Behov noen har", "Behov nokon har", "Needs somebody has taken on");

    public string TakeCare(string harm) => Say($"Pass på: {harm}", $"Pass på: {harm}", $"Take care: {harm}");

    public string NotWritten => Say("Ikke skrevet ennå.", "Ikkje skrive enno.", "Not written yet.");

    public string Space => Say("Plass til å skrive", "Plass til å skrive", "Room to write");

    // On the screen only.

    public string HowTo =>
        Sheet
            ? Say(
                "Slik blir arket på papir. Skriv ut herfra med nettleseren, eller last ned en PDF.",
                "Slik blir arket på papir. Skriv ut herifrå med nettlesaren, eller last ned ein PDF.",
                "This is the sheet on paper. Print it with your browser, or download a PDF."
            )
        : Minutes
            ? Say(
                "Slik blir referatet på papir. Skriv ut herfra med nettleseren, eller last ned en PDF.",
                "Slik blir referatet på papir. Skriv ut herifrå med nettlesaren, eller last ned ein PDF.",
                "These are the minutes on paper. Print them with your browser, or download a PDF."
            )
        : Say(
            "Slik blir planen på papir. Skriv ut herfra med nettleseren, eller last ned en PDF.",
            "Slik blir planen på papir. Skriv ut herifrå med nettlesaren, eller last ned ein PDF.",
            "This is the plan on paper. Print it with your browser, or download a PDF."
        );

    public string SheetFor => Say("Arket er til:", "Arket er til:", "The sheet is for:");

    public string Me => Say("Meg", "Meg", "Me");

    public string ForDesk =>
        Minutes
            ? Say(
                "Alt som er publisert, er med. Ikke alle leser alt: velg den som skal få arket, så er bare det hun eller han kan lese med.",
                "Alt som er publisert, er med. Ikkje alle les alt: vel den som skal få arket, så er berre det ho eller han kan lese med.",
                "All that is published is here. Not everyone reads everything: choose who is to have the sheet, and only what she or he may read is on it."
            )
            : Say(
                "Alt du ser i planen er med, unntatt det som bare er for én. I familien ser ikke alle alt: velg den som skal få arket, så er bare det hun eller han kan se med.",
                "Alt du ser i planen er med, unnateke det som berre er for éin. I familien ser ikkje alle alt: vel den som skal få arket, så er berre det ho eller han kan sjå med.",
                "Everything you see in the plan is here, except what is for one person alone. Not everyone in the family sees everything: choose who is to have the sheet, and only what she or he may see is on it."
            );

    /// <param name="name">First name of the member it is made for.</param>
    public string ForMember(string name) =>
        Minutes
            ? Say(
                $"Bare det {name} kan lese av referatet er med, på språket {name} leser.",
                $"Berre det {name} kan lese av referatet er med, på språket {name} les.",
                $"Only what {name} may read of the minutes is here, in the language {name} reads."
            )
            : Say(
                $"Bare det {name} kan se av planen er med, på språket {name} leser.",
                $"Berre det {name} kan sjå av planen er med, på språket {name} les.",
                $"Only what {name} may see of the plan is here, in the language {name} reads."
            );

    public string Print => Say("Skriv ut", "Skriv ut", "Print");

    public string Download => Say("Last ned PDF", "Last ned PDF", "Download PDF");

    public string Back =>
        Sheet ? Say("Tilbake", "Tilbake", "Back")
        : Minutes ? Say("Tilbake til referatet", "Tilbake til referatet", "Back to the minutes")
        : Say("Tilbake til planen", "Tilbake til planen", "Back to the plan");

    // When no PDF could be made.

    public string NoPdf => Say("Vi fikk ikke laget PDF-en", "Vi fekk ikkje laga PDF-en", "We could not make the PDF");

    public string NoPdfSafe =>
        Sheet
            ? Say(
                "Alt er trygt, og ingenting er endret.",
                "Alt er trygt, og ingenting er endra.",
                "Everything is safe, and nothing has changed."
            )
        : Minutes
            ? Say(
                "Referatet er trygt, og ingenting er endret.",
                "Referatet er trygt, og ingenting er endra.",
                "The minutes are safe, and nothing has changed."
            )
        : Say(
            "Planen er trygg, og ingenting er endret.",
            "Planen er trygg, og ingenting er endra.",
            "The plan is safe, and nothing has changed."
        );

    public string NoPdfInstead =>
        Say(
            "Åpne utskriftssiden og skriv ut med nettleseren. De fleste nettlesere kan også lagre den som PDF. Eller prøv igjen om litt.",
            "Opne utskriftssida og skriv ut med nettlesaren. Dei fleste nettlesarar kan òg lagre ho som PDF. Eller prøv igjen om litt.",
            "Open the page for printing and print it with your browser. Most browsers can also save it as PDF. Or try again in a while."
        );

    public string PrintPage => Say("Åpne utskriftssiden", "Opne utskriftssida", "Open the page for printing");

    public string TryAgain => Say("Prøv igjen", "Prøv igjen", "Try again");

    private string Say(string bokmal, string nynorsk, string english) =>
        Tongue switch
        {
            Tongue.Nynorsk => nynorsk,
            Tongue.English => english,
            _ => bokmal,
        };
}
