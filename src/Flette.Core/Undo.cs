namespace Flette.Core;

/// <summary>A version of something, as far as undo needs to know.</summary>
/// <param name="Restored">After an undo: the version whose content this is.</param>
public sealed record VersionMark(int Version, string Change, int? Restored);

/// <summary>There is nothing to undo.</summary>
public sealed record NothingToUndo : Refusal;

/// <summary>Which version an undo goes back to. Pure.</summary>
public static class Undo
{
    /// <summary>The first version.</summary>
    public const string Created = "created";

    /// <summary>A version made by an undo.</summary>
    public const string Undone = "undone";

    /// <summary>Moved from the working notes to the plan: the content is the same as before.</summary>
    public const string Moved = "moved-to-plan";

    /// <summary>
    /// The version before the one whose content is shown now, or null when that was the first. Follows earlier undoes, so that
    /// undoing twice goes two changes back, and passes over moves, which changed no content.
    /// </summary>
    public static int? Target(IReadOnlyCollection<VersionMark> versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        var byNumber = versions.ToDictionary(v => v.Version);
        var shown = Content(byNumber, byNumber.Keys.Max());
        return shown > 1 ? Content(byNumber, shown - 1) : null;
    }

    /// <summary>The version whose content is shown now: the one an undo takes back.</summary>
    public static int Shown(IReadOnlyCollection<VersionMark> versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        var byNumber = versions.ToDictionary(v => v.Version);
        return Content(byNumber, byNumber.Keys.Max());
    }

    private static int Content(Dictionary<int, VersionMark> versions, int version)
    {
        while (version > 1)
        {
            var mark = versions[version];
            if (mark.Restored is { } restored)
            {
                version = restored;
            }
            else if (mark.Change == Moved)
            {
                version--;
            }
            else
            {
                break;
            }
        }
        return version;
    }
}
