using System.Text.RegularExpressions;
using Flette.Core.Access;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.People;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Agreements;

/// <summary>
/// Takes apart a line that says all of it in one: «Kari ringer BUP, innen 12.3», «Kari: ringe BUP», «ringe BUP – Kari,
/// 12.3», «søke skyss (Kari, uke 18)», «ny plan: Ola 15.1», «kontaktlapp. Kari fikser».
/// </summary>
internal static partial class InlineActs
{
    public static InlineAct Parse(Passage line, Cast cast, DateOnly meeting)
    {
        var text = line.Trim("–-:", ".;");
        var lead = LeadIn().Match(text.Text);
        if (lead.Success && lead.Length < text.Text.Length)
        {
            text = text.Slice(lead.Length).Trim();
        }

        var sentences = Sentences.Split(text);
        if (sentences.Count > 1)
        {
            return FromSentences(sentences, cast, meeting);
        }

        return FromSentence(text, cast, meeting);
    }

    /// <summary>Several sentences: one holds the act; others may hold only the deadline or who does it.</summary>
    private static InlineAct FromSentences(IReadOnlyList<Passage> sentences, Cast cast, DateOnly meeting)
    {
        var deadline = Deadline.None;
        IReadOnlyList<Passage> who = [];
        var rest = new List<Passage>();
        foreach (var sentence in sentences)
        {
            if (rest.Count > 0 && deadline.IsNone && Deadlines.IsDeadline(sentence, meeting))
            {
                deadline = Deadlines.FromField(LabelFree(sentence), meeting);
            }
            else if (rest.Count > 0 && who.Count == 0 && TakesIt(sentence, cast) is { Count: > 0 } takers)
            {
                who = takers;
                deadline = deadline.IsNone ? Deadlines.Cut(sentence, meeting).Deadline : deadline;
            }
            else
            {
                rest.Add(sentence);
            }
        }

        var acts = rest.Select(s => FromSentence(s, cast, meeting, cut: deadline.IsNone)).ToList();
        var best =
            acts.Find(a => a.Verb is not null && !Verbs.IsState(a.Verb))
            ?? acts.Find(a => a.Responsible.Count > 0)
            ?? acts[0];
        return best with
        {
            Responsible =
                who.Count > 0 && best.Verb is null ? who
                : best.Responsible.Count > 0 ? best.Responsible
                : who,
            Deadline = best.Deadline.IsNone ? deadline : best.Deadline,
        };
    }

    private static InlineAct FromSentence(Passage sentence, Cast cast, DateOnly meeting, bool cut = true)
    {
        var (text, deadline, who) = Brackets(sentence, cast, meeting);
        if (deadline.IsNone && cut)
        {
            (text, deadline) = Deadlines.Cut(text, meeting);
        }

        if (text.IsEmpty)
        {
            return new InlineAct(sentence, who, deadline);
        }

        // «BUP: ringe mor – Kari, 12.3»: names set off at the end go before a topic in front.
        var led = who.Count == 0 ? Lead(text, cast) : null;
        if (
            who.Count == 0
            && (led is null || !led.Value.Who.All(w => cast.IsKnownName(w.Text)))
            && DashTail(text, cast) is { } dashed
        )
        {
            return Finish(WithoutTopic(dashed.What), dashed.Who, deadline, cast, meeting);
        }

        if (led is not null)
        {
            return Finish(led.Value.What, led.Value.Who, deadline, cast, meeting);
        }

        if (who.Count > 0)
        {
            return Finish(text, who, deadline, cast, meeting);
        }

        if (Subjects.Find(text, cast) is { } subject)
        {
            var names = Responsibles.Parse(subject.Names, cast);
            var what = Subjects.HasSecond(text, subject, cast) ? text : text.Slice(subject.Length).Trim();
            return new InlineAct(what, names, deadline) { Verb = subject.Verb };
        }

        if (Tail(text, cast) is { } tail)
        {
            return Finish(tail.What, tail.Who, deadline, cast, meeting);
        }

        if (Inverted(text, cast) is { } inverted)
        {
            return new InlineAct(text, inverted.Who, deadline) { Verb = inverted.Verb };
        }

        return new InlineAct(text, [], deadline);
    }

    /// <summary>After names are off the end, a deadline may stand there, and the subject once more at the start.</summary>
    private static InlineAct Finish(
        Passage what,
        IReadOnlyList<Passage> who,
        Deadline deadline,
        Cast cast,
        DateOnly meeting
    )
    {
        if (deadline.IsNone)
        {
            (what, deadline) = Deadlines.Cut(what, meeting);
        }

        return new InlineAct(WithoutSubject(what, [.. who.Select(w => w.Text)], string.Empty, cast), who, deadline);
    }

    /// <summary>The sentence without its subject, when that is the responsible or another word for them.</summary>
    public static Passage WithoutSubject(Passage sentence, IReadOnlyList<string> responsible, string field, Cast cast)
    {
        if (Subjects.Find(sentence, cast) is not { } subject || Subjects.HasSecond(sentence, subject, cast))
        {
            return sentence;
        }

        var names = Responsibles.Parse(subject.Names, cast);
        var same =
            cast.Same(subject.Names.Text, responsible, field)
            || (names.Count > 0 && names.All(n => cast.Same(n.Text, responsible, field)));
        return same ? sentence.Slice(subject.Length).Trim() : sentence;
    }

