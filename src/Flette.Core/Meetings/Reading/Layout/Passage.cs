using System.Collections.Immutable;
using System.Text;

namespace Flette.Core.Meetings.Reading.Layout;

/// <summary>
/// A piece of running text that remembers which characters of which lines it is made of. Lines a program has wrapped
/// are one passage, so sentences can be read whole and still be underlined where they stand.
/// </summary>
internal sealed class Passage
{
    private readonly ImmutableArray<Piece> _pieces;

    private Passage(string text, ImmutableArray<Piece> pieces)
    {
        Text = text;
        _pieces = pieces;
    }

    public static Passage Empty { get; } = new(string.Empty, []);

    public string Text { get; }

    public bool IsEmpty => Text.Length == 0;

    public LineId? Line => _pieces.IsEmpty ? null : _pieces[0].Line;

    /// <summary>The spans of the lines, one for each line touched.</summary>
    public ImmutableArray<TextSpan> Spans => [.. _pieces.Select(p => new TextSpan(p.Line, p.Start, p.Length))];

    public static Passage Of(LineId line, string text) =>
        text.Length == 0 ? new(text, []) : new Passage(text, [new Piece(0, line, 0, text.Length)]);

    /// <summary>Joins passages with one space between them; the spaces belong to no line.</summary>
    public static Passage Join(IEnumerable<Passage> parts, string between = " ")
    {
        var text = new StringBuilder();
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        foreach (var part in parts.Where(p => !p.IsEmpty))
        {
            if (text.Length > 0)
            {
                text.Append(between);
            }

            foreach (var piece in part._pieces)
            {
                pieces.Add(piece with { At = piece.At + text.Length });
            }

            text.Append(part.Text);
        }

        return new Passage(text.ToString(), pieces.ToImmutable());
    }

    /// <summary>Part of the passage, by position in <see cref="Text"/>.</summary>
    public Passage Slice(int start, int length)
    {
        var end = start + length;
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        foreach (var piece in _pieces)
        {
            var from = Math.Max(start, piece.At);
            var to = Math.Min(end, piece.At + piece.Length);
            if (from < to)
            {
                pieces.Add(new Piece(from - start, piece.Line, piece.Start + (from - piece.At), to - from));
            }
        }

        return new Passage(Text.Substring(start, length), pieces.ToImmutable());
    }

    public Passage Slice(int start) => Slice(start, Text.Length - start);

    /// <summary>Without white space and these characters at the two ends.</summary>
    public Passage Trim(string alsoStart = "", string alsoEnd = "")
    {
        var start = 0;
        var end = Text.Length;
        while (
            start < end && (char.IsWhiteSpace(Text[start]) || alsoStart.Contains(Text[start], StringComparison.Ordinal))
        )
        {
            start++;
        }

        while (
            end > start
            && (char.IsWhiteSpace(Text[end - 1]) || alsoEnd.Contains(Text[end - 1], StringComparison.Ordinal))
        )
        {
            end--;
        }

        return start == 0 && end == Text.Length ? this : Slice(start, end - start);
    }

    /// <summary>Without these stretches, which must be in order and apart: marks of emphasis and the like.</summary>
    public Passage Without(IEnumerable<(int Start, int Length)> cuts)
    {
        var text = new StringBuilder();
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        var from = 0;
        foreach (var (start, length) in cuts.Append((Text.Length, 0)))
        {
            var part = Slice(from, start - from);
            pieces.AddRange(part._pieces.Select(p => p with { At = p.At + text.Length }));
            text.Append(part.Text);
            from = start + length;
        }

        return new Passage(text.ToString(), pieces.ToImmutable());
    }

    public override string ToString() => Text;

    private sealed record Piece(int At, LineId Line, int Start, int Length);
}
