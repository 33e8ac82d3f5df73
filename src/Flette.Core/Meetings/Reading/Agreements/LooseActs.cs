using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.People;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Agreements;

/// <summary>Acts in lines nothing marks as agreements: bullets and sentences that say who does what ahead.</summary>
internal static partial class LooseActs
{
    /// <summary>
    /// The acts of a line. Where the document marks its agreements otherwise, a bullet must say a day or «skal», and
    /// running text counts for nothing.
    /// </summary>
    /// <param name="line">The line.</param>
    /// <param name="house">How the document marks its agreements.</param>
    /// <param name="context">People and meeting day.</param>
    /// <param name="by">Whose the lines are and who speaks.</param>
    public static IEnumerable<InlineAct> Find(Line line, HouseStyle house, ReadingContext context, Said by)
    {
        if (house.HasFields && !line.IsListed)
        {
            yield break;
        }

        var (text, speaker) = Speech.Of(line.Text, context.Cast);
        speaker ??= by.Speaker;
        Passage? last = null;
        foreach (
            var sentence in line.IsListed
                ? [text]
                : WithDeadlines([.. Unbracketed(Sentences.Split(text))], context.Meeting)
        )
        {
            // «ingen plass på SFO -> Aud ringer rektor»
            var arrow = ArrowInside().Match(sentence.Text);
            var said =
                arrow.Success && !Responsibles.AreActors(sentence.Slice(0, arrow.Index), context.Cast)
                    ? sentence.Slice(arrow.Index + arrow.Length)
                    : sentence;
            if (AgreementFilter.IsAboutMinutes(said.Text) || Conditional().IsMatch(said.Text))
            {
                continue;
            }

            if (
                by.Owner is { } owner
                && line.IsListed
                && ((by.Named && BeginsWithDeed(said.Text, context.Cast)) || !arrow.Success)
                && Hers(said, owner, by.Named, context) is { } hers
            )
            {
                yield return hers;
                continue;
            }

            var act = Referring(InlineActs.Parse(said, context.Cast, context.Meeting), said, last);
            act = act with
            {
                SetOff = act.SetOff || arrow.Success,
                What = arrow.Success && act.Deadline.IsNone && Text.WordCount(act.What.Text) < 2 ? sentence : act.What,
            };
            last = Named(sentence, context.Cast) ?? last;
            if (speaker is not null && act.Responsible.Count == 0 && BeginsWithDeed(said.Text, context.Cast))
            {
                act = act with { Responsible = [speaker], SetOff = true, Verb = null };
            }

            if (Firm(act, said.Text, line, house, context.Cast))
            {
                yield return speaker is not null && act.Responsible.All(r => Names.IsSelf(r.Text))
                    ? act with
                    {
                        Responsible = [speaker],
                    }
                    : act;
            }
            else if (Later(said, line, house, context) is { } later)
            {
                yield return Text.WordCount(later.What.Text) < 2 || RefersBack().IsMatch(later.What.Text)
                    ? later with
                    {
                        What = Deadlines.Cut(said, context.Meeting).Text,
                    }
                    : later;
            }
        }
    }

    /// <summary>True when the text begins with what is to be done: «ringer», «Søke om», and no name.</summary>
    public static bool BeginsWithDeed(string text, Cast cast)
    {
        var words = text.Split(' ', 3);
        return words.Length > 1
            && !cast.IsKnownName(words[0])
            && (
                Verbs.StartsWithInfinitive(text)
                || (
                    Verbs.IsPresent(words[0])
                    && (!Verbs.IsState(words[0]) || Verbs.IsDoingAfterAll(text))
                    && (char.IsLower(words[0][0]) || (!Roles.IsRole(words[0]) && !Verbs.IsPresent(words[1])))
                )
            );
    }

    /// <summary>A line below the name of who does it, when it says what to do.</summary>
    private static InlineAct? Hers(Passage said, Passage owner, bool named, ReadingContext context)
    {
        var act = InlineActs.Parse(said, context.Cast, context.Meeting);
        if (named && !Verbs.TellsPast(said.Text) && BeginsWithDeed(said.Text, context.Cast))
        {
            var (what, deadline) = Deadlines.Cut(said, context.Meeting);
            return new InlineAct(what, Responsibles.Parse(owner, context.Cast), deadline);
        }

        return act.Responsible.Count == 0 && SaysWhatToDo(act, said.Text)
            ? act with
            {
                Responsible = Responsibles.Parse(owner, context.Cast),
            }
            : null;
    }

