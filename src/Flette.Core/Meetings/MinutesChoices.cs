using System.Collections.Immutable;

namespace Flette.Core.Meetings;

/// <summary>What the coordinator says of who is who in a draft. Pure: draft + command → new draft or refusal.</summary>
public static class MinutesChoices
{
    /// <summary>Says whom a name of an agreement means: one, several, or nobody.</summary>
    public static Result<MinutesDraft> Choose(
        MinutesDraft draft,
        int number,
        string name,
        IReadOnlyCollection<Holder> meant
    )
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(meant);
        if (draft.Agreement(number) is not { } agreement || !agreement.Responsible.Any(r => MeantNames.Equal(r, name)))
        {
            return new NoSuchLine();
        }
        var others = (agreement.Chosen ?? []).Where(c => !MeantNames.Equal(c.Name, name));
        return draft.With(agreement with { Chosen = [.. others, Chosen(name, meant)] });
    }

    /// <summary>Gives an agreement to people, and to names and services as words.</summary>
    /// <param name="people">Those who shall have it.</param>
    /// <param name="words">Names as written. One that fits some of <paramref name="people"/> means them.</param>
    public static Result<MinutesDraft> Give(
        MinutesDraft draft,
        int number,
        IReadOnlyCollection<Holder> people,
        IEnumerable<string> words
    )
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(words);
        if (draft.Agreement(number) is not { } agreement)
        {
            return new NoSuchLine();
        }
        var left = people.ToList();
        var chosen = new List<ChosenPeople>();
        var typed = words.Select(w => w.Trim()).Where(w => w.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase);
        var names = typed.ToList();
        if (MinutesLimits.Check((MinutesText.Others, names.Sum(n => n.Length))) is { } tooLong)
        {
            return tooLong;
        }
        foreach (var name in names)
        {
            var meant = left.Where(p => MeantNames.Same(p.Name, name)).ToList();
            if (meant.Count > 0)
            {
                chosen.Add(Chosen(name, meant));
                left.RemoveAll(meant.Contains);
            }
            else if (agreement.ChosenFor(name) is { Keys.Count: 0 } nobody)
            {
                chosen.Add(nobody);
            }
        }
        var given = left.GroupBy(p => p.Name, StringComparer.OrdinalIgnoreCase).ToList();
        return draft.With(
            agreement with
            {
                Responsible = [.. given.Select(g => g.Key), .. names],
                Chosen = [.. given.Select(g => Chosen(g.Key, [.. g])), .. chosen],
            }
        );
    }

    /// <summary>Says who someone of the attendance list is.</summary>
    /// <param name="at">Where she stands in the list.</param>
    /// <param name="known">Whom she is; null: none of those known.</param>
    public static Result<MinutesDraft> SetPerson(MinutesDraft draft, int at, Guid? known)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return at < 0 || at >= draft.People.Length
            ? new NoSuchLine()
            : draft with
            {
                People = draft.People.SetItem(at, draft.People[at] with { Known = known, IsNew = known is null }),
            };
    }

    private static ChosenPeople Chosen(string name, IReadOnlyCollection<Holder> meant) =>
        new(name, [.. meant.Select(m => m.Key)]);
}
