using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Flette.Demo.Seed;

/// <summary>A place in a case. Missing and null mean the same: not known, or does not apply.</summary>
public sealed class CaseNode
{
    private readonly CaseReads _reads;
    private readonly string _path;
    private readonly YamlNode? _node;

    internal CaseNode(CaseReads reads, string path, YamlNode? node)
    {
        _reads = reads;
        _path = path;
        _node = node;
    }

    /// <summary>Whether there is anything.</summary>
    public bool IsNull =>
        _node
            is null
                or YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: null or "" or "null" or "~" }
                or YamlSequenceNode { Children.Count: 0 }
                or YamlMappingNode { Children.Count: 0 };

    /// <summary>The line it stands on.</summary>
    public long Line => _node?.Start.Line ?? 0;

    /// <summary>The value of a key; a null node when the key is missing.</summary>
    public CaseNode this[string key]
    {
        get
        {
            var path = _path.Length == 0 ? key : $"{_path}.{key}";
            var child =
                (_node as YamlMappingNode)?.Children.TryGetValue(new YamlScalarNode(key), out var there) == true
                    ? there
                    : null;
            _reads.Paths.Add(path);
            return new CaseNode(_reads, path, child);
        }
    }

    /// <summary>Keys of a mapping, in order.</summary>
    public IEnumerable<string> Keys =>
        (_node as YamlMappingNode)?.Children.Keys.OfType<YamlScalarNode>().Select(k => k.Value!) ?? [];

    /// <summary>Entries of a list; none when it is missing.</summary>
    public IReadOnlyList<CaseNode> List =>
        (_node as YamlSequenceNode)?.Children.Select(c => new CaseNode(_reads, _path, c)).ToList() ?? [];

    /// <summary>The text with its dates moved, or null.</summary>
    public string? Value => Written is { } text ? _reads.Shift.Text(text) : null;

    /// <summary>Texts of a list.</summary>
    public IReadOnlyList<string> Texts => List.Select(n => n.Value!).Where(v => v is not null).ToList();

    // As it stands in the file.
    private string? Written => IsNull ? null : (_node as YamlScalarNode)?.Value?.Trim();

    /// <summary>The text of a key. Throws <see cref="CaseException"/> when it is missing.</summary>
    public string Text(string key) => this[key].Value ?? throw Fault($"has no {key}");

    /// <summary>Whether a key is true.</summary>
    public bool Flag(string key) => this[key].Written is "true";

    /// <summary>The whole number of a key; null when missing.</summary>
    public int? Number(string key) =>
        this[key].Written switch
        {
            null => null,
            var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
            var text => throw this[key].Fault($"{key} is no number: {text}"),
        };

    /// <summary>The day of a key, moved; null when missing.</summary>
    public DateOnly? Day(string key) =>
        this[key].Written switch
        {
            null => null,
            var text
                when DateOnly.TryParseExact(
                    text,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var day
                ) => _reads.Shift.Day(day),
            var text => throw this[key].Fault($"{key} is no day: {text}"),
        };

    /// <summary>One of a closed set, by its word in the case. Throws for a word that is not mapped.</summary>
    public T OneOf<T>(string key, IReadOnlyDictionary<string, T> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.TryGetValue(Text(key), out var value)
            ? value
            : throw this[key].Fault($"{key} {Text(key)} is not mapped");
    }

    /// <summary>A complaint about this place.</summary>
    public CaseException Fault(string what) => new(_reads.File, Line, what);
}
