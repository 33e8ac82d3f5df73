using Flette.Core.Words;

namespace Flette.Web.Delivery.Mails;

/// <summary>
/// What mail says, in the languages links have. Names nobody but the one who gets it and the coordinator, no family, no
/// service and nothing of what the agreements are about.
/// </summary>
internal static class Words
{
    /// <summary>The text of a mail with a link to agreements.</summary>
    /// <param name="asking">Which time she is asked: a reminder says so, and reproaches nobody.</param>
    /// <param name="municipality">Who asks.</param>
    /// <param name="firstName">Empty when it is not known.</param>
    /// <param name="count">How many agreements.</param>
    /// <param name="link">Stands on a line of its own, so that mail programs make the whole of it a link.</param>
    /// <param name="until">Last day the link opens.</param>
    /// <param name="coordinator">Name and telephone.</param>
    public static string Agreements(
        Tongue tongue,
        Asking asking,
        string municipality,
        string firstName,
        int count,
        Uri link,
        DateOnly until,
        string coordinator
    )
    {
        var day = NorwegianDates.WithYear(until, tongue);
        return tongue switch
        {
            Tongue.Nynorsk =>
                $"""
                {Greeting("Hei", firstName)}

                {Nynorsk(asking, municipality, count)} Opne lenkja, så ser du {(
                    count == 1 ? "henne" : "dei"
                )} og kan svare:

                {link}

                Du treng ikkje logge inn. Lenkja verkar til og med {day}. Ho er berre til deg, så ikkje send ho vidare.

                Vil du heller ringje? {coordinator}

                Har du fått dette ved ein feil, opne lenkja og vel «Ikkje meg».

                Venleg helsing
                {municipality}

                E-posten er send automatisk. Svar med lenkja, ikkje på e-posten.

                """,
            Tongue.English => $"""
                {Greeting("Hello", firstName)}

                {English(asking, municipality, count)} Open the link to see {(count == 1 ? "it" : "them")} and answer:

                {link}

                You do not need to log in. The link works until the end of {day}. It is for you only, so please do not forward it.

                Would you rather call? {coordinator}

                If you got this by mistake, open the link and choose “Not me”.

                Kind regards
                {municipality}

                This mail was sent automatically. Answer with the link, not by replying.

                """,
            _ =>
                $"""
                {Greeting("Hei", firstName)}

                {Bokmal(asking, municipality, count)} Åpne lenken, så ser du {(
                    count == 1 ? "den" : "dem"
                )} og kan svare:

                {link}

                Du trenger ikke logge inn. Lenken virker til og med {day}. Den er bare til deg, så ikke send den videre.

                Vil du heller ringe? {coordinator}

                Har du fått dette ved en feil, åpne lenken og velg «Ikke meg».

                Vennlig hilsen
                {municipality}

                E-posten er sendt automatisk. Svar med lenken, ikke på e-posten.

                """,
        };
    }

    private static string Bokmal(Asking asking, string municipality, int count)
    {
        var what = count == 1 ? "én avtale" : $"{count} avtaler";
        return asking switch
        {
            Asking.Before =>
                $"{municipality} minner om {what} som står på deg. Fristen er snart. Er det gjort eller i gang, er det fint å få vite det.",
            Asking.After =>
                $"{municipality} spør igjen om {what} som står på deg. Fristen har vært, og vi vet ikke hvordan det går. Trenger du mer tid eller hjelp, kan du svare det.",
            _ => $"{municipality} spør deg om {what} som står på deg.",
        };
    }

    private static string Nynorsk(Asking asking, string municipality, int count)
    {
        var what = count == 1 ? "éin avtale" : $"{count} avtalar";
        return asking switch
        {
            Asking.Before =>
                $"{municipality} minner om {what} som står på deg. Fristen er snart. Er det gjort eller i gang, er det fint å få vite det.",
            Asking.After =>
                $"{municipality} spør igjen om {what} som står på deg. Fristen har vore, og vi veit ikkje korleis det går. Treng du meir tid eller hjelp, kan du svare det.",
            _ => $"{municipality} spør deg om {what} som står på deg.",
        };
    }

    private static string English(Asking asking, string municipality, int count)
    {
        var what = count == 1 ? "one agreement" : $"{count} agreements";
        return asking switch
        {
            Asking.Before =>
                $"{municipality} reminds you of {what} that you have. The day is near. If it is done or under way, we would be glad to know.",
            Asking.After =>
                $"{municipality} asks again about {what} that you have. The day has been, and we do not know how it goes. If you need more time or help, you can answer that.",
            _ => $"{municipality} asks you about {what} that you have.",
        };
    }

    private static string Greeting(string hello, string firstName) =>
        firstName.Length == 0 ? hello + "!" : $"{hello} {firstName}!";
}
