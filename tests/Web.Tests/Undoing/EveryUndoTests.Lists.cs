using Flette.Kit;

namespace Flette.Web.Tests.Undoing;

/// <summary>What has no undo and why, from <c>reasons.txt</c>; and how forms are filled in that the general way does not do.</summary>
public sealed partial class EveryUndoTests
{
    private static readonly ILookup<string, (string What, string Why)> Reasons = File.ReadLines(
            Path.Combine(Repository.Root(), "tests", "Web.Tests", "Undoing", "reasons.txt")
        )
        .Where(l => l.Length > 0 && l[0] != '#')
        .Select(l => l.Split('|', StringSplitOptions.TrimEntries))
        .ToLookup(l => l[0], l => (l[1], l[2]), StringComparer.Ordinal);

    /// <summary>Handlers that need no undo.</summary>
    private static readonly Dictionary<string, string> Exceptions = Of("exception");

    /// <summary>Handlers that should have one and have none that restores all: each is to be mended.</summary>
    private static readonly Dictionary<string, string> Missing = Of("missing");

    /// <summary>Handlers whose undo another test shows, since a family that has something of everything is past where they stand.</summary>
    private static readonly Dictionary<string, string> Elsewhere = Of("elsewhere");

    /// <summary>Pages that tell of the change and of the undo besides what stands: their rows are looked at, not their words.</summary>
    private static readonly Dictionary<string, string> TellsMore = Of("tells-more");

    /// <summary>Kinds whose history offers no undo.</summary>
    private static readonly Dictionary<string, string> KindExceptions = Of("kind");

    private static readonly Dictionary<string, Action<Form>> Recipes = new(StringComparer.Ordinal)
    {
        ["/f/{family:guid}/mote/nytt"] = form => form.Set("Input.Time", "10.00–11.00"),
        ["/f/{family:guid}/mote/{planned:guid}/endre"] = form => form.Set("Input.Time", "10.00–11.00"),
        ["/f/{family:guid}/mote/{meeting:guid}/les-opp Next"] = form => form.Set("Next.Day", "2027-06-01"),
        // Nobody has it yet.
        ["/f/{family:guid}/stilling/ny"] = form => form.Set("Input.Kind", "NextOfKin"),
        ["/f/{family:guid}/mote/{meeting:guid}/vedlegg"] = form =>
            form.Attach("Dokument", "kart.txt", "Følg stien."u8.ToArray()),
    };

    private static Dictionary<string, string> Of(string list) =>
        Reasons[list].ToDictionary(r => r.What, r => r.Why, StringComparer.Ordinal);
}