    private static bool Firm(InlineAct act, string sentence, Line line, HouseStyle house, Cast cast) =>
        act.Responsible.Count > 0 && Strength(act, sentence, line.IsListed, cast) >= Needed(line, house, act, cast);

    /// <summary>«Det er trangt nå, men Aud undersøker …»: the act stands in a later clause with a subject of its own.</summary>
    private static InlineAct? Later(Passage sentence, Line line, HouseStyle house, ReadingContext context)
    {
        foreach (Match clause in Clause().Matches(sentence.Text).Take(4))
        {
            var rest = sentence.Slice(clause.Index + clause.Length);
            if (line.IsListed && clause.Value.Trim().Length > 1)
            {
                continue; // what stands behind a comma in a list belongs to what is said before it
            }

            if (Subjects.Find(rest, context.Cast) is null || Conditional().IsMatch(rest.Text))
            {
                continue;
            }

            var act = InlineActs.Parse(rest, context.Cast, context.Meeting);
            if (Firm(act, rest.Text, line, house, context.Cast))
            {
                return act;
            }
        }

        return null;
    }

    /// <summary>Under the name of who does it: «Søke om …», «ringer …», or a day set apart at the end.</summary>
    private static bool SaysWhatToDo(InlineAct act, string sentence) =>
        !Verbs.TellsPast(sentence)
        && (
            Verbs.StartsWithInfinitive(act.What.Text)
            || (
                char.IsLower(sentence[0])
                && Verbs.IsPresent(sentence.Split(' ')[0])
                && !Verbs.IsState(sentence.Split(' ')[0])
            )
            || (!act.Deadline.IsNone && SetApart().IsMatch(sentence))
        );

    /// <summary>«Hun lager ny plan» after a sentence about Aud: Aud lager den.</summary>
    private static InlineAct Referring(InlineAct act, Passage sentence, Passage? last)
    {
        var match = Pronoun().Match(act.What.Text);
        return
            last is not null
            && act.Responsible.Count == 0
            && match.Success
            && Verbs.IsPresent(match.Groups["verb"].Value)
            && Pronoun().IsMatch(sentence.Text)
            ? act with
            {
                Responsible = [last],
                What = act.What.Slice(match.Groups["verb"].Index),
                Verb = match.Groups["verb"].Value,
            }
            : act;
    }

    private static Passage? Named(Passage sentence, Cast cast)
    {
        var end = sentence.Text.IndexOf(' ', StringComparison.Ordinal);
        return end > 0 && cast.IsKnownName(sentence.Text[..end]) ? sentence.Slice(0, end) : null;
    }

    /// <summary>«Det er uro. (Skolen lager ny plan. Aud ringer mor, innen fredag)»: what stands in the bracket is said too.</summary>
    private static IEnumerable<Passage> Unbracketed(IEnumerable<Passage> sentences) =>
        sentences.SelectMany(s =>
            s.Text.TrimEnd('.') is ['(', .., ')'] ? Sentences.Split(s.Trim("(", ").")) : (IEnumerable<Passage>)[s]
        );

    /// <summary>«… Frist: 1. april.» belongs to the sentence before it.</summary>
    private static List<Passage> WithDeadlines(IReadOnlyList<Passage> sentences, DateOnly meeting)
    {
        var joined = new List<Passage>();
        foreach (var sentence in sentences)
        {
            if (joined.Count > 0 && Frist().IsMatch(sentence.Text) && Deadlines.IsDeadline(sentence, meeting))
            {
                joined[^1] = Passage.Join([joined[^1], sentence]);
            }
            else
            {
                joined.Add(sentence);
            }
        }

        return joined;
    }

    private static int Needed(Line line, HouseStyle house, InlineAct act, Cast cast) =>
        line.IsListed || act.SetOff
            ? (house.MarksAgreements && line.IsListed) || IsStranger(act, cast)
                ? 3
                : 2
            : house.MarksAgreements
                ? 5
                : act.Responsible.All(r => Promises(r.Text, cast)) || (act.Verb is { } verb && Verbs.IsErrand(verb))
                    ? 2
                    : 3;

    /// <summary>The name is none of many known: «Iben faller ut i timen» tells of her.</summary>
    private static bool IsStranger(InlineAct act, Cast cast) =>
        cast.Members.Count > 2 && !act.SetOff && !act.Responsible.Any(r => cast.IsActor(r.Text));

