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
    public static IEnumerable<InlineAct> Find(Line line, HouseStyle house, ReadingContext context)
    {
        if (house.HasFields && !line.IsListed)
        {
            yield break;
        }

        foreach (var sentence in line.IsListed ? [line.Text] : Sentences.Split(line.Text))
        {
            if (AgreementFilter.IsAboutMinutes(sentence.Text) || Conditional().IsMatch(sentence.Text))
            {
                continue;
            }

            var act = InlineActs.Parse(sentence, context.Cast, context.Meeting);
            if (act.Responsible.Count > 0 && Strength(act, sentence.Text) >= Needed(line, house))
            {
                yield return act;
            }
        }
    }

    private static int Needed(Line line, HouseStyle house) =>
        line.IsListed
            ? house.MarksAgreements
                ? 3
                : 2
            : house.MarksAgreements
                ? 5
                : 3;

    private static int Strength(InlineAct act, string sentence)
    {
        if (Verbs.TellsPast(sentence) && !Agreed().IsMatch(sentence))
        {
            return 0;
        }

        var points = act.Deadline.IsNone ? 0 : 1;
        points += Agreed().IsMatch(sentence) ? 3 : 0;
        if (act.Verb is { } verb)
        {
            var words = act.What.Text.Split(' ', 3);
            points += Verbs.IsShall(verb)
                ? words.Length > 1 && Verbs.IsWeakInfinitive(words[1])
                    ? 0
                    : 3
                : Verbs.IsState(verb)
                    ? Verbs.IsAmbiguous(verb) && !act.Deadline.IsNone
                        ? 1
                        : -3
                    : 2;
        }
        else
        {
            points += Verbs.StartsWithInfinitive(act.What.Text) ? 2 : 0;
        }

        return points;
    }

    [GeneratedRegex(
        @"\b(?:avtalt|avtalte|avtala|enige om|einige om|samde om|bestemt at|lovet å|lova å|tar ansvar|tek ansvar|påtar seg|påtok seg|tok på seg|skulle)\b",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Agreed();

    [GeneratedRegex(
        @"^(?:når|hvis|dersom|om|da|fordi|siden|viss|medan|mens)\s",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Conditional();
}
