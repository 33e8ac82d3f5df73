using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.People;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Agreements;

/// <summary>A sentence that says what somebody does, with the sentences that belong to it.</summary>
/// <param name="Text">The words.</param>
/// <param name="Who">Whom «han» or «hun» stands for; null when the sentence names its own.</param>
internal sealed record ActPart(Passage Text, Passage? Who);

/// <summary>
/// Cuts running text that is marked as agreed («Oppfølging: Aud ringer BUP. Ivar skriver plan.») where a new one does
/// something. A text without two such sentences is left whole.
/// </summary>
internal static partial class SeveralActs
{
    /// <summary>The parts, or the text itself as the only one.</summary>
    public static IReadOnlyList<ActPart> Split(Passage text, ReadingContext context)
    {
        var parts = new List<ActPart>();
        Passage? last = null;
        foreach (var sentence in Sentences.Split(text))
        {
            if (Begins(sentence, last, context) is { } part)
            {
                parts.Add(part);
            }
            else if (parts.Count > 0)
            {
                parts[^1] = parts[^1] with { Text = Passage.Join([parts[^1].Text, sentence]) };
            }

            last = Subjects.Find(sentence, context.Cast)?.Names ?? Speech.Of(sentence, context.Cast).Speaker ?? last;
        }

        return parts.Count > 1 ? parts : [new ActPart(text, null)];
    }

    private static ActPart? Begins(Passage sentence, Passage? last, ReadingContext context)
    {
        if (
            Verbs.TellsPast(sentence.Text)
            || Conditional().IsMatch(sentence.Text)
            || AgreementFilter.IsAboutMinutes(sentence.Text)
        )
        {
            return null;
        }

        var dated = !Deadlines.Cut(sentence, context.Meeting).Deadline.IsNone;
        if (Pronoun().Match(sentence.Text) is { Success: true } pronoun)
        {
            // What he also does explains the act before it, unless it has a day of its own.
            return last is not null && dated && Verbs.IsPresent(pronoun.Groups["verb"].Value)
                ? new ActPart(sentence.Slice(pronoun.Groups["verb"].Index), last)
                : null;
        }

        if (last is not null && dated && LooseActs.BeginsWithDeed(sentence.Text, context.Cast))
        {
            return new ActPart(sentence, last); // «Aud: Ringer BUP. Søker støttekontakt før jul»
        }

        var act = InlineActs.Parse(sentence, context.Cast, context.Meeting);
        return
            act.Responsible.Count > 0
            && (
                act.Verb is not { } verb
                || !Verbs.IsState(verb)
                || Verbs.IsDoingAfterAll(act.What.Text)
                || (dated && Verbs.IsAmbiguous(verb))
            )
            ? new ActPart(sentence, null)
            : null;
    }

    [GeneratedRegex(@"^(?:Han|Hun|Ho|De|Dei)\s(?<verb>\p{Ll}+)\b", RegexOptions.None, Words.Text.RegexLimit)]
    private static partial Regex Pronoun();

    [GeneratedRegex(
        @"^(?:når|hvis|dersom|om|da|fordi|siden|viss|medan|mens)\s",
        RegexOptions.IgnoreCase,
        Words.Text.RegexLimit
    )]
    private static partial Regex Conditional();
}
