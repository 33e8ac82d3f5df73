namespace Flette.Web.Features.Shared;

/// <summary>One field two people wrote differently at the same time.</summary>
/// <param name="Label">The field.</param>
/// <param name="Mine">What the one who posted had typed; it stands in the form.</param>
/// <param name="Theirs">What stands now.</param>
public sealed record ConflictLine(string Label, string Mine, string Theirs)
{
    /// <summary>The fields that differ, in the order of the form.</summary>
    public static IReadOnlyList<ConflictLine> Between(
        IEnumerable<(string Label, string Text)> mine,
        IEnumerable<(string Label, string Text)> theirs
    ) =>
        mine.Zip(theirs, (m, t) => new ConflictLine(m.Label, m.Text.Trim(), t.Text.Trim()))
            .Where(c => !string.Equals(c.Mine, c.Theirs, StringComparison.Ordinal))
            .ToList();
}
