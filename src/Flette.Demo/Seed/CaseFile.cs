using YamlDotNet.RepresentationModel;

namespace Flette.Demo.Seed;

/// <summary>
/// One family case: a YAML document read by key, with file and line in every complaint. Its days and texts are read
/// moved to now; it remembers what has been read, so that a test can tell what nobody reads.
/// </summary>
public sealed class CaseFile
{
    // The version of the field list the seed knows.
    private const int Schema = 2;
    private const string Prefix = "Flette.Demo.Cases.";

    private readonly CaseReads _reads;
    private readonly YamlMappingNode _root;

    private CaseFile(string name, YamlMappingNode root, DateOnly? today)
    {
        var plain = new CaseNode(new CaseReads(name, new DateShift(0, default)), "", root)["case"];
        Written = plain.Day("asOf") ?? throw plain.Fault("has no asOf");
        var weeks = today is { } now ? DateShift.WeeksTo(Written, now) : 0;
        _root = root;
        _reads = new CaseReads(name, new DateShift(weeks, Written, plain.Flag("expectingChild")));
        Root = new CaseNode(_reads, "", root);
        if (Root.Number("schema") != Schema)
        {
            throw Root["schema"].Fault($"is not schema {Schema}");
        }
        // Read above, before there was anything to remember it.
        _ = Root["case"]["asOf"];
        _ = Root["case"]["expectingChild"];
    }

    /// <summary>File name.</summary>
    public string Name => _reads.File;

    /// <summary>The day it was written, not moved.</summary>
    public DateOnly Written { get; }

    /// <summary>How its days and texts are moved.</summary>
    public DateShift Shift => _reads.Shift;

    /// <summary>The document.</summary>
    public CaseNode Root { get; }

    /// <summary>The case's own id, as <c>nordli</c>.</summary>
    public string Id => Root["case"].Text("id");

    /// <summary>Sections and fields with something in them that nothing has read yet, as <c>measures</c> and <c>members.otherLanguages</c>.</summary>
    public IReadOnlySet<string> Unread()
    {
        var unread = new HashSet<string>(StringComparer.Ordinal);
        Walk("", _root);
        return unread;

        void Walk(string path, YamlNode node)
        {
            if (node is YamlSequenceNode list)
            {
                foreach (var entry in list)
                {
                    Walk(path, entry);
                }
            }
            if (node is not YamlMappingNode map)
            {
                return;
            }
            foreach (var (key, child) in map.Children)
            {
                var name = path.Length == 0 ? $"{key}" : $"{path}.{key}";
                if (new CaseNode(_reads, name, child).IsNull)
                {
                    continue;
                }
                if (_reads.Paths.Contains(name))
                {
                    Walk(name, child);
                }
                else
                {
                    unread.Add(name);
                }
            }
        }
    }

    /// <summary>The files embedded in the program, by name.</summary>
    /// <param name="today">The day they are moved to; null leaves them as written.</param>
    public static IReadOnlyList<CaseFile> All(DateOnly? today = null)
    {
        var assembly = typeof(CaseFile).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(".yaml", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(n)!);
                return Read(n[Prefix.Length..], reader, today);
            })
            .ToList();
    }

    /// <summary>Reads a case. Throws <see cref="CaseException"/> when it is not one.</summary>
    public static CaseFile Read(string name, TextReader reader, DateOnly? today = null)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(reader);
        }
        catch (YamlDotNet.Core.YamlException e)
        {
            throw new CaseException(name, e.Start.Line, "is not YAML");
        }
        return yaml.Documents is [{ RootNode: YamlMappingNode root }]
            ? new CaseFile(name, root, today)
            : throw new CaseException(name, 1, "is not a case");
    }
}

/// <summary>What the nodes of one file share.</summary>
/// <param name="File">File name, for complaints.</param>
/// <param name="Shift">How days and texts are moved.</param>
internal sealed record CaseReads(string File, DateShift Shift)
{
    /// <summary>Keys that have been read, with those above them.</summary>
    public HashSet<string> Paths { get; } = new(StringComparer.Ordinal);
}

/// <summary>A case holds something the seed does not understand.</summary>
public sealed class CaseException : Exception
{
    public CaseException() { }

    public CaseException(string message)
        : base(message) { }

    public CaseException(string message, Exception inner)
        : base(message, inner) { }

    /// <summary>With the place.</summary>
    public CaseException(string file, long line, string what)
        : base($"{file}:{line}: {what}") { }
}
