using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Dates;
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
        var (text, speaker) = Speech.Of(line.Text, context.Cast);
        if (house.HasFields && !line.IsListed && speaker is null)
        {
            yield break;
        }

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

            // «Aud: Jeg ringer BUP i morgen» is a promise wherever the others are marked.
            act = act with
            {
                Duty = act.Duty || (speaker is not null && IsOwnPromise(act, said.Text)),
            };
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

    private static bool IsOwnPromise(InlineAct act, string said) =>
        act is { Verb: { } verb, Responsible.Count: > 0 }
        && act.Responsible.All(r => Names.IsSelf(r.Text))
        && !Verbs.TellsPast(said)
        && (Verbs.IsErrand(verb) || (!Verbs.IsState(verb) && !act.Deadline.IsNone));

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
                && (
                    !Verbs.IsState(sentence.Split(' ')[0])
                    || Verbs.IsDoingAfterAll(sentence)
                    || (!act.Deadline.IsNone && Verbs.IsAmbiguous(sentence.Split(' ')[0]))
                )
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
            if (
                joined.Count > 0
                && (
                    Frist().IsMatch(sentence.Text) && Deadlines.IsDeadline(sentence, meeting)
                    || InlineActs.SaysWhenReady(sentence.Text) && DayFinder.Find(sentence.Text).Count > 0
                )
            )
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

    // «tar seg av det», «ordner dette»
    [GeneratedRegex(
        @"^(?:\S+\s){1,4}?(?:det|dette|den|ho|han|dem|dei)\b(?:\s\S+){0,2}$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex RefersBack();

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
