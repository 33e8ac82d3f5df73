using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Layout;
using Flette.Core.Meetings.Reading.People;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Agreements;

/// <summary>The subject of a sentence, when it stands at the start: who it is and the verb after it.</summary>
/// <param name="Names">The names as written.</param>
/// <param name="Length">Where the verb begins in the sentence.</param>
/// <param name="Verb">The verb.</param>
internal sealed record Subject(Passage Names, int Length, string Verb);

/// <summary>Finds «Aud (PPT) og Ivar» before a verb in the present tense.</summary>
internal static partial class Subjects
{
    private const int LongestSubject = 12;

    /// <summary>The subject, or null when the sentence does not begin with somebody who does something.</summary>
    public static Subject? Find(Passage sentence, Cast cast)
    {
        var words = Word().Matches(sentence.Text);
        Subject? found = null;
        for (var i = 1; i < words.Count && i <= LongestSubject; i++)
        {
            var verb = words[i].Value;
            var teaches = verb is "lærer" && i + 1 < words.Count && words[i + 1].Value is "opp" or "bort";
            if (verb[^1] == ':')
            {
                break; // «Teknisk utstyr: …» is a topic
            }

            if (!char.IsLower(verb[0]) || !(teaches || Verbs.IsPresent(verb)) || Verbs.IsPassive(verb))
            {
                continue;
            }

            var names = sentence.Slice(0, words[i].Index).Trim("", " ");
            if (
                names.Text.EndsWith(',')
                || (names.Text.EndsWith('.') && !WithInitial().IsMatch(names.Text))
                || names.Text.EndsWith(':')
                || EndsInLink().IsMatch(names.Text)
            )
            {
                continue;
            }

            if (Responsibles.AreActors(names, cast) || (!Verbs.IsState(verb) && AreUnknownPeople(names, cast)))
            {
                found = new Subject(names, words[i].Index, verb);
                break;
            }
        }

        return found;
    }

    /// <summary>
    /// The other subject that does something further on («Gerd søker, og Ivar skriver under»): the sentence is
    /// then kept whole. Null when there is none.
    /// </summary>
    public static Subject? Second(Passage sentence, Subject first, Cast cast)
    {
        foreach (Match link in Link().Matches(sentence.Text))
        {
            if (
                link.Index > first.Length
                && Find(sentence.Slice(link.Index + link.Length), cast) is { } second
                && Text.Fold(second.Names.Text) != Text.Fold(first.Names.Text)
                && !Roles.IsGroup(second.Names.Text)
            )
            {
                return second;
            }
        }

        return null;
    }

    /// <summary>One capitalised word or more that is nobody known, or several full names, some of them known.</summary>
    private static bool AreUnknownPeople(Passage names, Cast cast) =>
        IsUnknownPerson(names.Text)
        || (
            names.Text.Length < Responsibles.LongestNames
            && Responsibles.Parse(names, cast) is { Count: > 0 } several
            && several.All(n =>
                cast.IsActor(n.Text)
                || ((Names.IsFullName(n.Text) || Names.IsInitials(n.Text)) && IsUnknownPerson(n.Text))
            )
        );

    private static bool IsUnknownPerson(string names) =>
        Names.IsName(names) && !NotPeople().IsMatch(names) && Text.WordCount(names) <= 3;

    [GeneratedRegex(@"\S+", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?:\bog|/|\+|&|\bv/|\bved|\bmed)$", RegexOptions.IgnoreCase, Text.RegexLimit)]
    private static partial Regex EndsInLink();

    // «Gerd A.»
    [GeneratedRegex(@"\p{Ll}\s\p{Lu}\.$", RegexOptions.None, Text.RegexLimit)]
    private static partial Regex WithInitial();

    [GeneratedRegex(@"(?:,\s*(?:og|mens|men)\s+|;\s+)(?=\p{L})", RegexOptions.IgnoreCase, Text.RegexLimit)]
    private static partial Regex Link();

    [GeneratedRegex(
        @"^(?:Plan\w*|Søknad\w*|Møte\w*|Vedtak\w*|Skyss\w*|Kurs\w*|Rapport\w*|Referat\w*|Hjelp\w*|Barn\w*|Elev\w*|Tiltak\w*|Avtale\w*|Time\w*|Samtykke\w*|Samtale\w*|Observasjon\w*|Henvisning\w*|Kartlegging\w*|Rampe\w*|Garderobe\w*|Natt\w*|Morgen\w*|Medisin\w*|Mat\w*|Klage\w*|Brev\w*|Lekse\w*|Familie\w*|Svømming\w*|Trening\w*|Søvn\w*|Uke\w*|Dag\w*|Bil\w*|Buss\w*|Taxi\w*|Ordning\w*|Bistand\w*|Kontakt|Beskjed\w*|Informasjon\w*|Oppfølging\w*|Evaluering\w*|Avlastning\w*|\p{L}+(?:møte|samtale|gruppe|gruppa|plan|planen|søknad|søknaden|vedtak|vedtaket|avtale|avtalen|skjema|rapport|rapporten|ordning|ordningen|tilbud|tilbudet|kurs|stønad|tid|ferie)(?:t|r|n|ne)?)$",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex NotPeople();
}
