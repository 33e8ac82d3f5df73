using System.Text.RegularExpressions;
using Flette.Core.Access;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.People;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Agreements;

/// <summary>The places in a line where those responsible may stand.</summary>
internal static partial class InlineActs
{
    // No names before a colon are longer.
    private const int LongestLead = 90;

    /// <summary>«(Aud, innen 12.3)», «(ansvar: Aud)», «(uke 44)» at the end.</summary>
    private static (Passage Text, Deadline Deadline, IReadOnlyList<Passage> Who) Brackets(
        Passage sentence,
        Cast cast,
        DateOnly meeting
    )
    {
        var match = BracketAtEnd().Match(sentence.Text);
        if (!match.Success || match.Index == 0)
        {
            return (sentence, Deadline.None, []);
        }

        var inside = sentence.Slice(match.Groups["in"].Index, match.Groups["in"].Length).Trim();
        var before = sentence.Slice(0, match.Index).Trim("", ",;:–- ");
        if (Deadlines.IsDeadline(LabelFree(inside), meeting) || OnlyDeadline(inside, meeting))
        {
            return (before, Deadlines.FromField(LabelFree(inside), meeting), []);
        }

        var free = LabelFree(inside);
        var (names, deadline) = Deadlines.Cut(free, meeting);
        names = names.Trim("", ",;:–-/ ");
        return !names.IsEmpty && Responsibles.AreActors(names, cast, lenient: !deadline.IsNone || free != inside)
            ? (before, deadline, Responsibles.Parse(names, cast))
            : (sentence, Deadline.None, []);
    }

    // In brackets of their own also clauses are deadlines: «(før svømmingen begynner)», «(neste møte)».
    private static bool OnlyDeadline(Passage inside, DateOnly meeting) =>
        ClauseDeadline().IsMatch(inside.Text) && Deadlines.FromField(inside, meeting) is { IsNone: false };

    /// <summary>«[Aud] Ringe BUP», «(Aud og Ivar) møte med skolen».</summary>
    private static (Passage What, IReadOnlyList<Passage> Who)? InFront(Passage text, Cast cast)
    {
        if (BracketInFront().Match(text.Text) is not { Success: true } match)
        {
            return null;
        }

        var names = text.Slice(match.Groups["who"].Index, match.Groups["who"].Length).Trim();
        return Responsibles.AreActors(names, cast, lenient: true)
            ? (text.Slice(match.Length).Trim("", ":"), Responsibles.Parse(names, cast))
            : null;
    }

    /// <summary>«Aud: ringe BUP», «Ivar + rådg. på skolen: møte».</summary>
    private static (Passage What, IReadOnlyList<Passage> Who)? Lead(Passage text, Cast cast)
    {
        var match = LeadSign().Match(text.Text, Math.Min(1, text.Text.Length));
        if (!match.Success || match.Index > LongestLead)
        {
            return null;
        }

        var names = text.Slice(0, match.Index).Trim("*_", "*_");
        var what = text.Slice(match.Index + match.Length).Trim("*_", "");
        if (what.IsEmpty || !Responsibles.AreActors(names, cast, lenient: true) || Text.WordCount(names.Text) > 10)
        {
            return null;
        }

        if (Subjects.Find(what, cast) is { } self && Names.IsSelf(self.Names.Text))
        {
            return (what.Slice(self.Length).Trim(), Responsibles.Parse(names, cast)); // «Aud: Jeg ringer»
        }

        // «Skole: Aud ringer» – a topic, and the subject comes after it.
        return
            Subjects.Find(what, cast) is { } subject
            && !cast.Same(
                names.Text,
                [.. Responsibles.Parse(subject.Names, cast).Select(p => p.Text)],
                subject.Names.Text
            )
            ? (what, Responsibles.Parse(subject.Names, cast))
            : (what, Responsibles.Parse(names, cast));
    }

