using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.People;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Agreements;

/// <summary>Chooses the sentence that holds the act when a field or cell holds several.</summary>
internal static partial class SentenceChoice
{
    /// <summary>The sentence most like an act of the responsible; the first of equals.</summary>
    public static Passage Act(Passage text, IReadOnlyList<string> responsible, string field, Cast cast)
    {
        var sentences = Sentences.Split(text);
        return sentences.Count <= 1 ? text : sentences.MaxBy(s => Points(s, responsible, field, cast))!;
    }

    private static int Points(Passage sentence, IReadOnlyList<string> responsible, string field, Cast cast)
    {
        var points = Verbs.TellsPast(sentence.Text) ? -3 : 0;
        points += Verbs.HasPassive(sentence.Text) ? 2 : 0;
        points += sentence.Text.Contains("skal ", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        points -= RefersBack().IsMatch(sentence.Text) ? 1 : 0;
        if (Subjects.Find(sentence, cast) is { } subject)
        {
            var names = Responsibles.Parse(subject.Names, cast);
            var same =
                cast.Same(subject.Names.Text, responsible, field)
                || names.Any(n => cast.Same(n.Text, responsible, field));
            points += same ? 4 : 0;

            // «Aud er det ene nummeret» is an act of the responsible; «foreldrene er uenige» is not.
            points += Verbs.IsState(subject.Verb)
                ? same
                    ? -1
                    : -3
                : 2;
        }
        else if (Verbs.StartsWithInfinitive(sentence.Text))
        {
            points += 2;
        }

        return points;
    }

    [GeneratedRegex(
        @"^(?:det|den|dette|han|hun|ho|de|dei|disse|desse|dermed|likevel)\s(?!lages|lagast|skal|blir|vert|tas|takast)",
        RegexOptions.IgnoreCase,
        Words.Text.RegexLimit
    )]
    private static partial Regex RefersBack();
}
