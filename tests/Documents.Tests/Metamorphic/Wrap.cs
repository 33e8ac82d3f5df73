namespace Flette.Documents.Tests.Metamorphic;

/// <summary>Breaks running text at a width, as a mail program does; bullets get a hanging indent.</summary>
internal static class Wrap
{
    public static IEnumerable<string> Lines(IEnumerable<string> lines, int width) =>
        lines.SelectMany(l => One(l, width));

    private static IEnumerable<string> One(string line, int width)
    {
        // Indented lines are fields and lists in columns, not running text.
        if (line.Length <= width || line.StartsWith(' '))
        {
            yield return line;
            yield break;
        }

        var hang =
            line.StartsWith("- ", StringComparison.Ordinal) ? "  "
            : line.StartsWith("-> ", StringComparison.Ordinal) ? "   "
            : "";
        var now = "";
        foreach (var word in line.Split(' '))
        {
            if (now.Length > 0 && now.Length + 1 + word.Length > width)
            {
                yield return now;
                now = hang + word;
            }
            else
            {
                now = now.Length == 0 ? word : now + " " + word;
            }
        }

        yield return now;
    }
}
