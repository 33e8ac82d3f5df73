using Flette.Core.Meetings.Inviting;
using Flette.Core.Words;

namespace Flette.Web.Delivery.Mails;

/// <summary>What mail about meetings says, in the languages links have.</summary>
internal static class MeetingWords
{
    /// <summary>The subject: that there is a meeting, and which day. Nothing else.</summary>
    public static string Subject(Tongue tongue, MeetingNotice notice, DateOnly day)
    {
        // Read in a list of mails where nobody knows what day it is: with the year.
        var said = NorwegianDates.WithYear(day, tongue).Replace('\u00a0', ' ');
        return notice switch
        {
            MeetingNotice.Update => In(
                tongue,
                $"Møte: ny tid, {said}",
                $"Møte: ny tid, {said}",
                $"Meeting: new time, {said}"
            ),
            MeetingNotice.Cancel => In(
                tongue,
                $"Møtet {said} blir ikke holdt",
                $"Møtet {said} blir ikkje halde",
                $"The meeting on {said} will not be held"
            ),
            MeetingNotice.Reminder => In(
                tongue,
                $"Møte i morgen, {said}",
                $"Møte i morgon, {said}",
                $"Meeting tomorrow, {said}"
            ),
            _ => In(tongue, $"Møte {said}", $"Møte {said}", $"Meeting on {said}"),
        };
    }

    /// <summary>The text of a mail about a meeting.</summary>
    /// <param name="link">Stands on a line of its own, so that mail programs make the whole of it a link. Null: there is none.</param>
    /// <param name="byCalendar">Whether «Godta» in a calendar counts as an answer.</param>
    public static string Text(
        Tongue tongue,
        string municipality,
        string firstName,
        MeetingNotice notice,
        MeetingMoment when,
        Uri? link,
        DateOnly? until,
        string coordinator,
        bool byCalendar
    )
    {
        var said = When(tongue, when);
        List<string> parts =
        [
            (tongue == Tongue.English ? "Hello" : "Hei") + (firstName.Length == 0 ? "!" : $" {firstName}!"),
            Opening(tongue, municipality, notice),
            said,
        ];
        if (link is not null && until is { } last)
        {
            var day = NorwegianDates.WithYear(last, tongue);
            parts.Add(
                notice == MeetingNotice.Cancel
                    ? In(tongue, "Mer står her:", "Meir står her:", "More is here:")
                    : In(
                        tongue,
                        "Hvor det er, og svar med ett trykk:",
                        "Kvar det er, og svar med eitt trykk:",
                        "Where it is, and answer with one press:"
                    )
            );
            parts.Add(link.ToString());
            parts.Add(
                In(
                    tongue,
                    $"Du trenger ikke logge inn. Lenken virker til og med {day}. Den er bare til deg, så ikke send den videre.",
                    $"Du treng ikkje logge inn. Lenkja verkar til og med {day}. Ho er berre til deg, så ikkje send ho vidare.",
                    $"You do not need to log in. The link works until the end of {day}. It is for you only, so please do not forward it."
                )
            );
        }
        if (byCalendar)
        {
            parts.Add(
                In(
                    tongue,
                    "Du kan også svare fra kalenderen din.",
                    "Du kan òg svare frå kalenderen din.",
                    "You can also answer from your calendar."
                )
            );
        }
        if (coordinator.Length > 0)
        {
            parts.Add(
                In(
                    tongue,
                    $"Vil du heller ringe? {coordinator}",
                    $"Vil du heller ringje? {coordinator}",
                    $"Would you rather call? {coordinator}"
                )
            );
        }
        if (link is not null)
        {
            parts.Add(
                In(
                    tongue,
                    "Har du fått dette ved en feil, åpne lenken og velg «Ikke meg».",
                    "Har du fått dette ved ein feil, opne lenkja og vel «Ikkje meg».",
                    "If you got this by mistake, open the link and choose “Not me”."
                )
            );
        }
        parts.Add(In(tongue, "Vennlig hilsen", "Venleg helsing", "Kind regards") + "\n" + municipality);
        parts.Add(
            In(
                tongue,
                "E-posten er sendt automatisk. Det du skriver i et svar på den, blir ikke lest.",
                "E-posten er send automatisk. Det du skriv i eit svar på han, blir ikkje lese.",
                "This mail was sent automatically. What you write in a reply is not read."
            )
        );
        return string.Join("\n\n", parts) + "\n";
    }

    private static string Opening(Tongue tongue, string municipality, MeetingNotice notice) =>
        notice switch
        {
            MeetingNotice.Update => In(
                tongue,
                $"Møtet {municipality} inviterte deg til, er flyttet eller endret. Slik er det nå:",
                $"Møtet {municipality} inviterte deg til, er flytta eller endra. Slik er det no:",
                $"The meeting {municipality} invited you to has been moved or changed. This is how it is now:"
            ),
            MeetingNotice.Cancel => In(
                tongue,
                $"Møtet {municipality} inviterte deg til, gjelder ikke lenger for deg:",
                $"Møtet {municipality} inviterte deg til, gjeld ikkje lenger for deg:",
                $"The meeting {municipality} invited you to no longer concerns you:"
            ),
            MeetingNotice.Reminder => In(
                tongue,
                $"{municipality} minner om et møte i morgen:",
                $"{municipality} minner om eit møte i morgon:",
                $"{municipality} reminds you of a meeting tomorrow:"
            ),
            _ => In(
                tongue,
                $"{municipality} inviterer deg til et møte:",
                $"{municipality} inviterer deg til eit møte:",
                $"{municipality} invites you to a meeting:"
            ),
        };

    private static string When(Tongue tongue, MeetingMoment when)
    {
        var day = NorwegianDates.Capital(NorwegianDates.WithYear(when.Day, tongue));
        return when.Hours is { } hours ? $"{day} {NorwegianDates.ClockRange(hours.From, hours.To, tongue)}" : day;
    }

    private static string In(Tongue tongue, string bokmal, string nynorsk, string english) =>
        tongue switch
        {
            Tongue.Nynorsk => nynorsk,
            Tongue.English => english,
            _ => bokmal,
        };
}
