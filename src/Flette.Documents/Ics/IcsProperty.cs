namespace Flette.Documents.Ics;

/// <summary>One line of a calendar file: a name, its parameters, and a value as it is written (RFC 5545, 3.1).</summary>
internal sealed record IcsProperty(string Name, IReadOnlyList<(string Name, string Value)> Parameters, string Value)
{
    /// <summary>Whether this is the property of that name, whatever the case.</summary>
    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether that is its value, whatever the case.</summary>
    public bool Means(string value) => Value.Trim().Equals(value, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first parameter of a name, or null.</summary>
    public string? Parameter(string name) =>
        Parameters
            .Where(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(p => p.Value)
            .FirstOrDefault();

    /// <summary>Reads a line; null when it is none.</summary>
    public static IcsProperty? Read(string line)
    {
        var parts = new List<string>();
        var (begun, quoted) = (0, false);
        for (var i = 0; i < line.Length; i++)
        {
            switch (line[i])
            {
                case '"':
                    quoted = !quoted;
                    break;
                case ';' when !quoted:
                    parts.Add(line[begun..i]);
                    begun = i + 1;
                    break;
                case ':' when !quoted:
                    parts.Add(line[begun..i]);
                    return new IcsProperty(parts[0].Trim(), parts.Skip(1).Select(Pair).ToList(), line[(i + 1)..]);
                default:
                    break;
            }
        }
        return null;
    }

    private static (string Name, string Value) Pair(string parameter)
    {
        var (name, value) = parameter.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
            ? (parameter[..at], parameter[(at + 1)..])
            : (parameter, "");
        return (name.Trim(), value.Trim().Trim('"'));
    }
}
