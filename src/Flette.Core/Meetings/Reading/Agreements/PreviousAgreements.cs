using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Dates;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Agreements;

/// <summary>Last time's agreements: only those carried on with a new deadline count.</summary>
internal static partial class PreviousAgreements
{
    /// <summary>The words of the new deadline in a status; null when the status carries nothing on.</summary>
    public static Passage? NewDeadline(Passage status, DateOnly meeting)
    {
        var match = Carries().Match(status.Text);
        if (!match.Success || Elsewhere().IsMatch(status.Text))
        {
            return null;
        }

        var words = status.Slice(match.Index + match.Length).Trim(":–- ", ".");
        if (Was().IsMatch(words.Text))
        {
            return null; // «Ny frist (var uke 25)»: the new one stands elsewhere
        }

        var stop = words.Text.IndexOf(". ", StringComparison.Ordinal);
        if (DayFinder.Find(words.Text) is [var day, ..])
        {
            return words.Slice(0, day.End).Trim();
        }

        return stop > 0 ? words.Slice(0, stop)
            : words.IsEmpty ? null
            : words;
    }

    /// <summary>True when the status says it is over.</summary>
    public static bool IsDone(string status) => Done().IsMatch(status) || Elsewhere().IsMatch(status);

    /// <summary>True when the status says there is a new deadline, whether it is named there or not.</summary>
    public static bool CarriesOn(string status) => Carries().IsMatch(status) && !Elsewhere().IsMatch(status);

    /// <summary>True when the words begin with how far it has come.</summary>
    public static bool IsStatus(string text) => BeginsWithStatus().IsMatch(text);

    /// <summary>The agreement a label names in brackets, carried on by the status behind it; null when it is not.</summary>
    public static Candidate? Carried(Passage label, Passage status, DateOnly meeting)
    {
        var open = label.Text.IndexOf('(', StringComparison.Ordinal);
        var what = open > 0 ? label.Slice(open).Trim("(", ").:") : label;
        return NewDeadline(status, meeting) is { } due ? new Candidate(what) { Due = due } : null;
    }

    /// <summary>The agreements of a line that are carried on; the new deadline may stand in the sentence after.</summary>
    public static IEnumerable<Candidate> Carried(Passage line, ReadingContext context)
    {
        var meeting = context.Meeting;
        var before = Passage.Empty;
        foreach (var sentence in Sentences.Split(line))
        {
            var at = StatusAt(sentence.Text);
            if (
                NewDeadline(
                    sentence.Slice(Carries().Match(sentence.Text) is { Success: true } m ? Math.Min(at, m.Index) : 0),
                    meeting
                ) is
                { } due
            )
            {
                var own = sentence.Slice(0, Math.Min(at, Carries().Match(sentence.Text).Index)).Trim("", ",;:–-( ");
                var what =
                    Text.WordCount(own.Text) >= 3 ? own : before.Slice(0, StatusAt(before.Text)).Trim("", ",.;:–- ");
                if (!what.IsEmpty)
                {
                    yield return new Candidate(Unfinished(what))
                    {
                        Due = due,
                        Responsible = TakenBy(sentence, due, context),
                    };
                }
            }
            else if (DoesIt(sentence, context) is { } act)
            {
                yield return act;
            }
            else if (!OnlyStatus().IsMatch(sentence.Text))
            {
                before = sentence;
            }
        }
    }

    /// <summary>«Oddny sender han i veke 47», «ikkje gjort, Turid sender ho før påske»: who does it now, and by when.</summary>
    private static Candidate? DoesIt(Passage sentence, ReadingContext context)
    {
        foreach (var from in Clause().Matches(sentence.Text).Take(3).Select(c => c.Index + c.Length).Prepend(0))
        {
            var clause = sentence.Slice(from);
            if (
                Subjects.Find(clause, context.Cast) is { } subject
                && (!Verbs.IsState(subject.Verb) || Verbs.IsDoingAfterAll(clause.Text[subject.Length..]))
                && !Verbs.TellsPast(clause.Text)
                && Deadlines.Cut(clause, context.Meeting) is { Deadline.IsNone: false } cut
            )
            {
                return from == 0
                    ? new Candidate(sentence)
                    : new Candidate(Deadlines.Cut(sentence, context.Meeting).Text)
                    {
                        Responsible = subject.Names,
                        Carried = cut.Deadline,
                    };
            }
        }

        return null;
    }