    /// <summary>In running text present tense is mostly a promise when a worker or the writer is the subject, and mostly a
    /// description when it is a parent or child.</summary>
    private static bool Promises(string name, Cast cast) =>
        Names.IsSelf(name)
        || cast.Named(name).Any(m => m.Organisation is not null || (m.Role is { } role && !Roles.IsKin(role)))
        || (Roles.IsRole(name) && !Roles.IsKin(name));

    private static int Strength(InlineAct act, string sentence, bool listed, Cast cast)
    {
        if (act.Duty)
        {
            return 5;
        }

        var agreed = Agreed().IsMatch(sentence);
        if (Verbs.TellsPast(sentence) && !agreed)
        {
            return 0;
        }

        var points = (act.Deadline.IsNone ? 0 : 1) + (agreed ? 3 : 0);
        if (act.Verb is { } verb)
        {
            return points + OfVerb(verb, act);
        }

        var told = act.What.Text.Split(' ').Take(8).Any(Verbs.IsState);
        points +=
            Verbs.StartsWithInfinitive(act.What.Text) && act.What.Text.Contains(' ', StringComparison.Ordinal) ? 2 : 0;
        points += act.Placed && (!act.Deadline.IsNone || Verbs.HasPassive(act.What.Text)) ? 1 : 0;
        points += act.SetOff && !told && Verbs.HasPassive(act.What.Text) ? 1 : 0;

        // «ny timeplan (Aud)», «Ivar: observasjon, uke 15»: names of people set off from a thing to be done.
        points +=
            listed && act.SetOff && !told && act.Responsible.All(r => cast.IsKnownName(r.Text) || !act.Deadline.IsNone)
                ? act.Placed
                    ? 2
                    : 1
                : 0;
        return points;
    }

    private static int OfVerb(string verb, InlineAct act)
    {
        var words = act.What.Text.Split(' ', 3);
        var second = words.Length > 1 ? words[1] : string.Empty;
        if (InlineActs.IsNeed(act))
        {
            return 0;
        }

        return Verbs.IsShall(verb)
            ? Whereto().IsMatch(second)
                ? 0
                : 3
            : Text.Fold(verb) is "må" && Verbs.IsErrandInfinitive(second)
                ? 3
                : !Verbs.IsState(verb) || Verbs.IsDoingAfterAll(act.What.Text)
                    ? 2
                    : Verbs.IsAmbiguous(verb) && !act.Deadline.IsNone
                        ? 1
                        : -3;
    }

    [GeneratedRegex(
        @"\b(?:avtalt|avtalte|avtala|enige om|einige om|samde om|bestemt at|lovet å|lova å|tar ansvar|tek ansvar|påtar seg|påtok seg|tok på seg|skulle)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Agreed();

    // «tar seg av det», «ordner dette»
    [GeneratedRegex(@"^(?:\S+\s){1,4}?(?:det|dette|den)\b(?:\s\S+){0,2}$", RegexOptions.IgnoreCase, Text.RegexLimit)]
    private static partial Regex RefersBack();

    // «skal på leir», «skal til tannlegen»
    [GeneratedRegex(
        @"^(?:på|til|i|hjem|heim|opp|ut|inn|tilbake|ikke|ikkje)$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Whereto();

    [GeneratedRegex(
        @"[,;]\s(?:(?:men|og|så|mens|medan|derfor)\s|(?-i:(?=\p{Lu}\p{Ll})))|\s[–-]\s",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Clause();

    [GeneratedRegex(@"\s(?:-+>|=+>|→|➔|➜|⇒)\s*", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex ArrowInside();

    [GeneratedRegex(@"^(?:Han|Hun|Ho)\s(?<verb>\p{Ll}+)\b", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex Pronoun();

    [GeneratedRegex(
        @"[(\[][^()\[\]]*[)\]]\s*\.?$|\b(?:frist|innen|innan|senest|seinast)\b[^.]{1,40}$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex SetApart();

    [GeneratedRegex(@"^(?:frist|tidsfrist|innen|innan|senest|seinast)\b", RegexOptions.IgnoreCase, Text.RegexLimit)]
    private static partial Regex Frist();

    [GeneratedRegex(
        @"^(?:når|hvis|dersom|om|da|fordi|siden|viss|medan|mens)\s",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Conditional();
}
