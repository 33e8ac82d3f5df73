using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.People;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Agreements;

/// <summary>Sentences that give somebody a duty in so many words: «Aud lovet å …», «ansvarlig for skyss: Ivar».</summary>
internal static partial class InlineActs
{
    // Longer words in front of the duty are not only names.
    private const int LongestTaker = 80;

    /// <summary>The duty and who has it; null when the sentence gives none. Such a duty is agreed whatever its tense.</summary>
    private static InlineAct? TakesOn(Passage sentence, Cast cast)
    {
        foreach (var pattern in (Regex[])[TakerFirst(), DutyFirst(), DutyHeaded()])
        {
            if (pattern.Match(sentence.Text) is not { Success: true } match)
            {
                continue;
            }

            var who = sentence.Slice(match.Groups["who"].Index, match.Groups["who"].Length).Trim("", ".:");
            var what = sentence.Slice(match.Groups["what"].Index, match.Groups["what"].Length).Trim("", ",.");
            if (
                who.Text.Length < LongestTaker
                && !what.IsEmpty
                && Responsibles.AreActors(who, cast, lenient: Names.IsName(who.Text))
            )
            {
                return new InlineAct(what, Responsibles.Parse(who, cast), Deadline.None) { Duty = true };
            }
        }

        return null;
    }

    // «Aud lovet å …», «Ivar har fått i oppgave å …», «skolen har ansvaret for å …»
    [GeneratedRegex(
        @"^(?<who>.{2,80}?)\s(?:har\s|ha\s|skal\s)?(?:lovet|lovte|lova|lover|lovar|påtok seg|påtar seg|påtatt seg|tok på seg|tar på seg|tek på seg|teke på seg|tatt på seg|tilbød seg|tilbyr seg|sa seg villig til|sa ja til|fikk i oppgave|får i oppgave|får i oppdrag|fått i oppgave|fekk i oppgåve|får i oppgåve|fått i oppgåve|fikk oppgaven med|får oppgaven med|(?:har|får|fikk|fekk|tar|tek|tok|ta|fått|tatt)\s(?:hoved|hovud)?ansvar(?:et)?(?:\sfor)?|ansvar(?:et)?\sfor)\s(?<what>å\s.{3,})$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex TakerFirst();

    // «Oppgaven med å … ligger hos Aud», «Ansvaret for å … har Ivar»
    [GeneratedRegex(
        @"^(?:oppgaven|oppgåva|ansvaret|jobben)\s(?:med|for)\s(?<what>.{3,200}?)\s(?:ligger hos|ligg hos|er lagt til|legges til|går til|gis til|tas av|takast av|har|får|tar|tek)\s(?<who>.{2,80})$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex DutyFirst();

    // «Ansvarlig for skyss: Ivar»
    [GeneratedRegex(
        @"^(?:ansvar(?:lig|leg)?|ansv\.?)\sfor\s(?<what>[^:]{3,120}?)(?:\s?:\s|\s[–—-]\s|\s(?:er|blir|vert)\s)(?<who>.{2,80})$",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex DutyHeaded();
}
