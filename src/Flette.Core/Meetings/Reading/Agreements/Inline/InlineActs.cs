using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.People;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Agreements;

/// <summary>
/// Takes apart a line that says all of it in one: «Aud ringer BUP, innen 12.3», «Aud: ringe BUP», «ringe BUP – Aud,
/// 12.3», «søke skyss (Aud, uke 18)», «ny plan: Ivar 15.1», «kontaktlapp. Aud fikser».
/// </summary>
internal static partial class InlineActs
{
    public static InlineAct Parse(Passage line, Cast cast, DateOnly meeting)
    {
        var text = line.Trim("–-:", ".;");
        if (EmptyField().Match(text.Text) is { Success: true } empty)
        {
            text = text.Slice(0, empty.Index); // «Ny plan | Aud | –»
        }
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
            else if (rest.Count > 0 && deadline.IsNone && ReadyBy().IsMatch(sentence.Text))
            {
                deadline = Deadlines.Cut(sentence, meeting).Deadline;
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
            acts.Find(a => a.Duty || (a.Verb is not null && !Verbs.IsState(a.Verb) && !IsNeed(a)))
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
        if (InFront(sentence, cast) is { } front)
        {
            return SetOff(Finish(front.What, front.Who, Deadline.None, cast, meeting)) with { Placed = true };
        }

        var (text, deadline, who) = Brackets(sentence, cast, meeting);
        if (deadline.IsNone && cut)
        {
            (text, deadline) = Deadlines.Cut(text, meeting);
        }

        if (text.IsEmpty)
        {
            return new InlineAct(sentence, who, deadline);
        }

        // «BUP: ringe mor – Aud, 12.3»: names set off at the end go before a topic in front.
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
            return SetOff(Finish(led.Value.What, led.Value.Who, deadline, cast, meeting));
        }

        if (who.Count > 0)
        {
            return SetOff(Finish(text, who, deadline, cast, meeting)) with { Placed = true };
        }

        if (TakesOn(text, cast) is { } taken)
        {
            return taken with { Deadline = deadline };
        }

        if (Cleft().Match(text.Text) is { Success: true } cleft)
        {
            var who2 = text.Slice(cleft.Groups["who"].Index, cleft.Groups["who"].Length);
            if (Responsibles.AreActors(who2, cast, lenient: true))
            {
                return new InlineAct(text.Slice(cleft.Groups["verb"].Index), Responsibles.Parse(who2, cast), deadline)
                {
                    Verb = cleft.Groups["verb"].Value,
                };
            }
        }

        if (Agent(text, Receives(), cast) is { } agent)
        {
            return new InlineAct(text, agent.Who, deadline) { Verb = agent.Verb };
        }

        if (Subjects.Find(text, cast) is { } subject)
        {
            var names = Responsibles.Parse(subject.Names, cast);
            return Subjects.Second(text, subject, cast) is { } second
                ? new InlineAct(text, [.. names, .. Responsibles.Parse(second.Names, cast)], deadline)
                {
                    Verb = subject.Verb,
                }
                : new InlineAct(text.Slice(subject.Length).Trim(), names, deadline) { Verb = subject.Verb };
        }

        if (Tail(text, cast) is { } tail)
        {
            return Finish(tail.What, tail.Who, deadline, cast, meeting) with
            {
                SetOff = Verbs.StartsWithInfinitive(tail.What.Text),
            };
        }

        if (Inverted(text, cast) is { } inverted)
        {
            return new InlineAct(text, inverted.Who, deadline) { Verb = inverted.Verb };
        }

        return new InlineAct(text, [], deadline);
    }

    private static InlineAct SetOff(InlineAct act)
    {
        var first = act.What.Text.Split(' ', 2)[0];
        return act with
        {
            SetOff = true,
            Verb = Verbs.IsPresent(first) && !Verbs.StartsWithInfinitive(first) ? first : null,
        };
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
        if (Subjects.Find(sentence, cast) is not { } subject || Subjects.Second(sentence, subject, cast) is not null)
        {
            return sentence;
        }

        var names = Responsibles.Parse(subject.Names, cast);
        var same =
            cast.Same(subject.Names.Text, responsible, field)
            || (names.Count > 0 && names.All(n => cast.Same(n.Text, responsible, field)));
        return same ? sentence.Slice(subject.Length).Trim() : sentence;
    }

    /// <summary>«må få vite», «skal ha»: what somebody needs, and another sees to.</summary>
    public static bool IsNeed(InlineAct act)
    {
        var words = act.What.Text.Split(' ', 3);
        return words.Length > 1
            && Text.Fold(act.Verb ?? words[0]) is "må" or "skal"
            && (Verbs.IsWeakInfinitive(words[1]) || Text.Fold(words[1]) is "på" or "til" or "i" or "inn" or "hjem");
    }

    /// <summary>True for a sentence that only says by when what stands before it is done: «Planen skal være klar 1. mars».</summary>
    public static bool SaysWhenReady(string sentence) => ReadyBy().IsMatch(sentence);

    /// <summary>Without «Frist:», «Ansvar:» in front.</summary>
    public static Passage LabelFree(Passage text) =>
        Label().Match(text.Text) is { Success: true } match ? text.Slice(match.Length).Trim() : text;

    [GeneratedRegex(@"\s*[|–—/]\s*[–—-]$", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex EmptyField();

    // «Den skal være ferdig 22. januar.»
    [GeneratedRegex(
        @"^(?:(?:det|den|dette|ho|han|de|dei|alt|\p{L}{3,}(?:en|et|a|ene|ane))\s)?(?:skal|må|bør)\s(?:(?:være|vere|vera|bli|verte)\s)?(?:ferdig|klar|klart|klare|gjort|sendt|levert|på plass|gjøres|gjerast|skje|være gjort)\b.{0,60}$|^(?:svar|ferdig|klart?)\s.{0,40}$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex ReadyBy();

    // «Det er NAV som følger opp søknaden.»
    [GeneratedRegex(
        @"^(?:det|da)\s(?:er|blir|vert)\s(?<who>.{2,60}?)\ssom\s(?<verb>\p{L}+(?:r|es|ast|k|l)\b|skal|må)",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Cleft();

    [GeneratedRegex(
        @"^(?:(?:det|vi|her|dette|da|møtet|gruppa|gruppen|alle|partene|partane)\s)?(?:ble|blei|vart|er|var)?\s?(?:det\s|vi\s|dei\s|de\s|alle\s)?(?:også\s|òg\s|videre\s|vidare\s|dessuten\s)?(?:avtalt|avtales|avtalast|enige|einige|samde|bestemt|bestemmes|besluttet|besluttes|vedtatt|vedteke|enighet|semje|anbefalt)\s(?:i møtet\s)?(?:om\s)?(?:at\s|å\s)|^(?:vi\s|møtet\s|gruppa\s|gruppen\s)?(?:avtal(?:te|a|er)|kom fram til|kom frem til|konkluderte med|konkluderer med|bestemte|vedtok|landet på|landa på|valde|valgte)\s(?:at\s|å\s)|^(?:konklusjonen|avtalen|beslutningen|vedtaket|planen)\s(?:er|ble|vart|blei|var)\s(?:at\s|å\s)|^(?:avtale|konklusjon|tiltak|vedtak|oppfølging|beslutning|videre|vidare)\s*[:–-]\s+",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex LeadIn();

    [GeneratedRegex(
        @"^(?:(?:ansvar(?:lig|leg)?|ansv\.?|frist|ny frist|tidsfrist)\s*[:.]?|(?:hvem|kven|når|oppfølging|innen|innan)\s*:)\s+",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Label();
}
