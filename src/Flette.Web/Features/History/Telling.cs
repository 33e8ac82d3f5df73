using Flette.Web.Features.Shared;

namespace Flette.Web.Features.History;

/// <summary>One version, told.</summary>
/// <param name="Change">What was done.</param>
/// <param name="By">Who did it; empty when the asker may not know.</param>
/// <param name="Fields">All fields of the first version, and what differs in later ones, with what stood before.</param>
public sealed record ToldVersion(string Change, string By, DateTimeOffset At, IReadOnlyList<ConflictLine> Fields);

/// <summary>A version to be told.</summary>
/// <param name="Fields">Every field with its label, the same fields in each version.</param>
public sealed record ToTell(
    string Change,
    string By,
    DateTimeOffset At,
    IReadOnlyList<(string Label, string Text)> Fields
);

/// <summary>A history as the page shows it, newest first.</summary>
/// <param name="Today">The day in Norway.</param>
public sealed record ToldHistory(IReadOnlyList<ToldVersion> Versions, DateOnly Today);

/// <summary>Makes a history of versions: what each changed, beside what stood before.</summary>
public static class Telling
{
    /// <summary>The versions, newest first.</summary>
    /// <param name="oldestFirst">Those the asker may see; what is compared is each with the one before it here.</param>
    public static IReadOnlyList<ToldVersion> NewestFirst(IEnumerable<ToTell> oldestFirst)
    {
        ArgumentNullException.ThrowIfNull(oldestFirst);
        var told = new List<ToldVersion>();
        IReadOnlyList<(string Label, string Text)> before = [];
        foreach (var version in oldestFirst)
        {
            var differs =
                told.Count == 0
                    ? version
                        .Fields.Where(f => f.Text.Length > 0)
                        .Select(f => new ConflictLine(f.Label, f.Text, ""))
                        .ToList()
                    : ConflictLine.Between(version.Fields, before);
            told.Add(new ToldVersion(version.Change, version.By, version.At, differs));
            before = version.Fields;
        }
        told.Reverse();
        return told;
    }
}
