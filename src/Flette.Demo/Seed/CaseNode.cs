using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Flette.Demo.Seed;

/// <summary>A place in a case. Missing and null mean the same: not known, or does not apply.</summary>
public sealed class CaseNode(string file, YamlNode? node)
{
    /// <summary>Whether there is anything.</summary>
    public bool IsNull =>
        node is null
        || (node is YamlScalarNode { Style: YamlDotNet.Core.ScalarStyle.Plain, Value: null or "" or "null" or "~" });

    /// <summary>The line it stands on.</summary>
    public long Line => node?.Start.Line ?? 0;

    /// <summary>The value of a key; a null node when the key is missing.</summary>
    public CaseNode this[string key] =>
        new(
            file,
            (node as YamlMappingNode)?.Children.TryGetValue(new YamlScalarNode(key), out var child) == true
                ? child
                : null
        );

    /// <summary>Keys of a mapping, in order.</summary>
    public IEnumerable<string> Keys =>
        (node as YamlMappingNode)?.Children.Keys.OfType<YamlScalarNode>().Select(k => k.Value!) ?? [];

    /// <summary>Entries of a list; none when it is missing.</summary>
    public IReadOnlyList<CaseNode> List =>
        (node as YamlSequenceNode)?.Children.Select(c => new CaseNode(file, c)).ToList() ?? [];

    /// <summary>The text, or null.</summary>
    public string? Value => IsNull ? null : (node as YamlScalarNode)?.Value?.Trim();

    /// <summary>Texts of a list.</summary>
    public IReadOnlyList<string> Texts => List.Select(n => n.Value!).Where(v => v is not null).ToList();

    /// <summary>The text of a key. Throws <see cref="CaseException"/> when it is missing.</summary>
    public string Text(string key) => this[key].Value ?? throw Fault($"has no {key}");

    /// <summary>Whether a key is true.</summary>
    public bool Flag(string key) => this[key].Value is "true";

    /// <summary>The day of a key, moved by <paramref name="weeks"/>; null when missing.</summary>
    public DateOnly? Day(string key, int weeks)
    {
        var text = this[key].Value;
        if (text is null)
        {
            return null;
        }
        return DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day.AddDays(7 * weeks)
            : throw Fault($"{key} is no day: {text}");
    }

    /// <summary>One of a closed set, by its word in the case. Throws for a word that is not mapped.</summary>
    public T OneOf<T>(string key, IReadOnlyDictionary<string, T> words) =>
        words.TryGetValue(Text(key), out var value) ? value : throw this[key].Fault($"{key} {Text(key)} is not mapped");

    /// <summary>A complaint about this place.</summary>
    public CaseException Fault(string what) => new(file, Line, what);
}
