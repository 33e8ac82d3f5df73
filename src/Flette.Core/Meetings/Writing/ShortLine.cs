using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Flette.Core.Access;
using Flette.Core.Meetings.Reading;
using Flette.Core.Meetings.Reading.Agreements;
using Flette.Core.Meetings.Reading.Dates;
using Flette.Core.Meetings.Reading.People;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Writing;

/// <summary>
/// Reads one line as it is typed in a meeting. A sign in front says what it is; in an agreement «kari 15/4» at the end is enough for
/// who and by when, and so is a whole sentence («Kari ringer BUP innen 15. april»). Pure.
/// </summary>
public static partial class ShortLine
{
    /// <summary>Most characters of a line.</summary>
    public const int Longest = 2_000;

    private const int YearsAhead = 5;
    private const int MostNameWords = 3;

    // Two letters begin too much that is no name: «saft, is».
    private const int ShortestBeginning = 3;

    private static readonly HashSet<string> NotBeforeAName = new(StringComparer.Ordinal)
    {
        "til",
        "med",
        "for",
        "hos",
        "fra",
        "av",
        "om",
        "på",
        "og",
        "eller",
        "at",
        "ved",
        "som",
    };

    /// <summary>Reads it.</summary>
    /// <param name="typed">As typed.</param>
    /// <param name="people">Those who may be meant: the family, its team, the one who writes.</param>
    /// <param name="chosen">Whom the one who writes has said names mean, where they fit several.</param>
    /// <param name="meeting">The day of the meeting, which days without a year are counted from.</param>
    public static Result<MinutesLine> Read(
        string? typed,
        IReadOnlyList<MeantPerson> people,
        IReadOnlyCollection<Guid> chosen,
        DateOnly meeting
    )
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(chosen);
        var line = Spaces().Replace(typed ?? "", " ").Trim();
        if (line.Length > Longest)
        {
            return new LineTooLong(Longest);
        }
        var mark = MarkOf(line);
        var words = mark == LineMark.Text ? line : line[1..].Trim();
        if (words.Length == 0)
        {
            return new LineEmpty();
        }
        return mark == LineMark.Agreement
            ? Agreement(line, words, people, chosen, meeting)
            : new MinutesLine(mark, line, words, [], Due: null);
    }

    private static LineMark MarkOf(string line) =>
        line switch
        {
            ['!', ..] => LineMark.Agreement,
            ['=', ..] => LineMark.Conclusion,
            ['#', ..] => LineMark.Point,
            ['/', ..] => LineMark.Note,
            _ => LineMark.Text,
        };

    private static Result<MinutesLine> Agreement(
        string line,
        string words,
        IReadOnlyList<MeantPerson> people,
        IReadOnlyCollection<Guid> chosen,
        DateOnly meeting
    )
    {
        var (before, day, written) = DayAtTheEnd(words, meeting);
        if (written is not null && day is null)
        {
            return new NoSuchDay(written);
        }
        var (what, names) = NamesAtTheEnd(before, people, daySaid: day is not null);
        if (names.Count == 0)
        {
            var sentence = Sentence(words, people, meeting);
            day ??= sentence.Due;
            names = sentence.Responsible.Select(r => r.Name).ToList();
            what = names.Count > 0 && sentence.What.Length > 0 ? sentence.What : before;
        }
        if (what.Length == 0)
        {
            return new LineEmpty();
        }
        if (day < meeting || day > meeting.AddYears(YearsAhead))
        {
            return new DayOutOfReach(day.Value);
        }
        var responsible = new List<MeetingPerson>();
        foreach (var name in names)
        {
            var fits = Fits(name, people);
            fits = fits.Count > 1 && fits.FindAll(p => chosen.Contains(p.Id)) is { Count: > 0 } said ? said : fits;
            switch (fits)
            {
                case []:
                    responsible.Add(new MeetingPerson(Id: null, name));
                    break;
                case [var one]:
                    responsible.Add(new MeetingPerson(one.Id, one.Name));
                    break;
                default:
                    return new WhoInLine(name, [.. fits]);
            }
        }
        return new MinutesLine(LineMark.Agreement, line, Capital(what), [.. responsible.Distinct()], day);
    }

    // «… kari 15/4», «… innen fredag», «… 31/2»: the text before it, the day, and the words when there is no such day.
    private static (string Before, DateOnly? Day, string? Written) DayAtTheEnd(string words, DateOnly meeting)
    {
        var text = words.TrimEnd(' ', '.', ',', ';');
        if (DayFinder.Find(words) is [.., var last] && last.End >= text.Length)
        {
            var before = Joining().Replace(words[..last.Start], "").TrimEnd(' ', ',', ';');
            return last.Form is DayForm.Several
                ? (words, null, null)
                : (before, DayResolver.Resolve(last.Form, meeting), words[last.Start..last.End]);
        }
        // What looks like a day and is none, as 31/2 and 40/13.
        return Slashed().Match(text) is { Success: true } no ? (text[..no.Index], null, no.Value) : (text, null, null);
    }

    private static (string What, IReadOnlyList<string> Names) NamesAtTheEnd(
        string text,
        IReadOnlyList<MeantPerson> people,
        bool daySaid
    )
    {
        var comma = text.LastIndexOf(',');
        if (comma >= 0)
        {
            var names = And().Split(text[(comma + 1)..]).Select(n => n.Trim()).Where(n => n.Length > 0).ToList();
            if (
                names.Count > 0
                && names.TrueForAll(n => n.Split(' ').Length <= MostNameWords && Fits(n, people).Count > 0)
            )
            {
                return (text[..comma].TrimEnd(), names);
            }
        }
        // Without a comma only whole names, and not one something is done to: «ringe til Oda», «Stian ringer Linn».
        var words = text.Split(' ');
        if (people.Any(p => MeantNames.Same(p.Name, words[0])))
        {
            return people.Any(p => MeantNames.Same(p.Name, text)) ? ("", [text]) : (text, []);
        }
        for (var many = Math.Min(MostNameWords, words.Length); many > 0 && daySaid; many--)
        {
            var name = string.Join(' ', words[^many..]);
            var led = many < words.Length ? Text.Fold(words[^(many + 1)]) : "";
            if (!NotBeforeAName.Contains(led) && people.Any(p => MeantNames.Same(p.Name, name)))
            {
                return (string.Join(' ', words[..^many]), [name]);
            }
        }
        return (text, []);
    }

    private static ReadAgreement Sentence(string words, IReadOnlyList<MeantPerson> people, DateOnly meeting)
    {
        var cast = new Cast([.. people.Select(p => new CastMember(p.Name, null, p.Organisation, null))]);
        return MarkedLine.Read(SourceDocument.FromText(words).Lines[0], new ReadingContext(cast, meeting));
    }

    // The whole name, then the first name, then what any part of the name or the service begins with.
    private static List<MeantPerson> Fits(string name, IReadOnlyList<MeantPerson> people)
    {
        var whole = people.Where(p => MeantNames.Equal(p.Name, name)).ToList();
        if (whole.Count > 0)
        {
            return whole;
        }
        var same = people.Where(p => MeantNames.Same(p.Name, name)).ToList();
        if (same.Count > 0)
        {
            return same;
        }
        var begun = Text.Fold(name);
        return begun.Length < ShortestBeginning
            ? []
            : people
                .Where(p =>
                    Text.Fold($"{p.Name} {p.Organisation}")
                        .Split(' ')
                        .Any(w => w.StartsWith(begun, StringComparison.Ordinal))
                )
                .ToList();
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s*[,;]?\s*\b(?:innen|før|til|senest|frist|den|på)\s*(?:den\s*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Joining();

    [GeneratedRegex(@"\b\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?$")]
    private static partial Regex Slashed();

    [GeneratedRegex(@"\s+og\s+|\s*[+&/]\s*", RegexOptions.IgnoreCase)]
    private static partial Regex And();
}