    /// <summary>Names at the end, set off by colon, dash, bar or comma, or bare after a noun: «hjemmebesøk Gerd».</summary>
    private static (Passage What, IReadOnlyList<Passage> Who)? Tail(Passage text, Cast cast)
    {
        foreach (var sign in TailSign().Matches(text.Text).Reverse())
        {
            if (text.Text.Length - sign.Index > Responsibles.LongestNames + sign.Length)
            {
                break;
            }

            var tail = text.Slice(sign.Index + sign.Length).Trim();
            var comma = sign.Value.Trim() == ",";
            if (!tail.IsEmpty && sign.Index > 0 && Responsibles.AreActors(LabelFree(tail), cast, lenient: !comma))
            {
                return (text.Slice(0, sign.Index).Trim("", ",;:–-(→ "), Responsibles.Parse(LabelFree(tail), cast));
            }
        }

        var space = text.Text.LastIndexOf(' ');
        if (
            space > 0
            && cast.IsKnownName(text.Text[(space + 1)..])
            && char.IsUpper(text.Text[space + 1])
            && !BeforeBareName().IsMatch(text.Text[..space])
        )
        {
            return (text.Slice(0, space).Trim("", ",;:–-"), [text.Slice(space + 1)]);
        }

        return null;
    }

    /// <summary>Names after a dash at the end, when everything after the dash is names.</summary>
    private static (Passage What, IReadOnlyList<Passage> Who)? DashTail(Passage text, Cast cast)
    {
        var match = DashAtEnd().Match(text.Text);
        var tail = match.Success
            ? LabelFree(text.Slice(match.Index + match.Groups["dash"].Length)).Trim()
            : Passage.Empty;
        return !tail.IsEmpty && match.Index > 0 && Responsibles.AreActors(tail, cast, lenient: true)
            ? (text.Slice(0, match.Index).Trim("", ",;:–- "), Responsibles.Parse(tail, cast))
            : null;
    }

    /// <summary>«Klage på bostøtte: Skrive klagen …»: the topic in front is no part of the act.</summary>
    private static Passage WithoutTopic(Passage what) =>
        Topic().Match(what.Text) is { Success: true } match ? what.Slice(match.Length).Trim() : what;

    /// <summary>The one behind «av» does it: «sendes av PPT», «Ivar får beskjed av meg».</summary>
    private static (IReadOnlyList<Passage> Who, string Verb)? Agent(Passage text, Regex pattern, Cast cast)
    {
        if (pattern.Match(text.Text) is not { Success: true } by)
        {
            return null;
        }

        var who = text.Slice(by.Groups["who"].Index, by.Groups["who"].Length).Trim("", ".");
        return Responsibles.AreActors(who, cast) || Names.IsSelf(who.Text)
            ? (Responsibles.Parse(who, cast), by.Groups["verb"].Value)
            : null;
    }

    /// <summary>«I tillegg ringer Aud BUP», «Da tar skolen kontakt».</summary>
    private static (IReadOnlyList<Passage> Who, string Verb)? Inverted(Passage text, Cast cast)
    {
        if (Agent(text, By(), cast) is { } agent)
        {
            return agent;
        }

        foreach (Match verb in VerbThenName().Matches(text.Text))
        {
            var name = verb.Groups["who"];
            if (
                verb.Index > 0
                && Verbs.IsPresent(verb.Groups["verb"].Value)
                && name.Value != "kontakt"
                && cast.IsActor(name.Value)
            )
            {
                var all = text.Slice(name.Index, name.Length + verb.Groups["more"].Length);
                return (
                    Responsibles.AreActors(all, cast)
                        ? Responsibles.Parse(all, cast)
                        : [text.Slice(name.Index, name.Length)],
                    verb.Groups["verb"].Value
                );
            }
        }

        return null;
    }

