using System.Text.RegularExpressions;
using Flette.Core.Meetings.Reading.Words;

namespace Flette.Core.Meetings.Reading.Layout;

/// <summary>A label with its value; kind None and an empty label for text before the first label.</summary>
internal sealed record Field(LabelKind Kind, Passage Label, Passage Value);

/// <summary>Splits a line into labelled fields: «Ansvarleg: Aud   Frist: 1. mai» is two.</summary>
internal static partial class Fields
{
    // With its bracketed remark; no label is longer.
    private const int LongestLabel = 160;

    // Labels that may stand inside a line. The others only begin one.
    private static readonly HashSet<LabelKind> Inner =
    [
        LabelKind.Responsible,
        LabelKind.Due,
        LabelKind.ResponsibleAndDue,
        LabelKind.Date,
        LabelKind.Time,
        LabelKind.DateAndTime,
        LabelKind.Place,
        LabelKind.Present,
        LabelKind.Absent,
        LabelKind.Agreement,
        LabelKind.Officer,
        LabelKind.Status,
        LabelKind.Next,
    ];

    /// <summary>The fields of the line; one of kind None when it has no label.</summary>
    public static IReadOnlyList<Field> Of(Passage line)
    {
        var fields = new List<Field>();
        var starts = Starts(line.Text);
        if (starts.Count == 0 || starts[0].Start > 0)
        {
            var end = starts.Count == 0 ? line.Text.Length : starts[0].Start;
            var text = line.Slice(0, end).Trim("", starts.Count == 0 ? "" : "(,;|–-*");
            fields.Add(new Field(LabelKind.None, Passage.Empty, text));
        }

        for (var i = 0; i < starts.Count; i++)
        {
            var (start, valueStart, kind) = starts[i];
            var end = i + 1 < starts.Count ? starts[i + 1].Start : line.Text.Length;
            var value = line.Slice(valueStart, end - valueStart).Trim("*_:", i + 1 < starts.Count ? ",;|(*–-" : "|*");
            fields.Add(
                new Field(kind, line.Slice(start, valueStart - start).Trim("(*_-–", ":*_ –-"), Unbracketed(value))
            );
        }

        return fields;
    }

    /// <summary>True when the line begins with one of the field's labels.</summary>
    public static bool StartsWithLabel(string text) => Starts(text) is [{ Start: 0 }, ..];

    /// <summary>A closing bracket whose opening one stood before the label.</summary>
    private static Passage Unbracketed(Passage value) =>
        value.Text.EndsWith(')') && !value.Text.Contains('(', StringComparison.Ordinal)
            ? value.Slice(0, value.Text.Length - 1).Trim()
            : value;

    private static List<(int Start, int Value, LabelKind Kind)> Starts(string text)
    {
        var found = new List<(int Start, int Value, LabelKind Kind)>();
        if (text.Length > LongLines.Longest)
        {
            text = text[..LongLines.Longest];
        }

        foreach (Match sign in Sign().Matches(text))
        {
            var from = found.Count == 0 ? 0 : found[^1].Value;
            if (
                found.Count == 0
                && sign.Index <= LongestLabel
                && Labels.Of(text[..sign.Index]) is var kind and not LabelKind.None
            )
            {
                found.Add((0, sign.Index + sign.Length, kind));
            }
            else if (
                sign.Value.Contains(':', StringComparison.Ordinal) && InnerLabel(text, from, sign.Index) is { } inner
            )
            {
                found.Add((inner.Start, sign.Index + sign.Length, inner.Kind));
            }
        }

        if (found.Count == 0 && Bare().Match(text) is { Success: true } bare)
        {
            var word = Labels.Of(bare.Groups["l"].Value);
            found.Add((0, bare.Length, word));
        }

        return found;
    }

    private static (int Start, LabelKind Kind)? InnerLabel(string text, int from, int colon)
    {
        (int Start, LabelKind Kind)? best = null;
        var at = colon;
        for (var words = 0; words < 4 && at > from; words++)
        {
            while (at > from && char.IsWhiteSpace(text[at - 1]))
            {
                at--;
            }

            while (at > from && !char.IsWhiteSpace(text[at - 1]) && text[at - 1] is not ('(' or '[' or '|' or ';'))
            {
                at--;
            }

            var kind = Labels.Of(text[at..colon]);
            if (Inner.Contains(kind) && (char.IsUpper(text[at]) || FreeBefore(text, from, at)))
            {
                best = (at, kind);
            }
        }

        return best;
    }

    private static bool FreeBefore(string text, int from, int at)
    {
        var before = text[from..at];
        return string.IsNullOrWhiteSpace(before)
            || before.EndsWith("  ", StringComparison.Ordinal)
            || before.EndsWith('\t')
            || before.TrimEnd()[^1] is '.' or ',' or ';' or '(' or '[' or '|' or '–' or '-' or ')';
    }

    // A colon that is not part of a clock time; a tab, wide gap or dash only after a whole label at the start.
    [GeneratedRegex(
        @"\s?(?:\*\*|__)?:(?!\d)(?:\*\*|__)?\s*|\?\s+(?=\S)|\t+|\s{2,}(?=\S)|\s[–—-]\s",
        RegexOptions.None,
        Text.RegexLimit
    )]
    private static partial Regex Sign();

    [GeneratedRegex(
        @"^(?<l>ansvar|ansvarlig|ansvarleg|ansv\.?|frist|til stede var|tilstede var|til stades var|neste møte (?:er|blir|vert)|neste møte|nytt møte)\s+(?=\S)(?!(?:for|til|om|med|over|i)\b)",
        RegexOptions.IgnoreCase,
        Text.RegexLimit
    )]
    private static partial Regex Bare();
}
