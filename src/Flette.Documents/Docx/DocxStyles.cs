using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Flette.Documents.Docx;

/// <summary>What the styles and list definitions of a document say about headings, lists and bold.</summary>
internal sealed partial class DocxStyles
{
    private const int Deepest = 20;

    private readonly Dictionary<string, Style> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<int, ILookup<int?, NumberFormatValues?>> _lists = [];
    private readonly Dictionary<(int List, int Level), int> _counts = [];

    // What each style says, found once: a style may hold a great deal, and each of thousands of paragraphs may name it.
    private readonly Dictionary<string, int?> _headings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NumberingProperties?> _numberings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _bolds = new(StringComparer.Ordinal);

    private DocxStyles() { }

    public static DocxStyles Of(MainDocumentPart main)
    {
        var styles = new DocxStyles();
        foreach (var style in main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id)
            {
                styles._styles[id] = style;
            }
        }

        var numbering = main.NumberingDefinitionsPart?.Numbering;
        var definitions = (numbering?.Elements<AbstractNum>() ?? [])
            .Where(a => a.AbstractNumberId?.HasValue == true)
            .GroupBy(a => a.AbstractNumberId!.Value)
            .ToDictionary(
                g => g.Key,
                g => g.First().Elements<Level>().ToLookup(l => l.LevelIndex?.Value, l => l.NumberingFormat?.Val?.Value)
            );
        foreach (var instance in numbering?.Elements<NumberingInstance>() ?? [])
        {
            if (
                instance.NumberID?.Value is { } id
                && instance.AbstractNumId?.Val?.Value is { } definition
                && definitions.TryGetValue(definition, out var list)
            )
            {
                styles._lists[id] = list;
            }
        }

        return styles;
    }

    /// <summary>1–9 for a heading by outline level or style name (Heading, Overskrift, Title, Tittel), else null.</summary>
    public int? HeadingLevel(ParagraphProperties? properties)
    {
        if (properties?.OutlineLevel?.Val?.Value is { } own && own is >= 0 and < 9)
        {
            return own + 1;
        }

        return Known(_headings, properties?.ParagraphStyleId?.Val?.Value, HeadingLevel);
    }

    private int? HeadingLevel(string name)
    {
        foreach (var (id, style) in Chain(name))
        {
            if (style?.StyleParagraphProperties?.OutlineLevel?.Val?.Value is { } level && level is >= 0 and < 9)
            {
                return level + 1;
            }

            if (HeadingName().Match(style?.StyleName?.Val?.Value ?? id) is { Success: true } named)
            {
                return named.Groups["n"].Success
                    ? int.Parse(named.Groups["n"].ValueSpan, CultureInfo.InvariantCulture)
                    : 1;
            }
        }

        return null;
    }

    /// <summary>The list sign («•» or «3.») and depth of a list paragraph; null outside lists. Counts as it goes.</summary>
    public (string Mark, int Level)? ListSign(ParagraphProperties? properties)
    {
        var own = properties?.NumberingProperties;
        var number =
            own
            ?? Known(
                _numberings,
                properties?.ParagraphStyleId?.Val?.Value,
                name =>
                    Chain(name)
                        .Select(s => s.Style?.StyleParagraphProperties?.NumberingProperties)
                        .FirstOrDefault(n => n is not null)
            );
        if (number?.NumberingId?.Val?.Value is not { } id || id == 0)
        {
            return null;
        }

        var level = number.NumberingLevelReference?.Val?.Value ?? 0;
        var format = _lists.GetValueOrDefault(id)?[level].FirstOrDefault();
        if (format is null || format == NumberFormatValues.Bullet || format == NumberFormatValues.None)
        {
            return ("•", level);
        }

        var count = _counts.GetValueOrDefault((id, level)) + 1;
        _counts[(id, level)] = count;
        return (string.Create(CultureInfo.InvariantCulture, $"{count}."), level);
    }

    /// <summary>True when the run is bold by itself or by its character style.</summary>
    public bool IsBold(RunProperties? properties)
    {
        if (properties?.Bold is { } bold)
        {
            return bold.Val is null || bold.Val.Value;
        }

        return Known(
            _bolds,
            properties?.RunStyle?.Val?.Value,
            name =>
                Chain(name)
                    .Any(s =>
                        s.Style?.StyleRunProperties?.Bold is { } b
                            ? b.Val is null || b.Val.Value
                            : s.Id is "Strong" or "Sterk"
                    )
        );
    }

    private static T? Known<T>(Dictionary<string, T?> known, string? style, Func<string, T?> find)
    {
        if (style is null)
        {
            return default;
        }

        if (!known.TryGetValue(style, out var found))
        {
            known[style] = found = find(style);
        }

        return found;
    }

    private IEnumerable<(string Id, Style? Style)> Chain(string? id)
    {
        for (var i = 0; i < Deepest && id is not null; i++)
        {
            var style = _styles.GetValueOrDefault(id);
            yield return (id, style);
            id = style?.BasedOn?.Val?.Value;
        }
    }

    [GeneratedRegex(@"^(?:(?:heading|overskrift)\s?(?<n>[1-9])|title|tittel)$", RegexOptions.IgnoreCase, 20_000)]
    private static partial Regex HeadingName();
}