    /// <summary>«Aud fikser», «Ansvar: Aud», «Aud har ansvaret»: a sentence that only says who takes it.</summary>
    private static IReadOnlyList<Passage> TakesIt(Passage sentence, Cast cast)
    {
        var match = Takes().Match(sentence.Text);
        if (!match.Success)
        {
            // «Ny vurdering. Aud. Ferdig 1. mai»
            var alone = sentence.Trim("", ".");
            return Text.WordCount(alone.Text) <= 5 && Responsibles.AreActors(alone, cast)
                ? Responsibles.Parse(alone, cast)
                : [];
        }

        var who = sentence.Slice(match.Groups["who"].Index, match.Groups["who"].Length);
        return Responsibles.AreActors(who, cast, lenient: true) ? Responsibles.Parse(who, cast) : [];
    }

    [GeneratedRegex(@"\s*[(\[](?<in>[^()\[\]]{1,120})[)\]]\s*[.;]?$", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex BracketAtEnd();

    [GeneratedRegex(@"^[\[(](?<who>[^\]()\[]{2,80})[\])]\s*[:–-]?\s*(?=\p{L})", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex BracketInFront();

    [GeneratedRegex(
        @"^(?:innen|innan|før|senest|seinast|frist|når|neste|til|så|i|ved|uke|veke|etter|fra|frå|hver|kvar|snarest|snarast|løpende|fortløpende|fortløpande|om|medio|primo|ultimo)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex ClauseDeadline();

    [GeneratedRegex(@"(?:\s?:(?!\d)\*{0,2}\s*|\s[–—-]\s|\s?(?:[-=]+>|→|➔|➜|⇒)\s?)", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex LeadSign();

    [GeneratedRegex(
        @"(?<!\s)(?:\s*:\s+|\s+[–—|→/-]\s+|\s+[–—|→-]\s*|\s*[–—-]>\s*|\s*,\s+|\s*;\s*|\s{2,}|\t|\sv/\s?|\s\(?ansv(?:ar|arlig|arleg)?\.?\s*:?\s)",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex TailSign();

    [GeneratedRegex(
        @"(?<!\s)(?<dash>\s+(?:[-=]+>|[–—|→-])\s*|\s*\|\s*)(?<who>[^–—|→]{1,100})$",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex DashAtEnd();

    [GeneratedRegex(@"^\p{Lu}[^:.!?]{1,40}:\s+(?=\p{Lu})", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex Topic();

    [GeneratedRegex(
        @"\b(?:med|m|til|fra|frå|for|om|av|på|hos|og|eller|som|at|sammen|ved|hjem|hjå|der|mot|uten|spør|ringer|møter|gi|ringe|spørre|kontakte|møte|hente)\.?$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex BeforeBareName();

    [GeneratedRegex(
        @"\b(?<verb>(?!(?:[Dd]et|at|mot|gitt|med|ved|tid|godt)\b)\p{L}{2,}(?:es|ast|t|d|st))\s(?:[\p{L}\d./]+\s){0,4}?av\s(?<who>\p{L}[^,.;]{1,60}?)(?:,\s(?:og|som|slik|før|etter|men|så)\s[^.]{3,120})?$",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex By();

    [GeneratedRegex(
        @"^.{2,60}?\s(?<verb>får|blir|vert|skal)\s.{2,40}?\sav\s(?<who>meg|\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+)?|rektor|koordinator|skolen|skulen|mor|far)(?=\s|,|$)",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex Receives();

    [GeneratedRegex(
        @"(?<=\s|^)(?<verb>\p{Ll}+)(?=\s(?<who>\p{L}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,2})(?<more>(?:(?:,\s|\sog\s|\s\+\s|\s?/\s?)\p{L}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,2}){0,3})(?=\s|,|$))",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex VerbThenName();

    [GeneratedRegex(
        @"^(?:ansvar(?:lig|leg)?|ansv\.?)(?:\s*:\s*|\s+(?:er\s|har\s)?)(?<who>.{2,60}?)\.?$|^(?<who>.{2,60}?)\s(?:fikser|ordner|ordnar|fiksar|tar|tek|har|følger|følgjer|gjør|gjer|er)\s?(?:det|dette|seg av (?:det|dette)|ansvar(?:et)?(?: for (?:det|dette))?|opp|ansvarlig|ansvarleg|saken|denne|den)?\.?$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Takes();
}