    /// <summary>«Ny frist 15. mai, Marit»: who stands behind the new deadline; null when nobody does.</summary>
    private static Passage? TakenBy(Passage sentence, Passage due, ReadingContext context)
    {
        var at = sentence.Text.LastIndexOf(due.Text, StringComparison.Ordinal);
        var rest = at < 0 ? Passage.Empty : sentence.Slice(at + due.Text.Length).Trim(",;:–-([ ", ").]; ");
        return !rest.IsEmpty && Responsibles.AreActors(InlineActs.LabelFree(rest), context.Cast, lenient: true)
            ? InlineActs.LabelFree(rest)
            : null;
    }

    /// <summary>«Gerd skulle observere» is what Gerd is to do.</summary>
    private static Passage Unfinished(Passage what) =>
        NotDone().Match(what.Text) is { Success: true } match ? what.Slice(0, match.Index).Trim("", ",;– ") : what;

    /// <summary>Where the status begins in a line that tells agreement and status in one: «Aud ringer BUP – gjort».</summary>
    public static int StatusAt(string line) =>
        Status().Match(line) is { Success: true } match ? match.Index : line.Length;

    [GeneratedRegex(
        @"\b(?:ny(?:tt)?\s(?:frist|dato|tidspunkt|tidsfrist)(?:\s(?:er|satt til|blir|vert))?|utsatt til|utsett til|forlenget til|forlenga til|forlengs til|flyttet til|flytta til|(?:videreføres|vidareførast|føres videre|videreført|fortsetter|forlenges|pågår|pågåande|under arbeid|under arbeid|påbegynt|i gang|i arbeid|delvis|gjenstår|står att|ikke (?:gjort|utført|ferdig|fullført|startet|levert|sendt)|ikkje (?:gjort|utført|ferdig|fullført|starta|levert|sendt)|purret|purra|mangler|manglar)\b[^.]*?\b(?:frist|innen|innan|senest|seinast|ferdig|til|gjøres|gjerast|tas)|frist\s(?:forlenget|forlenga|utsatt|utsett|flyttet|flytta)\s(?:til)?|frist nå)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Carries();

    [GeneratedRegex(
        @"^\(?(?:var|før|opprinnelig|opphavleg|tidligere|tidlegare|gammel)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Was();

    [GeneratedRegex(@"[,;:–-]\s(?:men\s|og\s|så\s)?", RegexOptions.IgnoreCase, Text.RegexLimit)]
    private static partial Regex Clause();

    [GeneratedRegex(
        @"^\W*(?:(?:ikke|ikkje|delvis|nesten|ennå ikke|helt)\s)?(?:utført|gjort|gjennomført|ferdig|fullført|ok\b|i orden|på plass|avsluttet|avslutta|utgår|videreføres|vidareførast|pågår|påbegynt|utsatt|utsett|startet|starta|levert|sendt)",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex BeginsWithStatus();

    [GeneratedRegex(
        @"\b(?:se (?:sak|punkt|pkt)|sjå (?:sak|punkt|pkt)|tas (?:opp )?(?:igjen )?under|tas opp (?:igjen )?(?:i|under|på)|takast opp|blir tatt opp under|jf\.? (?:sak|punkt|pkt))\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Elsewhere();

    [GeneratedRegex(
        @"^\W*(?:utført|gjort|ferdig|fullført|ok|ja|x|i orden|på plass|levert|sendt|avsluttet|avslutta|utgår|utgått|bortfaller|fell bort|falt bort|ikke aktuelt?|ikkje aktuelt?|uaktuelt|droppet|droppa|lukket|avklart)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Done();

    [GeneratedRegex(
        @",?\s(?:men\s)?(?:dette|det|den)\s(?:er|har|ble|vart|blei|var)\s(?:ikke|ikkje|ennå ikke|fortsatt ikke)\b.*$|,\s(?:ikke|ikkje)\s(?:gjort|utført)\b.*$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex NotDone();

    [GeneratedRegex(
        @"^(?:(?:dette|det|den)\s)?(?:er\s|har\s)?(?:ikke|ikkje|delvis|ennå ikke|fortsatt ikke)\b.{0,40}$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex OnlyStatus();

    [GeneratedRegex(
        @"\s*(?:[–—:=>]|\s-\s|\.\s|\()\s*(?:ikke\s|ikkje\s|delvis\b|er\s|dette\s|blir\s)?(?:utført|gjort|ferdig|fullført|ok\b|i orden|utgår|ny frist|videreføres|vidareførast|utsatt|utsett|under arbeid|pågår|påbegynt|delvis|ikke|ikkje)",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Status();
}