    /// <summary>«(Kari, innen 12.3)», «(ansvar: Kari)», «(uke 44)» at the end.</summary>
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

    /// <summary>«Kari: ringe BUP», «Ola + rådg. på skolen: møte».</summary>
    private static (Passage What, IReadOnlyList<Passage> Who)? Lead(Passage text, Cast cast)
    {
        var match = LeadSign().Match(text.Text);
        if (!match.Success)
        {
            return null;
        }

        var names = text.Slice(0, match.Index).Trim("*_", "*_");
        var what = text.Slice(match.Index + match.Length).Trim("*_", "");
        if (what.IsEmpty || !Responsibles.AreActors(names, cast, lenient: true) || Text.WordCount(names.Text) > 10)
        {
            return null;
        }

        // «Skole: Kari ringer» – a topic, and the subject comes after it.
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

    /// <summary>Names at the end, set off by colon, dash, bar or comma, or bare after a noun: «hjemmebesøk Turid».</summary>
    private static (Passage What, IReadOnlyList<Passage> Who)? Tail(Passage text, Cast cast)
    {
        foreach (var sign in TailSign().Matches(text.Text).Reverse())
        {
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

    /// <summary>«I tillegg ringer Kari BUP», «sendes av PPT», «Da tar skolen kontakt».</summary>
    private static (IReadOnlyList<Passage> Who, string Verb)? Inverted(Passage text, Cast cast)
    {
        if (By().Match(text.Text) is { Success: true } by)
        {
            var who = text.Slice(by.Groups["who"].Index, by.Groups["who"].Length).Trim("", ".");
            if (Responsibles.AreActors(who, cast))
            {
                return (Responsibles.Parse(who, cast), by.Groups["verb"].Value);
            }
        }

        foreach (Match verb in VerbThenName().Matches(text.Text))
        {
            var name = verb.Groups["who"];
            if (verb.Index > 0 && Verbs.IsPresent(verb.Groups["verb"].Value) && cast.IsActor(name.Value))
            {
                return ([text.Slice(name.Index, name.Length)], verb.Groups["verb"].Value);
            }
        }

        return null;
    }

    /// <summary>«Kari fikser», «Ansvar: Kari», «Kari har ansvaret»: a sentence that only says who takes it.</summary>
    private static IReadOnlyList<Passage> TakesIt(Passage sentence, Cast cast)
    {
        var match = Takes().Match(sentence.Text);
        if (!match.Success)
        {
            return [];
        }

        var who = sentence.Slice(match.Groups["who"].Index, match.Groups["who"].Length);
        return Responsibles.AreActors(who, cast, lenient: true) ? Responsibles.Parse(who, cast) : [];
    }

    private static Passage LabelFree(Passage text) =>
        Label().Match(text.Text) is { Success: true } match ? text.Slice(match.Length).Trim() : text;

    [GeneratedRegex(
        @"^(?:(?:det|vi|her|dette|da)\s)?(?:ble|blei|vart|er|var)?\s?(?:det\s|vi\s|dei\s|de\s)?(?:avtalt|enige|einige|samde|bestemt|besluttet|vedtatt|enighet|semje)\s(?:om\s)?(?:at\s|å\s)|^(?:vi\s)?avtal(?:te|a|er)\s(?:at\s|å\s)|^(?:avtale|konklusjon|tiltak|vedtak)\s*[:–-]\s+",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex LeadIn();

    [GeneratedRegex(@"\s*[(\[](?<in>[^()\[\]]{1,120})[)\]]\s*[.;]?$", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex BracketAtEnd();

    [GeneratedRegex(
        @"^(?:innen|innan|før|senest|seinast|frist|når|neste|til|så|i|ved|uke|veke|etter|fra|frå|hver|kvar|snarest|snarast|løpende|fortløpende|fortløpande|om|medio|primo|ultimo)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex ClauseDeadline();

    [GeneratedRegex(@"(?<=^.{1,90}?)(?:\s?:(?!\d)\*{0,2}\s*|\s[–—-]\s)", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex LeadSign();

    [GeneratedRegex(
        @"\s*:\s+|\s+[–—|→-]\s*|\s*[–—-]>\s*|\s*,\s+|\s*;\s*|\s{2,}|\t|\sv/\s?|\s\(?ansv(?:ar|arlig|arleg)?\.?\s*:?\s",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex TailSign();

    [GeneratedRegex(
        @"(?<dash>\s+(?:[–—|→-]|->)\s*|\s*\|\s*)(?<who>[^–—|→]{1,100})$",
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
        @"\b(?<verb>\p{L}+(?:es|ast|t|d|st))\s(?:\p{L}+\s){0,4}?av\s(?<who>\p{L}[^,.;]{1,60})$",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex By();

    [GeneratedRegex(
        @"(?<=\s|^)(?<verb>\p{Ll}+)\s(?<who>\p{L}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,2})(?=\s|,|$)",
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

    [GeneratedRegex(
        @"^(?:(?:ansvar(?:lig|leg)?|ansv\.?|frist|ny frist|tidsfrist)\s*[:.]?|(?:hvem|kven|når|oppfølging|innen|innan)\s*:)\s+",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Label();
}
