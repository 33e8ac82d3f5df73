using YamlDotNet.RepresentationModel;

namespace Flette.Demo.Seed;

/// <summary>One family case: a YAML document read by key, with file and line in every complaint.</summary>
public sealed class CaseFile
{
    private const string Prefix = "Flette.Demo.Cases.";

    private CaseFile(string name, YamlMappingNode root)
    {
        Name = name;
        Root = new CaseNode(name, root);
    }

    /// <summary>File name.</summary>
    public string Name { get; }

    /// <summary>The document.</summary>
    public CaseNode Root { get; }

    /// <summary>The case's own id, as <c>nordli</c>.</summary>
    public string Id => Root["case"].Text("id");

    /// <summary>The files embedded in the program, by name.</summary>
    public static IReadOnlyList<CaseFile> All()
    {
        var assembly = typeof(CaseFile).Assembly;
        return assembly
            .GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(n)!);
                return Read(n[Prefix.Length..], reader);
            })
            .ToList();
    }

    /// <summary>Reads a case. Throws <see cref="CaseException"/> when it is not one.</summary>
    public static CaseFile Read(string name, TextReader reader)
    {
        var yaml = new YamlStream();
        yaml.Load(reader);
        return yaml.Documents is [{ RootNode: YamlMappingNode root }]
            ? new CaseFile(name, root)
            : throw new CaseException(name, 1, "is not a case");
    }
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
